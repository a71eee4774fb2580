import Objects

/// What a failed pod means under a Job's pod failure policy.
struct JobFailureVerdict: Equatable {
  /// Nil when no rule fits.
  var action: PodFailureAction?
  /// Why the whole Job fails, for ``PodFailureAction/failJob``.
  var message: String?

  var counts: Bool { action != .ignore }

  /// The first rule that fits decides; without one the failure counts.
  init(of pod: Pod, under policy: PodFailurePolicy?) {
    for (place, rule) in (policy?.rules ?? []).enumerated() {
      guard let cause = Self.cause(of: pod, rule) else { continue }
      action = rule.action
      if rule.action == .failJob {
        message = "\(cause) matching \(rule.action.rawValue) rule at index \(place)"
      }
      return
    }
  }

  private static func cause(of pod: Pod, _ rule: PodFailureRule) -> String? {
    let name = "\(pod.metadata.namespace)/\(pod.metadata.name)"
    if let codes = rule.onExitCodes {
      let statuses = pod.status.containerStatuses + pod.status.initContainerStatuses
      for status in statuses where codes.containerName.map({ $0 == status.name }) ?? true {
        guard let code = status.state.terminated?.exitCode, code != 0 else { continue }
        if codes.values.contains(code) == (codes.comparison == .isIn) {
          return "Container \(status.name) for pod \(name) failed with exit code \(code)"
        }
      }
      return nil
    }
    for pattern in rule.onPodConditions {
      let condition = pod.status.conditions[pattern.type]
      if let condition, condition.status == pattern.status ?? .isTrue {
        return "Pod \(name) has condition \(pattern.type)"
      }
    }
    return nil
  }
}

extension SuccessPolicy {
  /// The place of the first rule that these indexes satisfy.
  func firstMet(by succeeded: JobIndexes, of completions: Int) -> Int? {
    if succeeded.ranges.isEmpty { return nil }
    return rules.firstIndex { rule in
      guard let text = rule.succeededIndexes else {
        return rule.succeededCount.map { succeeded.count >= $0 } ?? false
      }
      let wanted = JobIndexes(text, below: completions)
      return succeeded.overlap(with: wanted) >= rule.succeededCount ?? wanted.count
    }
  }
}
