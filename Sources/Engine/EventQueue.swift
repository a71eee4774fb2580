import HashTreeCollections
import HeapModule

/// What is to be looked at, and when, in time order; equal times in the order they were asked for.
///
/// A key waits at most once, at the earliest moment asked for: whoever looks at a key decides anew
/// when it wants to look again, as level-triggered controllers do.
public struct EventQueue<Key: Hashable & Sendable>: Sendable {
  struct Entry: Comparable, Sendable {
    let time: SimTime
    let sequence: UInt64
    let key: Key

    static func < (left: Entry, right: Entry) -> Bool {
      (left.time, left.sequence) < (right.time, right.sequence)
    }

    static func == (left: Entry, right: Entry) -> Bool { left.sequence == right.sequence }
  }

  private var heap = Heap<Entry>()
  /// The one live entry of each key; a heap entry with another sequence number is stale.
  private var pending = TreeDictionary<Key, Pending>()
  private var nextSequence: UInt64 = 0

  struct Pending: Sendable, Equatable {
    let time: SimTime
    let sequence: UInt64
  }

  public init() {}

  public var isEmpty: Bool { pending.isEmpty }
  public var count: Int { pending.count }

  /// Asks for `key` to be looked at, no later than `time`.
  public mutating func add(_ key: Key, at time: SimTime) {
    if let waiting = pending[key], waiting.time <= time { return }
    pending[key] = Pending(time: time, sequence: nextSequence)
    heap.insert(Entry(time: time, sequence: nextSequence, key: key))
    nextSequence += 1
  }

  /// When the first key is due.
  public mutating func nextTime() -> SimTime? {
    dropStale()
    return heap.min?.time
  }

  /// Takes out the first key that is due by `deadline`.
  public mutating func popFirst(by deadline: SimTime) -> (time: SimTime, key: Key)? {
    dropStale()
    guard let first = heap.min, first.time <= deadline else { return nil }
    _ = heap.popMin()
    pending[first.key] = nil
    return (first.time, first.key)
  }

  /// The keys that wait, with their times, in no particular order.
  public var waiting: [(key: Key, time: SimTime)] { pending.map { ($0.key, $0.value.time) } }

  private mutating func dropStale() {
    while let first = heap.min, pending[first.key]?.sequence != first.sequence {
      _ = heap.popMin()
    }
  }
}
