import Engine

/// Keeps a number of equal pods alive.
public struct ReplicaSet: StatusBearing {
  public static let kind = Kind.replicaSet

  public var metadata = ObjectMeta()
  @Shared public var spec = ReplicaSetSpec()
  @Shared public var status = ReplicaSetStatus()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ReplicaSet> {
    $0.always("metadata", \.metadata)
    $0.always("spec", \.spec)
    $0.always("status", \.status)
  }
}

/// How many pods, and which.
public struct ReplicaSetSpec: APIType {
  public var minReadySeconds: Int?
  public var replicas: Int?
  public var writtenSelector: LabelSelector?
  public var template = PodTemplate()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ReplicaSetSpec> {
    $0.optional("minReadySeconds", \.minReadySeconds)
    $0.optional("replicas", \.replicas)
    $0.optional("selector", \.writtenSelector)
    $0.always("template", \.template)
  }
}

/// How many pods there are.
public struct ReplicaSetStatus: APIType {
  public var availableReplicas = 0
  public var conditions: [Condition] = []
  public var fullyLabeledReplicas = 0
  public var observedGeneration = 0
  public var readyReplicas = 0
  public var replicas = 0
  public var terminatingReplicas: Int?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ReplicaSetStatus> {
    $0.unlessDefault("availableReplicas", \.availableReplicas, 0)
    $0.unlessEmpty("conditions", \.conditions)
    $0.unlessDefault("fullyLabeledReplicas", \.fullyLabeledReplicas, 0)
    $0.unlessDefault("observedGeneration", \.observedGeneration, 0)
    $0.unlessDefault("readyReplicas", \.readyReplicas, 0)
    $0.always("replicas", \.replicas)
    $0.optional("terminatingReplicas", \.terminatingReplicas)
  }
}
