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
        for line in lines(entry.lesson, progress, width: width, in: session) {
          session.tell(line)
        }
      }
      session.tell()
    }
    for problem in library.problems {
      session.tell("broken   \(MarkdownText.plainText(problem.message))", hangingBy: 9)
    }
    if !library.problems.isEmpty { session.tell() }
    guard !library.lessons.isEmpty else {
      session.tell("There are no lessons here.")
      return 0
    }
    if let run = session.lessonRun {
      session.tell("You are in \(run.lesson.id), step \(run.step + 1).")
    } else if let id = progress.latestOpenRun?.lesson, library.lesson(id) != nil {
      session.tell("Go on: lesson \(id)")
    } else {
      session.tellWhatIsNext(after: nil)
    }
    return 0
  }

  /// On screens with fewer columns a lesson takes two lines.
  private static let narrow = 64

  private static func lines(
    _ lesson: Lesson, _ progress: Lessons.Progress, width: Int, in session: Session
  ) -> [String] {
    let mark: String
    if progress.finishedLessons.contains(lesson.id) {
      mark = session.styled("✓ done ", "32")
    } else if progress.startedLessons.contains(lesson.id) {
      mark = session.styled("· begun", "33")
    } else {
      mark = "       "
    }
    let minutes = "\(lesson.minutes) min"
    let title = MarkdownText.plainLine(lesson.title)
    guard width >= narrow else {
      let margin = String(repeating: " ", count: 9)
      return [
        "\(mark)  \(lesson.id)  \(minutes)",
        margin + ColumnWidth.fitted(title, columns: max(8, width - margin.count)),
      ]
    }
    let facts = ColumnWidth.padded(lesson.id, to: 28) + ColumnWidth.padded(minutes, to: 8)
    let room = width - 9 - ColumnWidth.of(facts)
    return ["\(mark)  \(facts)" + ColumnWidth.fitted(title, columns: room)]
  }
}
