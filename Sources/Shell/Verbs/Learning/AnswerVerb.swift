import Lessons
import Simulation

/// Keeps what the learner thinks.
enum AnswerVerb: Command {
  static let name = "answer"
  static let usage = ["answer TEXT"]
  static let summary = "keep what you think will happen, before you see it"
  static let section = CommandSection.learning

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    guard !call.arguments.isEmpty else { throw .usage("what do you think?", of: self) }
    let text = call.arguments.joined(separator: " ")
    if case .following? = session.interviewRun?.stage {
      session.interviewRun?.prediction = text
      session.tell("Kept; next lets it happen.")
      return 0
    }
    guard let assignment = session.classroom?.assignment else {
      throw .failed("nothing was asked" + session.wayToLearn)
    }
    guard assignment.step.asks else {
      throw .failed("this step asks nothing; check says what it waits for")
    }
    guard !assignment.isDone else {
      throw .failed("this step is done, and the cluster has answered; next goes on")
    }
    session.classroom?.assignment?.prediction = text
    session.tell(
      assignment.prediction == nil ? "Kept; we shall see." : "Kept instead of what you said before."
    )
    return 0
  }
}

extension Lessons.Step {
  /// Whether there is something to answer.
  fileprivate var asks: Bool {
    predict != nil || checks.contains { if case .answer = $0.target { true } else { false } }
  }
}
