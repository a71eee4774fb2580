import Engine

/// What the journal holds of one run of a lesson.
public struct RecordedRun: Sendable, Equatable {
  public var lesson: String
  public var origin: LessonOrigin
  /// When it was begun and when its last line was done, by the clock on the wall.
  public var began: SimTime
  public var latest: SimTime
  /// The lines done, oldest first, each with when by the clock on the wall.
  public var lines: [Line] = []
  public var end: JournalEntry.RunEnd?

  public struct Line: Sendable, Equatable {
    public var at: SimTime
    public var done: DoneLine
  }
}
