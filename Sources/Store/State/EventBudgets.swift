import Engine

/// How many more events every source may report about an object: 25 at once, and one more every
/// five minutes, as client-go's recorders hold themselves to it.
struct EventBudgets: Sendable {
  static let burst: Int64 = 25
  /// How much of the past is remembered: a client-go cache keeps as many entries.
  static let remembered = 4096
  /// Milliseconds after which one more is allowed.
  static let pause: Int64 = 300_000

  /// Allowed events, in milliseconds of waiting, as of a moment.
  private struct Bucket: Sendable {
    var credit: Int64
    var since: SimTime
  }

  /// What somebody reports: an event, by its reason and its name or message.
  struct Report: Hashable, Sendable {
    let source: EventReporter
    let reason: String
    let name: String
  }

  /// Only for sources that have said a lot about an object: others are far from their limit.
  private var buckets = RecentlyUsed<EventReporter, Bucket>(limit: remembered)
  /// How often something happened that was not reported; by what it was.
  private var unreported = RecentlyUsed<Report, Int>(limit: remembered)

  /// Whether a source may report once more.
  ///
  /// `reported` is how many reports of it about the object are known, `first` when the first was.
  mutating func spend(
    _ source: EventReporter, reported: Int, since first: SimTime?,
    at now: SimTime
  ) -> Bool {
    var bucket: Bucket
    if let known = buckets[source] {
      bucket = known
    } else {
      if reported + 1 < Self.burst { return true }
      bucket = Bucket(
        credit: (Self.burst - Int64(reported)) * Self.pause, since: first ?? now)
    }
    let waited = (now - bucket.since).milliseconds
    bucket.credit = min(bucket.credit + waited, Self.burst * Self.pause)
    bucket.since = now
    let isAllowed = bucket.credit >= Self.pause
    if isAllowed { bucket.credit -= Self.pause }
    buckets[source] = bucket
    return isAllowed
  }

  /// Notes that something happened that is not reported.
  mutating func keepQuiet(about what: Report) { unreported[what] = (unreported[what] ?? 0) + 1 }

  /// How often something happened unreported until now.
  mutating func takeUnreported(_ what: Report) -> Int {
    guard let count = unreported[what] else { return 0 }
    unreported[what] = nil
    return count
  }
}
