import Engine
import Objects

/// Holds a recommendation back: by what was recommended lately, by how fast may be scaled, and by
/// the bounds.
struct ScalingLimits {
  /// What a limit comes to: a number, and what the condition about it says.
  struct Outcome: Hashable {
    var replicas: Int
    var reason: String
    var message: String
  }

  let minimum: Int
  let maximum: Int
  let behavior: ScalingBehavior?
  let now: SimTime

  /// Scaling down waits until nothing higher was recommended for so long, unless the behavior says
  /// otherwise.
  static let downWindow = SimSpan.minutes(5)

  static let calm = Outcome(
    replicas: 0, reason: "ReadyForNewScale", message: "recommended size matches current size")

  // MARK: - Lately

  /// The recommendation, with those of late taken into account.
  func stabilized(_ wanted: Int, from current: Int, _ history: ScalingHistory) -> Outcome {
    guard let behavior else {
      let replicas = history.most(within: Self.downWindow, at: now, latest: wanted)
      return replicas == wanted
        ? Outcome(replicas: wanted, reason: Self.calm.reason, message: Self.calm.message)
        : held(at: replicas, wanted, from: current)
    }
    let up = Self.window(behavior.scaleUp) ?? .zero
    let down = Self.window(behavior.scaleDown) ?? Self.downWindow
    let least = history.least(within: up, at: now, latest: wanted)
    let most = history.most(within: down, at: now, latest: wanted)
    let replicas = min(max(current, least), most)
    return replicas == wanted
      ? Outcome(replicas: wanted, reason: Self.calm.reason, message: Self.calm.message)
      : held(at: replicas, wanted, from: current)
  }

  private static func window(_ rules: ScalingRules?) -> SimSpan? {
    rules?.stabilizationWindowSeconds.map { .seconds(Int64($0)) }
  }

  private func held(at replicas: Int, _ wanted: Int, from current: Int) -> Outcome {
    if behavior != nil, wanted >= current {
      return Outcome(
        replicas: replicas, reason: "ScaleUpStabilized",
        message: "recent recommendations were lower than current one, applying the lowest recent "
          + "recommendation")
    }
    return Outcome(
      replicas: replicas, reason: "ScaleDownStabilized",
      message: "recent recommendations were higher than current one, applying the highest recent "
        + "recommendation")
  }

  // MARK: - How fast, how many

  func limited(_ wanted: Int, from current: Int, _ history: ScalingHistory) -> Outcome {
    let most = behavior.map { highest($0.scaleUp, current, history) } ?? max(2 * current, 4)
    let least = behavior.map { lowest($0.scaleDown, current, history) } ?? 0
    let isGrowing = behavior == nil || wanted > current
    let isShrinking = behavior == nil || wanted < current
    if isShrinking, wanted < max(minimum, least) {
      return least > minimum
        ? Outcome(
          replicas: least, reason: "ScaleDownLimit",
          message: "the desired replica count is decreasing faster than the maximum scale rate")
        : Outcome(
          replicas: minimum, reason: "TooFewReplicas",
          message: "the desired replica count is less than the minimum replica count")
    }
    if isGrowing, wanted > min(maximum, most) {
      return most < maximum
        ? Outcome(
          replicas: most, reason: "ScaleUpLimit",
          message: "the desired replica count is increasing faster than the maximum scale rate")
        : Outcome(
          replicas: maximum, reason: "TooManyReplicas",
          message: "the desired replica count is more than the maximum replica count")
    }
    return Outcome(
      replicas: wanted, reason: "DesiredWithinRange",
      message: "the desired count is within the acceptable range")
  }

  private func highest(
    _ rules: ScalingRules?, _ current: Int, _ history: ScalingHistory
  ) -> Int {
    guard let rules, rules.selectPolicy != .disabled else { return current }
    let proposals = rules.policies.map { policy in
      let before = history.replicas(
        before: .seconds(Int64(policy.periodSeconds)), at: now, now: current)
      return switch policy.type {
      case .pods: before + policy.amount
      case .percent: Self.roundedUp(Double(before) * (1 + Double(policy.amount) / 100))
      }
    }
    let chosen = rules.selectPolicy == .min ? proposals.min() : proposals.max()
    return max(current, chosen ?? current)
  }

  private func lowest(
    _ rules: ScalingRules?, _ current: Int, _ history: ScalingHistory
  ) -> Int {
    guard let rules, rules.selectPolicy != .disabled else { return current }
    let proposals = rules.policies.map { policy in
      let before = history.replicas(
        before: .seconds(Int64(policy.periodSeconds)), at: now, now: current)
      return switch policy.type {
      case .pods: before - policy.amount
      case .percent: Int(Double(before) * (1 - Double(policy.amount) / 100))
      }
    }
    let chosen = rules.selectPolicy == .min ? proposals.max() : proposals.min()
    return min(current, chosen ?? current)
  }

  private static func roundedUp(_ number: Double) -> Int { Int(min(number, 1e9).rounded(.up)) }
}
