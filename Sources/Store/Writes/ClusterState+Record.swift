import Engine
import HashTreeCollections
import Objects

extension ClusterState {
  /// Writes an Event, or counts up the one that already says the same.
  mutating func record(
    _ note: EventNote, by actor: Actor, at now: SimTime, using random: inout SeededRandom
  ) -> Written? {
    let component = note.component ?? actor.component
    let subject = note.object.uid ?? note.object.name ?? ""
    let known = (eventsByObject[subject]?.keys ?? []).compactMap { objects[$0] as? Event }
    let forgotten = Self.revisionForgotten(by: actor, note, known)
    let remembered = known.filter { $0.metadata.resourceVersion >= forgotten }
    let repeated = remembered.last {
      actor == .scheduler ? Self.continues($0, note) : Self.says($0, note, component)
    }
    if let stored = repeated {
      var event = stored
      Self.repeatAgain(&event, at: now)
      let after = store(event)
      return Written(verb: .updated, key: after.key, before: stored, after: after)
    }
    let after = store(
      event(from: note, by: actor, component, at: now, uid: random.uuid()))
    return Written(verb: .created, key: after.key, before: nil, after: after)
  }

  /// The moment in nanoseconds, which names events so that they list in the order of time; the
  /// count of writes keeps those of one moment apart.
  private func stamp(at now: SimTime) -> String {
    String(now.milliseconds * 1_000_000 + Int64(revision % 1_000_000), radix: 16)
  }

  private func event(
    from note: EventNote, by actor: Actor, _ component: String, at now: SimTime, uid: String
  ) -> Event {
    var event = Event()
    let name = note.object.name ?? "unknown"
    event.metadata = ObjectMeta(
      name: "\(name).\(stamp(at: now))", namespace: note.object.namespace ?? "default")
    event.metadata.uid = uid
    event.metadata.creationTimestamp = now.wholeSecond
    event.involvedObject = note.object
    event.type = note.type
    event.reason = note.reason
    event.message = note.message
    event.reportingComponent = component
    if case .kubelet(let node) = actor {
      event.source.host = node
      event.reportingInstance = node
    }
    if actor == .scheduler {
      // The scheduler reports through the newer API: a moment with microseconds, and no count.
      event.eventTime = MicroTime(now)
      event.action = note.reason == "Preempted" ? "Preempting" : "Binding"
      event.reportingInstance = "default-scheduler-control-plane"
    } else {
      event.source.component = component
      event.firstTimestamp = now.wholeSecond
      event.lastTimestamp = now.wholeSecond
      event.count = 1
    }
    return event
  }

  /// Up to which revision the actor has forgotten what it reported: a kubelet that starts begins
  /// to count anew.
  private static func revisionForgotten(
    by actor: Actor, _ note: EventNote, _ known: [Event]
  ) -> Int {
    guard case .kubelet = actor, note.object.kind == Kind.node.rawValue else { return 0 }
    if note.reason == "Starting" { return .max }
    let starts = known.filter { $0.reason == "Starting" }
    return starts.map(\.metadata.resourceVersion).max() ?? 0
  }

  private static func says(_ event: Event, _ note: EventNote, _ component: String) -> Bool {
    event.reason == note.reason && event.message == note.message && event.type == note.type
      && event.reportingComponent == component
      && event.involvedObject.fieldPath == note.object.fieldPath
  }

  /// The newer API makes a series of what happens again to the same version of an object, in
  /// whatever words.
  private static func continues(_ event: Event, _ note: EventNote) -> Bool {
    event.eventTime != nil && event.reason == note.reason && event.type == note.type
      && event.involvedObject == note.object
  }

  private static func repeatAgain(_ event: inout Event, at now: SimTime) {
    if event.eventTime != nil {
      var series = event.series ?? EventSeries()
      series.count = max(series.count, 1) + 1
      series.lastObservedTime = MicroTime(now)
      event.series = series
    } else {
      event.count = (event.count ?? 1) + 1
      event.lastTimestamp = now.wholeSecond
    }
  }
}
