import Engine
import HashTreeCollections
import Objects

/// How long to wait before trying again what failed: 5 ms, doubled each time, 1000 s at most, as
/// the work queues of client-go do it, unless a controller has its own bounds.
struct RetryDelays: Sendable {
  private var failures = TreeDictionary<ObjectKey, Int>()
  private let first: SimSpan
  private let longest: SimSpan

  init(first: SimSpan = .milliseconds(5), longest: SimSpan = .seconds(1000)) {
    self.first = first
    self.longest = longest
  }

  mutating func next(for key: ObjectKey) -> SimSpan {
    let count = failures[key] ?? 0
    failures[key] = count + 1
    return min(.milliseconds(first.milliseconds << Int64(min(count, 20))), longest)
  }

  mutating func forget(_ key: ObjectKey) { failures[key] = nil }
}
