import Engine
import HashTreeCollections
import HeapModule
import Objects

/// A pod's place in one of the scheduler's lines.
struct Ticket: Comparable, Sendable {
  /// When the pod may leave the line.
  let due: SimTime
  let priority: Int
  let since: SimTime
  /// Decides among equals: who came first.
  let sequence: Int
  /// Tells a ticket that holds from one that its pod has given up for a later one.
  let stamp: Int
  let key: ObjectKey

  static func == (left: Ticket, right: Ticket) -> Bool { left.stamp == right.stamp }

  static func < (left: Ticket, right: Ticket) -> Bool {
    if left.due != right.due { return left.due < right.due }
    if left.priority != right.priority { return left.priority > right.priority }
    return (left.since, left.sequence, left.stamp) < (right.since, right.sequence, right.stamp)
  }
}

/// Tickets in the order in which they are due. Those that no longer hold are dropped when they
/// come to the front, so that leaving a line costs nothing.
struct TicketLine: Sendable {
  private var heap = Heap<Ticket>()

  mutating func add(_ ticket: Ticket) { heap.insert(ticket) }

  /// The first ticket that still holds, given the stamp of each pod's latest one.
  mutating func first(holding stamps: TreeDictionary<ObjectKey, Int>) -> Ticket? {
    while let first = heap.min, stamps[first.key] != first.stamp { _ = heap.popMin() }
    return heap.min
  }
}
