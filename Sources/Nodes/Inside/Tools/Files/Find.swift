import Engine

/// `find`
enum Find: Tool {
  static let names = ["find"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    var words = call.arguments[...]
    while let first = words.first, ["-H", "-L", "-P"].contains(first) { words.removeFirst() }
    let folders = words.prefix { !$0.hasPrefix("-") && $0 != "!" && $0 != "(" }
    var parser = FindParser(Array(words.dropFirst(folders.count)), call)
    do throws(ToolProblem) {
      let expression = try parser.parse()
      return .program(
        Finding(
          expression: expression, roots: folders.isEmpty ? ["."] : Array(folders), parser: parser))
    } catch {
      return call.fail(error.text, status: error.status)
    }
  }
}

/// A `find` on its way through the folders.
private struct Finding: Program {
  private struct Visit {
    var path: String
    var depth: Int
    /// With the folder's contents already seen.
    var isLate = false
  }

  /// What a file's turn needs before it can go on.
  private enum Need: Error { case child([String]) }

  private let expression: FindExpression
  private let most: Int
  private let least: Int
  private let isDepthFirst: Bool
  private var together: [(command: [String], paths: [String])]
  private var visits: [Visit]
  private var status = 0
  private var child = ChildRun()
  /// Whether the commands run for this file so far went well.
  private var results: [Bool] = []
  private var used = 0
  private var output = ""
  /// What of this file's output has been written already.
  private var written = 0
  private var isPruned = false
  private var isOver = false

  init(expression: FindExpression, roots: [String], parser: FindParser) {
    self.expression = expression
    most = parser.most
    least = parser.least
    isDepthFirst = parser.isDepthFirst
    together = parser.together.map { ($0, []) }
    visits = roots.reversed().map { Visit(path: $0, depth: 0) }
  }

  mutating func run(_ system: inout SystemCalls) -> ProgramOutcome {
    while !system.mustPause {
      if child.isRunning {
        guard case .ended(let code) = child.look(&system) else { return .wait(child.end) }
        results.append(code == 0)
      }
      guard let visit = visits.last, !isOver else { return finish(&system) }
      system.spend(30)
      handle(visit, &system)
    }
    return .goOn
  }

  private mutating func handle(_ visit: Visit, _ system: inout SystemCalls) {
    let call = ToolCall(system: system, words: ["find"])
    guard let node = call.node(visit.path) else {
      if visit.depth == 0 { complain("\(visit.path): \(call.reason(visit.path))", &system) }
      leave(nil, call)
      return
    }
    if isDepthFirst, !visit.isLate, node.isFolder {
      visits[visits.count - 1].isLate = true
      enter(visit, call)
      return
    }
    if visit.depth >= least {
      used = 0
      output = ""
      isPruned = false
      do throws(Need) {
        _ = try holds(expression, visit.path, node, call, &system)
      } catch {
        flush(&system)
        if case .child(let words) = error { begin(words, &system) }
        return
      }
      flush(&system)
    }
    leave(isDepthFirst || isPruned || !node.isFolder ? nil : visit, call)
  }

  private mutating func begin(_ words: [String], _ system: inout SystemCalls) {
    if let problem = child.start(words, &system) {
      complain("\(words[0]): \(problem.reason)", &system)
      results.append(false)
    }
  }

  private mutating func complain(_ text: String, _ system: inout SystemCalls) {
    system.write("find: \(text)\n", to: 2)
    status = 1
  }

  private mutating func flush(_ system: inout SystemCalls) {
    system.write(String(output.dropFirst(written)), to: 1)
    written = output.count
  }

  /// Goes on to the next file, first into this one when it is a folder.
  private mutating func leave(_ folder: Visit?, _ call: ToolCall) {
    visits.removeLast()
    results = []
    written = 0
    if let folder { enter(folder, call) }
  }

  private mutating func enter(_ folder: Visit, _ call: ToolCall) {
    guard folder.depth < most else { return }
    for name in call.names(in: folder.path).reversed() {
      visits.append(Visit(path: ToolCall.joined(folder.path, name), depth: folder.depth + 1))
    }
  }

  private mutating func finish(_ system: inout SystemCalls) -> ProgramOutcome {
    while let batch = together.first {
      together.removeFirst()
      guard !batch.paths.isEmpty else { continue }
      begin(batch.command + batch.paths, &system)
      return .goOn
    }
    return .exit(status)
  }

  // MARK: Questions

  private mutating func holds(
    _ expression: FindExpression, _ path: String, _ node: FileTree.Node, _ call: ToolCall,
    _ system: inout SystemCalls
  ) throws(Need) -> Bool {
    switch expression {
    case .not(let inner): return !(try holds(inner, path, node, call, &system))
    case .and(let left, let right):
      guard try holds(left, path, node, call, &system) else { return false }
      return try holds(right, path, node, call, &system)
    case .or(let left, let right):
      if try holds(left, path, node, call, &system) { return true }
      return try holds(right, path, node, call, &system)
    case .print(let end): output += path + end
    case .prune: isPruned = true
    case .quit: isOver = true
    case .delete: return remove(path, node, call, &system)
    case .run(let words):
      used += 1
      if used <= results.count { return results[used - 1] }
      throw .child(words.map { $0.replacing("{}", with: path) })
    case .runTogether(let number): together[number].paths.append(path)
    default: return Self.isTrue(expression, path, node, call)
    }
    return true
  }

  private mutating func remove(
    _ path: String, _ node: FileTree.Node, _ call: ToolCall, _ system: inout SystemCalls
  ) -> Bool {
    if path == "." { return true }
    if node.isFolder, !call.names(in: path).isEmpty {
      complain("\(path): Directory not empty", &system)
      return false
    }
    var changing = ToolCall(system: system, words: ["find"])
    do throws(PodSandbox.FileProblem) {
      try changing.remove(path)
      system = changing.system
      return true
    } catch {
      complain("\(path): \(error.rawValue)", &system)
      return false
    }
  }

  private static func isTrue(
    _ expression: FindExpression, _ path: String, _ node: FileTree.Node, _ call: ToolCall
  ) -> Bool {
    switch expression {
    case .name(let pattern, let ignoresCase):
      return matches(FileTree.name(of: path), pattern, ignoresCase)
    case .path(let pattern, let ignoresCase): return matches(path, pattern, ignoresCase)
    case .regex(let pattern): return pattern.matches(Bytes(path.utf8))
    case .type(let letter):
      let kind = FileMode.letter(node)
      return letter == "f" ? kind == "-" : kind == String(letter)
    case .size(let amount, let unit): return amount.holds((node.size + unit - 1) / unit)
    case .age(let amount, let seconds):
      let age = call.now.seconds - (node.modified ?? .worldBegins).seconds
      return amount.holds(Int(age) / seconds)
    case .newer(let time): return (node.modified ?? .worldBegins) > time
    case .rights(let sign, let mode):
      let own = node.mode & 0o7777
      return sign == "-" ? own & mode == mode : sign == nil ? own == mode : own & mode != 0
    case .owner(let id): return node.owner == id
    case .group(let id): return node.group == id
    case .links(let amount): return amount.holds(node.isFolder ? 2 : 1)
    case .empty: return node.isFolder ? call.names(in: path).isEmpty : node.size == 0
    case .executable: return node.mode & 0o111 != 0
    default: return true
    }
  }

  private static func matches(_ text: String, _ pattern: String, _ ignoresCase: Bool) -> Bool {
    ignoresCase
      ? GlobPattern(pattern.lowercased()).matches(text.lowercased())
      : GlobPattern(pattern).matches(text)
  }
}
