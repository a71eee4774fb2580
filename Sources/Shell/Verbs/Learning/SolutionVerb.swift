import Lessons
import Simulation

/// Shows the solution.
enum SolutionVerb: Command {
  static let name = "solution"
  static let summary = "one way to do it"
  static let section = CommandSection.learning

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    guard let solution = session.classroom?.assignment?.step.solution else {
      throw .failed("there is nothing to solve")
    }
    session.classroom?.assignment?.help = .solution
    session.put(Lines.text(Lines(solution.text).lines.map { "  " + $0 }))
    return 0
  }
}
