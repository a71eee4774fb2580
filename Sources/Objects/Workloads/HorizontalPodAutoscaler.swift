import Engine

/// Sets how many pods there are by what they use.
public struct HorizontalPodAutoscaler: StatusBearing {
  public static let kind = Kind.horizontalPodAutoscaler

  public var metadata = ObjectMeta()
  public var spec = HorizontalPodAutoscalerSpec()
  public var status = HorizontalPodAutoscalerStatus()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<HorizontalPodAutoscaler> {
    $0.always("metadata", \.metadata)
    $0.always("spec", \.spec)
    $0.always("status", \.status)
  }
}

/// What is scaled, within which bounds, by which measure.
public struct HorizontalPodAutoscalerSpec: APIType {
  public var behavior: ScalingBehavior?
  public var maxReplicas = 0
  public var metrics: [MetricSpec] = []
  public var minReplicas: Int?
  public var scaleTargetRef = CrossVersionReference()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<HorizontalPodAutoscalerSpec> {
    $0.optional("behavior", \.behavior)
    $0.always("maxReplicas", \.maxReplicas)
    $0.unlessEmpty("metrics", \.metrics)
    $0.optional("minReplicas", \.minReplicas)
    $0.always("scaleTargetRef", \.scaleTargetRef)
  }
}

/// An object of the same namespace, by kind and name.
public struct CrossVersionReference: APIType {
  public var apiVersion: String?
  public var kind = ""
  public var name = ""
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<CrossVersionReference> {
    $0.optional("apiVersion", \.apiVersion)
    $0.always("kind", \.kind)
    $0.always("name", \.name)
  }
}

/// How fast to go up and down.
public struct ScalingBehavior: APIType {
  public var scaleDown: ScalingRules?
  public var scaleUp: ScalingRules?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ScalingBehavior> {
    $0.optional("scaleDown", \.scaleDown)
    $0.optional("scaleUp", \.scaleUp)
  }
}

/// Which of several policies counts.
public enum ScalingSelect: String, APIWord {
  case disabled = "Disabled"
  case max = "Max"
  case min = "Min"
  public static let standIn = ScalingSelect.max
}

/// How fast to go in one direction.
public struct ScalingRules: APIType {
  public var policies: [ScalingPolicy] = []
  public var selectPolicy: ScalingSelect?
  public var stabilizationWindowSeconds: Int?
  public var tolerance: Quantity?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ScalingRules> {
    $0.unlessEmpty("policies", \.policies)
    $0.optional("selectPolicy", \.selectPolicy)
    $0.optional("stabilizationWindowSeconds", \.stabilizationWindowSeconds)
    $0.optional("tolerance", \.tolerance)
  }
}

/// What a policy counts.
public enum ScalingPolicyType: String, APIWord {
  case percent = "Percent"
  case pods = "Pods"
  public static let standIn = ScalingPolicyType.percent
}

/// At most so much in so many seconds.
public struct ScalingPolicy: APIType {
  public var periodSeconds = 0
  public var type = ScalingPolicyType.pods
  public var amount = 0
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ScalingPolicy> {
    $0.always("periodSeconds", \.periodSeconds)
    $0.always("type", \.type)
    $0.always("value", \.amount)
  }
}

/// What was measured and decided last.
public struct HorizontalPodAutoscalerStatus: APIType {
  public var conditions: [Condition] = []
  public var currentMetrics: [MetricStatus] = []
  public var currentReplicas = 0
  public var desiredReplicas = 0
  public var lastScaleTime: SimTime?
  public var observedGeneration: Int?
  public var unlisted = Members()

  public init() {}

  /// The API shows a list that is empty as null.
  private var metricsOrNull: APIValue {
    get { currentMetrics.isEmpty ? .null : currentMetrics.value }
    set {
      var problems: [FieldProblem] = []
      currentMetrics = [MetricStatus](newValue, at: FieldPath(), problems: &problems)
    }
  }

  public static let fields = FieldTable<HorizontalPodAutoscalerStatus> {
    $0.unlessEmpty("conditions", \.conditions)
    $0.always("currentMetrics", \.metricsOrNull)
    $0.unlessDefault("currentReplicas", \.currentReplicas, 0)
    $0.always("desiredReplicas", \.desiredReplicas)
    $0.optional("lastScaleTime", \.lastScaleTime)
    $0.optional("observedGeneration", \.observedGeneration)
  }
}
