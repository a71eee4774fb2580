/// What people have in their shell's settings to complete the words of an alias: it is done anyway.
enum CompleteCommand: Command {
  static let name = "complete"
  static let usage = ["complete …"]
  static let summary = "nothing: aliases complete as what they stand for"
  static let section = CommandSection.shell

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    session.complain("podlab completes aliases by itself: press Tab.")
    return 0
  }
}
