/// What an interview consists of. With the seed of its run it is asked again in the same words.
public struct InterviewPlan: Sendable, Equatable {
  public enum Form: String, Sendable {
    /// A timed mock: no hints, and a report at the end.
    case mock
    /// What is due.
    case review
    /// A single question, to learn it.
    case question
    /// Questions only, each graded at once.
    case flash
  }

  public var form: Form
  /// Ids, in the order in which they are asked.
  public var questions: [String]
  /// For all of it; nil for as long as it takes.
  public var minutes: Int?

  public init(_ form: Form, questions: [String], minutes: Int? = nil) {
    self.form = form
    self.questions = questions
    self.minutes = minutes
  }

  /// Whether hints and solutions may be asked for.
  public var allowsHelp: Bool {
    switch form {
    case .mock: false
    case .review, .question, .flash: true
    }
  }
}
