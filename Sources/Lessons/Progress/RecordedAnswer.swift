import Engine

/// An answer to a question of interviews, as the journal holds it.
public struct RecordedAnswer: Sendable, Equatable {
  /// By the clock on the wall.
  public var at: SimTime
  /// The question's id.
  public var question: String
  public var result: AnswerResult
  public var grade: Grade
  /// The interview it was given in.
  public var run: String?
}
