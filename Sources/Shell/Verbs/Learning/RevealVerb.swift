/// Shows what a full answer has.
enum RevealVerb: Command {
  static let name = "reveal"
  static let summary = "what a full answer to the question has"
  static let section = CommandSection.learning

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    try session.reveal()
    return 0
  }
}
