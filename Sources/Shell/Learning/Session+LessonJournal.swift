import Engine
import Lessons
import Simulation

/// What was so when a line began.
struct LineBeginning: Sendable {
  var run: String?
  var timeline: Timeline
}

extension Session {
  /// Longer pauses were pauses.
  static let longestThought = SimSpan.minutes(10)

  /// Whether what was done before is being done again.
  var isRepeating: Bool { typedBefore != nil }

  /// Adds a line to the journal; learning goes on when that fails. Scripts leave no trace there.
  mutating func noteLesson(_ event: JournalEntry.Event) {
    guard manner == .interactive, !isRepeating else { return }
    note(event)
  }

  mutating func beginLine() -> LineBeginning {
    reading = ReadingProgress()
    diary.begin()
    spendOnQuestion()
    return LineBeginning(run: runRecord?.origin.run, timeline: timeline)
  }

  /// After a line: how the step stands, and a line in the journal.
  mutating func endLine(_ text: String, _ beginning: LineBeginning) {
    guard classroom?.isAttended ?? false else { return }
    work()
    lookAtAssignment { session in
      let marks = beginning.timeline.depth
      guard !session.walkedTimeline, session.timeline.depth == marks else { return }
      session.file(beginning.timeline, command: text, typed: session.typed)
    }
    guard var record = runRecord, record.origin.run == beginning.run else { return }
    record.lines += 1
    runRecord = record
    var line = DoneLine(text: text, began: beginning.timeline.present.now, ended: now)
    line.wasCutShort = isCutShort
    line.keys = typed.map(DoneLine.Key.init)
    line.answers = diary.answers
    noteLesson(.lineDone(run: record.origin.run, line))
  }

  /// Adds the time since the last line to what the step has taken.
  private mutating func work() {
    guard let time = host.timeOfDay() else { return }
    if let before = runRecord?.lastActive, time > before, let worked = classroom?.assignment?.worked
    {
      let passed = min(time - before, Self.longestThought)
      classroom?.assignment?.worked = .milliseconds(worked.milliseconds + passed.milliseconds)
    }
    runRecord?.lastActive = time
  }
}

extension DoneLine.Key {
  init(_ key: TypedKey) {
    switch key.kind {
    case .line(let text): self.init(time: key.time, kind: .line(text))
    case .interrupt: self.init(time: key.time, kind: .interrupt)
    case .end: self.init(time: key.time, kind: .end)
    }
  }
}

extension TypedKey {
  init(_ key: DoneLine.Key) {
    switch key.kind {
    case .line(let text): self.init(time: key.time, kind: .line(text))
    case .interrupt: self.init(time: key.time, kind: .interrupt)
    case .end: self.init(time: key.time, kind: .end)
    }
  }
}
