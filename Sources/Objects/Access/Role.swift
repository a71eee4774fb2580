/// What is allowed in one namespace to those who are bound to it.
public struct Role: APIObject {
  public static let kind = Kind.role

  public var metadata = ObjectMeta()
  public var rules: [PolicyRule] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<Role> {
    $0.always("metadata", \.metadata)
    $0.always("rules", \.listedRules)
  }
}

extension Role {
  private var listedRules: NullableList<PolicyRule> {
    get { NullableList(rules) }
    set { rules = newValue.items }
  }
}

/// What is allowed to those who are bound to it: in every namespace and outside, or in the
/// namespace of the binding.
public struct ClusterRole: APIObject {
  public static let kind = Kind.clusterRole

  public var metadata = ObjectMeta()
  /// Where it is there, a controller puts the rules together.
  public var aggregationRule: AggregationRule?
  public var rules: [PolicyRule] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<ClusterRole> {
    $0.optional("aggregationRule", \.aggregationRule)
    $0.always("metadata", \.metadata)
    $0.always("rules", \.listedRules)
  }
}

extension ClusterRole {
  private var listedRules: NullableList<PolicyRule> {
    get { NullableList(rules) }
    set { rules = newValue.items }
  }
}
