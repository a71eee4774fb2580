import Lessons
import Simulation

/// Keeps what the learner thinks.
enum AnswerVerb: Command {
  static let name = "answer"
  static let usage = ["answer TEXT"]
  static let summary = "keep what you think will happen, before you see it"
  static let section = CommandSection.learning

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    guard !call.arguments.isEmpty else { throw .usage("what do you think?", of: self) }
    guard session.classroom != nil else { throw .failed("nothing was asked") }
    session.classroom?.assignment?.prediction = call.arguments.joined(separator: " ")
    session.report("kept; we shall see")
    return 0
  }
}
