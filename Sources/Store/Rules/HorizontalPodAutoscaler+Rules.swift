import Objects

extension HorizontalPodAutoscaler: Defaulted, Validated {
  mutating func setDefaults() {
    spec.minReplicas = spec.minReplicas ?? HorizontalPodAutoscalerSpec.standard.minReplicas
    if spec.metrics.isEmpty { spec.metrics = [Self.standardMetric] }
    if var behavior = spec.behavior {
      behavior.scaleUp = Self.completed(
        behavior.scaleUp, window: 0, policies: [(.pods, 4), (.percent, 100)])
      // How long a way down is watched is the controller's business while nobody says.
      behavior.scaleDown = Self.completed(
        behavior.scaleDown, window: nil, policies: [(.percent, 100)])
      spec.behavior = behavior
    }
  }

  /// Four fifths of the cpu that is requested.
  private static var standardMetric: MetricSpec {
    var resource = ResourceMetric()
    resource.name = "cpu"
    resource.target.averageUtilization = 80
    var metric = MetricSpec()
    metric.resource = resource
    return metric
  }

  private static func completed(
    _ rules: ScalingRules?, window: Int?, policies: [(type: ScalingPolicyType, amount: Int)]
  ) -> ScalingRules {
    var rules = rules ?? ScalingRules()
    rules.selectPolicy = rules.selectPolicy ?? ScalingRules.standard.selectPolicy
    rules.stabilizationWindowSeconds = rules.stabilizationWindowSeconds ?? window
    if rules.policies.isEmpty {
      rules.policies = policies.map { type, amount in
        var policy = ScalingPolicy()
        policy.type = type
        policy.amount = amount
        policy.periodSeconds = 15
        return policy
      }
    }
    return rules
  }

  func problems() -> [FieldProblem] {
    let path = FieldPath("spec")
    var problems = NameRules.problems(metadata, subdomain: true)
    let minimum = spec.minReplicas ?? HorizontalPodAutoscalerSpec.standard.minReplicas ?? 0
    if minimum < 1 {
      problems.append(
        path.member("minReplicas").invalid(minimum, "must be greater than or equal to 1"))
    }
    if spec.maxReplicas < 1 {
      problems.append(
        path.member("maxReplicas").invalid(spec.maxReplicas, "must be greater than 0"))
    }
    if spec.maxReplicas < minimum {
      problems.append(
        path.member("maxReplicas").invalid(
          spec.maxReplicas, "must be greater than or equal to `minReplicas`"))
    }
    problems += spec.scaleTargetRef.problems(at: path.member("scaleTargetRef"))
    for (place, metric) in spec.metrics.enumerated() {
      problems += metric.problems(at: path.member("metrics").index(place))
    }
    let behavior = path.member("behavior")
    problems += spec.behavior?.scaleUp?.problems(at: behavior.member("scaleUp")) ?? []
    problems += spec.behavior?.scaleDown?.problems(at: behavior.member("scaleDown")) ?? []
    return problems
  }
}

extension FieldPath {
  fileprivate func invalid(_ number: Int, _ why: String) -> FieldProblem {
    FieldProblem(self, .invalid(value: "\(number)", why: why))
  }

  fileprivate func required(_ why: String) -> FieldProblem {
    FieldProblem(self, .required(why: why))
  }

  fileprivate func forbidden(_ why: String) -> FieldProblem {
    FieldProblem(self, .forbidden(why: why))
  }
}

extension CrossVersionReference {
  fileprivate func problems(at path: FieldPath) -> [FieldProblem] {
    (kind.isEmpty ? [path.member("kind").required("")] : [])
      + (name.isEmpty ? [path.member("name").required("")] : [])
  }
}

extension MetricSpec {
  /// The sources that are filled in, by the names of their fields.
  private var present: [String] {
    [
      ("object", object != nil), ("external", external != nil), ("pods", pods != nil),
      ("resource", resource != nil), ("containerResource", containerResource != nil),
    ].filter(\.1).map(\.0)
  }

  private var expected: String {
    switch type {
    case .object: "object"
    case .external: "external"
    case .pods: "pods"
    case .resource: "resource"
    case .containerResource: "containerResource"
    }
  }

  fileprivate func problems(at path: FieldPath) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    switch present.first {
    case "resource": problems += resource?.problems(at: path.member("resource")) ?? []
    case "containerResource":
      problems +=
        containerResource?.problems(
          at: path.member("containerResource"), ofContainer: true) ?? []
    case let name?:
      problems += Self.problems(of: self[name], at: path.member(name), isPods: name == "pods")
    case nil: break
    }
    if !present.contains(expected) {
      problems.append(
        path.member(expected).required("must populate information for the given metric source"))
    }
    if present.count != 1 {
      problems += present.filter { $0 != expected }.map {
        path.member($0).forbidden("must populate the given metric source only")
      }
    }
    return problems
  }

  private subscript(name: String) -> APIValue? {
    switch name {
    case "object": object
    case "external": external
    default: pods
    }
  }

  /// Sources that nobody here measures are checked for a name and a target.
  private static func problems(
    of source: APIValue?, at path: FieldPath, isPods: Bool
  ) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if (source?["metric"]?["name"]?.string ?? "").isEmpty {
      problems.append(path.member("metric").member("name").required("must specify a metric name"))
    }
    let target = source?["target"]
    let hasAverage = target?["averageValue"] != nil
    if !hasAverage, isPods || target?["value"] == nil {
      problems.append(
        path.member("target").member("averageValue").required(
          isPods
            ? "must specify a positive target averageValue"
            : "must set either a target value for metric or a per-pod target"))
    }
    return problems
  }
}

extension ResourceMetric {
  fileprivate func problems(
    at path: FieldPath, ofContainer: Bool = false
  ) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if name.isEmpty {
      problems.append(path.member("name").required("must specify a resource name"))
    }
    if ofContainer, (container ?? "").isEmpty {
      problems.append(path.member("container").required("must specify a container"))
    }
    let place = path.member("target")
    for (field, amount) in [("value", target.amount), ("averageValue", target.averageValue)] {
      guard let amount, amount <= .zero else { continue }
      problems.append(
        FieldProblem(
          place.member(field), .invalid(value: "\"\(amount.text)\"", why: "must be positive")))
    }
    if let percent = target.averageUtilization, percent < 1 {
      problems.append(place.member("averageUtilization").invalid(percent, "must be greater than 0"))
    }
    if target.averageUtilization == nil, target.averageValue == nil {
      problems.append(
        place.member("averageUtilization").required(
          "must set either a target raw value or a target utilization"))
    }
    if target.averageUtilization != nil, target.averageValue != nil {
      problems.append(
        place.member("averageValue").forbidden(
          "may not set both a target raw value and a target utilization"))
    }
    return problems
  }
}

extension ScalingRules {
  fileprivate func problems(at path: FieldPath) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if let window = stabilizationWindowSeconds {
      let place = path.member("stabilizationWindowSeconds")
      if window < 0 {
        problems.append(place.invalid(window, "must be greater than or equal to zero"))
      }
      if window > 3600 {
        problems.append(place.invalid(window, "must be less than or equal to 3600"))
      }
    }
    if let tolerance, tolerance < .zero {
      problems.append(
        FieldProblem(
          path.member("tolerance"),
          .invalid(value: "\"\(tolerance.text)\"", why: "must be greater than or equal to zero")))
    }
    for (number, policy) in policies.enumerated() {
      let place = path.member("policies").index(number)
      if policy.amount <= 0 {
        problems.append(place.member("value").invalid(policy.amount, "must be greater than zero"))
      }
      let period = place.member("periodSeconds")
      if policy.periodSeconds <= 0 {
        problems.append(period.invalid(policy.periodSeconds, "must be greater than zero"))
      }
      if policy.periodSeconds > 1800 {
        problems.append(period.invalid(policy.periodSeconds, "must be less than or equal to 1800"))
      }
    }
    return problems
  }
}
