import Engine

/// What the journal says has been learnt.
public struct Progress: Sendable {
  public private(set) var finishedLessons: Set<String> = []
  /// How each step of each lesson was done last, by its number counted from 0.
  public private(set) var stepsDone: [String: [Int: StepResult]] = [:]
  /// Every answer to a question of interviews, oldest first.
  public private(set) var answers: [RecordedAnswer] = []
  /// What is remembered of them.
  public private(set) var schedule = ReviewSchedule()
  /// The days on which something was done, as `2026-01-31`.
  public private(set) var days: Set<String> = []
  /// Runs of lessons by their names.
  private var runs: [String: RecordedRun] = [:]
  private var order: [String] = []
  /// Begun as journals of early versions say it.
  private var begunLongAgo: Set<String> = []

  public init(journal lines: [String] = []) {
    let entries = lines.compactMap { JournalEntry(line: $0) }
    let dropped = Self.dropped(in: entries)
    for entry in entries where !(entry.run.map(dropped.contains) ?? false) { add(entry) }
  }

  /// The runs that count for nothing, with those they went on from.
  private static func dropped(in entries: [JournalEntry]) -> Set<String> {
    var dropped: Set<String> = []
    for entry in entries.reversed() {
      switch entry.event {
      case .runEnded(let run, .dropped): dropped.insert(run)
      case .lessonStarted(_, let origin?) where dropped.contains(origin.run),
        .interviewStarted(_, let origin) where dropped.contains(origin.run):
        if let earlier = origin.earlier { dropped.insert(earlier.run) }
      case .lessonStarted, .interviewStarted, .lineDone, .stepDone, .lessonDone, .runEnded,
        .questionAnswered, .incidentSolved:
        break
      }
    }
    return dropped
  }

  private mutating func add(_ entry: JournalEntry) {
    switch entry.event {
    case .lessonStarted(let lesson, let origin?):
      begin(.lesson(lesson), origin, at: entry.at)
    case .lessonStarted(let lesson, nil): begunLongAgo.insert(lesson)
    case .interviewStarted(let plan, let origin): begin(.interview(plan), origin, at: entry.at)
    case .lineDone(let run, let line):
      let since = runs[run].flatMap { $0.lines.isEmpty ? $0.began : nil }
      runs[run]?.lines.append(RecordedRun.Line(at: entry.at, since: since, done: line))
      runs[run]?.latest = entry.at
      practise(on: entry.at)
    case .stepDone(let lesson, let result):
      stepsDone[lesson, default: [:]][result.step] = result
      practise(on: entry.at)
    case .lessonDone(let lesson, _): finishedLessons.insert(lesson)
    case .runEnded(let run, let end): runs[run]?.end = end
    case .questionAnswered(let question, let result, let grade, let run):
      answers.append(
        RecordedAnswer(at: entry.at, question: question, result: result, grade: grade, run: run))
      schedule.answered(question, grade, at: entry.at)
      practise(on: entry.at)
    case .incidentSolved: practise(on: entry.at)
    }
  }

  private mutating func begin(
    _ subject: RecordedRun.Subject, _ origin: RunOrigin, at time: SimTime
  ) {
    // A line that came in twice, from an import, begins nothing anew.
    guard runs[origin.run] == nil else { return }
    runs[origin.run] = RecordedRun(subject: subject, origin: origin, began: time, latest: time)
    order.append(origin.run)
  }

  private mutating func practise(on time: SimTime) { days.insert(Self.day(of: time)) }

  /// The day as the journal counts days: by UTC.
  public static func day(of time: SimTime) -> String { String(time.rfc3339.prefix(10)) }

  // MARK: - Runs

  /// Lessons in which something was typed or done.
  public var startedLessons: Set<String> {
    begunLongAgo.union(stepsDone.keys)
      .union(order.compactMap { runs[$0] }.filter { hasLines($0) }.compactMap(\.lesson))
  }

  private func hasLines(_ run: RecordedRun) -> Bool {
    !run.lines.isEmpty || (run.origin.earlier?.lines ?? 0) > 0
  }

  /// The run of a lesson to go on with: the latest in which something was done, if it has not
  /// ended. Its lines are those of the runs it went on from, and its own.
  public func openRun(of lesson: String) -> RecordedRun? {
    let candidates = order.compactMap { runs[$0] }.filter { $0.lesson == lesson && hasLines($0) }
    return open(among: candidates)
  }

  private func open(among candidates: [RecordedRun]) -> RecordedRun? {
    let newest = candidates.enumerated().max {
      ($0.element.latest, $0.offset) < ($1.element.latest, $1.offset)
    }
    guard let run = newest?.element, run.end == nil else { return nil }
    return whole(run)
  }

  /// The run of any lesson that was worked on last.
  public var latestOpenRun: RecordedRun? {
    Set(order.compactMap { runs[$0]?.lesson }).sorted().compactMap { openRun(of: $0) }
      .max { $0.latest < $1.latest }
  }

  /// The interview begun last of those that fit.
  func latestInterview(where fits: (RecordedRun) -> Bool) -> RecordedRun? {
    order.reversed().lazy.compactMap { runs[$0] }.first { $0.lesson == nil && fits($0) }
  }

  /// The names of a run and of those it went on from.
  func lineage(of run: RecordedRun) -> Set<String> {
    var names: Set<String> = [run.origin.run]
    var earlier = run.origin.earlier
    while let link = earlier, names.insert(link.run).inserted {
      earlier = runs[link.run]?.origin.earlier
    }
    return names
  }

  /// A run with the lines of those it went on from; nil when one of them is not there.
  func whole(_ run: RecordedRun) -> RecordedRun? {
    var lines = run.lines
    var earlier = run.origin.earlier
    // A run goes on from an older one, so there are no more steps back than runs.
    for _ in order.indices {
      guard let link = earlier else { break }
      guard let older = runs[link.run] else { return nil }
      let needed = link.lines - (older.origin.earlier?.lines ?? 0)
      guard (0...older.lines.count).contains(needed) else { return nil }
      lines = older.lines.prefix(needed) + lines
      earlier = older.origin.earlier
    }
    guard earlier == nil else { return nil }
    var run = run
    run.lines = lines
    return run
  }
}
