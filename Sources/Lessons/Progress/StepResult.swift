/// How a step was done.
public struct StepResult: Sendable, Equatable {
  /// Counted from 0.
  public var step: Int
  public var help: JournalEntry.Help
  /// How many hints were read.
  public var hints: Int
  /// How long it took by the clock on the wall, long pauses left out.
  public var seconds: Int
  /// What the learner expected, if they said so.
  public var answer: String?
  /// The run it was done in; journals of early versions know none.
  public var run: String?

  public init(
    step: Int, help: JournalEntry.Help, hints: Int = 0, seconds: Int = 0, answer: String? = nil,
    run: String? = nil
  ) {
    self.step = step
    self.help = help
    self.hints = hints
    self.seconds = seconds
    self.answer = answer
    self.run = run
  }
}
