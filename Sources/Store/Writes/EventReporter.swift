import Objects

/// Who reports about an object: a component, of one node where it is a kubelet.
struct EventReporter: Hashable, Sendable {
  private let component: String
  private let host: String?
  private let kind: String?
  private let namespace: String?
  private let name: String?
  private let uid: String?

  init(of note: EventNote, by actor: Actor) {
    component = note.component ?? actor.component
    kind = note.object.kind
    namespace = note.object.namespace
    name = note.object.name
    uid = note.object.uid
    if case .kubelet(let node) = actor { host = node } else { host = nil }
  }

  /// An object and a component say nearly all.
  func hash(into hasher: inout Hasher) {
    hasher.combine(uid ?? name)
    hasher.combine(component)
  }

  /// Whether an event about what has the name and the uid of the object came from here.
  func reported(_ event: Event) -> Bool { event.isReported(by: component, on: host, of: kind) }
}
