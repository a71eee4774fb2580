import Objects

extension LabelSelector {
  /// What is wrong with how a selector is written, whatever it picks.
  func problems(at path: FieldPath) -> [FieldProblem] {
    NameRules.labelProblems(matchLabels, at: path.member("matchLabels"))
      + matchExpressions.enumerated().flatMap { place, requirement in
        requirement.problems(at: path.member("matchExpressions").index(place))
      }
  }

  /// Whether one of its expressions can be taken for none: such a selector picks nothing at all.
  var isUnreadable: Bool {
    matchExpressions.contains { requirement in
      !requirement.problems(at: FieldPath()).isEmpty
    } || !NameRules.labelProblems(matchLabels, at: FieldPath()).isEmpty
  }
}

extension LabelSelector.Requirement {
  /// What is wrong with an expression about labels.
  fileprivate func problems(at path: FieldPath) -> [FieldProblem] {
    if [.greaterThan, .lessThan].contains(op) {
      return [unfit(at: path)] + nameProblems(at: path)
    }
    return countProblems(at: path) + nameProblems(at: path)
  }

  /// What is wrong with an expression about the labels of a node, which may be numbers.
  fileprivate func nodeProblems(at path: FieldPath, mayHaveAnyValue: Bool) -> [FieldProblem] {
    let names = NameRules.keyProblems(key, at: path.member("key"))
    return countProblems(at: path) + (mayHaveAnyValue ? names : nameProblems(at: path))
  }

  /// What is wrong with an expression about the fields of a node: only its name can be asked for.
  fileprivate func fieldProblems(at path: FieldPath) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if unknownOperator != nil || ![.isIn, .notIn].contains(op) {
      problems.append(unfit(at: path))
    } else if values.count != 1 {
      let why = "must be only one value when `operator` is 'In' or 'NotIn' for node field selector"
      problems.append(.init(path.member("values"), .required(why: why)))
    }
    if key != "metadata.name" {
      let why = "not a valid field selector key"
      return problems
        + [.init(path.member("key"), .invalid(value: "\"\(key)\"", why: why))]
    }
    for (place, value) in values.enumerated() {
      guard let why = NameRules.subdomainProblem(value) else { continue }
      let here = path.member("values").index(place)
      problems.append(.init(here, .invalid(value: "\"\(value)\"", why: why)))
    }
    return problems
  }

  private func unfit(at path: FieldPath) -> FieldProblem {
    .init(
      path.member("operator"),
      .invalid(value: "\"\(operatorText)\"", why: "not a valid selector operator"))
  }

  /// Whether there are as many values as the operator needs.
  private func countProblems(at path: FieldPath) -> [FieldProblem] {
    if unknownOperator != nil { return [unfit(at: path)] }
    let here = path.member("values")
    switch op {
    case .isIn, .notIn:
      let why = "must be specified when `operator` is 'In' or 'NotIn'"
      return values.isEmpty ? [.init(here, .required(why: why))] : []
    case .exists, .doesNotExist:
      let why = "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"
      return values.isEmpty ? [] : [.init(here, .forbidden(why: why))]
    case .greaterThan, .lessThan:
      let why = "must be specified single value when `operator` is 'Lt' or 'Gt'"
      return values.count == 1 ? [] : [.init(here, .required(why: why))]
    }
  }

  private func nameProblems(at path: FieldPath) -> [FieldProblem] {
    NameRules.keyProblems(key, at: path.member("key"))
      + values.enumerated().flatMap { place, value in
        NameRules.valueProblems(value, at: path.member("values").index(place))
      }
  }
}

extension NodeSelector {
  func problems(at path: FieldPath) -> [FieldProblem] {
    let list = path.member("nodeSelectorTerms")
    if nodeSelectorTerms.isEmpty {
      return [.init(list, .required(why: "must have at least one node selector term"))]
    }
    return nodeSelectorTerms.enumerated().flatMap { place, term in
      term.problems(at: list.index(place), mayHaveAnyValue: false)
    }
  }
}

extension NodeSelectorTerm {
  /// A wish may ask for values that no label can have; what is required may not.
  func problems(at path: FieldPath, mayHaveAnyValue: Bool) -> [FieldProblem] {
    matchExpressions.enumerated().flatMap { place, requirement in
      requirement.nodeProblems(
        at: path.member("matchExpressions").index(place), mayHaveAnyValue: mayHaveAnyValue)
    }
      + matchFields.enumerated().flatMap { place, requirement in
        requirement.fieldProblems(at: path.member("matchFields").index(place))
      }
  }
}
