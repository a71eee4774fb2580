import Lessons
import Simulation

/// Goes on when a step is done.
enum NextVerb: Command {
  static let name = "next"
  static let summary = "go on to the next step or question"
  static let section = CommandSection.learning

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    switch session.classroom?.subject {
    case nil: throw .failed("you are not in a lesson; lessons lists them")
    case .interview:
      try session.goOnWithInterview()
    case .lesson(let lesson, let step):
      guard let assignment = session.classroom?.assignment else { return 0 }
      if !assignment.isDone {
        guard session.isMet(assignment) else {
          throw .failed("not done yet: check says what is missing, skip shows the way")
        }
        session.complete(assignment)
      }
      goOn(lesson, after: step, in: &session)
    }
    return 0
  }

  static func goOn(_ lesson: Lesson, after step: Int, in session: inout Session) {
    guard step + 1 < lesson.steps.count else {
      session.note(.lessonDone(lesson: lesson.id))
      session.leaveClassroom()
      session.say("That was \"\(lesson.title)\". You are back on your own cluster.")
      return
    }
    session.classroom?.subject = .lesson(lesson, step: step + 1)
    session.begin(lesson.steps[step + 1])
  }
}
