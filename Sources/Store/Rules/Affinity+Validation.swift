import Objects

extension Affinity {
  private static let required = "requiredDuringSchedulingIgnoredDuringExecution"
  private static let preferred = "preferredDuringSchedulingIgnoredDuringExecution"

  /// What is wrong with the nodes and the neighbours that a pod wants or avoids.
  func problems(at path: FieldPath) -> [FieldProblem] {
    nodeProblems(at: path.member("nodeAffinity"))
      + Self.problems(of: podAffinity, at: path.member("podAffinity"))
      + Self.problems(of: podAntiAffinity, at: path.member("podAntiAffinity"))
  }

  private func nodeProblems(at path: FieldPath) -> [FieldProblem] {
    guard let nodeAffinity else { return [] }
    var problems = nodeAffinity.required?.problems(at: path.member(Self.required)) ?? []
    for (place, wish) in nodeAffinity.preferred.enumerated() {
      let here = path.member(Self.preferred).index(place)
      problems += Self.problems(ofWeight: wish.weight, at: here.member("weight"))
      problems += wish.preference.problems(at: here.member("preference"), mayHaveAnyValue: true)
    }
    return problems
  }

  private static func problems(of affinity: PodAffinity?, at path: FieldPath) -> [FieldProblem] {
    guard let affinity else { return [] }
    var problems: [FieldProblem] = []
    for (place, term) in affinity.required.enumerated() {
      problems += term.problems(at: path.member(required).index(place))
    }
    for (place, wish) in affinity.preferred.enumerated() {
      let here = path.member(preferred).index(place)
      problems += Self.problems(ofWeight: wish.weight, at: here.member("weight"))
      problems += wish.podAffinityTerm.problems(at: here.member("podAffinityTerm"))
    }
    return problems
  }

  /// The scheduler adds the weights up.
  private static func problems(ofWeight weight: Int, at path: FieldPath) -> [FieldProblem] {
    if (1...100).contains(weight) { return [] }
    return [.init(path, .invalid(value: "\(weight)", why: "must be in the range 1-100"))]
  }
}

extension PodAffinityTerm {
  fileprivate func problems(at path: FieldPath) -> [FieldProblem] {
    var problems = labelSelector?.problems(at: path.member("labelSelector")) ?? []
    problems += namespaceSelector?.problems(at: path.member("namespaceSelector")) ?? []
    for name in namespaces {
      guard let why = NameRules.labelProblem(name) else { continue }
      problems.append(
        .init(path.member("namespace"), .invalid(value: "\"\(name)\"", why: why)))
    }
    problems += labelSelector.problems(
      withKeys: matchLabelKeys, not: mismatchLabelKeys, at: path)
    let key = path.member("topologyKey")
    if topologyKey.isEmpty {
      problems.append(.init(key, .required(why: "can not be empty")))
    }
    return problems + NameRules.keyProblems(topologyKey, at: key)
  }
}
