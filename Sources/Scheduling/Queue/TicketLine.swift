import Engine
import Objects

/// A pod's place in one of the scheduler's lines.
final class Ticket: Sendable {
  enum Line: Sendable {
    case active
    case paused
    case afterError
    case resting
  }

  let waiting: SchedulingQueue.Waiting
  let line: Line
  /// The pod's rank when it came into the line.
  let priority: Int
  /// When the pod may leave the line.
  let due: SimTime
  /// Decides among those who came into the line with the same rank: counts up.
  let stamp: Int

  init(_ waiting: SchedulingQueue.Waiting, in line: Line, due: SimTime, stamp: Int) {
    self.waiting = waiting
    self.line = line
    priority = waiting.pod.priority
    self.due = due
    self.stamp = stamp
  }

  /// The same place for a pod that looks different now.
  init(_ other: Ticket, for pod: PodFacts) {
    var waiting = other.waiting
    waiting.pod = pod
    self.waiting = waiting
    line = other.line
    priority = other.priority
    due = other.due
    stamp = other.stamp
  }

  /// Who is due first, matters most, or came first.
  fileprivate func precedes(_ other: Ticket) -> Bool {
    if due != other.due { return due < other.due }
    if priority != other.priority { return priority > other.priority }
    if waiting.since != other.waiting.since { return waiting.since < other.waiting.since }
    return (waiting.sequence, stamp) < (other.waiting.sequence, other.stamp)
  }
}

/// Tickets in the order in which they are due, in short lists: a copy shares all lists but those
/// that change, so that however many wait, one that comes or goes costs little.
struct TicketLine: Sendable {
  private static let mostInAList = 128

  /// None is empty; each ends before the next begins.
  private var lists: [[Ticket]] = []

  var first: Ticket? { lists.first?.first }

  mutating func add(_ ticket: Ticket) {
    guard let last = lists.last?.last, ticket.precedes(last) else {
      append(ticket)
      return
    }
    let list = listHolding(ticket)
    lists[list].insert(ticket, at: place(of: ticket, in: lists[list]))
    guard lists[list].count > Self.mostInAList else { return }
    let rest = Array(lists[list][(Self.mostInAList / 2)...])
    lists[list].removeSubrange((Self.mostInAList / 2)...)
    lists.insert(rest, at: list + 1)
  }

  private mutating func append(_ ticket: Ticket) {
    if lists.isEmpty || lists[lists.count - 1].count >= Self.mostInAList {
      lists.append([ticket])
    } else {
      lists[lists.count - 1].append(ticket)
    }
  }

  mutating func remove(_ ticket: Ticket) {
    let list = listHolding(ticket)
    guard list < lists.count else { return }
    let place = place(of: ticket, in: lists[list])
    guard place < lists[list].count, lists[list][place] === ticket else { return }
    lists[list].remove(at: place)
    if lists[list].isEmpty { lists.remove(at: list) }
  }

  /// The first list that does not end before the ticket; their count when all do.
  private func listHolding(_ ticket: Ticket) -> Int {
    if let last = lists.first?.last, !last.precedes(ticket) { return 0 }
    var low = 0
    var high = lists.count
    while low < high {
      let middle = (low + high) / 2
      if lists[middle][lists[middle].count - 1].precedes(ticket) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  private func place(of ticket: Ticket, in list: [Ticket]) -> Int {
    if let first = list.first, !first.precedes(ticket) { return 0 }
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if list[middle].precedes(ticket) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
