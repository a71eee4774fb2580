import Objects

extension ResourceQuota: Validated {
  private static let standardNames: Set<String> = [
    "cpu", "memory", "ephemeral-storage", "requests.cpu", "requests.memory", "requests.storage",
    "requests.ephemeral-storage", "limits.cpu", "limits.memory", "limits.ephemeral-storage", "pods",
    "resourcequotas", "services", "replicationcontrollers", "secrets", "persistentvolumeclaims",
    "configmaps", "services.nodeports", "services.loadbalancers",
  ]
  private static let wholeNumbers: Set<String> = [
    "pods", "resourcequotas", "services", "replicationcontrollers", "secrets",
    "persistentvolumeclaims", "configmaps", "services.nodeports", "services.loadbalancers",
  ]
  private static let knownScopes: Set<String> = [
    "Terminating", "NotTerminating", "BestEffort", "NotBestEffort", "PriorityClass",
    "CrossNamespacePodAffinity",
  ]

  func problems() -> [FieldProblem] {
    NameRules.problems(metadata, subdomain: true) + amountProblems() + scopeProblems()
  }

  func problems(replacing stored: ResourceQuota) -> [FieldProblem] {
    if spec.scopes.sorted() == stored.spec.scopes.sorted() { return [] }
    return [
      .init(
        FieldPath("spec", "scopes"),
        .invalid(value: Self.list(spec.scopes), why: "field is immutable"))
    ]
  }

  private func amountProblems() -> [FieldProblem] {
    var problems: [FieldProblem] = []
    for (name, amount) in spec.hard {
      let path = FieldPath("spec", "hard").key(name)
      let isPlain = !name.contains("/")
      if isPlain, !Self.standardNames.contains(name), !name.hasPrefix("hugepages-"),
        !name.hasPrefix("requests.hugepages-")
      {
        let value = "\"\(name)\""
        problems.append(
          .init(
            path,
            .invalid(value: value, why: "must be a standard resource type or fully qualified")))
        problems.append(
          .init(path, .invalid(value: value, why: "must be a standard resource for quota")))
      }
      if amount < .zero {
        problems.append(
          .init(
            path, .invalid(value: "\"\(amount.text)\"", why: "must be greater than or equal to 0")))
      }
      let isCount = Self.wholeNumbers.contains(name) || name.hasPrefix("count/")
      if isCount, amount.nano % 1_000_000_000 != 0 {
        problems.append(
          .init(path, .invalid(value: "\"\(amount.text)\"", why: "must be an integer")))
      }
    }
    return problems
  }

  private func scopeProblems() -> [FieldProblem] {
    let path = FieldPath("spec", "scopes")
    var problems: [FieldProblem] = []
    let value = Self.list(spec.scopes)
    if spec.scopes.contains(where: { !Self.knownScopes.contains($0) }) {
      problems.append(.init(path, .invalid(value: value, why: "unsupported scope")))
    }
    let isBestEffort = spec.scopes.contains("BestEffort")
    if isBestEffort, spec.hard.contains(where: { $0.name != "pods" && $0.name != "count/pods" }) {
      problems.append(
        .init(path, .invalid(value: value, why: "unsupported scope applied to resource")))
    }
    let isTorn =
      isBestEffort && spec.scopes.contains("NotBestEffort")
      || spec.scopes.contains("Terminating") && spec.scopes.contains("NotTerminating")
    if isTorn { problems.append(.init(path, .invalid(value: value, why: "conflicting scopes"))) }
    return problems
  }

  private static func list(_ scopes: [String]) -> String {
    "[" + scopes.map { "\"\($0)\"" }.joined(separator: ",") + "]"
  }
}
