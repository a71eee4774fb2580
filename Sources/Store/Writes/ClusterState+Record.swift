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
    let known = recollection(of: note, by: actor, at: now)
    if actor == .scheduler {
      return write(known, times: 1, by: actor, at: now, using: &random)
    }
    let source = EventReporter(of: note, by: actor)
    let report = EventBudgets.Report(
      source: source, reason: note.reason, name: known.repeated?.name ?? known.note.message)
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
    var latest: EventRecord?
    /// The event that says the same.
    var repeated: EventRecord?
    /// How often whoever notes it has reported about the thing, and since when.
    var reported = 0
    var since: SimTime?
  }

  private func recollection(
    of note: EventNote, by actor: Actor, at now: SimTime
  ) -> Recollection {
    let subject = note.object.uid ?? note.object.name
    let known = eventBook.records(about: note.object.name, in: note.namespace)
      .only { $0.isAbout(subject) }
    var recollection = Recollection(note: note, latest: known.last)
    if actor == .scheduler {
      recollection.repeated = known.last { Self.continues($0, note) }
      return recollection
    }
    let source = EventReporter(of: note, by: actor)
    let forgotten = Self.revisionForgotten(by: actor, note, known)
    let own = known.only { source.reported($0) && $0.revision >= forgotten }
    recollection.repeated = own.last { Self.says($0, note) }
    if Self.isOneOfMany(note, among: own, at: now) {
      recollection.note.message = Self.combined + note.message
      let note = recollection.note
      recollection.repeated = own.last { Self.isCombined($0, note) }
    }
    recollection.reported = own.reduce(0) { $0 + $1.count }
    recollection.since = own.lazy.map(\.time.wholeSecond).min()
    return recollection
  }

  private mutating func write(
    _ known: Recollection, times: Int, by actor: Actor, at now: SimTime,
    using random: inout SeededRandom
  ) -> Written {
    let note = known.note
    let before = known.repeated?.event(in: note.namespace)
    var record: EventRecord
    if let repeated = known.repeated {
      record = repeated.coming(again: times, saying: note.message, at: now)
    } else {
      record = EventRecord(
        note, by: actor, at: now, revision: revision, identifier: random.uniqueIdentifier(),
        beside: known.latest)
      record.count = times
    }
    revision += 1
    record.revision = revision
    let after = record.event(in: note.namespace)
    eventBook.put(record, in: note.namespace)
    return Written(
      verb: before == nil ? .created : .updated, key: after.key, before: before, after: after)
  }

  /// Up to which revision the actor has forgotten what it reported: a kubelet that starts begins
  /// to count anew.
  private static func revisionForgotten(
    by actor: Actor, _ note: EventNote, _ known: [EventRecord]
  ) -> Int {
    guard case .kubelet = actor, note.object.kind == Kind.node.rawValue else { return 0 }
    if note.reason == "Starting" { return .max }
    return known.filter { $0.reason == "Starting" }.map(\.revision).max() ?? 0
  }

  private static func says(_ record: EventRecord, _ note: EventNote) -> Bool {
    record.reason == note.reason && record.message == note.message && record.type == note.type
      && record.fieldPath == note.object.fieldPath
  }

  /// The newer API makes a series of what happens again to the same version of an object, in
  /// whatever words.
  private static func continues(_ record: EventRecord, _ note: EventNote) -> Bool {
    record.isOfNewerAPI && record.reason == note.reason && record.type == note.type
      && record.subjectVersion == note.object.resourceVersion
      && record.fieldPath == note.object.fieldPath
  }
}

extension EventNote {
  /// Where its event goes: what is in no namespace has its events among the default one's.
  fileprivate var namespace: String { object.namespace ?? "default" }
}

extension [EventRecord] {
  /// Those that are wanted, which nearly always are all.
  fileprivate func only(_ isWanted: (EventRecord) -> Bool) -> [EventRecord] {
    allSatisfy(isWanted) ? self : filter(isWanted)
  }
}

extension EventRecord {
  /// The same, after it has come again.
  fileprivate func coming(again times: Int, saying message: String, at now: SimTime) -> Self {
    var record = self
    if isOfNewerAPI {
      var series = series ?? EventSeries()
      series.count = max(series.count, 1) + 1
      series.lastObservedTime = MicroTime(now)
      record.series = series
    } else {
      record.message = message
      record.count += times
      record.lastTime = now.wholeSecond
    }
    record.changeWhole(like: record)
    return record
  }

  /// What somebody has added to an event stays when it comes again.
  private mutating func changeWhole(like record: EventRecord) {
    guard var event = whole else { return }
    event.message = record.message
    event.series = record.series
    if !record.isOfNewerAPI {
      event.count = record.count
      event.lastTimestamp = record.lastTime
    }
    whole = event
  }
}
