/// What the API says of a kind: its names, its group and version.
public struct KindFacts: Sendable {
  /// `deployments`
  public let plural: String
  /// `deploy`
  public let shortNames: [String]
  /// `apps`; empty for the core group.
  public let group: String
  public let version: String
  public let type: any APIObject.Type

  init(
    _ plural: String, _ shortNames: [String] = [], group: String = "", version: String = "v1",
    _ type: any APIObject.Type
  ) {
    self.plural = plural
    self.shortNames = shortNames
    self.group = group
    self.version = version
    self.type = type
  }
}

extension Kind {
  public var facts: KindFacts {
    switch self {
    case .configMap: KindFacts("configmaps", ["cm"], ConfigMap.self)
    case .endpoints: KindFacts("endpoints", ["ep"], Endpoints.self)
    case .event: KindFacts("events", ["ev"], Event.self)
    case .limitRange: KindFacts("limitranges", ["limits"], LimitRange.self)
    case .namespace: KindFacts("namespaces", ["ns"], Namespace.self)
    case .node: KindFacts("nodes", ["no"], Node.self)
    case .persistentVolume: KindFacts("persistentvolumes", ["pv"], PersistentVolume.self)
    case .persistentVolumeClaim:
      KindFacts("persistentvolumeclaims", ["pvc"], PersistentVolumeClaim.self)
    case .pod: KindFacts("pods", ["po"], Pod.self)
    case .resourceQuota: KindFacts("resourcequotas", ["quota"], ResourceQuota.self)
    case .secret: KindFacts("secrets", [], Secret.self)
    case .service: KindFacts("services", ["svc"], Service.self)
    case .serviceAccount: KindFacts("serviceaccounts", ["sa"], ServiceAccount.self)
    case .controllerRevision:
      KindFacts("controllerrevisions", group: "apps", ControllerRevision.self)
    case .daemonSet: KindFacts("daemonsets", ["ds"], group: "apps", DaemonSet.self)
    case .deployment: KindFacts("deployments", ["deploy"], group: "apps", Deployment.self)
    case .replicaSet: KindFacts("replicasets", ["rs"], group: "apps", ReplicaSet.self)
    case .statefulSet: KindFacts("statefulsets", ["sts"], group: "apps", StatefulSet.self)
    case .cronJob: KindFacts("cronjobs", ["cj"], group: "batch", CronJob.self)
    case .job: KindFacts("jobs", group: "batch", Job.self)
    case .endpointSlice:
      KindFacts("endpointslices", group: "discovery.k8s.io", EndpointSlice.self)
    case .horizontalPodAutoscaler:
      KindFacts(
        "horizontalpodautoscalers", ["hpa"], group: "autoscaling", version: "v2",
        HorizontalPodAutoscaler.self)
    case .lease: KindFacts("leases", group: "coordination.k8s.io", Lease.self)
    case .networkPolicy:
      KindFacts("networkpolicies", ["netpol"], group: "networking.k8s.io", NetworkPolicy.self)
    case .podDisruptionBudget:
      KindFacts("poddisruptionbudgets", ["pdb"], group: "policy", PodDisruptionBudget.self)
    case .priorityClass:
      KindFacts("priorityclasses", ["pc"], group: "scheduling.k8s.io", PriorityClass.self)
    case .storageClass:
      KindFacts("storageclasses", ["sc"], group: "storage.k8s.io", StorageClass.self)
    }
  }

  /// Whether objects of this kind live in a namespace.
  public var isNamespaced: Bool {
    switch self {
    case .namespace, .node, .persistentVolume, .priorityClass, .storageClass: false
    case .configMap, .endpoints, .endpointSlice, .event, .limitRange, .persistentVolumeClaim, .pod,
      .resourceQuota, .secret, .service, .serviceAccount, .controllerRevision, .daemonSet,
      .deployment, .replicaSet, .statefulSet, .horizontalPodAutoscaler, .cronJob, .job, .lease,
      .networkPolicy, .podDisruptionBudget:
      true
    }
  }

  /// Whether `metadata.generation` counts the changes of what objects of this kind want.
  public var countsGenerations: Bool {
    switch self {
    case .pod, .deployment, .replicaSet, .daemonSet, .statefulSet, .job, .cronJob, .priorityClass,
      .networkPolicy, .podDisruptionBudget, .endpointSlice:
      true
    case .configMap, .event, .namespace, .node, .service, .serviceAccount, .lease, .endpoints,
      .limitRange, .persistentVolume, .persistentVolumeClaim, .resourceQuota, .secret,
      .controllerRevision, .horizontalPodAutoscaler, .storageClass:
      false
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
