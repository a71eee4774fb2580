import Engine

/// How long the kubelet waits before it starts a container again that keeps ending.
///
/// The first restart comes at once; then 10 s, doubling to 300 s, counted from the last end. Ten
/// quiet minutes start it over.
struct CrashBackOff: Hashable, Sendable {
  static let first = SimSpan.seconds(10)
  static let longest = SimSpan.seconds(300)

  private(set) var span: SimSpan?
  private var updatedAt: SimTime?

  /// When a container that ended at `end` may start again.
  func restartTime(after end: SimTime) -> SimTime {
    guard let span, let updatedAt, end - updatedAt <= Self.longest * 2 else { return end }
    return end + span
  }

  /// Takes note of a restart: the next one waits longer.
  mutating func restarted(at now: SimTime, after end: SimTime) {
    if let span, let updatedAt, end - updatedAt <= Self.longest * 2 {
      self.span = min(span * 2, Self.longest)
    } else {
      span = Self.first
    }
    updatedAt = now
  }
}
