import Lessons
import Simulation

/// Goes on when a step is done.
enum NextVerb: Command {
  static let name = "next"
  static let summary = "go on to the next step or question"
  static let section = CommandSection.learning

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    guard call.arguments.isEmpty else { throw .usage("next takes no words", of: self) }
    switch session.classroom?.subject {
    case nil: throw .failed("you are not in a lesson; lessons lists them")
    case .interview: try session.goOnWithInterview()
    case .lesson(let run):
      guard !run.isPlaying else { throw .failed("you are playing; lesson resume goes back") }
      guard session.classroom?.assignment?.isDone ?? false else {
        throw .failed("not done yet: check says what is missing, skip shows the way")
      }
      if run.isLastStep {
        session.finishLesson(run)
      } else {
        session.prepareStep(run.step + 1)
        session.showAssignment()
      }
    }
    return 0
  }
}
