import Lessons
import Simulation

/// Tells how far a step is.
enum CheckVerb: Command {
  static let name = "check"
  static let summary = "what of the step is done, and what is not"
  static let section = CommandSection.learning

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    guard let assignment = session.classroom?.assignment else {
      throw .failed("there is nothing to check; lesson begins a lesson")
    }
    let results = session.results(of: assignment)
    for result in results {
      switch result.verdict.outcome {
      case .met: session.say("  ok       \(result.check.text)")
      case .notStarted: session.say("  not yet  \(result.verdict.explanation)")
      case .missed: session.say("  missed   \(result.verdict.explanation)")
      case .wrong: session.say("  wrong    \(result.verdict.explanation)")
      }
    }
    guard results.allSatisfy(\.verdict.isMet) else { return 1 }
    if !assignment.isDone { session.complete(assignment) }
    return 0
  }
}
