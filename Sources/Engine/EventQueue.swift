import HashTreeCollections
import HeapModule

/// What is to be looked at, and when, in time order; equal times in the order they were asked for.
///
/// A key waits at most once, at the earliest moment asked for: whoever looks at a key decides anew
/// when it wants to look again, as level-triggered controllers do.
@frozen
public struct EventQueue<Key: Hashable & Sendable>: Sendable {
  /// Small, since a heap is one piece of memory: the first change after a snapshot copies it whole.
  @usableFromInline
  struct Entry: Comparable, Sendable {
    @usableFromInline let time: SimTime
    @usableFromInline let sequence: UInt64
    @usableFromInline let place: Shared<Key>

    @inlinable var key: Key { place.wrappedValue }

    @inlinable
    init(time: SimTime, sequence: UInt64, key: Key) {
      self.time = time
      self.sequence = sequence
      place = Shared(wrappedValue: key)
    }

    @inlinable
    static func < (left: Entry, right: Entry) -> Bool {
      (left.time, left.sequence) < (right.time, right.sequence)
    }

    @inlinable
    static func == (left: Entry, right: Entry) -> Bool { left.sequence == right.sequence }
  }

  @usableFromInline var heap = Heap<Entry>()
  /// The one live entry of each key; a heap entry with another sequence number is stale.
  @usableFromInline var pending = TreeDictionary<Key, Pending>()
  @usableFromInline var nextSequence: UInt64 = 0

  @usableFromInline
  struct Pending: Sendable {
    @usableFromInline let time: SimTime
    @usableFromInline let sequence: UInt64
    @usableFromInline let cause: Int?

    @inlinable
    init(time: SimTime, sequence: UInt64, cause: Int?) {
      self.time = time
      self.sequence = sequence
      self.cause = cause
    }
  }

  /// A key that is due.
  public struct Due: Sendable {
    public let time: SimTime
    public let key: Key
    /// The revision of the change that asked for this look, if one did.
    public let cause: Int?

    @inlinable
    init(time: SimTime, key: Key, cause: Int?) {
      self.time = time
      self.key = key
      self.cause = cause
    }
  }

  @inlinable public init() {}

  @inlinable public var isEmpty: Bool { pending.isEmpty }
  @inlinable public var count: Int { pending.count }

  /// Asks for `key` to be looked at, no later than `time`, because of the change `cause`.
  @inlinable
  public mutating func add(_ key: Key, at time: SimTime, because cause: Int? = nil) {
    if let waiting = pending[key], waiting.time <= time { return }
    pending[key] = Pending(time: time, sequence: nextSequence, cause: cause)
    heap.insert(Entry(time: time, sequence: nextSequence, key: key))
    nextSequence += 1
  }

  /// When the first key is due.
  @inlinable
  public mutating func nextTime() -> SimTime? {
    dropStale()
    return heap.min?.time
  }

  /// Takes out the first key that is due by `deadline`.
  @inlinable
  public mutating func popFirst(by deadline: SimTime) -> Due? {
    dropStale()
    guard let first = heap.min, first.time <= deadline else { return nil }
    _ = heap.popMin()
    let waiting = pending.removeValue(forKey: first.key)
    return Due(time: first.time, key: first.key, cause: waiting?.cause)
  }

  /// The keys that wait, with their times, in no particular order.
  @inlinable public var waiting: [(key: Key, time: SimTime)] {
    pending.map { ($0.key, $0.value.time) }
  }

  @inlinable
  mutating func dropStale() {
    while let first = heap.min, pending[first.key]?.sequence != first.sequence {
      _ = heap.popMin()
    }
  }
}
