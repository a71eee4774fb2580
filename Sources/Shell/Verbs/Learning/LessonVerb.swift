import Lessons
import Simulation

/// Begins, shows or leaves a lesson.
enum LessonVerb: Command {
  static let name = "lesson"
  static let usage = ["lesson [ID]", "lesson stop"]
  static let summary = "begin a lesson, or show the step you are at"
  static let details = """
    A lesson has a cluster of its own; yours is kept and comes back with lesson stop. undo works
    in lessons too.
    """
  static let section = CommandSection.learning

  static func takes(after words: [String]) -> CommandWords { .lessons }

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    guard call.arguments.count < 2 else { throw .usage("too many words", of: self) }
    let library = session.openLibrary()
    if call.arguments.first == "stop" {
      guard session.classroom != nil else { throw .failed("you are not in a lesson") }
      session.leaveClassroom()
      session.report("back on your own cluster, as you left it")
      return 0
    }
    if call.arguments.isEmpty, session.classroom?.assignment != nil {
      session.showAssignment()
      return 0
    }
    let done = session.learnt().finishedLessons
    let id =
      call.arguments.first ?? library.lessons.first { !done.contains($0.lesson.id) }?.lesson.id
    guard let id, let entry = library.lessons.first(where: { $0.lesson.id == id }) else {
      throw .failed(
        call.arguments.isEmpty
          ? "no lesson is left; lessons lists them all"
          : "there is no lesson \"\(call.arguments[0])\"")
    }
    try begin(entry.lesson, entry.file, in: &session)
    return 0
  }

  private static func begin(
    _ lesson: Lesson, _ file: LibraryFile, in session: inout Session
  ) throws(CommandProblem) {
    guard
      let start = session.openLibrary().start(
        cluster: lesson.cluster, beside: file, seed: session.start.seed)
    else { throw .failed("the cluster \(lesson.cluster) of \(lesson.id) cannot be read") }
    session.enter(
      .lesson(lesson, step: 0), start, files: lesson.steps.flatMap(\.files))
    session.note(.lessonStarted(lesson: lesson.id))
    session.showMarkdown(lesson.introduction)
    session.say("")
    session.begin(lesson.steps[0])
  }

  static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
