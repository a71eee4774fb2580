import Engine

/// Keeps pods alive and brings new versions of them in step by step.
public struct Deployment: StatusBearing {
  public static let kind = Kind.deployment

  public var metadata = ObjectMeta()
  @Shared public var spec = DeploymentSpec()
  @Shared public var status = DeploymentStatus()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<Deployment> {
    $0.always("metadata", \.metadata)
    $0.always("spec", \.spec)
    $0.always("status", \.status)
  }

  /// The one annotation that its controller writes.
  private static let revision = "deployment.kubernetes.io/revision"

  /// The API counts a change of a Deployment's annotations as a change of what is wanted.
  public func wantsSame(as other: Deployment) -> Bool {
    var notes = metadata.annotations
    notes[Self.revision] = other.metadata.annotations[Self.revision]
    return spec == other.spec && notes == other.metadata.annotations
  }
}

/// How many pods, which, and how to change them.
public struct DeploymentSpec: APIType {
  public var minReadySeconds: Int?
  public var paused: Bool?
  public var progressDeadlineSeconds: Int?
  public var replicas: Int?
  public var revisionHistoryLimit: Int?
  public var writtenSelector: LabelSelector?
  public var strategy = DeploymentStrategy()
  public var template = PodTemplate()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<DeploymentSpec> {
    $0.optional("minReadySeconds", \.minReadySeconds)
    $0.optional("paused", \.paused)
    $0.optional("progressDeadlineSeconds", \.progressDeadlineSeconds)
    $0.optional("replicas", \.replicas)
    $0.optional("revisionHistoryLimit", \.revisionHistoryLimit)
    $0.optional("selector", \.writtenSelector)
    $0.always("strategy", \.strategy)
    $0.always("template", \.template)
  }
}

/// All at once, or step by step.
public enum DeploymentStrategyType: String, APIWord {
  case recreate = "Recreate"
  case rollingUpdate = "RollingUpdate"
  public static let standIn = DeploymentStrategyType.rollingUpdate
}

/// How old pods are replaced by new ones.
public struct DeploymentStrategy: APIType {
  public var rollingUpdate: RollingUpdate?
  public var type: DeploymentStrategyType?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<DeploymentStrategy> {
    $0.optional("rollingUpdate", \.rollingUpdate)
    $0.optional("type", \.type)
  }
}

/// How many pods more, and how many less, than wanted.
public struct RollingUpdate: APIType {
  public var maxSurge: IntOrString?
  public var maxUnavailable: IntOrString?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<RollingUpdate> {
    $0.optional("maxSurge", \.maxSurge)
    $0.optional("maxUnavailable", \.maxUnavailable)
  }
}

/// How far a Deployment is.
public struct DeploymentStatus: APIType {
  public var availableReplicas = 0
  public var collisionCount: Int?
  public var conditions: [Condition] = []
  public var observedGeneration = 0
  public var readyReplicas = 0
  public var replicas = 0
  public var terminatingReplicas: Int?
  public var unavailableReplicas = 0
  public var updatedReplicas = 0
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<DeploymentStatus> {
    $0.unlessDefault("availableReplicas", \.availableReplicas, 0)
    $0.optional("collisionCount", \.collisionCount)
    $0.unlessEmpty("conditions", \.conditions)
    $0.unlessDefault("observedGeneration", \.observedGeneration, 0)
    $0.unlessDefault("readyReplicas", \.readyReplicas, 0)
    $0.unlessDefault("replicas", \.replicas, 0)
    $0.optional("terminatingReplicas", \.terminatingReplicas)
    $0.unlessDefault("unavailableReplicas", \.unavailableReplicas, 0)
    $0.unlessDefault("updatedReplicas", \.updatedReplicas, 0)
  }
}
