/// From where a Service can be reached.
public enum ServiceType: String, APIWord {
  case clusterIP = "ClusterIP"
  case externalName = "ExternalName"
  case loadBalancer = "LoadBalancer"
  case nodePort = "NodePort"
  public static let standIn = ServiceType.clusterIP
}

/// One stable address for pods that come and go.
public struct Service: StatusBearing {
  public static let kind = Kind.service

  public var metadata = ObjectMeta()
  public var spec = ServiceSpec()
  public var status = ServiceStatus()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<Service> {
    $0.always("metadata", \.metadata)
    $0.always("spec", \.spec)
    $0.always("status", \.status)
  }
}

/// Which pods, which ports, which address.
public struct ServiceSpec: APIType {
  public var clusterIP: String?
  public var clusterIPs: [String] = []
  public var externalIPs: [String] = []
  public var externalName: String?
  public var externalTrafficPolicy: String?
  public var internalTrafficPolicy: String?
  public var ipFamilies: [String] = []
  public var ipFamilyPolicy: String?
  public var ports: [ServicePort] = []
  public var publishNotReadyAddresses: Bool?
  public var selector = StringMap()
  public var sessionAffinity: String?
  public var sessionAffinityConfig: SessionAffinityConfig?
  public var type: ServiceType?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ServiceSpec> {
    $0.optional("clusterIP", \.clusterIP)
    $0.unlessEmpty("clusterIPs", \.clusterIPs)
    $0.unlessEmpty("externalIPs", \.externalIPs)
    $0.optional("externalName", \.externalName)
    $0.optional("externalTrafficPolicy", \.externalTrafficPolicy)
    $0.optional("internalTrafficPolicy", \.internalTrafficPolicy)
    $0.unlessEmpty("ipFamilies", \.ipFamilies)
    $0.optional("ipFamilyPolicy", \.ipFamilyPolicy)
    $0.unlessEmpty("ports", \.ports)
    $0.optional("publishNotReadyAddresses", \.publishNotReadyAddresses)
    $0.unlessEmpty("selector", \.selector)
    $0.optional("sessionAffinity", \.sessionAffinity)
    $0.optional("sessionAffinityConfig", \.sessionAffinityConfig)
    $0.optional("type", \.type)
  }
}

/// How long a client is led to the same pod.
public struct SessionAffinityConfig: APIType {
  public var clientIP: ClientIPConfig?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<SessionAffinityConfig> {
    $0.optional("clientIP", \.clientIP)
  }
}

/// For clients that are told apart by their address.
public struct ClientIPConfig: APIType {
  /// Seconds since the client's last connection; three hours when nothing is said.
  public var timeoutSeconds: Int?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ClientIPConfig> {
    $0.optional("timeoutSeconds", \.timeoutSeconds)
  }
}

/// A port of the Service and where it leads.
public struct ServicePort: APIType {
  public var name: String?
  public var nodePort: Int?
  public var port = 0
  public var protocolName: String?
  public var targetPort: IntOrString?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ServicePort> {
    $0.optional("name", \.name)
    $0.optional("nodePort", \.nodePort)
    $0.always("port", \.port)
    $0.optional("protocol", \.protocolName)
    $0.optional("targetPort", \.targetPort)
  }
}

/// What a cloud has given.
public struct ServiceStatus: APIType {
  public var conditions: [Condition] = []
  public var loadBalancer = LoadBalancerStatus()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ServiceStatus> {
    $0.unlessEmpty("conditions", \.conditions)
    $0.always("loadBalancer", \.loadBalancer)
  }
}

/// The addresses of a load balancer.
public struct LoadBalancerStatus: APIType {
  public var ingress: [APIValue] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<LoadBalancerStatus> {
    $0.unlessEmpty("ingress", \.ingress)
  }
}
