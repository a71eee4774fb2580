import Engine

/// A machine that runs pods.
public struct Node: StatusBearing {
  public static let kind = Kind.node

  public var metadata = ObjectMeta()
  @Shared public var spec = NodeSpec()
  @Shared public var status = NodeStatus()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<Node> {
    $0.always("metadata", \.metadata)
    $0.always("spec", \.spec)
    $0.always("status", \.status)
  }
}

/// What the cluster has decided about a node.
public struct NodeSpec: APIType {
  public var podCIDR: String?
  public var podCIDRs: [String] = []
  public var providerID: String?
  public var taints: [Taint] = []
  public var unschedulable: Bool?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<NodeSpec> {
    $0.optional("podCIDR", \.podCIDR)
    $0.unlessEmpty("podCIDRs", \.podCIDRs)
    $0.optional("providerID", \.providerID)
    $0.unlessEmpty("taints", \.taints)
    $0.optional("unschedulable", \.unschedulable)
  }
}

/// What a node is and how it fares.
public struct NodeStatus: APIType {
  public var addresses: [NodeAddress] = []
  public var allocatable = ResourceList()
  public var capacity = ResourceList()
  public var conditions: [Condition] = []
  public var daemonEndpoints: APIValue?
  public var images: [ContainerImage] = []
  public var nodeInfo = NodeSystemInfo()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<NodeStatus> {
    $0.unlessEmpty("addresses", \.addresses)
    $0.unlessEmpty("allocatable", \.allocatable)
    $0.unlessEmpty("capacity", \.capacity)
    $0.unlessEmpty("conditions", \.conditions)
    $0.optional("daemonEndpoints", \.daemonEndpoints)
    $0.unlessEmpty("images", \.images)
    $0.always("nodeInfo", \.nodeInfo)
  }
}

extension NodeStatus {
  /// Whether two statuses differ in nothing but when it was said.
  public func saysTheSame(as other: NodeStatus) -> Bool {
    guard
      conditions.elementsEqual(
        other.conditions,
        by: { condition, other in
          var again = condition
          again.lastHeartbeatTime = other.lastHeartbeatTime
          return again == other
        })
    else { return false }
    var again = self
    again.conditions = other.conditions
    return again == other
  }
}

/// One address of a node.
public struct NodeAddress: APIType {
  public var address = ""
  public var type = ""
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<NodeAddress> {
    $0.always("address", \.address)
    $0.always("type", \.type)
  }
}

/// An image that is on a node.
public struct ContainerImage: APIType {
  public var names: [String] = []
  public var sizeBytes = 0
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ContainerImage> {
    $0.unlessEmpty("names", \.names)
    $0.unlessDefault("sizeBytes", \.sizeBytes, 0)
  }
}

/// What software a node runs on.
public struct NodeSystemInfo: APIType {
  public var architecture = ""
  public var bootID = ""
  public var containerRuntimeVersion = ""
  public var kernelVersion = ""
  public var kubeProxyVersion = ""
  public var kubeletVersion = ""
  public var machineID = ""
  public var operatingSystem = ""
  public var osImage = ""
  public var systemUUID = ""
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<NodeSystemInfo> {
    $0.always("architecture", \.architecture)
    $0.always("bootID", \.bootID)
    $0.always("containerRuntimeVersion", \.containerRuntimeVersion)
    $0.always("kernelVersion", \.kernelVersion)
    $0.always("kubeProxyVersion", \.kubeProxyVersion)
    $0.always("kubeletVersion", \.kubeletVersion)
    $0.always("machineID", \.machineID)
    $0.always("operatingSystem", \.operatingSystem)
    $0.always("osImage", \.osImage)
    $0.always("systemUUID", \.systemUUID)
  }
}

extension NodeStatus {
  /// The address that the cluster itself talks to; nil before the kubelet has told it.
  public var internalAddress: String? { addresses.first { $0.type == "InternalIP" }?.address }
}
