import Engine

/// Whether something went as it should.
public enum EventType: String, APIWord {
  case normal = "Normal"
  case warning = "Warning"
  public static let standIn = EventType.normal
}

/// Something that happened to an object.
public struct Event: APIObject {
  public static let kind = Kind.event

  public var metadata = ObjectMeta()
  public var action: String?
  public var count: Int?
  public var eventTime: MicroTime?
  public var firstTimestamp: SimTime?
  @Shared public var involvedObject = ObjectReference()
  public var lastTimestamp: SimTime?
  public var message: String?
  public var reason: String?
  public var reportingComponent = ""
  public var reportingInstance = ""
  public var series: EventSeries?
  public var source = EventSource()
  public var type = EventType.normal
  public var unlisted = Members()

  public init() {}

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
