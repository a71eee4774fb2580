import Kubectl
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
    let width = min(session.style.width ?? MarkdownText.widest, MarkdownText.widest)
    for part in library.parts where !part.lessons.isEmpty {
      session.tell(session.styled(part.title, "1"))
      for entry in part.lessons {
        session.tell(line(entry.lesson, progress, width: width, in: session))
      }
      session.tell()
    }
    for problem in library.problems { session.tell("broken  \(problem.message)") }
    guard !library.lessons.isEmpty else {
      session.tell("There are no lessons here.")
      return 0
    }
    session.tellWhatIsNext(after: session.lessonRun?.lesson)
    return 0
  }

  private static func line(
    _ lesson: Lesson, _ progress: Lessons.Progress, width: Int, in session: Session
  ) -> String {
    let mark: String
    if progress.finishedLessons.contains(lesson.id) {
      mark = session.styled("✓ done ", "32")
    } else if progress.startedLessons.contains(lesson.id) {
      mark = session.styled("· begun", "33")
    } else {
      mark = "       "
    }
    let minutes = "\(lesson.minutes) min"
    let facts = ColumnWidth.padded(lesson.id, to: 28) + ColumnWidth.padded(minutes, to: 8)
    let title = MarkdownText.plainLine(lesson.title)
    let room = width - 9 - ColumnWidth.of(facts)
    return "\(mark)  \(facts)" + ColumnWidth.fitted(title, columns: max(8, room))
  }
}
