import Objects

extension Namespace: Defaulted, Validated {
  mutating func setDefaults() {
    if !metadata.isDeleting, status.phase == nil {
      status.phase = NamespaceStatus.standard.phase
      if !spec.finalizers.contains("kubernetes") { spec.finalizers.append("kubernetes") }
    }
    metadata.labels["kubernetes.io/metadata.name"] = metadata.name
  }

  func problems() -> [FieldProblem] { NameRules.problems(metadata, subdomain: false) }
}

extension Node: Validated {
  func problems() -> [FieldProblem] { NameRules.problems(metadata, subdomain: true) }
}

extension ServiceAccount: Validated {
  func problems() -> [FieldProblem] { NameRules.problems(metadata, subdomain: true) }
}

extension PriorityClass: Defaulted, Validated {
  mutating func setDefaults() {
    preemptionPolicy = preemptionPolicy ?? Self.standard.preemptionPolicy
  }

  func problems() -> [FieldProblem] {
    var problems = NameRules.problems(metadata, subdomain: true)
    if metadata.name.hasPrefix("system-"), priority < 2_000_000_000 {
      problems.append(
        .init(
          FieldPath("metadata", "name"),
          .forbidden(
            why: "priority class names with 'system-' prefix are reserved for system use only")))
    }
    if !metadata.name.hasPrefix("system-"), priority > 1_000_000_000 {
      problems.append(
        .init(
          FieldPath("value"),
          .forbidden(why: "maximum allowed value of a user defined priority is 1000000000")))
    }
    return problems
  }

  func problems(replacing stored: PriorityClass) -> [FieldProblem] {
    if priority == stored.priority { return [] }
    return [.init(FieldPath("value"), .forbidden(why: "may not be changed in an update."))]
  }
}
