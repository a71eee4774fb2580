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
    let source = EventReporter(of: note, by: actor)
    let known = recollection(of: note, from: source, by: actor, at: now)
    if actor == .scheduler {
      return write(known, times: 1, by: actor, at: now, using: &random)
    }
    let report = EventBudgets.Report(
      source: source, reason: note.reason, name: known.repeated?.key.name ?? known.note.message)
    let isHeard = eventBudgets.spend(source, reported: known.reported, since: known.since, at: now)
    guard isHeard else {
      eventBudgets.keepQuiet(about: report)
      return nil
    }
    let times = 1 + eventBudgets.takeUnreported(report)
    return write(known, times: times, by: actor, at: now, using: &random)
  }

  /// What is known when something is noted.
  private struct Recollection {
    /// What is noted, in the words in which it is to be written.
    var note: EventNote
    /// The last event about the same thing, whoever reported it.
    var latest: Event?
    /// The event that says the same.
    var repeated: Event?
    /// How often whoever notes it has reported about the thing, and since when.
    var reported = 0
    var since: SimTime?
  }

  private func recollection(
    of note: EventNote, from source: EventReporter, by actor: Actor, at now: SimTime
  ) -> Recollection {
    let uid = note.object.uid ?? note.object.name
    let known = eventBook.events(aboutNameOf: note.object).only { $0.isAbout(uid) }
    var recollection = Recollection(note: note, latest: known.last)
    if actor == .scheduler {
      recollection.repeated = known.last { Self.continues($0, note) }
      return recollection
    }
    let forgotten = Self.revisionForgotten(by: actor, note, known)
    let own = known.only { source.reported($0) && $0.version >= forgotten }
    recollection.repeated = own.last { Self.says($0, note) }
    if Self.isOneOfMany(note, among: own, at: now) {
      recollection.note.message = Self.combined + note.message
      let note = recollection.note
      recollection.repeated = own.last { Self.isCombined($0, note) }
    }
    recollection.reported = own.reduce(0) { $0 + ($1.count ?? 1) }
    recollection.since = own.lazy.compactMap(\.firstTimestamp).min()
    return recollection
  }

  private mutating func write(
    _ known: Recollection, times: Int, by actor: Actor, at now: SimTime,
    using random: inout SeededRandom
  ) -> Written {
    let note = known.note
    var event: Event
    if let repeated = known.repeated {
      event = repeated
      if event.eventTime == nil { event.message = note.message }
      Self.repeatAgain(&event, times: times, at: now)
    } else {
      let report = Event.Report(
        at: now, after: revision, uid: random.uniqueIdentifier(),
        by: FieldManagers.Component(actor, writing: .event))
      event = Event(report, of: note, by: actor, beside: known.latest)
      if event.eventTime == nil { event.count = times }
    }
    revision += 1
    event.version = revision
    // Whatever is noted is named after what it is about.
    _ = eventBook.put(event)
    return Written(
      verb: known.repeated == nil ? .created : .updated, key: event.key, before: known.repeated,
      after: event)
  }

  /// Up to which revision the actor has forgotten what it reported: a kubelet that starts begins
  /// to count anew.
  private static func revisionForgotten(
    by actor: Actor, _ note: EventNote, _ known: [Event]
  ) -> Int {
    guard case .kubelet = actor, note.object.kind == Kind.node.rawValue else { return 0 }
    if note.reason == "Starting" { return .max }
    return known.filter { $0.reason == "Starting" }.map(\.version).max() ?? 0
  }

  private static func says(_ event: Event, _ note: EventNote) -> Bool {
    event.reason == note.reason && event.message == note.message && event.type == note.type
      && event.fieldPath == note.object.fieldPath
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

extension [Event] {
  /// Those that are wanted, which nearly always are all.
  fileprivate func only(_ isWanted: (Event) -> Bool) -> [Event] {
    allSatisfy(isWanted) ? self : filter(isWanted)
  }
}

extension Event {
  /// What a component notes for the first time.
  fileprivate init(
    _ report: Report, of note: EventNote, by actor: Actor, beside earlier: Event?
  ) {
    let reporter = Reporter(note.component ?? actor.component, for: actor)
    self.init(report, about: note.object, by: reporter, beside: earlier)
    type = note.type
    reason = note.reason
    message = note.message
    if actor == .scheduler {
      // The scheduler reports through the newer API: a moment with microseconds, and no count.
      eventTime = MicroTime(report.time)
      action = note.reason == "Preempted" ? "Preempting" : "Binding"
    } else {
      firstTimestamp = report.time.wholeSecond
      lastTimestamp = report.time.wholeSecond
      count = 1
    }
  }
}

extension Event.Reporter {
  fileprivate init(_ component: String, for actor: Actor) {
    self.init()
    self.component = component
    if actor == .scheduler {
      instance = "default-scheduler-control-plane"
    } else {
      source.component = component
      source.host = actor.node
      instance = actor.node ?? ""
    }
  }
}
