import Engine
import Objects

/// How long a Job waits after failures before it makes another pod: 10 s, doubled with every
/// failure since the last success, 10 minutes at most.
struct JobBackOff: Sendable {
  static let first = SimSpan.seconds(10)
  static let longest = SimSpan.minutes(10)

  private var failures = 0
  private var lastFailure: SimTime?

  /// Counts the pods that ended since the last look.
  mutating func count(succeeded: [Pod], failed: [Pod], at now: SimTime) {
    let failureTimes = failed.map { $0.finishTime(at: now) }
    if let success = succeeded.map({ $0.finishTime(at: now) }).max() {
      let later = failureTimes.filter { $0 > success }
      failures = later.count
      lastFailure = later.max()
    } else if let latest = failureTimes.max() {
      failures += failureTimes.count
      lastFailure = latest
    }
  }

  /// From when on pods may be made again; nil when they may be made now.
  func end(after now: SimTime) -> SimTime? {
    guard let lastFailure else { return nil }
    return Self.end(of: failures, since: lastFailure, after: now)
  }

  static func end(of failures: Int, since lastFailure: SimTime, after now: SimTime) -> SimTime? {
    guard failures > 0 else { return nil }
    let doubled = first.milliseconds << Int64(min(failures - 1, 30))
    let end = lastFailure + .milliseconds(min(doubled, longest.milliseconds))
    return end > now ? end : nil
  }
}

extension Pod {
  /// When the pod ended: when its last container did, when it ceased to be ready, or when its
  /// deletion was asked for.
  func finishTime(at now: SimTime) -> SimTime {
    let ends = status.containerStatuses.map(\.state.terminated?.finishedAt)
    let known = ends.compactMap { $0 }
    if let last = known.max(), known.count == ends.count { return last }
    let ready = status.conditions["Ready"]
    if let ready, ready.status == .isFalse, let time = ready.lastTransitionTime { return time }
    if let deletion = metadata.deletionTimestamp {
      return deletion - .seconds(Int64(metadata.deletionGracePeriodSeconds ?? 0))
    }
    return metadata.creationTimestamp ?? now
  }
}
