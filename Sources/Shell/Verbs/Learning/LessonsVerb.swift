import Kubectl
import Lessons
import Objects
import Simulation

/// Lists the lessons.
enum LessonsVerb: Answering {
  static let name = "lessons"
  static let usage = ["lessons [--json]"]
  static let summary = "the lessons there are, and which you have done"
  static let section = CommandSection.learning

  static func answer(
    _ call: CommandCall, in session: inout Session
  ) throws(CommandProblem) -> Answer {
    guard call.arguments.isEmpty else { throw .usage("lessons takes no words", of: self) }
    let library = session.openLibrary()
    let progress = session.learnt()
    return Answer(document(library, progress)) { list(library, progress, in: &$0) }
  }

  /// `done`, `begun` or `new`.
  private static func state(_ lesson: Lesson, _ progress: Lessons.Progress) -> String {
    if progress.finishedLessons.contains(lesson.id) { return "done" }
    return progress.startedLessons.contains(lesson.id) ? "begun" : "new"
  }

  private static func document(_ library: Library, _ progress: Lessons.Progress) -> APIValue {
    let lessons = library.parts.flatMap { part in
      part.lessons.map { entry -> APIValue in
        let lesson = entry.lesson
        return [
          "id": .string(lesson.id), "title": .string(MarkdownText.plainText(lesson.title)),
          "part": .string(part.title), "level": .string(lesson.level.rawValue),
          "minutes": .integer(Int64(lesson.minutes)), "steps": .integer(Int64(lesson.steps.count)),
          "needs": .array(lesson.needs.map { .string($0) }),
          "state": .string(state(lesson, progress)),
        ]
      }
    }
    return [
      "lessons": .array(lessons),
      "broken": .array(library.problems.map { .string(MarkdownText.plainText($0.message)) }),
    ]
  }

  private static func list(
    _ library: Library, _ progress: Lessons.Progress, in session: inout Session
  ) {
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
      return
    }
    if let run = session.lessonRun {
      session.tell("You are in \(run.lesson.id), step \(run.step + 1).")
    } else if let id = progress.latestOpenRun?.lesson, library.lesson(id) != nil {
      session.tell("Go on: lesson \(id)")
    } else {
      session.tellWhatIsNext(after: nil)
    }
  }

  /// On screens with fewer columns a lesson takes two lines.
  private static let narrow = 64

  private static func lines(
    _ lesson: Lesson, _ progress: Lessons.Progress, width: Int, in session: Session
  ) -> [String] {
    let mark: String
    switch state(lesson, progress) {
    case "done": mark = session.styled("✓ done ", "32")
    case "begun": mark = session.styled("· begun", "33")
    default: mark = "       "
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
