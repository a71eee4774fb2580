import Engine
import Objects
import Store

/// When events were written, in the order of time: none outlives its last report by more than an
/// hour. Copies share all but the oldest and the newest few.
struct EventLifetimes: Sendable {
  /// An event that was written, and the revision it had then.
  struct Writing: Sendable {
    let place: EventPlace
    let revision: Int
    let time: SimTime
  }

  private static let listLength = 256

  /// None empty.
  private var lists: [ArraySlice<Writing>] = []

  /// When the oldest was written.
  var first: SimTime? { lists.first?.first?.time }

  mutating func note(_ change: Change) {
    guard change.key.kind == .event, let event = change.after?.narrowed(to: Event.self) else {
      return
    }
    let writing = Writing(
      place: event.place, revision: change.revision, time: change.time)
    if let last = lists.indices.last, lists[last].count < Self.listLength {
      lists[last].append(writing)
    } else {
      lists.append([writing])
    }
  }

  /// Takes out what was written no later than `time`.
  mutating func take(through time: SimTime) -> [Writing] {
    var taken: [Writing] = []
    var emptied = 0
    for place in lists.indices {
      let ended = lists[place].prefix { $0.time <= time }
      taken += ended
      guard ended.count == lists[place].count else {
        lists[place].removeFirst(ended.count)
        break
      }
      emptied += 1
    }
    lists.removeFirst(emptied)
    return taken
  }
}
