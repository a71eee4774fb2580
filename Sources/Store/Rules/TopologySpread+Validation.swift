import Objects

extension PodSpec {
  /// What is wrong with how the pod wants to be spread.
  func spreadProblems(at path: FieldPath) -> [FieldProblem] {
    let rules = topologySpreadConstraints
    return rules.enumerated().flatMap { place, rule in
      let here = path.index(place)
      var problems = rule.problems(at: here)
      // Each of two that are alike is seen from the earlier one.
      let isRepeated = rules.dropFirst(place + 1).contains {
        $0.topologyKey == rule.topologyKey && $0.whenUnsatisfiable == rule.whenUnsatisfiable
      }
      if isRepeated {
        let pair = "{\(rule.topologyKey), \(rule.whenUnsatisfiable.rawValue)}"
        problems.append(
          .init(
            here.member("{topologyKey, whenUnsatisfiable}"), .duplicate(value: "\"\(pair)\"")))
      }
      problems += rule.labelSelector.problems(withKeys: rule.matchLabelKeys, at: here)
      return problems + (rule.labelSelector?.problems(at: here.member("labelSelector")) ?? [])
    }
  }
}

extension TopologySpreadConstraint {
  fileprivate func problems(at path: FieldPath) -> [FieldProblem] {
    var problems = Self.positive(maxSkew, at: path.member("maxSkew"))
    if topologyKey.isEmpty {
      problems.append(.init(path.member("topologyKey"), .required(why: "can not be empty")))
    } else {
      problems += NameRules.keyProblems(topologyKey, at: path.member("topologyKey"))
    }
    guard let minDomains else { return problems }
    let here = path.member("minDomains")
    problems += Self.positive(minDomains, at: here)
    if whenUnsatisfiable != .doNotSchedule {
      let why =
        "can only use minDomains if whenUnsatisfiable=DoNotSchedule, "
        + "not \(whenUnsatisfiable.rawValue)"
      problems.append(.init(here, .invalid(value: "\(minDomains)", why: why)))
    }
    return problems
  }

  private static func positive(_ number: Int, at path: FieldPath) -> [FieldProblem] {
    if number > 0 { return [] }
    return [.init(path, .invalid(value: "\(number)", why: "must be greater than zero"))]
  }
}
