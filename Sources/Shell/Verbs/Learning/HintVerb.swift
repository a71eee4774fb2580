import Lessons
import Simulation

/// Gives a hint.
enum HintVerb: Command {
  static let name = "hint"
  static let summary = "a hint; each time a plainer one"
  static let section = CommandSection.learning

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    guard let assignment = session.classroom?.assignment else {
      throw .failed("there is nothing to give a hint for")
    }
    let hints = assignment.step.hints
    guard !hints.isEmpty else { throw .failed("there is no hint for this") }
    let number = min(assignment.hintsShown, hints.count - 1)
    session.showMarkdown("Hint \(number + 1) of \(hints.count): \(hints[number])")
    session.classroom?.assignment?.hintsShown = number + 1
    if assignment.help == .none { session.classroom?.assignment?.help = .hint }
    return 0
  }
}
