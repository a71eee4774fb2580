extension Check {
  /// The commands to run and the reports to hand in before the check can be judged.
  public func needs(remembered: [RememberedValue]) -> [CheckTarget] {
    let check = filled(remembered)
    var targets = [check.target]
    switch check.predicate {
    case .exists, .prints, .matches: break
    case .count(_, _, let value), .compares(_, _, let value):
      targets += value.probes.map(\.target)
    }
    return targets.filter(\.isHandedIn)
  }

  /// Whether it compares with the truth of the step's question.
  public var needsTruth: Bool {
    if case .compares(_, _, let value) = predicate { value.needsTruth } else { false }
  }
}

extension Probe {
  /// The command to run or the report to hand in before the probe can be looked up.
  public func needs(remembered: [RememberedValue]) -> [CheckTarget] {
    [target.filled(remembered)].filter(\.isHandedIn)
  }
}

extension CheckTarget {
  /// Whether it is not found in the cluster's objects.
  var isHandedIn: Bool {
    switch self {
    case .objects, .events, .answer: false
    case .exec, .logs, .report: true
    }
  }
}
