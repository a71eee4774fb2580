/// Whose rules a cluster role takes over.
public struct AggregationRule: APIType {
  public var clusterRoleSelectors: [LabelSelector] = []
  public var unlisted = Members()

  public init() {}

  public static let fields = FieldTable<AggregationRule> {
    $0.unlessEmpty("clusterRoleSelectors", \.clusterRoleSelectors)
  }

  /// The rules of the roles it selects, each rule once: selector by selector, by name within one.
  public func rules(for name: String, among roles: [ClusterRole]) -> [PolicyRule] {
    var rules: [PolicyRule] = []
    for selector in clusterRoleSelectors {
      for role in roles where role.metadata.name != name {
        guard selector.matches(role.metadata.labels) else { continue }
        for rule in role.rules where !rules.contains(rule) { rules.append(rule) }
      }
    }
    return rules
  }
}
