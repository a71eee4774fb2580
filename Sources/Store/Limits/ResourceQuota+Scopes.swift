import Objects

extension ResourceQuota {
  /// Whether an object is among those the quota counts.
  public func isAbout(_ object: any APIObject) -> Bool {
    spec.requirements.allSatisfy { requirement in
      // Only pods have the properties that scopes are about.
      guard let pod = object as? Pod else { return false }
      return requirement.matches(pod)
    }
  }
}

extension ResourceQuotaSpec {
  /// Scopes and scope selector as one list.
  var requirements: [ScopeRequirement] {
    let plain = scopes.map { scope in
      var requirement = ScopeRequirement()
      requirement.scopeName = scope
      requirement.comparison = "Exists"
      return requirement
    }
    return plain + (scopeSelector?.matchExpressions ?? [])
  }
}

extension ScopeRequirement {
  fileprivate func matches(_ pod: Pod) -> Bool {
    switch scopeName {
    case "Terminating": pod.spec.activeDeadlineSeconds != nil
    case "NotTerminating": pod.spec.activeDeadlineSeconds == nil
    case "BestEffort": pod.spec.qualityOfService == .bestEffort
    case "NotBestEffort": pod.spec.qualityOfService != .bestEffort
    case "PriorityClass": matchesClass(pod.spec.priorityClassName)
    case "CrossNamespacePodAffinity": pod.spec.affinity?.looksIntoOtherNamespaces ?? false
    default: false
    }
  }

  private func matchesClass(_ name: String) -> Bool {
    switch comparison {
    case "In": values.contains(name)
    case "NotIn": !values.contains(name)
    case "Exists": !name.isEmpty
    default: false
    }
  }
}

extension Affinity {
  fileprivate var looksIntoOtherNamespaces: Bool {
    let sides = [podAffinity, podAntiAffinity].compactMap(\.self)
    let terms = sides.flatMap { $0.required + $0.preferred.map(\.podAffinityTerm) }
    return terms.contains { !$0.namespaces.isEmpty || $0.namespaceSelector != nil }
  }
}
