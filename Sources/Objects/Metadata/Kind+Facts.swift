/// What the API says of a kind: its names, its group and version, where it lives.
public struct KindFacts: Sendable {
  /// `deployments`
  public let plural: String
  /// `deploy`
  public let shortNames: [String]
  /// `apps`; empty for the core group.
  public let group: String
  public let version: String
  public let isNamespaced: Bool
  public let type: any APIObject.Type

  init(
    _ plural: String, _ shortNames: [String] = [], group: String = "", version: String = "v1",
    namespaced: Bool = true, type: any APIObject.Type
  ) {
    self.plural = plural
    self.shortNames = shortNames
    self.group = group
    self.version = version
    isNamespaced = namespaced
    self.type = type
  }
}

extension Kind {
  public var facts: KindFacts {
    switch self {
    case .configMap: KindFacts("configmaps", ["cm"], type: ConfigMap.self)
    case .endpointSlice:
      KindFacts("endpointslices", group: "discovery.k8s.io", type: EndpointSlice.self)
    case .event: KindFacts("events", ["ev"], type: Event.self)
    case .namespace: KindFacts("namespaces", ["ns"], namespaced: false, type: Namespace.self)
    case .node: KindFacts("nodes", ["no"], namespaced: false, type: Node.self)
    case .pod: KindFacts("pods", ["po"], type: Pod.self)
    case .service: KindFacts("services", ["svc"], type: Service.self)
    case .serviceAccount: KindFacts("serviceaccounts", ["sa"], type: ServiceAccount.self)
    case .deployment: KindFacts("deployments", ["deploy"], group: "apps", type: Deployment.self)
    case .replicaSet: KindFacts("replicasets", ["rs"], group: "apps", type: ReplicaSet.self)
    case .lease: KindFacts("leases", group: "coordination.k8s.io", type: Lease.self)
    case .priorityClass:
      KindFacts(
        "priorityclasses", ["pc"], group: "scheduling.k8s.io", namespaced: false,
        type: PriorityClass.self)
    }
  }

  public var isNamespaced: Bool { facts.isNamespaced }

  /// Whether `metadata.generation` counts the changes of what objects of this kind want.
  public var countsGenerations: Bool {
    switch self {
    case .pod, .deployment, .replicaSet, .priorityClass, .endpointSlice: true
    case .configMap, .event, .namespace, .node, .service, .serviceAccount, .lease: false
    }
  }

  /// `v1`, `apps/v1`
  public var apiVersion: String {
    let facts = facts
    return facts.group.isEmpty ? facts.version : "\(facts.group)/\(facts.version)"
  }

  /// `deployment`: lower case, what kubectl prints before a slash and accepts as a word.
  public var singular: String { rawValue.lowercased() }

  /// `deployment.apps`, `pod`: how kubectl names the type of an object it changed.
  public var qualifiedSingular: String {
    let group = facts.group
    return group.isEmpty ? singular : "\(singular).\(group)"
  }

  /// `deployments.apps`, `pods`: how the API server names a resource in its errors.
  public var qualifiedPlural: String {
    let facts = facts
    return facts.group.isEmpty ? facts.plural : "\(facts.plural).\(facts.group)"
  }
}
