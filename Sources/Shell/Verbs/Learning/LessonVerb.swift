import Lessons
import Simulation

/// Begins, shows or leaves a lesson.
enum LessonVerb: Command {
  static let name = "lesson"
  static let usage = [
    "lesson [ID|next]", "lesson step N", "lesson restart", "lesson play", "lesson resume",
    "lesson leave", "lesson drop",
  ]
  static let summary = "begin a lesson or go on with it; in one: show the step again"
  static let details = """
    A lesson has a cluster of its own; yours comes back with lesson leave. Your place is kept,
    also when the program ends: lesson ID goes on with the world as you left it.
      step N   goes to a step, with the world as the steps before it leave it
      restart  begins the lesson again
      play     try anything in a branch of the world, until lesson resume throws it away
      drop     leaves a lesson begun by mistake: it counts for nothing
    undo takes back what you did in a step, and what that met; lesson step N goes further back.
    """
  static let section = CommandSection.learning

  static func takes(after words: [String]) -> CommandWords {
    words.isEmpty ? .lessons : .nothing
  }

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    let words = call.arguments
    if words.first == "step" {
      try goToStep(words, in: &session)
      return 0
    }
    guard words.count < 2 else { throw .usage("too many words", of: self) }
    switch words.first {
    case "leave": leave(try run(of: session), in: &session)
    case "drop": drop(try run(of: session), in: &session)
    case "restart": try restart(try run(of: session), in: &session)
    case "play": try play(try run(of: session), in: &session)
    case "resume": try resume(try run(of: session), in: &session)
    case "next": try beginNext(in: &session)
    case nil: try goOn(in: &session)
    case let id?: try begin(id, in: &session)
    }
    return 0
  }

  private static func run(of session: Session) throws(CommandProblem) -> LessonRun {
    guard let run = session.lessonRun else {
      throw .failed("you are not in a lesson; lessons lists them")
    }
    return run
  }

  // MARK: - In

  private static func begin(_ id: String, in session: inout Session) throws(CommandProblem) {
    if let run = session.lessonRun, run.lesson.id == id { return show(run, in: &session) }
    let entry = try entry(id, in: &session)
    if let record = session.learnt().openRun(of: id) {
      return try goOn(record, entry, in: &session)
    }
    let done = session.learnt().finishedLessons
    let library = session.openLibrary()
    let missing = entry.lesson.needs.filter { !done.contains($0) && library.lesson($0) != nil }
    guard session.begin(entry.lesson, entry.file) else { throw unreadable(entry.lesson) }
    guard !missing.isEmpty else { return }
    session.tell(
      "It builds on \(missing.joined(separator: ", ")), not done yet; it works all the same.")
  }

  private static func entry(
    _ id: String, in session: inout Session
  ) throws(CommandProblem) -> (lesson: Lesson, file: LibraryFile) {
    let library = session.openLibrary()
    if let entry = library.lessons.first(where: { $0.lesson.id == id }) { return entry }
    if let problem = library.problems.first(where: { $0.file.hasSuffix("/\(id).md") }) {
      throw .failed("the lesson \(id) is broken: \(problem.message)")
    }
    let near = library.lessons.map { ($0.lesson.id, EditDistance.between($0.lesson.id, id)) }
      .filter { $0.1 <= 3 }.min { ($0.1, $0.0) < ($1.1, $1.0) }
    let hint = near.map { "; did you mean \($0.0)?" } ?? "; lessons lists them"
    throw .failed("there is no lesson \"\(id)\"\(hint)")
  }

  private static func unreadable(_ lesson: Lesson) -> CommandProblem {
    .failed("the cluster \(lesson.cluster) of \(lesson.id) cannot be read")
  }

  private static func goOn(
    _ record: RecordedRun, _ entry: (lesson: Lesson, file: LibraryFile), in session: inout Session
  ) throws(CommandProblem) {
    guard session.goOn(record, entry.lesson, entry.file) else { throw unreadable(entry.lesson) }
    guard let run = session.lessonRun else { return }
    session.tell(
      "\(MarkdownText.plainLine(run.lesson.title)): you go on where you left. "
        + "(lesson restart begins again.)")
    session.tell()
    show(run, in: &session)
  }

  /// Without a word behind it: the step at hand, the lesson worked on last, or the next one.
  private static func goOn(in session: inout Session) throws(CommandProblem) {
    if let run = session.lessonRun { return show(run, in: &session) }
    let library = session.openLibrary()
    if let record = session.learnt().latestOpenRun,
      let entry = library.lessons.first(where: { $0.lesson.id == record.lesson })
    {
      return try goOn(record, entry, in: &session)
    }
    try beginNext(in: &session)
  }

  private static func beginNext(in session: inout Session) throws(CommandProblem) {
    guard let next = session.nextLesson(after: session.lessonRun?.lesson) else {
      throw .failed("no lesson is left; lessons lists them all")
    }
    try begin(next.lesson.id, in: &session)
  }

  private static func show(_ run: LessonRun, in session: inout Session) {
    session.showAssignment()
    session.tell()
    if run.isPlaying { session.tell("You are playing in a branch; lesson resume goes back.") }
    let assignment = session.classroom?.assignment
    let standing = assignment?.standing ?? []
    if assignment?.isDone ?? false {
      session.tell(
        "This step is done; next \(run.isLastStep ? "ends the lesson" : "goes on").")
    } else if standing.contains(true) {
      session.tell("Met so far: \(standing.count { $0 }) of \(standing.count); check says which.")
    } else {
      session.tell("At any time: hint, check, undo, skip; lesson leave keeps your place.")
    }
  }

  // MARK: - Inside

  private static func goToStep(
    _ words: [String], in session: inout Session
  ) throws(CommandProblem) {
    let run = try run(of: session)
    let count = run.lesson.steps.count
    guard words.count == 2, let number = Int(words[1]), (1...count).contains(number) else {
      throw .usage("which step? This lesson has \(count)", of: self)
    }
    session.goTo(step: number - 1)
    session.showAssignment()
  }

  private static func restart(
    _ run: LessonRun, in session: inout Session
  ) throws(CommandProblem) {
    guard session.begin(run.lesson, run.file) else { throw unreadable(run.lesson) }
    session.noteLesson(.runEnded(run: run.origin.run, .restarted))
  }

  private static func play(_ run: LessonRun, in session: inout Session) throws(CommandProblem) {
    guard !run.isPlaying else { throw .failed("you are playing already; lesson resume goes back") }
    session.playFreely()
    session.tell("Play: nothing you do now counts. lesson resume brings this moment back.")
  }

  private static func resume(_ run: LessonRun, in session: inout Session) throws(CommandProblem) {
    guard run.isPlaying else { throw .failed("you are not playing; lesson play begins") }
    session.resumeLesson()
    session.tell("Back in step \(run.step + 1), as it was before you played.")
  }

  // MARK: - Out

  private static func leave(_ run: LessonRun, in session: inout Session) {
    session.leaveClassroom()
    session.tell("You are back on your own cluster, as you left it.")
    session.tell(
      "lesson \(run.lesson.id) goes on at step \(run.step + 1), with its world as it is.")
  }

  private static func drop(_ run: LessonRun, in session: inout Session) {
    session.noteLesson(.runEnded(run: run.origin.run, .dropped))
    session.leaveClassroom()
    session.tell("Dropped: it counts for nothing. You are back on your own cluster.")
  }
}
