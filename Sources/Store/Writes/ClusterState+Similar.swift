import Engine
import Objects

extension ClusterState {
  /// How many different messages of one kind make the rest similar.
  private static let similarMessages = 10
  /// How long after the last one of its kind a message begins a new count.
  private static let similarWithin = SimSpan.minutes(10)
  /// What a message that stands for many begins with.
  static let combined = "(combined from similar events): "

  static func isCombined(_ event: Event, _ note: EventNote) -> Bool {
    event.reason == note.reason && event.type == note.type
      && event.message?.hasPrefix(combined) == true
  }

  /// Whether so many different things of the kind have been reported of late that this one is only
  /// counted. `own` are the reporter's events about the object.
  static func isOneOfMany(_ note: EventNote, among own: [Event], at now: SimTime) -> Bool {
    // Most things have little said about them.
    guard own.count + 1 >= similarMessages else { return false }
    let similar = own.filter { $0.reason == note.reason && $0.type == note.type }
    guard similar.count + 1 >= similarMessages else { return false }
    // Ten at most, if all goes on as it should: no set is worth its while.
    var messages: [String] = []
    var limit = now - similarWithin
    for event in similar.sorted(by: { ($0.lastTimestamp ?? now) > ($1.lastTimestamp ?? now) }) {
      let seen = event.lastTimestamp ?? now
      if seen < limit { break }
      limit = min(limit, seen - similarWithin)
      guard let message = event.message, !message.hasPrefix(combined) else { continue }
      if !messages.contains(message) { messages.append(message) }
    }
    return !messages.contains(note.message) && messages.count + 1 >= similarMessages
  }
}
