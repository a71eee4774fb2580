import Engine

/// How a container's processes share a core: what they do at one moment is counted in steps of
/// about a microsecond, and whoever computes without a pause is made to pause, so that no loop
/// holds up the world.
struct ContainerTurns: Sendable {
  /// Steps that are done at one moment.
  static let budget = 5_000
  /// So many pauses in a row take as long as the computing did; the following ones grow, since
  /// whoever computes on and on is not worth the time.
  private static let exactPauses = 100
  private static let growsEvery = 8
  private static let longestPause = SimSpan.minutes(1)

  private var moment: SimTime?
  private(set) var steps = 0
  /// Steps that nobody has asked for yet.
  private var uncounted = 0
  private(set) var pausedUntil: SimTime?
  private var pauses = 0

  /// Steps that are left at this moment.
  mutating func left(at now: SimTime) -> Int {
    if moment != now {
      moment = now
      steps = 0
    }
    return Self.budget - steps
  }

  mutating func count(_ more: Int) {
    steps += more
    uncounted += more
  }

  /// The steps since this was asked last.
  mutating func takeCounted() -> Int {
    defer { uncounted = 0 }
    return uncounted
  }

  func isPaused(at now: SimTime) -> Bool { pausedUntil.map { $0 > now } ?? false }

  /// Everybody waits for something: whatever computes next is not the same effort any more.
  mutating func rest() {
    pausedUntil = nil
    pauses = 0
  }

  /// The budget is used up: `limit` thousandths of a core take so much longer.
  mutating func pause(at now: SimTime, limitMillis limit: Int?) {
    let share = Int64(min(limit ?? 1000, 1000))
    let base = SimSpan.milliseconds(Int64(Self.budget) / max(1, share))
    let doublings = min(20, max(0, pauses - Self.exactPauses) / Self.growsEvery)
    let span = min(Self.longestPause, .milliseconds(base.milliseconds << doublings))
    pausedUntil = now + span
    pauses += 1
  }
}
