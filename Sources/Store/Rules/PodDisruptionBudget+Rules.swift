import Objects

extension PodDisruptionBudget: Validated {
  func problems() -> [FieldProblem] {
    var problems = NameRules.problems(metadata, subdomain: true)
    let path = FieldPath("spec")
    if spec.minAvailable != nil, spec.maxUnavailable != nil {
      problems.append(
        .init(
          path,
          .invalid(
            value: goText, why: "minAvailable and maxUnavailable cannot be both set")))
    }
    if let amount = spec.minAvailable {
      problems += Self.problems(of: amount, at: path.member("minAvailable"))
    }
    if let amount = spec.maxUnavailable {
      problems += Self.problems(of: amount, at: path.member("maxUnavailable"))
    }
    return problems + (spec.selector?.problems(at: path.member("selector")) ?? [])
  }

  private static func problems(of amount: IntOrString, at path: FieldPath) -> [FieldProblem] {
    switch amount {
    case .int(let number):
      if number >= 0 { return [] }
      return [
        .init(path, .invalid(value: "\(number)", why: "must be greater than or equal to 0"))
      ]
    case .string(let text):
      guard let percentage = amount.percentage, percentage >= 0 else {
        return [
          .init(
            path,
            .invalid(
              value: "\"\(text)\"",
              why: "a valid percent string must be a numeric string followed by an ending '%' "
                + "(e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')"))
        ]
      }
      if percentage <= 100 { return [] }
      return [
        .init(path, .invalid(value: "\"\(text)\"", why: "must not be greater than 100%"))
      ]
    }
  }

  /// The spec as the API server's message shows it: its own type has other names and order.
  private var goText: String {
    func text(_ amount: IntOrString?) -> String {
      switch amount {
      case .int(let number): "\(number)"
      case .string(let text): "\"\(text)\""
      case nil: "null"
      }
    }
    let selector = spec.selector.map(TemplateRules.goText) ?? "null"
    let policy = spec.unhealthyPodEvictionPolicy.map { "\"\($0.rawValue)\"" } ?? "null"
    return "{\"MinAvailable\":\(text(spec.minAvailable)),\"Selector\":\(selector),"
      + "\"MaxUnavailable\":\(text(spec.maxUnavailable)),\"UnhealthyPodEvictionPolicy\":\(policy)}"
  }
}
