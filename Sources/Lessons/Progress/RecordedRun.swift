import Engine

/// What the journal holds of one run of a lesson or an interview.
public struct RecordedRun: Sendable, Equatable {
  public enum Subject: Sendable, Equatable {
    case lesson(String)
    case interview(InterviewPlan)
  }

  public var subject: Subject
  public var origin: RunOrigin
  /// When it was begun and when its last line was done, by the clock on the wall.
  public var began: SimTime
  public var latest: SimTime
  /// The lines done, oldest first, each with when by the clock on the wall.
  public var lines: [Line] = []
  public var end: JournalEntry.RunEnd?

  public struct Line: Sendable, Equatable {
    /// When it was done, by the clock on the wall.
    public var at: SimTime
    /// For the first line after somebody began or came back: when that was.
    public var since: SimTime?
    public var done: DoneLine
  }

  /// The lesson's id; nil of an interview.
  public var lesson: String? {
    if case .lesson(let id) = subject { id } else { nil }
  }
}
