/// Writes down an answer.
enum SayVerb: Command {
  static let name = "say"
  static let usage = ["say TEXT"]
  static let summary = "write down your answer, as many lines as you like"
  static let section = CommandSection.learning

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    guard !call.arguments.isEmpty else { throw .usage("say what?", of: self) }
    try session.keepSaid(call.arguments.joined(separator: " "))
    return 0
  }
}
