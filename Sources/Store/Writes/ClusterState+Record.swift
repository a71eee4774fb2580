import Engine
import HashTreeCollections
import Objects

extension ClusterState {
  /// Writes an Event, or counts up the one that already says the same.
  ///
  /// As client-go's recorders do it: the tenth different message of one kind within ten minutes and
  /// those behind it become one event, and who has said too much about an object is not heard.
  mutating func record(
    _ note: EventNote, by actor: Actor, at now: SimTime, using random: inout SeededRandom
  ) -> Written? {
    let subject = note.object.uid ?? note.object.name ?? ""
    let known = objects(Event.self, under: eventsByObject[subject]?.keys ?? [])
    if actor == .scheduler {
      let series = known.last { Self.continues($0, note) }
      return write(
        note, over: series, times: 1, by: actor, after: known.last, at: now, using: &random)
    }
    let source = EventReporter(of: note, by: actor)
    let forgotten = Self.revisionForgotten(by: actor, note, known)
    let own = known.filter { source.reported($0) && $0.metadata.resourceVersion >= forgotten }
    var note = note
    var repeated = own.last { Self.says($0, note) }
    if Self.isOneOfMany(note, among: own, at: now) {
      note.message = Self.combined + note.message
      repeated = own.last { Self.isCombined($0, note) }
    }
    let report = EventBudgets.Report(
      source: source, reason: note.reason, name: repeated?.metadata.name ?? note.message)
    let isHeard = eventBudgets.spend(
      source, reported: own.reduce(0) { $0 + ($1.count ?? 1) },
      since: own.compactMap(\.firstTimestamp).min(), at: now)
    guard isHeard else {
      eventBudgets.keepQuiet(about: report)
      return nil
    }
    let times = 1 + eventBudgets.takeUnreported(report)
    return write(
      note, over: repeated, times: times, by: actor, after: known.last, at: now, using: &random)
  }

  private mutating func write(
    _ note: EventNote, over stored: Event?, times: Int, by actor: Actor,
    after earlier: Event?, at now: SimTime, using random: inout SeededRandom
  ) -> Written {
    if let stored {
      var event = stored
      if event.eventTime == nil { event.message = note.message }
      Self.repeatAgain(&event, times: times, at: now)
      let after = store(event)
      return Written(verb: .updated, key: after.key, before: stored, after: after)
    }
    var event = event(
      from: note, by: actor, note.component ?? actor.component, at: now, uid: random.uuid())
    if event.eventTime == nil { event.count = times }
    if let earlier { Self.share(&event, with: earlier) }
    let after = store(event)
    return Written(verb: .created, key: after.key, before: nil, after: after)
  }

  /// Lets an event have in common with the one before it what both say alike.
  private static func share(_ event: inout Event, with earlier: Event) {
    if event.involvedObject == earlier.involvedObject {
      event.$involvedObject = earlier.$involvedObject
    }
    if event.reporter == earlier.reporter { event.$reporter = earlier.$reporter }
  }

  /// The moment in nanoseconds, which names events so that they list in the order of time; the
  /// count of writes keeps those of one moment apart. Go's nanoseconds end with the year 2262.
  private func stamp(at now: SimTime) -> String {
    String(now.milliseconds &* 1_000_000 &+ Int64(revision % 1_000_000), radix: 16)
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
    if let writer = FieldManagers.Component(actor, writing: .event) {
      event.metadata.managers.whole = FieldManagers.Trace(writer, at: now)
    }
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

  private static func says(_ event: Event, _ note: EventNote) -> Bool {
    event.reason == note.reason && event.message == note.message && event.type == note.type
      && event.involvedObject.fieldPath == note.object.fieldPath
  }

  /// The newer API makes a series of what happens again to the same version of an object, in
  /// whatever words.
  private static func continues(_ event: Event, _ note: EventNote) -> Bool {
    event.eventTime != nil && event.reason == note.reason && event.type == note.type
      && event.involvedObject == note.object
  }

  private static func repeatAgain(_ event: inout Event, times: Int, at now: SimTime) {
    if event.eventTime != nil {
      var series = event.series ?? EventSeries()
      series.count = max(series.count, 1) + 1
      series.lastObservedTime = MicroTime(now)
      event.series = series
    } else {
      event.count = (event.count ?? 1) + times
      event.lastTimestamp = now.wholeSecond
    }
  }
}
