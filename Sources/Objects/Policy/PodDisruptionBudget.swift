import Engine

/// How many pods of an application may be gone on purpose at once.
public struct PodDisruptionBudget: StatusBearing {
  public static let kind = Kind.podDisruptionBudget

  public var metadata = ObjectMeta()
  public var spec = PodDisruptionBudgetSpec()
  public var status = PodDisruptionBudgetStatus()
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<PodDisruptionBudget> {
    $0.always("metadata", \.metadata)
    $0.always("spec", \.spec)
    $0.always("status", \.status)
  }
}

/// Whether a pod that is not ready may be evicted all the same.
public enum UnhealthyPodEvictionPolicy: String, APIWord {
  case alwaysAllow = "AlwaysAllow"
  case ifHealthyBudget = "IfHealthyBudget"
  public static let standIn = UnhealthyPodEvictionPolicy.ifHealthyBudget
}

/// Which pods, and how many of them must stay or may go.
public struct PodDisruptionBudgetSpec: APIType {
  public var maxUnavailable: IntOrString?
  public var minAvailable: IntOrString?
  public var selector: LabelSelector?
  public var unhealthyPodEvictionPolicy: UnhealthyPodEvictionPolicy?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<PodDisruptionBudgetSpec> {
    $0.optional("maxUnavailable", \.maxUnavailable)
    $0.optional("minAvailable", \.minAvailable)
    $0.optional("selector", \.selector)
    $0.optional("unhealthyPodEvictionPolicy", \.unhealthyPodEvictionPolicy)
  }
}

/// How many may go right now.
public struct PodDisruptionBudgetStatus: APIType {
  public var conditions: [Condition] = []
  public var currentHealthy = 0
  public var desiredHealthy = 0
  /// Pods whose eviction was granted and that are not gone yet: name to time.
  public var disruptedPods: APIValue?
  public var disruptionsAllowed = 0
  public var expectedPods = 0
  public var observedGeneration = 0
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<PodDisruptionBudgetStatus> {
    $0.unlessEmpty("conditions", \.conditions)
    $0.always("currentHealthy", \.currentHealthy)
    $0.always("desiredHealthy", \.desiredHealthy)
    $0.optional("disruptedPods", \.disruptedPods)
    $0.always("disruptionsAllowed", \.disruptionsAllowed)
    $0.always("expectedPods", \.expectedPods)
    $0.unlessDefault("observedGeneration", \.observedGeneration, 0)
  }
}

extension PodDisruptionBudget {
  /// Whether the budget is about this pod. Pods without labels are covered by none.
  public func covers(_ pod: Pod) -> Bool {
    guard let selector = spec.selector, !pod.metadata.labels.isEmpty,
      pod.metadata.namespace == metadata.namespace
    else { return false }
    return selector.matches(pod.metadata.labels)
  }
}

extension PodDisruptionBudgetStatus {
  /// When the eviction of a pod was granted that has not been seen to end since; by pod name.
  public var granted: [(pod: String, time: SimTime)] {
    get {
      let entries: [(pod: String, time: SimTime)] = (disruptedPods?.object ?? Members())
        .compactMap { entry in
          entry.value.string.flatMap(SimTime.init(rfc3339:)).map { (entry.name, $0) }
        }
      return entries.sorted { $0.pod < $1.pod }
    }
    set {
      disruptedPods =
        newValue.isEmpty ? nil : .object(Members(newValue.map { ($0.pod, $0.time.value) }))
    }
  }

  /// Says in the conditions whether any disruption is allowed, as of `now`.
  public mutating func noteAllowance(at now: SimTime) {
    let isAllowed = disruptionsAllowed > 0
    var condition = Condition(
      "DisruptionAllowed", ConditionStatus(isAllowed),
      reason: isAllowed ? "SufficientPods" : "InsufficientPods", message: "", at: now.wholeSecond)
    condition.observedGeneration = observedGeneration
    conditions.set(condition)
  }
}
