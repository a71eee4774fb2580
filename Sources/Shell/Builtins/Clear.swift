/// Empties the screen, as Ctrl-L does.
enum Clear: Command {
  static let name = "clear"
  static let summary = "empty the screen"
  static let section = CommandSection.shell

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    guard call.arguments.isEmpty else { throw .usage("clear takes no words", of: self) }
    // Where nobody looks there is nothing to empty.
    if session.captures.isEmpty { session.host.clearScreen() }
    return 0
  }
}
