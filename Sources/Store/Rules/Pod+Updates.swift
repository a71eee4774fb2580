import Objects

extension Pod {
  /// Only images, deadlines, tolerations added and scheduling gates taken away may change.
  func problems(replacing stored: Pod) -> [FieldProblem] {
    let path = FieldPath("spec")
    for (name, list) in [("containers", \PodSpec.containers), ("initContainers", \.initContainers)]
    where spec[keyPath: list].count != stored.spec[keyPath: list].count {
      let why = "pod updates may not add or remove containers"
      return [.init(path.member(name), .forbidden(why: why))]
    }
    var problems = deadlineProblems(replacing: stored, at: path.member("activeDeadlineSeconds"))
    let gates = stored.spec.schedulingGates.map(\.name)
    for gate in spec.schedulingGates where !gates.contains(gate.name) {
      let why = "only deletion is allowed, but found new scheduling gate '\(gate.name)'"
      problems.append(.init(path.member("schedulingGates"), .forbidden(why: why)))
    }
    let munged = spec.withoutAllowedChanges(from: stored.spec)
    if munged == stored.spec { return problems }
    let (old, new) = (InnerForm.of(stored.spec).lines, InnerForm.of(munged).lines)
    let difference = UnifiedDifference(old, new).text
    return problems + [.init(path, .forbidden(why: Self.immutable + "\n" + difference))]
  }

  /// A deadline may come nearer, but not move away.
  private func deadlineProblems(replacing stored: Pod, at path: FieldPath) -> [FieldProblem] {
    guard let old = stored.spec.activeDeadlineSeconds else { return [] }
    guard let new = spec.activeDeadlineSeconds else {
      let why = "must not update from a positive integer to nil value"
      return [.init(path, .invalid(value: "null", why: why))]
    }
    if new <= old { return [] }
    return [
      .init(path, .invalid(value: "\(new)", why: "must be less than or equal to previous value"))
    ]
  }

  private static let immutable =
    "pod updates may not change fields other than `spec.containers[*].image`,"
    + "`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only "
    + "additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be "
    + "set to 1 if it was previously negative)"
}

extension PodSpec {
  /// Itself with everything as it was that an update of a pod may change.
  fileprivate func withoutAllowedChanges(from old: PodSpec) -> PodSpec {
    var munged = self
    munged.activeDeadlineSeconds = old.activeDeadlineSeconds
    if (old.terminationGracePeriodSeconds ?? 0) < 0, terminationGracePeriodSeconds == 1 {
      munged.terminationGracePeriodSeconds = old.terminationGracePeriodSeconds
    }
    if tolerations.starts(with: old.tolerations, by: ==) { munged.tolerations = old.tolerations }
    if !old.schedulingGates.isEmpty {
      // Where a pod may go can still be narrowed while nobody looks for a node for it.
      munged.nodeSelector = old.nodeSelector
      munged.affinity?.nodeAffinity = old.affinity?.nodeAffinity
      if old.affinity == nil, munged.affinity == Affinity() { munged.affinity = nil }
    }
    munged.schedulingGates = old.schedulingGates
    // Both have ways of their own to change.
    munged.ephemeralContainers = old.ephemeralContainers
    for place in old.containers.indices {
      munged.containers[place].image = old.containers[place].image
    }
    for place in old.initContainers.indices {
      munged.initContainers[place].image = old.initContainers[place].image
    }
    return munged
  }
}
