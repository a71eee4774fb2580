import Engine
import Kubectl
import Nodes

extension Session {
  mutating func dispatch(_ first: String, _ rest: [String], input: String?) -> Int32 {
    if let type = command(named: first, before: rest) {
      if Help.isAsked(of: type, rest) {
        Help.show(type, in: &self)
        return 0
      }
      if let status = performInIncident(first, rest) { return status }
      return run(type, CommandCall(arguments: rest, input: input))
    }
    if first == "kubectl" || first == "k" { return kubectl(rest, input: input) }
    if Kubectl.isVerb(first) { return kubectl([first] + rest, input: input) }
    if let filter = TextFilter.all.first(where: { $0.name == first }) {
      return run(filter, rest, input: input)
    }
    if first.contains("/"), input == nil || host.runProgram == nil { return runFile(first, rest) }
    if let runProgram = host.runProgram, let input, let run = runProgram([first] + rest, input) {
      emit(.out, run.output)
      emit(.err, run.errors)
      return run.status
    }
    complain(Self.unknown(first, isPiped: input != nil))
    return 127
  }

  private mutating func run(_ type: any Command.Type, _ call: CommandCall) -> Int32 {
    let hadChanged = changedHardware
    do throws(CommandProblem) {
      return try type.run(call, in: &self)
    } catch {
      // What was refused has done nothing that could be undone.
      changedHardware = hadChanged
      for line in Lines(error.message).lines { complain(folded: line) }
      return error.status
    }
  }

  private mutating func run(_ filter: TextFilter, _ arguments: [String], input: String?) -> Int32 {
    let files = lessonFiles
    let readFile = host.readFile
    let outcome = filter.run(arguments, input: input ?? "") { path in
      if let text = files[path] { return .success(text) }
      do throws(HostProblem) {
        return .success(try readFile(path))
      } catch {
        return .failure(TextFilter.FileFailure(error.message))
      }
    }
    emit(.out, outcome.output)
    emit(.err, outcome.errors)
    return outcome.status
  }

  // MARK: - Words nobody knows

  private static func unknown(_ word: String, isPiped: Bool) -> String {
    if word == "jq" {
      return "jq is not built in; -o jsonpath='{…}' and -o custom-columns pick fields"
    }
    let known = knownWords
    let near = known.map { (word: $0, distance: EditDistance.between(word, $0)) }
      // Of a word of one or two letters nothing is left once one of them is changed.
      .filter { word.count > 2 && $0.distance <= (word.count < 4 ? 1 : 2) }
      .min { ($0.distance, $0.word) < ($1.distance, $1.word) }
    let hint = near.map { "Did you mean \"\($0.word)\"?" } ?? "Type help for what there is."
    return "error: unknown command \"\(word)\"\n\(hint)"
  }

  /// Every first word of a command line.
  static var knownWords: [String] {
    let verbs = Kubectl.verbs.map { $0.name.split(separator: " ")[0] }.map { String($0) }
    return commands.map { $0.name } + TextFilter.all.map { $0.name } + verbs + ["kubectl"]
  }
}

/// How far two words are apart.
enum EditDistance {
  /// Letters to add, drop, change or swap with a neighbour.
  static func between(_ left: String, _ right: String) -> Int {
    let left = Array(left.lowercased().prefix(64))
    let right = Array(right.lowercased().prefix(64))
    var rows = [Array(0...right.count)]
    for row in 1...max(left.count, 1) where row <= left.count {
      var next = [row] + Array(repeating: 0, count: right.count)
      for column in 1...max(right.count, 1) where column <= right.count {
        let change = left[row - 1] == right[column - 1] ? 0 : 1
        next[column] = min(
          rows[row - 1][column] + 1, next[column - 1] + 1, rows[row - 1][column - 1] + change)
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          next[column] = min(next[column], rows[row - 2][column - 2] + 1)
        }
      }
      rows.append(next)
    }
    return rows[left.count][right.count]
  }
}
