/// Keeps one pod on every node that fits.
public struct DaemonSet: StatusBearing {
  public static let kind = Kind.daemonSet

  public var metadata = ObjectMeta()
  public var spec = DaemonSetSpec()
  public var status = DaemonSetStatus()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<DaemonSet> {
    $0.always("metadata", \.metadata)
    $0.always("spec", \.spec)
    $0.always("status", \.status)
  }
}

/// Which pods, and how to change them.
public struct DaemonSetSpec: APIType {
  public var minReadySeconds: Int?
  public var revisionHistoryLimit: Int?
  public var writtenSelector: LabelSelector?
  public var template = PodTemplate()
  public var updateStrategy = DaemonSetUpdateStrategy()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<DaemonSetSpec> {
    $0.optional("minReadySeconds", \.minReadySeconds)
    $0.optional("revisionHistoryLimit", \.revisionHistoryLimit)
    $0.optional("selector", \.writtenSelector)
    $0.always("template", \.template)
    $0.always("updateStrategy", \.updateStrategy)
  }
}

/// Node by node, or only where a pod is deleted by hand.
public enum DaemonSetUpdateStrategyType: String, APIWord {
  case onDelete = "OnDelete"
  case rollingUpdate = "RollingUpdate"
  public static let standIn = DaemonSetUpdateStrategyType.rollingUpdate
}

/// How old pods are replaced by new ones.
public struct DaemonSetUpdateStrategy: APIType {
  public var rollingUpdate: RollingUpdate?
  public var type: DaemonSetUpdateStrategyType?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<DaemonSetUpdateStrategy> {
    $0.optional("rollingUpdate", \.rollingUpdate)
    $0.optional("type", \.type)
  }
}

/// On how many nodes the pod should be, and is.
public struct DaemonSetStatus: APIType {
  public var collisionCount: Int?
  public var conditions: [Condition] = []
  public var currentNumberScheduled = 0
  public var desiredNumberScheduled = 0
  public var numberAvailable = 0
  public var numberMisscheduled = 0
  public var numberReady = 0
  public var numberUnavailable = 0
  public var observedGeneration = 0
  public var updatedNumberScheduled = 0
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<DaemonSetStatus> {
    $0.optional("collisionCount", \.collisionCount)
    $0.unlessEmpty("conditions", \.conditions)
    $0.always("currentNumberScheduled", \.currentNumberScheduled)
    $0.always("desiredNumberScheduled", \.desiredNumberScheduled)
    $0.unlessDefault("numberAvailable", \.numberAvailable, 0)
    $0.always("numberMisscheduled", \.numberMisscheduled)
    $0.always("numberReady", \.numberReady)
    $0.unlessDefault("numberUnavailable", \.numberUnavailable, 0)
    $0.unlessDefault("observedGeneration", \.observedGeneration, 0)
    $0.unlessDefault("updatedNumberScheduled", \.updatedNumberScheduled, 0)
  }
}
