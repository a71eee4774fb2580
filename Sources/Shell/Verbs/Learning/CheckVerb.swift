import Lessons
import Objects
import Simulation

/// Tells how far a step is.
enum CheckVerb: Answering {
  static let name = "check"
  static let usage = ["check [--json]"]
  static let summary = "what of the step is done, and what is not"
  static let section = CommandSection.learning

  static func answer(
    _ call: CommandCall, in session: inout Session
  ) throws(CommandProblem) -> Answer {
    guard call.arguments.isEmpty else { throw .usage("check takes no words", of: self) }
    guard let assignment = session.classroom?.assignment else {
      throw .failed("there is nothing to check; lessons lists what you can begin")
    }
    if session.lessonRun?.isPlaying ?? false {
      throw .failed("you are playing, and nothing counts; lesson resume goes back")
    }
    let results = session.results(of: assignment)
    let document: APIValue = [
      "checks": .array(results.map(\.document)), "isDone": .bool(assignment.isDone),
    ]
    let areMet = results.allSatisfy(\.verdict.isMet)
    return Answer(document, status: areMet ? 0 : 1) { session in
      tell(results, isDone: assignment.isDone, in: &session)
    }
  }

  private static func tell(
    _ results: [CheckResult], isDone: Bool, in session: inout Session
  ) {
    for result in results {
      let line =
        switch result.verdict.outcome {
        case .met:
          "  \(session.styled("met", "32"))      \(MarkdownText.plainText(result.check.text))"
        case .notStarted: "  not yet  \(result.verdict.explanation)"
        case .missed: "  missed   \(result.verdict.explanation)"
        case .wrong: "  not so   \(result.verdict.explanation)"
        }
      session.tell(line, hangingBy: 11)
    }
    if isDone { session.tell("This step is done; next goes on.") }
  }
}
