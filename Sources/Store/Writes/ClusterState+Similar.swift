import Engine
import Objects

/// Who reports about an object: a component, of one node where it is a kubelet.
struct EventReporter {
  private let component: String
  private let host: String?
  private let object: ObjectReference

  init(of note: EventNote, by actor: Actor) {
    component = note.component ?? actor.component
    object = note.object
    if case .kubelet(let node) = actor { host = node } else { host = nil }
  }

  /// Itself as a text, unique.
  var key: String {
    [
      component, host ?? "", object.kind ?? "", object.namespace ?? "", object.name ?? "",
      object.uid ?? "",
    ].joined(separator: "|")
  }

  /// Something it has to say as a text, unique.
  func key(of reason: String, _ name: String) -> String { "\(key)|\(reason)|\(name)" }

  /// Whether an event about the object came from here.
  func reported(_ event: Event) -> Bool {
    event.eventTime == nil && event.source.component == component && event.source.host == host
      && event.involvedObject.kind == object.kind
      && event.involvedObject.namespace == object.namespace
      && event.involvedObject.name == object.name
  }
}

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
    var messages: Set<String> = []
    var limit = now - similarWithin
    for event in similar.sorted(by: { ($0.lastTimestamp ?? now) > ($1.lastTimestamp ?? now) }) {
      let seen = event.lastTimestamp ?? now
      if seen < limit { break }
      limit = min(limit, seen - similarWithin)
      if let message = event.message, !message.hasPrefix(combined) { messages.insert(message) }
    }
    return !messages.contains(note.message) && messages.count + 1 >= similarMessages
  }
}
