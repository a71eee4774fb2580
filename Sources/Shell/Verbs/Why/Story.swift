import Engine
import Kubectl
import Objects
import Scheduling
import Simulation
import Store

/// What led to an object's present state, oldest first.
struct Story {
  /// One link of the chain: who did what to which object, and when.
  struct Link {
    var time: SimTime
    var actor: Actor
    var key: ObjectKey
    /// A participle phrase, `bound to worker-1`, or a report in the words of an event.
    var what: String
    /// What the scheduler thought, where it chose a node here.
    var account: SchedulingAccount?
    /// Nil for what was done; for a report whether it is a warning.
    var warns: Bool?
  }

  let key: ObjectKey
  /// Nil when the object is gone.
  let object: (any APIObject)?
  /// What made somebody create it comes first.
  let links: [Link]
  /// Whether its beginning is known: what happened long ago is forgotten.
  let isWhole: Bool
  /// What the scheduler thinks now of a pod that waits.
  private(set) var present: SchedulingAccount?
  private(set) var remedies: [String] = []
  /// The objects it owns.
  let belongings: [any APIObject]
  let world: World

  /// Nil when there neither is nor was such an object.
  init?(of key: ObjectKey, in timeline: Timeline) {
    self.key = key
    world = timeline.present
    let history = world.history.changes()
    let own = history.filter { $0.key == key }
    object = world.state[key]
    guard !own.isEmpty || object != nil else { return nil }
    // An object of the same name that went before is another story.
    let birth = own.lastIndex { $0.verb == .created } ?? 0
    let changes = Array(own[birth...])
    let uid = (changes.first?.object ?? object)?.metadata.uid
    let notes = Self.notes(about: key, uid: uid, in: history)
    isWhole = changes.first?.verb == .created
    let origins = changes.first.map { Self.origins(of: $0, timeline.present) } ?? []
    links = origins + Self.links(changes, notes, timeline)
    let state = world.state
    let owned = object.map { state.ownedKeys(by: $0.metadata.uid) } ?? []
    belongings = owned.compactMap { state[$0] }
    if let pod = object as? Pod, pod.waitsForNode {
      present = SchedulingAccount(of: pod, in: world)
      remedies = Remedies(for: pod, in: world).found
    }
  }

  /// The latest word of every event about the object, oldest first.
  private static func notes(
    about key: ObjectKey, uid: String?, in history: [Change]
  ) -> [Change] {
    var latest: [ObjectKey: Change] = [:]
    var order: [ObjectKey] = []
    for change in history where change.key.kind == .event {
      guard let event = change.after as? Event, event.involvedObject.kind == key.kind.rawValue,
        event.involvedObject.name == key.name,
        event.involvedObject.uid == nil || event.involvedObject.uid == uid || key.kind == .node
      else { continue }
      if latest[change.key] == nil { order.append(change.key) }
      latest[change.key] = change
    }
    return order.compactMap { latest[$0] }
  }

  /// What made somebody create the object, from the first cause on.
  private static func origins(of birth: Change, _ world: World) -> [Link] {
    var links: [Link] = []
    var change = birth
    while links.count < 8, let cause = change.cause.flatMap({ world.history.change(revision: $0) })
    {
      change = cause
      let what = Sentences.about(cause).first ?? "changed"
      links.insert(Link(time: cause.time, actor: cause.actor, key: cause.key, what: what), at: 0)
    }
    return links
  }

  private static func links(
    _ changes: [Change], _ notes: [Change], _ timeline: Timeline
  ) -> [Link] {
    var links: [(revision: Int, link: Link)] = []
    for change in changes {
      for what in Sentences.about(change) {
        var link = Link(time: change.time, actor: change.actor, key: change.key, what: what)
        if what.hasPrefix(Sentences.bound) {
          link.account = SchedulingAccount(of: change, in: timeline)
        }
        links.append((change.revision, link))
      }
    }
    for note in notes {
      guard let event = note.after as? Event else { continue }
      // Binding is told with its reasons already.
      if event.reason == "Scheduled" { continue }
      let count = event.series?.count ?? event.count ?? 1
      let times = count > 1 ? " (\(count) times)" : ""
      let teller = event.reportingComponent.isEmpty ? "" : " (\(event.reportingComponent))"
      let link = Link(
        time: note.time, actor: note.actor, key: note.key,
        what: "\(event.reason ?? "")\(times)\(teller): \(event.message ?? "")",
        warns: event.type == .warning)
      links.append((note.revision, link))
    }
    return links.sorted { $0.revision < $1.revision }.map(\.link)
  }
}

extension Pod {
  /// Whether it has no node yet and would take one.
  var waitsForNode: Bool {
    spec.nodeName.isEmpty && !metadata.isDeleting && !hasEnded
  }
}
