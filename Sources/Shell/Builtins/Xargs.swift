/// Runs a command with words from the pipe.
enum Xargs: Command {
  static let name = "xargs"
  static let usage = ["xargs [-n N] [-I MARK] [-r] COMMAND…"]
  static let summary = "run a command with words from the pipe"
  static let section = CommandSection.shell

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    var words = call.arguments[...]
    var perRun = Int.max
    var mark: String?
    while let flag = words.first, flag.hasPrefix("-") {
      words.removeFirst()
      if flag == "-r" { continue }
      guard flag.hasPrefix("-n") || flag.hasPrefix("-I") else {
        throw .unknownFlag(flag, of: self)
      }
      guard let value = flag.count > 2 ? String(flag.dropFirst(2)) : words.popFirst() else {
        throw .usage("\(flag) needs a value", of: self)
      }
      if flag.hasPrefix("-I") {
        mark = value
      } else if let number = Int(value), number > 0 {
        perRun = number
      } else {
        throw .usage("-n needs a number", of: self)
      }
    }
    let base = words.isEmpty ? ["echo"] : Array(words)
    let text = call.input ?? ""
    if let mark {
      let lines = Lines(text).lines.map { String($0.trimmed()) }.filter { !$0.isEmpty }
      return each(lines.map { line in base.map { $0.replacing(mark, with: line) } }, &session)
    }
    var items = text.split(whereSeparator: \.isWhitespace).map { String($0) }[...]
    var runs: [[String]] = []
    while !items.isEmpty {
      runs.append(base + items.prefix(perRun))
      items = items.dropFirst(perRun)
    }
    return each(runs, &session)
  }

  private static func each(_ runs: [[String]], _ session: inout Session) -> Int32 {
    var status: Int32 = 0
    for words in runs {
      let ended = session.perform(words, input: "")
      if session.isCutShort { return ended }
      // As xargs(1) says it: 123 when any of them failed, 127 when there is no such command.
      if ended != 0 { status = ended == 127 ? 127 : 123 }
    }
    return status
  }
}
