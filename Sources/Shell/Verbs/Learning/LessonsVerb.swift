import Lessons
import Simulation

/// Lists the lessons.
enum LessonsVerb: Command {
  static let name = "lessons"
  static let summary = "the lessons there are, and which you have done"
  static let section = CommandSection.learning

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    guard call.arguments.isEmpty else { throw .usage("lessons takes no words", of: self) }
    let library = session.openLibrary()
    let progress = session.learnt()
    for entry in library.lessons {
      let lesson = entry.lesson
      let mark =
        progress.finishedLessons.contains(lesson.id)
        ? "done" : progress.startedLessons.contains(lesson.id) ? "begun" : ""
      session.say(
        LessonVerb.padded(mark, 6) + LessonVerb.padded(lesson.id, 22)
          + LessonVerb.padded(lesson.level.rawValue, 8)
          + LessonVerb.padded("\(lesson.minutes) min", 8) + lesson.title)
    }
    if library.lessons.isEmpty { session.say("There are no lessons here.") }
    return 0
  }
}
