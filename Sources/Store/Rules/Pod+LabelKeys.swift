import Objects

extension Pod {
  /// Keys of labels stand for the pod's own values of them. They become part of the selectors when
  /// the pod is made, and stay so whatever becomes of its labels.
  mutating func mergeLabelKeys() {
    let hasKeys =
      spec.topologySpreadConstraints.contains { !$0.matchLabelKeys.isEmpty }
      || (spec.affinity?.hasLabelKeys ?? false)
    guard hasKeys else { return }
    let labels = metadata.labels
    for place in spec.topologySpreadConstraints.indices {
      let keys = spec.topologySpreadConstraints[place].matchLabelKeys
      spec.topologySpreadConstraints[place].labelSelector?.ask(keys, .isIn, of: labels)
    }
    spec.affinity?.podAffinity?.mergeLabelKeys(of: labels)
    spec.affinity?.podAntiAffinity?.mergeLabelKeys(of: labels)
  }
}

extension Affinity {
  fileprivate var hasLabelKeys: Bool {
    [podAffinity, podAntiAffinity].contains { affinity in
      guard let affinity else { return false }
      return affinity.required.contains { $0.hasLabelKeys }
        || affinity.preferred.contains { $0.podAffinityTerm.hasLabelKeys }
    }
  }
}

extension PodAffinity {
  fileprivate mutating func mergeLabelKeys(of labels: StringMap) {
    for place in required.indices { required[place].mergeLabelKeys(of: labels) }
    for place in preferred.indices { preferred[place].podAffinityTerm.mergeLabelKeys(of: labels) }
  }
}

extension PodAffinityTerm {
  fileprivate var hasLabelKeys: Bool { !matchLabelKeys.isEmpty || !mismatchLabelKeys.isEmpty }

  fileprivate mutating func mergeLabelKeys(of labels: StringMap) {
    labelSelector?.ask(matchLabelKeys, .isIn, of: labels)
    labelSelector?.ask(mismatchLabelKeys, .notIn, of: labels)
  }
}

extension LabelSelector {
  /// Asks for the values that these labels have, or for others.
  fileprivate mutating func ask(
    _ keys: [String], _ operation: Requirement.Operator, of labels: StringMap
  ) {
    for key in keys {
      guard let value = labels[key] else { continue }
      matchExpressions.append(.init(key, operation, [value]))
    }
  }
}

extension LabelSelector? {
  /// What is wrong with keys beside this selector, which has taken in what they mean.
  func problems(
    withKeys matching: [String], not mismatching: [String] = [], at path: FieldPath
  ) -> [FieldProblem] {
    var problems = problems(withKeys: matching, at: path.member("matchLabelKeys"))
    problems += self.problems(withKeys: mismatching, at: path.member("mismatchLabelKeys"))
    if let self {
      var asked = Set(self.matchLabels.map(\.key))
      for requirement in self.matchExpressions {
        if let place = matching.lastIndex(of: requirement.key), asked.contains(requirement.key) {
          let why = "exists in both matchLabelKeys and labelSelector"
          problems.append(
            .init(path.index(place), .invalid(value: "\"\(requirement.key)\"", why: why)))
        }
        asked.insert(requirement.key)
      }
    }
    for (place, key) in matching.enumerated() where mismatching.contains(key) {
      let why = "exists in both matchLabelKeys and mismatchLabelKeys"
      problems.append(
        .init(
          path.member("matchLabelKeys").index(place), .invalid(value: "\"\(key)\"", why: why)))
    }
    return problems
  }

  private func problems(withKeys keys: [String], at path: FieldPath) -> [FieldProblem] {
    if keys.isEmpty { return [] }
    if self == nil {
      let why = "must not be specified when labelSelector is not set"
      return [.init(path, .forbidden(why: why))]
    }
    return keys.enumerated().flatMap { NameRules.keyProblems($1, at: path.index($0)) }
  }
}
