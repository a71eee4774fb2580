import Engine

/// Whether something went as it should.
public enum EventType: String, APIWord {
  case normal = "Normal"
  case warning = "Warning"
  public static let standIn = EventType.normal
}

/// Something that happened to an object.
///
/// A large cluster has more of them than of all else, and hardly anybody ever reads one: a copy is
/// a count, they share what many say alike, and what few say takes no room. Of those that
/// components report even name and metadata are worked out only when somebody looks.
public struct Event: APIObject {
  public static let kind = Kind.event

  @Shared private var parts: Parts

  private struct Parts: Sendable {
    var identity: Identity
    /// What it is about, without what differs from event to event.
    var subject: Shared<ObjectReference>
    /// The part of the subject, and its version.
    var fieldPath: String?
    var subjectVersion: String?
    var reporter: Shared<Reporter>
    var reason: String?
    var message: String?
    var firstTimestamp: SimTime?
    var lastTimestamp: SimTime?
    var count: Int?
    var type = EventType.normal
    @Rare var rest: Rest?
  }

  /// What tells an event from others.
  private enum Identity: Sendable {
    case reported(Report)
    case given(ObjectMeta)
  }

  /// How a component reported an event: all that its metadata say.
  public struct Report: Equatable, Sendable {
    public let time: SimTime
    let stamp: Int64
    let uid: UniqueIdentifier
    let writer: FieldManagers.Component?
    /// The event's resourceVersion; 0 before it is stored.
    var version = 0

    /// `writes` is how many writes there have been: it keeps the events of one moment apart.
    public init(
      at time: SimTime, after writes: Int, uid: UniqueIdentifier,
      by writer: FieldManagers.Component?
    ) {
      self.time = time
      // In nanoseconds, so that their names list them in the order of time; Go's nanoseconds end
      // with the year 2262.
      stamp = time.milliseconds &* 1_000_000 &+ Int64(writes % 1_000_000)
      self.uid = uid
      self.writer = writer
    }

    fileprivate func metadata(about subject: ObjectReference) -> ObjectMeta {
      let key = EventPlace(about: subject, stamp: stamp).key
      var metadata = ObjectMeta(name: key.name, namespace: key.namespace)
      metadata.uid = uid.text
      metadata.resourceVersion = version
      metadata.creationTimestamp = time.wholeSecond
      if let writer { metadata.managers.whole = FieldManagers.Trace(writer, at: time) }
      return metadata
    }
  }

  /// Who reports it, in the words of the older API and of the newer one.
  public struct Reporter: Equatable, Sendable {
    public var source = EventSource()
    public var component = ""
    public var instance = ""

    public init() {}

    fileprivate static let nobody = Shared(wrappedValue: Reporter())
  }

  /// What only the newer API says, and what no kind of event has a name for.
  private struct Rest: Equatable, Sendable {
    var action: String?
    var eventTime: MicroTime?
    var series: EventSeries?
    var unlisted = Members()
  }

  private static let nothing = Shared(wrappedValue: ObjectReference())

  public init() {
    parts = Parts(
      identity: .given(ObjectMeta()), subject: Self.nothing, reporter: Reporter.nobody)
  }

  /// What a component reports. `earlier` is what was reported about the same thing before: they
  /// have in common what both say.
  public init(
    _ report: Report, about object: ObjectReference, by reporter: Reporter,
    beside earlier: Event? = nil
  ) {
    var subject = object
    (subject.fieldPath, subject.resourceVersion) = (nil, nil)
    parts = Parts(
      identity: .reported(report), subject: Self.shared(subject, with: earlier?.parts.subject),
      fieldPath: object.fieldPath, subjectVersion: object.resourceVersion,
      reporter: Self.shared(reporter, with: earlier?.parts.reporter))
  }

  private static func shared<Part: Equatable & Sendable>(
    _ part: Part, with earlier: Shared<Part>?
  ) -> Shared<Part> {
    if let earlier, earlier.wrappedValue == part { return earlier }
    return Shared(wrappedValue: part)
  }

  public static let fields = FieldTable<Event> {
    $0.optional("action", \.action)
    $0.optional("count", \.count)
    $0.orNull("eventTime", \.eventTime)
    $0.orNull("firstTimestamp", \.firstTimestamp)
    $0.always("involvedObject", \.involvedObject)
    $0.orNull("lastTimestamp", \.lastTimestamp)
    $0.optional("message", \.message)
    $0.always("metadata", \.metadata)
    $0.optional("reason", \.reason)
    $0.always("reportingComponent", \.reportingComponent)
    $0.always("reportingInstance", \.reportingInstance)
    $0.optional("series", \.series)
    $0.always("source", \.source)
    $0.always("type", \.type)
  }
}

// MARK: - Its parts

extension Event {
  public var metadata: ObjectMeta {
    get {
      switch parts.identity {
      case .given(let metadata): metadata
      case .reported(let report): report.metadata(about: subject)
      }
    }
    set {
      if case .reported(var report) = parts.identity {
        report.version = newValue.resourceVersion
        parts.identity = .reported(report)
        if metadata == newValue { return }
      }
      parts.identity = .given(newValue)
    }
  }

  public var key: ObjectKey {
    switch parts.identity {
    case .given(let metadata):
      ObjectKey(.event, namespace: metadata.namespace, name: metadata.name)
    case .reported(let report): EventPlace(about: subject, stamp: report.stamp).key
    }
  }

  /// Where it is found.
  public var place: EventPlace {
    switch parts.identity {
    case .given(let metadata): EventPlace(metadata, about: subject)
    case .reported(let report): EventPlace(about: subject, stamp: report.stamp)
    }
  }

  /// What its name says behind that of what it is about: the moment, if a component named it.
  public var stamp: Int64? {
    if case .reported(let report) = parts.identity { return report.stamp }
    return place.stamp
  }

  /// The count of writes when it was last written.
  public var version: Int {
    get {
      switch parts.identity {
      case .given(let metadata): metadata.resourceVersion
      case .reported(let report): report.version
      }
    }
    set {
      switch parts.identity {
      case .given(var metadata):
        metadata.resourceVersion = newValue
        parts.identity = .given(metadata)
      case .reported(var report):
        report.version = newValue
        parts.identity = .reported(report)
      }
    }
  }

  /// What it is about, whatever part and version of that.
  public var subject: ObjectReference { parts.subject.wrappedValue }
  /// The part of the subject that it is about.
  public var fieldPath: String? { parts.fieldPath }

  /// Whether this is the uid of what it is about, or the name where that has none.
  public func isAbout(_ uid: String?) -> Bool {
    if let own = parts.subject.wrappedValue.uid { return own == uid }
    return parts.subject.wrappedValue.name == uid
  }

  /// Whether a component, of one machine where it runs on several, says in the older API's way
  /// that this has come to a thing of a kind.
  public func isReported(by component: String, on host: String?, of kind: String?) -> Bool {
    parts.rest?.eventTime == nil && parts.subject.wrappedValue.kind == kind
      && parts.reporter.wrappedValue.source.component == component
      && parts.reporter.wrappedValue.source.host == host
  }

  public var involvedObject: ObjectReference {
    get {
      var object = subject
      object.fieldPath = parts.fieldPath
      object.resourceVersion = parts.subjectVersion
      return object
    }
    set {
      // Its name and namespace stay what they are.
      if newValue.name != subject.name || newValue.namespace != subject.namespace {
        parts.identity = .given(metadata)
      }
      (parts.fieldPath, parts.subjectVersion) = (newValue.fieldPath, newValue.resourceVersion)
      var subject = newValue
      (subject.fieldPath, subject.resourceVersion) = (nil, nil)
      if subject != self.subject { parts.subject = Shared(wrappedValue: subject) }
    }
  }

  public var reporter: Reporter {
    get { parts.reporter.wrappedValue }
    set { parts.reporter = Shared(wrappedValue: newValue) }
  }

  public var reportingComponent: String {
    get { reporter.component }
    set { reporter.component = newValue }
  }

  public var reportingInstance: String {
    get { reporter.instance }
    set { reporter.instance = newValue }
  }

  public var source: EventSource {
    get { reporter.source }
    set { reporter.source = newValue }
  }

  public var reason: String? {
    get { parts.reason }
    set { parts.reason = newValue }
  }

  public var message: String? {
    get { parts.message }
    set { parts.message = newValue }
  }

  public var firstTimestamp: SimTime? {
    get { parts.firstTimestamp }
    set { parts.firstTimestamp = newValue }
  }

  public var lastTimestamp: SimTime? {
    get { parts.lastTimestamp }
    set { parts.lastTimestamp = newValue }
  }

  public var count: Int? {
    get { parts.count }
    set { parts.count = newValue }
  }

  public var type: EventType {
    get { parts.type }
    set { parts.type = newValue }
  }

  public var action: String? {
    get { parts.rest?.action }
    set { parts.$rest.change(from: Rest()) { $0.action = newValue } }
  }

  public var eventTime: MicroTime? {
    get { parts.rest?.eventTime }
    set { parts.$rest.change(from: Rest()) { $0.eventTime = newValue } }
  }

  public var series: EventSeries? {
    get { parts.rest?.series }
    set { parts.$rest.change(from: Rest()) { $0.series = newValue } }
  }

  public var unlisted: Members {
    get { parts.rest?.unlisted ?? Members() }
    set { parts.$rest.change(from: Rest()) { $0.unlisted = newValue } }
  }
}

extension Event {
  /// Who says the same is the same, however the metadata are kept.
  public static func == (left: Event, right: Event) -> Bool {
    if left.$parts.isOne(with: right.$parts) { return true }
    let (one, other) = (left.parts, right.parts)
    return one.subject == other.subject && one.fieldPath == other.fieldPath
      && one.subjectVersion == other.subjectVersion && one.reporter == other.reporter
      && one.reason == other.reason && one.message == other.message
      && one.firstTimestamp == other.firstTimestamp && one.lastTimestamp == other.lastTimestamp
      && one.count == other.count && one.type == other.type && one.rest == other.rest
      && left.metadata == right.metadata
  }
}

/// Who reports.
public struct EventSource: APIType {
  public var component: String?
  public var host: String?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<EventSource> {
    $0.optional("component", \.component)
    $0.optional("host", \.host)
  }
}

/// How often, and when last.
public struct EventSeries: APIType {
  public var count = 0
  public var lastObservedTime: MicroTime?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<EventSeries> {
    $0.always("count", \.count)
    $0.optional("lastObservedTime", \.lastObservedTime)
  }
}

/// Another object, by kind and name.
public struct ObjectReference: APIType {
  public var apiVersion: String?
  public var fieldPath: String?
  public var kind: String?
  public var name: String?
  public var namespace: String?
  public var resourceVersion: String?
  public var uid: String?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ObjectReference> {
    $0.optional("apiVersion", \.apiVersion)
    $0.optional("fieldPath", \.fieldPath)
    $0.optional("kind", \.kind)
    $0.optional("name", \.name)
    $0.optional("namespace", \.namespace)
    $0.optional("resourceVersion", \.resourceVersion)
    $0.optional("uid", \.uid)
  }
}
