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

extension PriorityClass: Defaulted, Validated, Admitted {
  /// Those that every cluster has: the API server lets nobody delete them.
  static let ofTheSystem = ["system-cluster-critical", "system-node-critical"]

  mutating func setDefaults() {
    preemptionPolicy = preemptionPolicy ?? Self.standard.preemptionPolicy
  }

  /// Only one class is the default.
  mutating func admit(
    into state: inout ClusterState, replacing stored: PriorityClass?, _ admission: inout Admission
  ) throws(Rejection) {
    guard globalDefault == true,
      let other = state.all(PriorityClass.self).first(where: {
        $0.globalDefault == true && $0.key != key
      })
    else { return }
    throw .forbidden(
      key,
      why: "PriorityClass \(other.metadata.name) is already marked as default. "
        + "Only one default can exist")
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
    var problems: [FieldProblem] = []
    if priority != stored.priority {
      problems.append(
        .init(FieldPath("value"), .forbidden(why: "may not be changed in an update.")))
    }
    if let policy = preemptionPolicy, policy != stored.preemptionPolicy {
      problems.append(
        .init(
          FieldPath("preemptionPolicy"),
          .invalid(value: "\"\(policy.rawValue)\"", why: "field is immutable")))
    }
    return problems
  }
}
