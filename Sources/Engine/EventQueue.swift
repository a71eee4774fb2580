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
    let cause: Int?
  }

  /// A key that is due.
  public struct Due: Sendable {
    public let time: SimTime
    public let key: Key
    /// The revision of the change that asked for this look, if one did.
    public let cause: Int?
  }

  public init() {}

  public var isEmpty: Bool { pending.isEmpty }
  public var count: Int { pending.count }

  /// Asks for `key` to be looked at, no later than `time`, because of the change `cause`.
  public mutating func add(_ key: Key, at time: SimTime, because cause: Int? = nil) {
    if let waiting = pending[key], waiting.time <= time { return }
    pending[key] = Pending(time: time, sequence: nextSequence, cause: cause)
    heap.insert(Entry(time: time, sequence: nextSequence, key: key))
    nextSequence += 1
  }

  /// When the first key is due.
  public mutating func nextTime() -> SimTime? {
    dropStale()
    return heap.min?.time
  }

  /// Takes out the first key that is due by `deadline`.
  public mutating func popFirst(by deadline: SimTime) -> Due? {
    dropStale()
    guard let first = heap.min, first.time <= deadline else { return nil }
    _ = heap.popMin()
    let waiting = pending.removeValue(forKey: first.key)
    return Due(time: first.time, key: first.key, cause: waiting?.cause)
  }

  /// The keys that wait, with their times, in no particular order.
  public var waiting: [(key: Key, time: SimTime)] { pending.map { ($0.key, $0.value.time) } }

  private mutating func dropStale() {
    while let first = heap.min, pending[first.key]?.sequence != first.sequence {
      _ = heap.popMin()
    }
  }
}
