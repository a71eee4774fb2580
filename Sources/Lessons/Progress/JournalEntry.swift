import Engine

/// One line of the journal: something the learner did. Lines are only ever added.
public struct JournalEntry: Sendable, Equatable {
  public enum Event: Sendable, Equatable {
    /// A lesson was begun; journals of early versions know no run.
    case lessonStarted(lesson: String, RunOrigin?)
    /// A line typed in a lesson has been carried out.
    case lineDone(run: String, DoneLine)
    case stepDone(lesson: String, StepResult)
    /// Every step is done.
    case lessonDone(lesson: String, run: String?)
    /// Nothing of the run is left to go on with.
    case runEnded(run: String, RunEnd)
    /// An interview was begun.
    case interviewStarted(InterviewPlan, RunOrigin)
    /// Grades make the plan of reviews.
    case questionAnswered(question: String, AnswerResult, Grade, run: String?)
    /// `seconds` is the time from the page until it was solved, by the cluster's clock;
    /// `budgetLeft` how many more requests might have failed.
    case incidentSolved(seed: UInt64, level: Level, seconds: Int, budgetLeft: Int)
  }

  /// How much help a step took.
  public enum Help: String, Sendable {
    case none
    case hint
    case solution
    case skipped
  }

  /// How a run ended.
  public enum RunEnd: String, Sendable {
    case finished
    /// Begun again from the start.
    case restarted
    /// Begun by mistake: it counts for nothing.
    case dropped
  }

  /// The version of the line's form.
  public static let version: Int64 = 1

  /// When, by the clock on the wall.
  public var at: SimTime
  public var event: Event

  public init(at: SimTime, _ event: Event) {
    self.at = at
    self.event = event
  }

  /// The run it belongs to, if it belongs to one.
  public var run: String? {
    switch event {
    case .lessonStarted(_, let origin): origin?.run
    case .lineDone(let run, _), .runEnded(let run, _): run
    case .stepDone(_, let result): result.run
    case .interviewStarted(_, let origin): origin.run
    case .lessonDone(_, let run): run
    case .questionAnswered(_, _, _, let run): run
    case .incidentSolved: nil
    }
  }
}
