import Engine

/// How long the kubelet waits before it starts a container again that keeps ending.
///
/// The first restart comes at once; then 10 s, doubling to 300 s, counted from the last end. Ten
/// quiet minutes start it over. The kubelet does not wake at the very end of a wait: it looks again
/// after what remains, or a minute if that is less, and each time up to half as much longer. A
/// fixed share of that half, near what was recorded, keeps the same lab the same.
struct CrashBackOff: Hashable, Sendable {
  static let first = SimSpan.seconds(10)
  static let longest = SimSpan.seconds(300)
  private static let longestSleep = SimSpan.seconds(60)

  private(set) var span: SimSpan?
  private var updatedAt: SimTime?

  /// The wait that a container which ended at `end` is under; nil when it may start at once.
  func wait(after end: SimTime) -> SimSpan? {
    guard let span, let updatedAt, end - updatedAt <= Self.longest * 2 else { return nil }
    return span
  }

  /// When a container that ended at `end` is started again.
  func restartTime(after end: SimTime) -> SimTime {
    guard let wait = wait(after: end) else { return end }
    return end + Self.nap(through: wait)
  }

  /// When its status begins to say CrashLoopBackOff; nil when it is started again before that.
  ///
  /// A status tells what the look before it has found: at the first look the container has only
  /// just ended.
  func toldTime(after end: SimTime) -> SimTime? {
    guard let wait = wait(after: end) else { return nil }
    let second = Self.sleep(min(wait, Self.longestSleep))
    return second < wait ? end + second : nil
  }

  /// Takes note of a restart: the next one waits longer.
  mutating func restarted(at now: SimTime, after end: SimTime) {
    span = wait(after: end).map { min($0 * 2, Self.longest) } ?? Self.first
    updatedAt = now
  }

  /// How long it takes to notice that `wait` is over.
  static func nap(through wait: SimSpan) -> SimSpan {
    var slept = SimSpan.zero
    while slept < wait { slept = slept + sleep(min(wait - slept, longestSleep)) }
    return slept
  }

  private static func sleep(_ span: SimSpan) -> SimSpan {
    .milliseconds(span.milliseconds * 13 / 10)
  }
}
