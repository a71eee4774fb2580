import Objects

extension JobSpec {
  /// How many pods an Indexed Job may run at once.
  private static let mostParallel = 100_000

  /// Everything wrong with the specification found at `path`, the selector left out.
  func problems(at path: FieldPath) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    let counts: [(name: String, count: Int?)] = [
      ("parallelism", parallelism), ("completions", completions),
      ("activeDeadlineSeconds", activeDeadlineSeconds), ("backoffLimit", backoffLimit),
      ("ttlSecondsAfterFinished", ttlSecondsAfterFinished),
      ("backoffLimitPerIndex", backoffLimitPerIndex), ("maxFailedIndexes", maxFailedIndexes),
    ]
    for (name, count) in counts {
      guard let count, count < 0 else { continue }
      problems.append(
        .init(
          path.member(name),
          .invalid(value: "\(count)", why: "must be greater than or equal to 0")))
    }
    problems += limitProblems(at: path)
    problems += indexProblems(at: path)
    if podFailurePolicy != nil { problems += failurePolicyProblems(at: path) }
    if let successPolicy {
      problems += successPolicy.problems(
        at: path.member("successPolicy"), isIndexed: completionMode == .indexed,
        completions: completions ?? 0)
    }
    return problems + templateProblems(at: path)
  }

  private func limitProblems(at path: FieldPath) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if maxFailedIndexes != nil, backoffLimitPerIndex == nil {
      problems.append(
        .init(
          path.member("backoffLimitPerIndex"),
          .required(why: "when maxFailedIndexes is specified")))
    }
    if podFailurePolicy != nil, podReplacementPolicy == .terminatingOrFailed {
      problems.append(
        .init(
          path.member("podReplacementPolicy"),
          .unsupported(value: "TerminatingOrFailed", supported: ["Failed"])))
    }
    return problems
  }

  private func indexProblems(at path: FieldPath) -> [FieldProblem] {
    guard completionMode == .indexed else {
      let names: [(name: String, value: Int?)] = [
        ("backoffLimitPerIndex", backoffLimitPerIndex), ("maxFailedIndexes", maxFailedIndexes),
      ]
      return names.compactMap { name, value in
        value.map {
          .init(
            path.member(name), .invalid(value: "\($0)", why: "requires indexed completion mode"))
        }
      }
    }
    var problems: [FieldProblem] = []
    if completions == nil {
      problems.append(
        .init(
          path.member("completions"), .required(why: "when completion mode is Indexed")))
    }
    if let parallelism, parallelism > Self.mostParallel {
      problems.append(
        .init(
          path.member("parallelism"),
          .invalid(
            value: "\(parallelism)",
            why: "must be less than or equal to \(Self.mostParallel) when completion mode is "
              + "Indexed")))
    }
    if let most = maxFailedIndexes, let completions, most > completions {
      problems.append(
        .init(
          path.member("maxFailedIndexes"),
          .invalid(value: "\(most)", why: "must be less than or equal to completions")))
    }
    return problems
  }

  private func templateProblems(at path: FieldPath) -> [FieldProblem] {
    let place = path.member("template").member("spec")
    var problems = template.problems(at: path.member("template"))
    let policyPath = place.member("restartPolicy")
    guard let policy = template.spec.restartPolicy else { return problems }
    if policy == .always {
      problems.append(
        .init(policyPath, .required(why: "valid values: \"OnFailure\", \"Never\"")))
    } else if policy != .never {
      for (name, isSet) in [
        ("podFailurePolicy", podFailurePolicy != nil),
        ("backoffLimitPerIndex", backoffLimitPerIndex != nil),
      ] where isSet {
        problems.append(
          .init(
            policyPath,
            .invalid(
              value: "\"\(policy.rawValue)\"",
              why: "only \"Never\" is supported when \(name) is specified")))
      }
    }
    return problems
  }

  private func failurePolicyProblems(at path: FieldPath) -> [FieldProblem] {
    let rules = podFailurePolicy?.rules ?? []
    let place = path.member("podFailurePolicy").member("rules")
    if rules.count > 20 {
      return [.init(place, .invalid(value: "\(rules.count)", why: "must have at most 20 items"))]
    }
    let containers = template.spec.containers + template.spec.initContainers
    return rules.enumerated().flatMap { number, rule in
      rule.problems(
        at: place.index(number), containers: containers.map(\.name),
        countsByIndex: backoffLimitPerIndex != nil)
    }
  }
}
