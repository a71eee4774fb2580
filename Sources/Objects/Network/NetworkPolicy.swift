/// Who may connect to some pods, and to whom these may connect.
public struct NetworkPolicy: APIObject {
  public static let kind = Kind.networkPolicy

  public var metadata = ObjectMeta()
  public var spec = NetworkPolicySpec()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<NetworkPolicy> {
    $0.always("metadata", \.metadata)
    $0.always("spec", \.spec)
  }
}

/// Which pods it is about, and what is let through to them and from them.
public struct NetworkPolicySpec: APIType {
  public var egress: [NetworkPolicyEgressRule] = []
  public var ingress: [NetworkPolicyIngressRule] = []
  /// An empty one is about all pods of the namespace.
  public var podSelector = LabelSelector()
  /// `Ingress`, `Egress`: the directions in which only what a rule names is let through.
  public var policyTypes: [String] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<NetworkPolicySpec> {
    $0.unlessEmpty("egress", \.egress)
    $0.unlessEmpty("ingress", \.ingress)
    $0.always("podSelector", \.podSelector)
    $0.unlessEmpty("policyTypes", \.policyTypes)
  }
}

/// Connections that are let in.
public struct NetworkPolicyIngressRule: APIType {
  public var from: [NetworkPolicyPeer] = []
  public var ports: [NetworkPolicyPort] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<NetworkPolicyIngressRule> {
    $0.unlessEmpty("from", \.from)
    $0.unlessEmpty("ports", \.ports)
  }
}

/// Connections that are let out.
public struct NetworkPolicyEgressRule: APIType {
  public var ports: [NetworkPolicyPort] = []
  public var to: [NetworkPolicyPeer] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<NetworkPolicyEgressRule> {
    $0.unlessEmpty("ports", \.ports)
    $0.unlessEmpty("to", \.to)
  }
}

/// Somebody at the other end.
public struct NetworkPolicyPeer: APIType {
  public var ipBlock: IPBlock?
  public var namespaceSelector: LabelSelector?
  public var podSelector: LabelSelector?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<NetworkPolicyPeer> {
    $0.optional("ipBlock", \.ipBlock)
    $0.optional("namespaceSelector", \.namespaceSelector)
    $0.optional("podSelector", \.podSelector)
  }
}

/// A range of addresses without some parts of it.
public struct IPBlock: APIType {
  public var cidr = ""
  public var except: [String] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<IPBlock> {
    $0.always("cidr", \.cidr)
    $0.unlessEmpty("except", \.except)
  }
}

/// One port, or all from it up to another.
public struct NetworkPolicyPort: APIType {
  public var endPort: Int?
  public var port: IntOrString?
  public var protocolName: String?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<NetworkPolicyPort> {
    $0.optional("endPort", \.endPort)
    $0.optional("port", \.port)
    $0.optional("protocol", \.protocolName)
  }
}
