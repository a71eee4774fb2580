/// One interview question, read from its file.
public struct Question: Sendable {
  public enum Part: String, CaseIterable, Sendable {
    case say
    case prove
    case predict
  }

  /// Stable: the journal knows a question by it.
  public var id: String
  public var title: String
  public var level: Level
  public var topic: String
  /// Minutes a good answer takes.
  public var par: Int
  /// The id of the lesson to go back to.
  public var lesson: String
  public var kind: [Part]
  public var cluster: String
  /// What the interviewer is after.
  public var frame: String
  /// The question as it is asked.
  public var say: String
  /// What a full answer has, one sentence each: claim, mechanism, evidence, trade-off, prevention.
  public var rubric: [RubricLine]
  public var modelAnswer: String
  public var wrongAnswers: String
  /// The task to prove it with, if there is one.
  public var prove: Step?
  public var followUps: [FollowUp]
}

/// One line of a rubric, worth 0, 1 or 2 points.
public struct RubricLine: Sendable, Equatable {
  public static let mostPoints = 2

  /// `claim`, `mechanism`, …
  public var name: String
  public var sentence: String
}

/// "And now?": commands that change the world, then a question the world answers.
public struct FollowUp: Sendable {
  public var commands: Script?
  public var question: String
  public var truth: Probe?
}
