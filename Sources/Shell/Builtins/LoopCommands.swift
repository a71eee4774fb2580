/// Leaves the innermost loop.
enum Break: Command {
  static let name = "break"
  static let summary = "leave the loop"
  static let section = CommandSection.shell

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    guard session.loopDepth > 0 else {
      throw .failed("break: there is no loop to leave; exit leaves podlab")
    }
    session.jump = .out
    return 0
  }
}

/// Begins the next round of the innermost loop.
enum Continue: Command {
  static let name = "continue"
  static let summary = "go on with the loop's next round"
  static let section = CommandSection.shell

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    guard session.loopDepth > 0 else { throw .failed("continue: there is no loop to go on with") }
    session.jump = .on
    return 0
  }
}

/// Takes a line of what runs into a loop.
enum ReadCommand: Command {
  static let name = "read"
  static let usage = ["read [-r] NAME…"]
  static let summary = "put the next line of the input into variables"
  static let section = CommandSection.shell

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    let names = call.arguments.filter { !$0.hasPrefix("-") }
    guard let text = call.input.map({ $0[...] }) ?? session.unread, !text.isEmpty else { return 1 }
    let end = text.firstIndex(of: "\n") ?? text.endIndex
    if call.input == nil {
      session.unread = end == text.endIndex ? "" : text[text.index(after: end)...]
    }
    var rest = text[..<end].drop(while: \.isWhitespace)
    for (place, name) in (names.isEmpty ? ["REPLY"] : names).enumerated() {
      let isLast = place + 1 >= names.count
      let stop = isLast ? rest.endIndex : rest.firstIndex(where: \.isWhitespace) ?? rest.endIndex
      session.variables[name] = isLast ? String(rest.trimmed()) : String(rest[..<stop])
      rest = rest[stop...].drop(while: \.isWhitespace)
    }
    return 0
  }
}
