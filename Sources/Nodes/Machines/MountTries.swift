import Engine

/// When the kubelet tries again to mount what it could not.
///
/// A volume that fails is tried again after half a second, then after twice as long each time, up
/// to two minutes. Beside that the kubelet waits two minutes and three seconds for all volumes of
/// the pod before it says that it cannot start it.
struct MountTries: Hashable, Sendable {
  private static let first = SimSpan.milliseconds(500)
  private static let longest = SimSpan.seconds(122)
  private static let patience = SimSpan.seconds(123)
  /// From a start that failed to the next one.
  static let rest = SimSpan.seconds(12)

  /// When volumes are next tried; nil while nothing fails.
  private(set) var nextAt: SimTime?
  private var pause = Self.first
  /// When the kubelet next gives up waiting.
  private(set) var complaintAt: SimTime?

  func isDue(at now: SimTime) -> Bool { nextAt.map { now >= $0 } ?? true }

  mutating func failed(at now: SimTime, isTriedAgain: Bool) {
    if complaintAt == nil { complaintAt = now + Self.patience }
    nextAt = now + (isTriedAgain ? pause : Self.rest)
    if isTriedAgain { pause = min(pause * 2, Self.longest) }
  }

  /// Whether the kubelet gives up now; it begins to wait anew a little later.
  mutating func complains(at now: SimTime) -> Bool {
    guard let complaintAt, now >= complaintAt else { return false }
    self.complaintAt = now + Self.rest + Self.patience
    return true
  }

  /// When something is due; nil while nothing fails.
  var wakeAt: SimTime? { [nextAt, complaintAt].compactMap { $0 }.min() }

  mutating func succeeded() { self = MountTries() }
}
