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
    problems += spec.tolerationProblems(replacing: stored.spec, at: path.member("tolerations"))
    problems += spec.gateProblems(replacing: stored.spec, at: path.member("schedulingGates"))
    if !stored.spec.schedulingGates.isEmpty {
      problems += spec.placeProblems(replacing: stored.spec, at: path)
    }
    let munged = spec.withoutAllowedChanges(from: stored.spec)
    if munged == stored.spec { return problems }
    let difference = UnifiedDifference(
      from: InnerForm.of(stored.spec), to: InnerForm.of(munged)
    ).text
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
  /// What a pod tolerates it goes on tolerating, for as long as one likes.
  fileprivate func tolerationProblems(
    replacing old: PodSpec, at path: FieldPath
  ) -> [FieldProblem] {
    let areKept = old.tolerations.allSatisfy { kept in
      tolerations.contains { toleration in
        var toleration = toleration
        toleration.tolerationSeconds = kept.tolerationSeconds
        return toleration == kept
      }
    }
    if areKept { return [] }
    let why = "existing toleration can not be modified except its tolerationSeconds"
    return [.init(path, .forbidden(why: why))]
  }

  fileprivate func gateProblems(replacing old: PodSpec, at path: FieldPath) -> [FieldProblem] {
    let known = Set(old.schedulingGates.map(\.name))
    return schedulingGates.enumerated().compactMap { place, gate in
      if known.contains(gate.name) { return nil }
      let why = "only deletion is allowed, but found new scheduling gate '\(gate.name)'"
      return .init(path.index(place).member("name"), .forbidden(why: why))
    }
  }

  /// Where a pod may go can only be narrowed while nobody looks for a node for it.
  fileprivate func placeProblems(replacing old: PodSpec, at path: FieldPath) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if old.nodeSelector.contains(where: { nodeSelector[$0.key] != $0.value }) {
      let why = "only additions to spec.nodeSelector are allowed (no mutations or deletions)"
      problems.append(
        .init(
          path.member("nodeSelector"),
          .invalid(value: TemplateRules.goMap(nodeSelector), why: why)))
    }
    let terms = old.affinity?.nodeAffinity?.required?.nodeSelectorTerms ?? []
    let new = affinity?.nodeAffinity?.required?.nodeSelectorTerms ?? []
    let place = path.member("affinity").member("nodeAffinity")
      .member("requiredDuringSchedulingIgnoredDuringExecution").member("nodeSelectorTerms")
    if !terms.isEmpty, terms.count != new.count {
      let why = "no additions/deletions to non-empty NodeSelectorTerms list are allowed"
      return problems + [.init(place, .invalid(value: InnerForm.of(new).compact, why: why))]
    }
    for (index, term) in terms.enumerated() where !new[index].onlyAdds(to: term) {
      let why = "only additions are allowed (no mutations or deletions)"
      problems.append(
        .init(place.index(index), .invalid(value: InnerForm.of(new[index]).compact, why: why)))
    }
    return problems
  }

  /// Itself with everything as it was that an update of a pod may change, or that is refused in
  /// words of its own.
  fileprivate func withoutAllowedChanges(from old: PodSpec) -> PodSpec {
    var munged = self
    munged.activeDeadlineSeconds = old.activeDeadlineSeconds
    if (old.terminationGracePeriodSeconds ?? 0) < 0, terminationGracePeriodSeconds == 1 {
      munged.terminationGracePeriodSeconds = old.terminationGracePeriodSeconds
    }
    munged.tolerations = old.tolerations
    munged.schedulingGates = old.schedulingGates
    if !old.schedulingGates.isEmpty {
      munged.nodeSelector = old.nodeSelector
      munged.keepNodeAffinity(of: old)
    }
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

  private mutating func keepNodeAffinity(of old: PodSpec) {
    let kept = old.affinity?.nodeAffinity
    guard affinity?.nodeAffinity != kept else { return }
    var merged = affinity ?? Affinity()
    merged.nodeAffinity = kept
    affinity = old.affinity == nil && merged == Affinity() ? nil : merged
  }
}

extension NodeSelectorTerm {
  /// Whether it asks for all that another does, and perhaps for more. One that asks for nothing
  /// picks no node: more would not narrow it.
  fileprivate func onlyAdds(to old: NodeSelectorTerm) -> Bool {
    if old.matchExpressions.isEmpty, old.matchFields.isEmpty {
      return matchExpressions.isEmpty && matchFields.isEmpty
    }
    return matchExpressions.starts(with: old.matchExpressions)
      && matchFields.starts(with: old.matchFields)
  }
}
