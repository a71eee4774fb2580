import Objects

/// Whether something is allowed; if not, what was wrong with the roles that might have allowed it.
public struct AccessDecision: Hashable, Sendable {
  public var isAllowed: Bool
  public var reason = ""
}

extension ClusterState {
  /// Answers from roles and bindings, as the API server does.
  public func decide(_ request: AccessRequest, for requester: Requester) -> AccessDecision {
    // The one group that no role can take anything from.
    if requester.groups.contains("system:masters") { return AccessDecision(isAllowed: true) }
    var namespace = ""
    if case .resource(let asked) = request { namespace = asked.namespace }
    var problems: [String] = []
    for grant in grants(for: requester, in: namespace) {
      guard let rules = rules(of: grant.role, in: grant.namespace) else {
        problems.append(
          "\(grant.role.kind.lowercased()).\(KindFacts.access) \"\(grant.role.name)\" not found")
        continue
      }
      if rules.contains(where: { $0.allows(request) }) { return AccessDecision(isAllowed: true) }
    }
    var decision = AccessDecision(isAllowed: false)
    if problems.count == 1 { decision.reason = "RBAC: \(problems[0])" }
    if problems.count > 1 { decision.reason = "RBAC: [\(problems.joined(separator: ", "))]" }
    return decision
  }

  /// Every rule that holds for somebody in a namespace: those for the whole cluster first.
  public func rules(for requester: Requester, in namespace: String) -> [PolicyRule] {
    grants(for: requester, in: namespace).flatMap { rules(of: $0.role, in: $0.namespace) ?? [] }
  }

  /// The roles that somebody has, and the namespace of the binding that gives each.
  private func grants(
    for requester: Requester, in namespace: String
  ) -> [(role: RoleRef, namespace: String)] {
    var grants: [(role: RoleRef, namespace: String)] = []
    for binding in all(ClusterRoleBinding.self)
    where binding.subjects.contains(where: { $0.means(requester, in: "") }) {
      grants.append((binding.roleRef, ""))
    }
    if namespace.isEmpty { return grants }
    for binding in all(RoleBinding.self, in: namespace)
    where binding.subjects.contains(where: { $0.means(requester, in: namespace) }) {
      grants.append((binding.roleRef, namespace))
    }
    return grants
  }

  private func rules(of role: RoleRef, in namespace: String) -> [PolicyRule]? {
    if role.kind == Kind.clusterRole.rawValue { return get(ClusterRole.self, role.name)?.rules }
    return get(Role.self, role.name, in: namespace)?.rules
  }
}
