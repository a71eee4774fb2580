import Engine
import HashTreeCollections
import Objects

/// How long to wait before trying again what failed: 5 ms, doubled each time, 1000 s at most, as
/// the work queues of client-go do it.
struct RetryDelays: Sendable {
  private var failures = TreeDictionary<ObjectKey, Int>()

  mutating func next(for key: ObjectKey) -> SimSpan {
    let count = failures[key] ?? 0
    failures[key] = count + 1
    return .milliseconds(min(5 << Int64(min(count, 20)), 1_000_000))
  }

  mutating func forget(_ key: ObjectKey) { failures[key] = nil }
}
