import Engine

enum Echo: WordTool {
  static let names = ["echo"]

  static func written(_ words: [String]) -> Written {
    var words = words[...]
    var ends = true
    var escapes = false
    while let first = words.first, first.utf8.count > 1, first.hasPrefix("-"),
      first.dropFirst().allSatisfy({ "neE".contains($0) })
    {
      for letter in first.dropFirst() {
        if letter == "n" { ends = false } else { escapes = letter == "e" }
      }
      words.removeFirst()
    }
    let text = words.joined(separator: " ")
    guard escapes else { return Written(Bytes((text + (ends ? "\n" : "")).utf8)) }
    let (bytes, isCut) = Escapes.replaced(Bytes(text.utf8))
    return Written(bytes + (ends && !isCut ? [.newline] : []))
  }
}

enum Printf: WordTool {
  static let names = ["printf"]

  /// A text with its backslash sequences replaced.
  static func unescaped(_ text: String) -> String {
    String(Escapes.replaced(Bytes(text.utf8), isEcho: false).bytes)
  }

  static func written(_ words: [String]) -> Written {
    var words = words[...]
    if words.first == "--" { words.removeFirst() }
    guard let format = words.popFirst() else {
      return Written(complaint: "usage: printf FORMAT [ARGUMENT...]", status: 2)
    }
    let result = PrintfFormat(Bytes(format.utf8), words.map { Bytes($0.utf8) })
    return Written(result.output, complaints: result.complaints, status: result.status)
  }
}

enum Expr: WordTool {
  static let names = ["expr"]

  static func written(_ words: [String]) -> Written {
    do throws(ToolProblem) {
      let value = try ExprEvaluator.value(words)
      return Written(Bytes((value + "\n").utf8), status: ExprEvaluator.isNull(value) ? 1 : 0)
    } catch {
      return Written(complaint: error.text, status: error.status)
    }
  }
}

enum Test: Tool {
  static let names = ["test", "["]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    var words = call.arguments
    let isConditional = call.name == "[["
    if call.name == "[" || isConditional {
      let end = isConditional ? "]]" : "]"
      guard words.last == end else { return call.fail("missing \(end)", status: 2) }
      words.removeLast()
    }
    let system = call.system
    do throws(ToolProblem) {
      let surroundings = TestExpression.Surroundings(
        file: { holds($0, $1, system) }, compare: { compare($0, $1, $2, system) },
        isTerminal: { system.isTerminal($0) })
      return .exit(try TestExpression.status(words, surroundings, isConditional: isConditional))
    } catch {
      return call.fail(error.text, status: error.status)
    }
  }

  private static func holds(
    _ question: TestExpression.FileQuestion, _ path: String, _ system: SystemCalls
  ) -> Bool {
    let place = system.absolute(path)
    if question == .isLink {
      return system.sandbox.linkTarget(place, in: system.container) != nil
    }
    if let device = DevicePaths.target(of: place) {
      if case .log = device { return question == .exists }
      return [.exists, .isCharacterDevice, .isReadable, .isWritable].contains(question)
    }
    let found = try? system.sandbox.find(place, in: system.container)
    guard let node = found else { return false }
    switch question {
    case .exists: return true
    case .isFolder: return node.isFolder
    case .isFile: return !node.isFolder
    case .isFilled: return node.size > 0
    case .isReadable: return may(.read, node, system)
    case .isWritable:
      return may(.write, node, system)
        && !system.sandbox.isReadOnly(place, in: system.container)
    case .isExecutable:
      return node.mode & 0o111 != 0 && may(.execute, node, system)
    case .isOwned: return node.owner == system.process.user.id
    case .isOwnedByGroup: return node.group == system.process.user.group
    case .hasSetUser: return node.mode & 0o4000 != 0
    case .hasSetGroup: return node.mode & 0o2000 != 0
    case .isSticky: return node.mode & 0o1000 != 0
    case .isLink, .isPipe, .isSocket, .isBlockDevice, .isCharacterDevice: return false
    }
  }

  private static func may(
    _ access: PodSandbox.FileAccess, _ node: FileTree.Node, _ system: SystemCalls
  ) -> Bool {
    (try? system.sandbox.check(access, of: node, as: system.process.user)) != nil
  }

  private static func compare(
    _ comparison: TestExpression.FileComparison, _ left: String, _ right: String,
    _ system: SystemCalls
  ) -> Bool {
    let (first, second) = (system.absolute(left), system.absolute(right))
    let a = try? system.sandbox.find(first, in: system.container)
    let b = try? system.sandbox.find(second, in: system.container)
    switch comparison {
    case .isSame: return a != nil && first == second
    case .isNewer:
      guard let a else { return false }
      guard let b else { return true }
      return (a.modified ?? .worldBegins) > (b.modified ?? .worldBegins)
    case .isOlder:
      guard let b else { return false }
      guard let a else { return true }
      return (a.modified ?? .worldBegins) < (b.modified ?? .worldBegins)
    }
  }
}
