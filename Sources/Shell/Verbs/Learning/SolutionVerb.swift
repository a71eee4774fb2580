import Lessons
import Simulation

/// Shows the solution.
enum SolutionVerb: Command {
  static let name = "solution"
  static let usage = ["solution [--yes]"]
  static let summary = "one way to do it; asks before it shows"
  static let section = CommandSection.learning

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    guard call.arguments.isEmpty || call.arguments == ["--yes"] else {
      throw .usage("solution takes no words but --yes", of: self)
    }
    guard let assignment = session.classroom?.assignment, let solution = assignment.step.solution
    else { throw .failed("there is nothing to solve" + session.wayToLearn) }
    if !assignment.isDone { try session.refuseHelpInMock() }
    let isSure = !call.arguments.isEmpty || session.manner == .script
    guard isSure || assignment.isSolutionOffered || assignment.isDone else {
      session.classroom?.assignment?.isSolutionOffered = true
      session.tell("This shows the whole answer; hint gives a push only.")
      session.tell("Type solution again to see it.")
      return 0
    }
    if !assignment.isDone, assignment.help != .skipped {
      session.classroom?.assignment?.help = .solution
    }
    session.show(solution)
    return 0
  }
}

extension Session {
  /// The commands of a solution, to be read.
  mutating func show(_ solution: Lessons.Script) {
    for line in Lines(MarkdownText.plainLines(solution.text)).lines { tell(line: "    " + line) }
  }
}
