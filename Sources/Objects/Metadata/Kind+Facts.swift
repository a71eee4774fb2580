/// What the API says of a kind: its names, its group and version, and how it treats its objects.
public struct KindFacts: Sendable {
  /// Where objects of a kind live.
  public enum Scope: Sendable {
    case namespace
    case cluster
  }

  /// `deployments`
  public let plural: String
  /// `deploy`
  public let shortNames: [String]
  /// `apps`; empty for the core group.
  public let group: String
  public let version: String
  public let scope: Scope
  /// Whether `metadata.generation` counts the changes of what objects of this kind want.
  public let countsGenerations: Bool
  public let type: any APIObject.Type

  init(
    _ plural: String, _ shortNames: [String] = [], group: String = "", version: String = "v1",
    in scope: Scope = .namespace, counted: Bool = false, _ type: any APIObject.Type
  ) {
    self.plural = plural
    self.shortNames = shortNames
    self.group = group
    self.version = version
    self.scope = scope
    countsGenerations = counted
    self.type = type
  }
}

extension Kind {
  public var facts: KindFacts { Self.table[self] ?? line }

  private static let table = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.line) })

  private var line: KindFacts {
    switch self {
    case .configMap: KindFacts("configmaps", ["cm"], ConfigMap.self)
    case .endpoints: KindFacts("endpoints", ["ep"], Endpoints.self)
    case .event: KindFacts("events", ["ev"], Event.self)
    case .limitRange: KindFacts("limitranges", ["limits"], LimitRange.self)
    case .namespace: KindFacts("namespaces", ["ns"], in: .cluster, Namespace.self)
    case .node: KindFacts("nodes", ["no"], in: .cluster, Node.self)
    case .persistentVolume:
      KindFacts("persistentvolumes", ["pv"], in: .cluster, PersistentVolume.self)
    case .persistentVolumeClaim:
      KindFacts("persistentvolumeclaims", ["pvc"], PersistentVolumeClaim.self)
    case .pod: KindFacts("pods", ["po"], counted: true, Pod.self)
    case .replicationController:
      KindFacts("replicationcontrollers", ["rc"], counted: true, ReplicationController.self)
    case .resourceQuota: KindFacts("resourcequotas", ["quota"], ResourceQuota.self)
    case .secret: KindFacts("secrets", [], Secret.self)
    case .service: KindFacts("services", ["svc"], Service.self)
    case .serviceAccount: KindFacts("serviceaccounts", ["sa"], ServiceAccount.self)
    case .componentStatus:
      KindFacts("componentstatuses", ["cs"], in: .cluster, ComponentStatus.self)
    case .controllerRevision:
      KindFacts("controllerrevisions", group: "apps", ControllerRevision.self)
    case .daemonSet: KindFacts("daemonsets", ["ds"], group: "apps", counted: true, DaemonSet.self)
    case .deployment:
      KindFacts("deployments", ["deploy"], group: "apps", counted: true, Deployment.self)
    case .replicaSet:
      KindFacts("replicasets", ["rs"], group: "apps", counted: true, ReplicaSet.self)
    case .statefulSet:
      KindFacts("statefulsets", ["sts"], group: "apps", counted: true, StatefulSet.self)
    case .cronJob: KindFacts("cronjobs", ["cj"], group: "batch", counted: true, CronJob.self)
    case .job: KindFacts("jobs", group: "batch", counted: true, Job.self)
    case .endpointSlice:
      KindFacts("endpointslices", group: "discovery.k8s.io", counted: true, EndpointSlice.self)
    case .horizontalPodAutoscaler:
      KindFacts(
        "horizontalpodautoscalers", ["hpa"], group: "autoscaling", version: "v2",
        HorizontalPodAutoscaler.self)
    case .lease: KindFacts("leases", group: "coordination.k8s.io", Lease.self)
    case .ingress:
      KindFacts("ingresses", ["ing"], group: "networking.k8s.io", counted: true, Ingress.self)
    case .ingressClass:
      KindFacts(
        "ingressclasses", group: "networking.k8s.io", in: .cluster, counted: true,
        IngressClass.self)
    case .networkPolicy:
      KindFacts(
        "networkpolicies", ["netpol"], group: "networking.k8s.io", counted: true,
        NetworkPolicy.self)
    case .runtimeClass:
      KindFacts("runtimeclasses", group: "node.k8s.io", in: .cluster, RuntimeClass.self)
    case .podDisruptionBudget:
      KindFacts(
        "poddisruptionbudgets", ["pdb"], group: "policy", counted: true, PodDisruptionBudget.self)
    case .role: KindFacts("roles", group: KindFacts.access, Role.self)
    case .roleBinding: KindFacts("rolebindings", group: KindFacts.access, RoleBinding.self)
    case .clusterRole:
      KindFacts("clusterroles", group: KindFacts.access, in: .cluster, ClusterRole.self)
    case .clusterRoleBinding:
      KindFacts(
        "clusterrolebindings", group: KindFacts.access, in: .cluster, ClusterRoleBinding.self)
    case .priorityClass:
      KindFacts(
        "priorityclasses", ["pc"], group: "scheduling.k8s.io", in: .cluster, counted: true,
        PriorityClass.self)
    case .csiNode: KindFacts("csinodes", group: "storage.k8s.io", in: .cluster, CSINode.self)
    case .storageClass:
      KindFacts("storageclasses", ["sc"], group: "storage.k8s.io", in: .cluster, StorageClass.self)
    }
  }

  /// Whether objects of this kind live in a namespace.
  public var isNamespaced: Bool { Self.namespaced[number] }

  /// By number: it is asked for with every key that is made.
  private static let namespaced = allCases.sorted { $0.number < $1.number }
    .map { $0.line.scope != .cluster }

  /// Whether `metadata.generation` counts the changes of what objects of this kind want.
  public var countsGenerations: Bool { facts.countsGenerations }

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

extension KindFacts {
  /// The group of roles and bindings.
  public static let access = "rbac.authorization.k8s.io"
}
