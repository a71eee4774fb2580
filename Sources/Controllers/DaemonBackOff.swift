import Engine
import HashTreeCollections
import Objects

/// How long to leave a failed daemon pod alone before its node gets another: 1 s, doubled with
/// each failure there, 15 minutes at most.
struct DaemonBackOff: Sendable {
  private static let longest = SimSpan.minutes(15)

  private struct Entry: Sendable {
    var delay: SimSpan
    var since: SimTime
  }

  private var entries = TreeDictionary<ObjectKey, TreeDictionary<String, Entry>>()

  /// How long a set still has to wait on a node; nil when it need not, and then the next wait is
  /// counted from now.
  mutating func wait(for set: ObjectKey, on node: String, at now: SimTime) -> SimSpan? {
    guard let entry = entries[set]?[node], now - entry.since <= Self.longest + Self.longest else {
      entries[set, default: [:]][node] = Entry(delay: .seconds(1), since: now)
      return nil
    }
    if now - entry.since < entry.delay { return entry.delay }
    let delay = min(entry.delay + entry.delay, Self.longest)
    entries[set, default: [:]][node] = Entry(delay: delay, since: now)
    return nil
  }

  mutating func forget(_ set: ObjectKey) { entries[set] = nil }
}
