import Engine
import Objects

/// An event in as little room as it can be told in: what all events about an object say of it they
/// have in common, and what follows from the rest is worked out when somebody looks.
struct EventRecord: Sendable {
  /// What it is about, without what differs from event to event.
  let subject: Shared<ObjectReference>
  /// The part of the subject, and its version.
  let fieldPath: String?
  let subjectVersion: String?
  let reporter: Shared<Event.Reporter>
  let type: EventType
  let reason: String
  var message: String
  /// When it was written first.
  let time: SimTime
  /// Names it: see ``stamp(at:revision:)``.
  let stamp: Int64
  let identifier: UniqueIdentifier
  /// The program that wrote it, for the record of field managers.
  let writer: FieldManagers.Component?
  /// The scheduler reports through the newer API: a moment with microseconds, and no count.
  let isOfNewerAPI: Bool
  /// The event's resourceVersion; 0 before it is stored.
  var revision = 0
  /// How often it came, as far as the older API counts.
  var count: Int
  /// The second in which it came last, in the older API.
  var lastTime: SimTime
  /// How often it came, as the newer API counts.
  @Rare var series: EventSeries?
  /// All of it, where it says more than reporters do: somebody has given it a label, say.
  @Rare var whole: Event?

  /// The moment in nanoseconds, which names events so that they list in the order of time; the
  /// count of writes keeps those of one moment apart. Go's nanoseconds end with the year 2262.
  static func stamp(at now: SimTime, revision: Int) -> Int64 {
    now.milliseconds &* 1_000_000 &+ Int64(revision % 1_000_000)
  }

  /// Whether this is the uid of what it is about, or the name where it has none.
  func isAbout(_ uid: String?) -> Bool {
    (subject.wrappedValue.uid ?? subject.wrappedValue.name) == uid
  }

  var name: String { Self.name(stamp, about: subject.wrappedValue.name) }

  /// The name of what it is about, as its own name has it.
  static func subjectName(_ name: String?) -> String { name ?? "unknown" }

  private static func name(_ stamp: Int64, about name: String?) -> String {
    "\(subjectName(name)).\(String(stamp, radix: 16))"
  }

  /// What the name of an event says; nil where it was not named as reporters name them.
  static func parts(of name: String) -> (subject: String, stamp: Int64)? {
    guard let dot = name.lastIndex(of: ".") else { return nil }
    let digits = name[name.index(after: dot)...]
    guard let stamp = Int64(digits, radix: 16), String(stamp, radix: 16) == digits else {
      return nil
    }
    return (String(name[..<dot]), stamp)
  }
}

// MARK: - From notes, from events and to events

extension EventRecord {
  /// What somebody notes for the first time. `earlier` is what was noted about the same thing
  /// before: they have in common what both say.
  init(
    _ note: EventNote, by actor: Actor, at now: SimTime, revision: Int,
    identifier: UniqueIdentifier, beside earlier: EventRecord?
  ) {
    var object = note.object
    (fieldPath, subjectVersion) = (object.fieldPath, object.resourceVersion)
    (object.fieldPath, object.resourceVersion) = (nil, nil)
    if let earlier, earlier.subject.wrappedValue == object {
      subject = earlier.subject
    } else {
      subject = Shared(wrappedValue: object)
    }
    let component = note.component ?? actor.component
    if let earlier, earlier.cameFrom(component, actor.node) {
      reporter = earlier.reporter
    } else {
      reporter = Shared(wrappedValue: Event.Reporter(component, on: actor))
    }
    (type, reason, message) = (note.type, note.reason, note.message)
    time = now
    stamp = Self.stamp(at: now, revision: revision)
    self.identifier = identifier
    writer = FieldManagers.Component(actor, writing: .event)
    isOfNewerAPI = actor == .scheduler
    count = 1
    lastTime = now.wholeSecond
  }

  /// Whether a component reported it, of one node where it is a kubelet.
  func cameFrom(_ component: String, _ node: String?) -> Bool {
    let reporter = reporter.wrappedValue
    return reporter.component == component && reporter.source.host == node
  }
}

extension Event.Reporter {
  fileprivate init(_ component: String, on actor: Actor) {
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

extension EventRecord {
  /// An event that was written in some other way; nil where it is not named after its subject.
  init?(_ event: Event) {
    guard let (name, stamp) = Self.parts(of: event.metadata.name),
      name == Self.subjectName(event.involvedObject.name),
      let identifier = UniqueIdentifier(event.metadata.uid)
    else { return nil }
    var object = event.involvedObject
    (fieldPath, subjectVersion) = (object.fieldPath, object.resourceVersion)
    (object.fieldPath, object.resourceVersion) = (nil, nil)
    subject = Shared(wrappedValue: object)
    reporter = event.$reporter
    type = event.type
    reason = event.reason ?? ""
    message = event.message ?? ""
    self.stamp = stamp
    self.identifier = identifier
    isOfNewerAPI = event.eventTime != nil
    time =
      event.eventTime?.time ?? event.firstTimestamp ?? event.metadata.creationTimestamp
      ?? SimTime(milliseconds: 0)
    writer = event.metadata.managers.whole?.component
    revision = event.metadata.resourceVersion
    count = event.count ?? 1
    lastTime = event.lastTimestamp ?? time.wholeSecond
    series = event.series
    if self.event(in: event.metadata.namespace) != event { whole = event }
  }

  /// The event as the API shows it.
  func event(in namespace: String) -> Event {
    if var whole {
      whole.metadata.resourceVersion = revision
      return whole
    }
    var event = Event()
    var metadata = ObjectMeta(name: name, namespace: namespace)
    metadata.uid = identifier.text
    metadata.resourceVersion = revision
    metadata.creationTimestamp = time.wholeSecond
    if let writer { metadata.managers.whole = FieldManagers.Trace(writer, at: time) }
    event.metadata = metadata
    event.$involvedObject = object
    event.$reporter = reporter
    event.type = type
    event.reason = reason
    event.message = message
    if isOfNewerAPI {
      event.eventTime = MicroTime(time)
      event.action = reason == "Preempted" ? "Preempting" : "Binding"
      event.series = series
    } else {
      event.firstTimestamp = time.wholeSecond
      event.lastTimestamp = lastTime
      event.count = count
    }
    return event
  }

  private var object: Shared<ObjectReference> {
    if fieldPath == nil, subjectVersion == nil { return subject }
    var object = subject.wrappedValue
    object.fieldPath = fieldPath
    object.resourceVersion = subjectVersion
    return Shared(wrappedValue: object)
  }
}
