import Engine

/// Whether something went as it should.
public enum EventType: String, APIWord {
  case normal = "Normal"
  case warning = "Warning"
  public static let standIn = EventType.normal
}

/// Something that happened to an object.
///
/// A large cluster has more of them than of all else: they share what many say alike, and what few
/// say takes no room.
public struct Event: APIObject {
  public static let kind = Kind.event

  public var metadata = ObjectMeta()
  @Shared public var involvedObject = ObjectReference()
  @Shared public var reporter = Reporter()
  public var reason: String?
  public var message: String?
  public var firstTimestamp: SimTime?
  public var lastTimestamp: SimTime?
  public var count: Int?
  public var type = EventType.normal
  @Rare private var rest: Rest?

  public init() {}

  /// Who reports it, in the words of the older API and of the newer one.
  public struct Reporter: Equatable, Sendable {
    public var source = EventSource()
    public var component = ""
    public var instance = ""

    public init() {}
  }

  /// What only the newer API says, and what no kind of event has a name for.
  private struct Rest: Equatable, Sendable {
    var action: String?
    var eventTime: MicroTime?
    var series: EventSeries?
    var unlisted = Members()
  }

  public static let fields = FieldTable<Event> {
    $0.optional("action", \.action)
    $0.optional("count", \.count)
    $0.optional("eventTime", \.eventTime)
    $0.optional("firstTimestamp", \.firstTimestamp)
    $0.always("involvedObject", \.involvedObject)
    $0.optional("lastTimestamp", \.lastTimestamp)
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

// MARK: - What is kept apart

extension Event {
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

  public var action: String? {
    get { rest?.action }
    set { $rest.change(from: Rest()) { $0.action = newValue } }
  }

  public var eventTime: MicroTime? {
    get { rest?.eventTime }
    set { $rest.change(from: Rest()) { $0.eventTime = newValue } }
  }

  public var series: EventSeries? {
    get { rest?.series }
    set { $rest.change(from: Rest()) { $0.series = newValue } }
  }

  public var unlisted: Members {
    get { rest?.unlisted ?? Members() }
    set { $rest.change(from: Rest()) { $0.unlisted = newValue } }
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
