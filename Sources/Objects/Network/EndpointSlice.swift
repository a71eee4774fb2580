/// The addresses behind a Service, up to a hundred a slice.
public struct EndpointSlice: APIObject {
  public static let kind = Kind.endpointSlice

  public var metadata = ObjectMeta()
  public var addressType = ""
  public var endpoints: [Endpoint] = []
  public var ports: [EndpointPort] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<EndpointSlice> {
    $0.always("addressType", \.addressType)
    $0.always("endpoints", \.endpoints)
    $0.always("metadata", \.metadata)
    $0.always("ports", \.ports)
  }

  /// All that it says counts, and its labels.
  public func wantsSame(as other: EndpointSlice) -> Bool {
    addressType == other.addressType && endpoints == other.endpoints && ports == other.ports
      && unlisted == other.unlisted && metadata.labels == other.metadata.labels
  }
}

/// One address and how it fares.
public struct Endpoint: APIType {
  public var addresses: [String] = []
  public var conditions = EndpointConditions()
  /// The pod's own name below a headless Service's, where it has one.
  public var hostname: String?
  public var nodeName: String?
  public var targetRef: ObjectReference?
  public var zone: String?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<Endpoint> {
    $0.always("addresses", \.addresses)
    $0.always("conditions", \.conditions)
    $0.optional("hostname", \.hostname)
    $0.optional("nodeName", \.nodeName)
    $0.optional("targetRef", \.targetRef)
    $0.optional("zone", \.zone)
  }
}

/// Whether traffic should go there.
public struct EndpointConditions: APIType {
  public var ready: Bool?
  public var serving: Bool?
  public var terminating: Bool?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<EndpointConditions> {
    $0.optional("ready", \.ready)
    $0.optional("serving", \.serving)
    $0.optional("terminating", \.terminating)
  }
}

/// A port that all addresses of a slice have.
public struct EndpointPort: APIType {
  public var name: String?
  public var port: Int?
  public var protocolName: String?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<EndpointPort> {
    $0.optional("name", \.name)
    $0.optional("port", \.port)
    $0.optional("protocol", \.protocolName)
  }
}
