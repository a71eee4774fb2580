/// The addresses behind a Service, in the older form.
public struct Endpoints: APIObject {
  public static let kind = Kind.endpoints

  public var metadata = ObjectMeta()
  public var subsets: [EndpointSubset] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<Endpoints> {
    $0.always("metadata", \.metadata)
    $0.unlessEmpty("subsets", \.subsets)
  }
}

/// Addresses that have the same ports.
public struct EndpointSubset: APIType {
  public var addresses: [EndpointAddress] = []
  public var notReadyAddresses: [EndpointAddress] = []
  public var ports: [EndpointPort] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<EndpointSubset> {
    $0.unlessEmpty("addresses", \.addresses)
    $0.unlessEmpty("notReadyAddresses", \.notReadyAddresses)
    $0.unlessEmpty("ports", \.ports)
  }
}

/// One address and what stands behind it.
public struct EndpointAddress: APIType {
  public var hostname: String?
  public var address = ""
  public var nodeName: String?
  public var targetRef: ObjectReference?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<EndpointAddress> {
    $0.optional("hostname", \.hostname)
    $0.always("ip", \.address)
    $0.optional("nodeName", \.nodeName)
    $0.optional("targetRef", \.targetRef)
  }
}
