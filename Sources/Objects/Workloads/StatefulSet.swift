/// Keeps pods with names and storage of their own, in order.
public struct StatefulSet: StatusBearing {
  public static let kind = Kind.statefulSet

  public var metadata = ObjectMeta()
  public var spec = StatefulSetSpec()
  public var status = StatefulSetStatus()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<StatefulSet> {
    $0.always("metadata", \.metadata)
    $0.always("spec", \.spec)
    $0.always("status", \.status)
  }
}

/// One pod after the other, or all at once.
public enum PodManagementPolicy: String, APIWord {
  case orderedReady = "OrderedReady"
  case parallel = "Parallel"
  public static let standIn = PodManagementPolicy.orderedReady

  /// The API has words of its own here for one that it does not know.
  public init(_ value: APIValue, at path: FieldPath, problems: inout [FieldProblem]) {
    let word = String(value, at: path, problems: &problems)
    self = PodManagementPolicy(rawValue: word) ?? .standIn
    guard value.string != nil, PodManagementPolicy(rawValue: word) == nil else { return }
    let why = "must be 'OrderedReady' or 'Parallel'"
    problems.append(.init(path, .invalid(value: "\"\(word)\"", why: why)))
  }
}

/// How many pods, which, and how to change them.
public struct StatefulSetSpec: APIType {
  public var minReadySeconds: Int?
  public var ordinals: StatefulSetOrdinals?
  public var persistentVolumeClaimRetentionPolicy: ClaimRetentionPolicy?
  public var podManagementPolicy: PodManagementPolicy?
  public var replicas: Int?
  public var revisionHistoryLimit: Int?
  public var writtenSelector: LabelSelector?
  public var serviceName: String?
  public var template = PodTemplate()
  public var updateStrategy = StatefulSetUpdateStrategy()
  public var volumeClaimTemplates: [PersistentVolumeClaim] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<StatefulSetSpec> {
    $0.optional("minReadySeconds", \.minReadySeconds)
    $0.optional("ordinals", \.ordinals)
    $0.optional("persistentVolumeClaimRetentionPolicy", \.persistentVolumeClaimRetentionPolicy)
    $0.optional("podManagementPolicy", \.podManagementPolicy)
    $0.optional("replicas", \.replicas)
    $0.optional("revisionHistoryLimit", \.revisionHistoryLimit)
    $0.optional("selector", \.writtenSelector)
    $0.optional("serviceName", \.serviceName)
    $0.always("template", \.template)
    $0.always("updateStrategy", \.updateStrategy)
    $0.unlessEmpty("volumeClaimTemplates", \.volumeClaimTemplates)
  }
}

/// The number of the first pod.
public struct StatefulSetOrdinals: APIType {
  public var start: Int?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<StatefulSetOrdinals> {
    $0.optional("start", \.start)
  }
}

/// Whether a claim outlives what needed it.
public enum ClaimRetention: String, APIWord {
  case delete = "Delete"
  case retain = "Retain"
  public static let standIn = ClaimRetention.retain
}

/// What becomes of the claims of pods that are no longer wanted.
public struct ClaimRetentionPolicy: APIType {
  /// When the StatefulSet goes.
  public var whenDeleted: ClaimRetention?
  /// When it wants fewer pods.
  public var whenScaled: ClaimRetention?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ClaimRetentionPolicy> {
    $0.optional("whenDeleted", \.whenDeleted)
    $0.optional("whenScaled", \.whenScaled)
  }
}

/// Pod by pod, or only those deleted by hand.
public enum StatefulSetUpdateStrategyType: String, APIWord {
  case onDelete = "OnDelete"
  case rollingUpdate = "RollingUpdate"
  public static let standIn = StatefulSetUpdateStrategyType.rollingUpdate

  /// The API blames the whole strategy for a word it does not know, and shows it with the names
  /// that it has for its fields.
  public init(_ value: APIValue, at path: FieldPath, problems: inout [FieldProblem]) {
    let word = String(value, at: path, problems: &problems)
    self = StatefulSetUpdateStrategyType(rawValue: word) ?? .standIn
    guard value.string != nil, StatefulSetUpdateStrategyType(rawValue: word) == nil else { return }
    let strategy = FieldPath(path.steps.dropLast())
    let text = "{\"Type\":\"\(word)\",\"RollingUpdate\":null}"
    let why = "must be 'RollingUpdate' or 'OnDelete'"
    problems.append(.init(strategy, .invalid(value: text, why: why)))
  }
}

/// How old pods are replaced by new ones.
public struct StatefulSetUpdateStrategy: APIType {
  public var rollingUpdate: StatefulSetRollingUpdate?
  public var type: StatefulSetUpdateStrategyType?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<StatefulSetUpdateStrategy> {
    $0.optional("rollingUpdate", \.rollingUpdate)
    $0.optional("type", \.type)
  }
}

/// Which pods change, and how many at once.
public struct StatefulSetRollingUpdate: APIType {
  public var maxUnavailable: IntOrString?
  /// Pods with a lower number stay as they are.
  public var partition: Int?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<StatefulSetRollingUpdate> {
    $0.optional("maxUnavailable", \.maxUnavailable)
    $0.optional("partition", \.partition)
  }
}

/// How many pods there are, and of which revision.
public struct StatefulSetStatus: APIType {
  public var availableReplicas = 0
  public var collisionCount: Int?
  public var conditions: [Condition] = []
  public var currentReplicas = 0
  public var currentRevision = ""
  public var observedGeneration = 0
  public var readyReplicas = 0
  public var replicas = 0
  public var updateRevision = ""
  public var updatedReplicas = 0
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<StatefulSetStatus> {
    $0.always("availableReplicas", \.availableReplicas)
    $0.optional("collisionCount", \.collisionCount)
    $0.unlessEmpty("conditions", \.conditions)
    $0.unlessDefault("currentReplicas", \.currentReplicas, 0)
    $0.unlessDefault("currentRevision", \.currentRevision, "")
    $0.unlessDefault("observedGeneration", \.observedGeneration, 0)
    $0.unlessDefault("readyReplicas", \.readyReplicas, 0)
    $0.always("replicas", \.replicas)
    $0.unlessDefault("updateRevision", \.updateRevision, "")
    $0.unlessDefault("updatedReplicas", \.updatedReplicas, 0)
  }
}
