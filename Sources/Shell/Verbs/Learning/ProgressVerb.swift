import Lessons
import Simulation

/// Shows what has been learnt.
enum ProgressVerb: Command {
  static let name = "progress"
  static let summary = "what you have learnt so far"
  static let section = CommandSection.learning

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    let library = session.openLibrary()
    let progress = session.learnt()
    let done = library.lessons.count { progress.finishedLessons.contains($0.lesson.id) }
    session.say("lessons    \(done) of \(library.lessons.count) done")
    let answered = library.questions.filter { progress.results[$0.question.id] != nil }
    session.say("questions  \(answered.count) of \(library.questions.count) answered")
    for entry in answered {
      let share = progress.results[entry.question.id]?.share ?? 0
      session.say("  \(LessonVerb.padded("\(Int(share * 100)) %", 6))\(entry.question.title)")
    }
    return 0
  }
}
