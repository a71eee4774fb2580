import Objects

/// The roles and bindings that every cluster set up by kubeadm has.
public enum BootstrapAccess {
  public static let objects: [any APIObject] = {
    let own = clusterRoles + controllerRoles
    return own.map { aggregated($0, among: own) }
      + AccessTable.entries(AccessTable.kubeadmRoles).map { clusterRole($0) }
      + clusterBindings + roles + roleBindings
  }()

  private static let aggregation = "rbac.authorization.k8s.io/aggregate-to-"

  // MARK: - Roles

  private static var clusterRoles: [ClusterRole] {
    AccessTable.entries(AccessTable.clusterRoles).map { entry in
      var role = clusterRole(entry)
      role.metadata.mark()
      for mark in entry.marks {
        let label = aggregation + mark.dropFirst()
        if mark.hasPrefix(">") {
          role.metadata.labels[label] = "true"
        } else {
          var rule = AggregationRule()
          rule.clusterRoleSelectors = [LabelSelector(matchLabels: [label: "true"])]
          role.aggregationRule = rule
        }
      }
      return role
    }
  }

  private static var controllerRoles: [ClusterRole] {
    AccessTable.entries(AccessTable.controllerRoles).map { entry in
      var role = clusterRole(entry)
      role.metadata.name = "system:controller:\(entry.name)"
      role.metadata.mark()
      return role
    }
  }

  private static func clusterRole(_ entry: AccessTable.Entry) -> ClusterRole {
    var role = ClusterRole()
    role.metadata = ObjectMeta(name: entry.name)
    role.rules = entry.rules
    return role
  }

  /// Filled with the rules of others, which may themselves have to be filled first.
  private static func aggregated(_ role: ClusterRole, among roles: [ClusterRole]) -> ClusterRole {
    guard let aggregation = role.aggregationRule else { return role }
    let parts = roles.filter { $0.metadata.name != role.metadata.name }.filter { part in
      aggregation.clusterRoleSelectors.contains { $0.matches(part.metadata.labels) }
    }
    var filled = role
    let whole = parts.map { aggregated($0, among: roles) }
    filled.rules = aggregation.rules(
      for: role.metadata.name, among: whole.sorted { $0.metadata.name < $1.metadata.name })
    return filled
  }

  private static var roles: [any APIObject] {
    [(AccessTable.roles, true), (AccessTable.kubeadmNamespaceRoles, false)].flatMap {
      text, isMarked in
      AccessTable.entries(text).map { entry in
        var role = Role()
        role.metadata = placed(entry.name)
        if isMarked { role.metadata.mark() }
        role.rules = entry.rules
        return role
      }
    }
  }

  // MARK: - Bindings

  private static var clusterBindings: [any APIObject] {
    let controllers = AccessTable.entries(AccessTable.controllerRoles).map {
      AccessTable.Entry(name: "system:controller:\($0.name)", marks: ["s:\($0.name)"])
    }
    let own = AccessTable.entries(AccessTable.clusterBindings) + controllers
    return own.map { clusterBinding($0, isMarked: true) }
      + AccessTable.entries(AccessTable.kubeadmBindings).map {
        clusterBinding($0, isMarked: false)
      }
  }

  private static func clusterBinding(
    _ entry: AccessTable.Entry, isMarked: Bool
  ) -> ClusterRoleBinding {
    var binding = ClusterRoleBinding()
    binding.metadata = ObjectMeta(name: entry.name)
    if isMarked { binding.metadata.mark() }
    binding.roleRef = RoleRef(.clusterRole, role(of: entry) ?? entry.name)
    binding.subjects = subjects(of: entry)
    return binding
  }

  private static var roleBindings: [any APIObject] {
    [(AccessTable.roleBindings, true), (AccessTable.kubeadmNamespaceBindings, false)].flatMap {
      text, isMarked in
      AccessTable.entries(text).map { entry in
        var binding = RoleBinding()
        binding.metadata = placed(entry.name)
        if isMarked { binding.metadata.mark() }
        binding.roleRef = RoleRef(.role, role(of: entry) ?? binding.metadata.name)
        binding.subjects = subjects(of: entry)
        return binding
      }
    }
  }

  private static func placed(_ name: String) -> ObjectMeta {
    let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
    return ObjectMeta(name: parts[1], namespace: parts[0])
  }

  private static func isSubject(_ word: String) -> Bool {
    ["u:", "g:", "s:"].contains { word.hasPrefix($0) }
  }

  private static func role(of entry: AccessTable.Entry) -> String? {
    entry.marks.first { !isSubject($0) }
  }

  private static func subjects(of entry: AccessTable.Entry) -> [Subject] {
    entry.marks.filter(isSubject).map { word in
      let name = String(word.dropFirst(2))
      if word.hasPrefix("u:") { return Subject(Subject.user, name) }
      if word.hasPrefix("g:") { return Subject(Subject.group, name) }
      return Subject(Subject.serviceAccount, name, in: "kube-system")
    }
  }
}

extension ObjectMeta {
  /// As the API server marks what it sees to itself.
  fileprivate mutating func mark() {
    annotations["rbac.authorization.kubernetes.io/autoupdate"] = "true"
    labels["kubernetes.io/bootstrapping"] = "rbac-defaults"
  }
}
