/// What a failed pod means for its Job; the first rule that fits decides.
public struct PodFailurePolicy: APIType {
  public var rules: [PodFailureRule] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<PodFailurePolicy> {
    $0.always("rules", \.rules)
  }
}

/// What a rule does.
public enum PodFailureAction: String, APIWord {
  case count = "Count"
  case failIndex = "FailIndex"
  case failJob = "FailJob"
  case ignore = "Ignore"
  public static let standIn = PodFailureAction.count
}

/// A way to fail, and what to do then.
public struct PodFailureRule: APIType {
  public var action = PodFailureAction.count
  public var onExitCodes: ExitCodeRequirement?
  public var onPodConditions: [PodConditionPattern] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<PodFailureRule> {
    $0.always("action", \.action)
    $0.optional("onExitCodes", \.onExitCodes)
    $0.unlessEmpty("onPodConditions", \.onPodConditions)
  }
}

/// Whether the exit code must be in the list, or must not.
public enum ExitCodeOperator: String, APIWord {
  case isIn = "In"
  case notIn = "NotIn"
  public static let standIn = ExitCodeOperator.isIn
}

/// Which exit codes, of which container.
public struct ExitCodeRequirement: APIType {
  public var containerName: String?
  public var comparison = ExitCodeOperator.isIn
  public var values: [Int] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ExitCodeRequirement> {
    $0.optional("containerName", \.containerName)
    $0.always("operator", \.comparison)
    $0.always("values", \.values)
  }
}

/// A condition the pod must have.
public struct PodConditionPattern: APIType {
  public var status: ConditionStatus?
  public var type = ""
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<PodConditionPattern> {
    $0.optional("status", \.status)
    $0.always("type", \.type)
  }
}

/// When a Job has succeeded before all its indexes have.
public struct SuccessPolicy: APIType {
  public var rules: [SuccessRule] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<SuccessPolicy> {
    $0.always("rules", \.rules)
  }
}

/// Which indexes, or how many, are enough.
public struct SuccessRule: APIType {
  public var succeededCount: Int?
  public var succeededIndexes: String?
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<SuccessRule> {
    $0.optional("succeededCount", \.succeededCount)
    $0.optional("succeededIndexes", \.succeededIndexes)
  }
}
