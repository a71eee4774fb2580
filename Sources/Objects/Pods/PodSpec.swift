/// Whether the kubelet starts a container again that has ended.
public enum RestartPolicy: String, APIWord {
  case always = "Always"
  case onFailure = "OnFailure"
  case never = "Never"
  public static let standIn = RestartPolicy.always
}

/// Whether a pod may push others out.
public enum PreemptionPolicy: String, APIWord {
  case preemptLowerPriority = "PreemptLowerPriority"
  case never = "Never"
  public static let standIn = PreemptionPolicy.preemptLowerPriority
}

/// What a pod shall be: its containers and where they may run.
public struct PodSpec: APIType {
  public var activeDeadlineSeconds: Int?
  public var affinity: Affinity?
  public var automountServiceAccountToken: Bool?
  public var containers: [Container] = []
  public var dnsPolicy: String?
  public var enableServiceLinks: Bool?
  public var ephemeralContainers: [Container] = []
  public var hostNetwork: Bool?
  public var hostname: String?
  public var initContainers: [Container] = []
  /// Empty until the pod is bound to a node.
  public var nodeName = ""
  public var nodeSelector = StringMap()
  public var overhead = ResourceList()
  public var preemptionPolicy: PreemptionPolicy?
  public var priority: Int?
  public var priorityClassName = ""
  public var readinessGates: [ReadinessGate] = []
  public var resources: ResourceRequirements?
  public var restartPolicy: RestartPolicy?
  public var schedulerName: String?
  public var schedulingGates: [SchedulingGate] = []
  public var securityContext: APIValue?
  public var serviceAccount: String?
  public var serviceAccountName: String?
  public var shareProcessNamespace: Bool?
  public var subdomain: String?
  public var terminationGracePeriodSeconds: Int?
  public var tolerations: [Toleration] = []
  public var topologySpreadConstraints: [TopologySpreadConstraint] = []
  public var volumes: [Volume] = []
  public var unlisted = Members()

  public init() {}

  /// What `question` finds out about one of the containers that begin with the pod, by its place
  /// among them: the init containers come first. Nil when there is none in that place.
  @inlinable
  public func ask<Answer>(_ place: Int, _ question: (Container) -> Answer) -> Answer? {
    if place < initContainers.count { return question(initContainers[place]) }
    let rest = place - initContainers.count
    return rest < containers.count ? question(containers[rest]) : nil
  }

  public static let fields = FieldTable<PodSpec> {
    $0.optional("activeDeadlineSeconds", \.activeDeadlineSeconds)
    $0.optional("affinity", \.affinity)
    $0.optional("automountServiceAccountToken", \.automountServiceAccountToken)
    $0.always("containers", \.containers)
    $0.optional("dnsPolicy", \.dnsPolicy)
    $0.optional("enableServiceLinks", \.enableServiceLinks)
    $0.unlessEmpty("ephemeralContainers", \.ephemeralContainers)
    $0.optional("hostNetwork", \.hostNetwork)
    $0.optional("hostname", \.hostname)
    $0.unlessEmpty("initContainers", \.initContainers)
    $0.unlessDefault("nodeName", \.nodeName, "")
    $0.unlessEmpty("nodeSelector", \.nodeSelector)
    $0.unlessEmpty("overhead", \.overhead)
    $0.optional("preemptionPolicy", \.preemptionPolicy)
    $0.optional("priority", \.priority)
    $0.unlessDefault("priorityClassName", \.priorityClassName, "")
    $0.unlessEmpty("readinessGates", \.readinessGates)
    $0.optional("resources", \.resources)
    $0.optional("restartPolicy", \.restartPolicy)
    $0.optional("schedulerName", \.schedulerName)
    $0.unlessEmpty("schedulingGates", \.schedulingGates)
    $0.optional("securityContext", \.securityContext)
    $0.optional("serviceAccount", \.serviceAccount)
    $0.optional("serviceAccountName", \.serviceAccountName)
    $0.optional("shareProcessNamespace", \.shareProcessNamespace)
    $0.optional("subdomain", \.subdomain)
    $0.optional("terminationGracePeriodSeconds", \.terminationGracePeriodSeconds)
    $0.unlessEmpty("tolerations", \.tolerations)
    $0.unlessEmpty("topologySpreadConstraints", \.topologySpreadConstraints)
    $0.unlessEmpty("volumes", \.volumes)
  }
}

/// A condition that must also be True before the pod counts as ready.
public struct ReadinessGate: APIType {
  public var conditionType = ""
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ReadinessGate> {
    $0.always("conditionType", \.conditionType)
  }
}

/// Something that must be taken away before the pod is scheduled.
public struct SchedulingGate: APIType {
  public var name = ""
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<SchedulingGate> {
    $0.always("name", \.name)
  }
}
