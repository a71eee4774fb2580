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

extension Node: Validated, Admitted {
  private static let notReady = Taint("node.kubernetes.io/not-ready", .noSchedule)

  /// Nobody may be sent to a new node before it has said that it is ready; what the simulator
  /// sets up is as it says.
  mutating func admit(
    into state: inout ClusterState, replacing stored: Node?, _ admission: inout Admission
  ) throws(Rejection) {
    guard stored == nil, admission.actor != .system else { return }
    let isMarked = spec.taints.contains {
      $0.key == Self.notReady.key && $0.effect == Self.notReady.effect
    }
    if !isMarked { spec.taints.append(Self.notReady) }
  }

  func problems() -> [FieldProblem] {
    NameRules.problems(metadata, subdomain: true)
      + spec.taints.enumerated().flatMap { place, taint in
        // The API server looks for them where they once were.
        let path = FieldPath("metadata", "taints").index(place)
        let isRepeated = spec.taints[..<place].contains {
          $0.key == taint.key && $0.effect == taint.effect
        }
        return taint.problems(at: path) + (isRepeated ? [taint.repeated(at: path)] : [])
      }
  }

  /// A node keeps the network for its pods and the name at its provider once it has them.
  func problems(replacing stored: Node) -> [FieldProblem] {
    func kept(_ field: String, _ what: String) -> FieldProblem {
      let why = "node updates may not change \(what) except from \"\" to valid"
      return .init(FieldPath("spec", field), .forbidden(why: why))
    }
    var problems: [FieldProblem] = []
    if !stored.spec.networks.isEmpty, stored.spec.networks != spec.networks {
      problems.append(kept("podCIDRs", "podCIDR"))
    }
    if stored.spec.providerID?.isEmpty == false, stored.spec.providerID != spec.providerID {
      problems.append(kept("providerID", "providerID"))
    }
    return problems
  }
}

extension NodeSpec {
  /// The networks for its pods: the older field, which knows one only, wins where the two differ.
  fileprivate var networks: [String] {
    guard let podCIDR, !podCIDR.isEmpty, podCIDR != podCIDRs.first else { return podCIDRs }
    return [podCIDR]
  }
}

extension Taint {
  fileprivate func problems(at path: FieldPath) -> [FieldProblem] {
    let whys = NameRules.valueProblems(value ?? "")
    let problems = NameRules.keyProblems(key, at: path.member("key"))
    if whys.isEmpty { return problems }
    return problems + [
      .init(
        path.member("value"),
        .invalid(value: "\"\(value ?? "")\"", why: whys.joined(separator: ";")))
    ]
  }

  fileprivate func repeated(at path: FieldPath) -> FieldProblem {
    let time = timeAdded.map { GoText.of($0.value) } ?? "null"
    return .init(
      path,
      .duplicate(
        value: "{\"Key\":\"\(key)\",\"Value\":\"\(value ?? "")\","
          + "\"Effect\":\"\(effect.rawValue)\",\"TimeAdded\":\(time)}",
        why: "taints must be unique by key and effect pair"))
  }
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
