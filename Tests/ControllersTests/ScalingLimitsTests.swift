import Engine
import Objects
import Testing

@testable import Controllers

@Suite struct ScalingLimitsTests {
  static let now = SimTime.worldBegins + .hours(1)

  struct Case: Sendable {
    var current: Int
    var wanted: Int
    var behavior: ScalingBehavior?
    /// What was recommended so many seconds ago.
    var before: [(seconds: Int64, replicas: Int)] = []
    /// From how many to how many it was scaled so many seconds ago.
    var steps: [(seconds: Int64, from: Int, to: Int)] = []
    var gives: Int
    var because: [String]
  }

  private static func rules(
    _ policies: [(ScalingPolicyType, Int, Int)], select: ScalingSelect = .max, window: Int? = nil
  ) -> ScalingRules {
    var rules = ScalingRules()
    rules.selectPolicy = select
    rules.stabilizationWindowSeconds = window
    rules.policies = policies.map { type, amount, seconds in
      var policy = ScalingPolicy()
      policy.type = type
      policy.amount = amount
      policy.periodSeconds = seconds
      return policy
    }
    return rules
  }

  private static func behavior(
    up: ScalingRules = rules([(.pods, 4, 15), (.percent, 100, 15)], window: 0),
    down: ScalingRules = rules([(.percent, 100, 15)])
  ) -> ScalingBehavior {
    var behavior = ScalingBehavior()
    behavior.scaleUp = up
    behavior.scaleDown = down
    return behavior
  }

  static let cases = [
    Case(current: 2, wanted: 3, gives: 3, because: ["ReadyForNewScale", "DesiredWithinRange"]),
    Case(current: 1, wanted: 9, gives: 4, because: ["ReadyForNewScale", "ScaleUpLimit"]),
    Case(current: 3, wanted: 9, gives: 6, because: ["ReadyForNewScale", "ScaleUpLimit"]),
    Case(current: 8, wanted: 30, gives: 10, because: ["ReadyForNewScale", "TooManyReplicas"]),
    Case(current: 2, wanted: 0, gives: 1, because: ["ReadyForNewScale", "TooFewReplicas"]),
    Case(
      current: 5, wanted: 2, before: [(60, 5)], gives: 5,
      because: ["ScaleDownStabilized", "DesiredWithinRange"]),
    Case(
      current: 5, wanted: 2, before: [(290, 3), (310, 5)], gives: 3,
      because: ["ScaleDownStabilized", "DesiredWithinRange"]),
    Case(
      current: 5, wanted: 2, before: [(300, 5)], gives: 2,
      because: ["ReadyForNewScale", "DesiredWithinRange"]),
    // With a behavior.
    Case(
      current: 1, wanted: 9, behavior: behavior(), gives: 5,
      because: ["ReadyForNewScale", "ScaleUpLimit"]),
    Case(
      current: 5, wanted: 9, behavior: behavior(), steps: [(10, 1, 5)], gives: 5,
      because: ["ReadyForNewScale", "ScaleUpLimit"]),
    Case(
      current: 2, wanted: 9, behavior: behavior(up: rules([(.pods, 1, 60)], window: 0)), gives: 3,
      because: ["ReadyForNewScale", "ScaleUpLimit"]),
    Case(
      current: 4, wanted: 9,
      behavior: behavior(up: rules([(.pods, 1, 15), (.percent, 50, 15)], select: .min, window: 0)),
      gives: 5, because: ["ReadyForNewScale", "ScaleUpLimit"]),
    Case(
      current: 4, wanted: 9, behavior: behavior(up: rules([], select: .disabled, window: 0)),
      gives: 4, because: ["ReadyForNewScale", "ScaleUpLimit"]),
    Case(
      current: 4, wanted: 9, behavior: behavior(up: rules([(.pods, 10, 15)], window: 60)),
      before: [(30, 5)], gives: 5, because: ["ScaleUpStabilized", "DesiredWithinRange"]),
    Case(
      current: 8, wanted: 2, behavior: behavior(down: rules([(.pods, 2, 60)], window: 0)), gives: 6,
      because: ["ReadyForNewScale", "ScaleDownLimit"]),
    Case(
      current: 6, wanted: 2, behavior: behavior(down: rules([(.pods, 2, 60)], window: 0)),
      steps: [(30, 8, 6)], gives: 6, because: ["ReadyForNewScale", "ScaleDownLimit"]),
    Case(
      current: 8, wanted: 2, behavior: behavior(), before: [(60, 7)], gives: 7,
      because: ["ScaleDownStabilized", "DesiredWithinRange"]),
    Case(
      current: 8, wanted: 0, behavior: behavior(down: rules([(.percent, 100, 15)], window: 0)),
      gives: 1, because: ["ReadyForNewScale", "TooFewReplicas"]),
  ]

  @Test(arguments: cases)
  func holdsBack(_ test: Case) {
    var history = ScalingHistory()
    for old in test.before.reversed() {
      history.recommend(old.replicas, at: Self.now - .seconds(old.seconds))
    }
    for step in test.steps {
      history.scaled(from: step.from, to: step.to, at: Self.now - .seconds(step.seconds))
    }
    let limits = ScalingLimits(
      minimum: 1, maximum: 10, behavior: test.behavior, now: Self.now)
    let stabilized = limits.stabilized(test.wanted, from: test.current, history)
    let limited = limits.limited(stabilized.replicas, from: test.current, history)
    #expect(limited.replicas == test.gives)
    #expect([stabilized.reason, limited.reason] == test.because)
  }
}
