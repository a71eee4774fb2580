import Lessons
import Simulation

/// Gives a hint.
enum HintVerb: Command {
  static let name = "hint"
  static let summary = "a hint; each time a plainer one"
  static let details = "Where it is plain which mistake was made, the first hint is about that."
  static let section = CommandSection.learning

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    guard call.arguments.isEmpty else { throw .usage("hint takes no words", of: self) }
    guard let assignment = session.classroom?.assignment else {
      throw .failed("there is nothing to give a hint for" + session.wayToLearn)
    }
    guard !assignment.isDone else { throw .failed("this step is done; next goes on") }
    try session.refuseHelpInMock()
    let hints = assignment.step.hints
    guard !hints.isEmpty else {
      throw .failed("there is no hint for this; solution shows how it is done")
    }
    if assignment.help == .none { session.classroom?.assignment?.help = .hint }
    if let advice = session.advice(for: assignment), advice.line != assignment.adviceShown {
      session.classroom?.assignment?.adviceShown = advice.line
      session.showMarkdown(advice.text)
      return 0
    }
    let number = min(assignment.hintsShown, hints.count - 1)
    session.showMarkdown("Hint \(number + 1) of \(hints.count): \(hints[number])")
    if number + 1 == hints.count { session.tell("That was the last; solution shows one way.") }
    session.classroom?.assignment?.hintsShown = number + 1
    return 0
  }
}
