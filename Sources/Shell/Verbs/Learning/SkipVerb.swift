import Lessons
import Simulation

/// Does the step for the learner.
enum SkipVerb: Command {
  static let name = "skip"
  static let summary = "show the solution and do it, so that you can go on"
  static let section = CommandSection.learning

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    guard call.arguments.isEmpty else { throw .usage("skip takes no words", of: self) }
    if let run = session.interviewRun, run.stage != .proving {
      try session.skipInInterview()
      return 0
    }
    session.resumeLesson()
    guard let assignment = session.classroom?.assignment, let solution = assignment.step.solution
    else { throw .failed("there is nothing to skip" + session.wayToLearn) }
    guard !assignment.isDone else {
      session.tell("This step is done; next goes on.")
      return 0
    }
    session.tell("This is one way:")
    session.show(solution)
    // What was tried before does not stand in the way.
    session.world = assignment.start
    session.namespace = assignment.namespace
    _ = session.runQuietly([solution])
    session.classroom?.assignment?.help = .skipped
    session.classroom?.assignment?.isSkipped = true
    return 0
  }
}
