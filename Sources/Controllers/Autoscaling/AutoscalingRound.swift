import Engine
import Objects
import Store

/// One look at one autoscaler: measure, decide, scale, and say so in its status.
struct AutoscalingRound {
  private(set) var autoscaler: HorizontalPodAutoscaler
  private(set) var history: ScalingHistory
  private let now: SimTime

  init(
    of autoscaler: HorizontalPodAutoscaler, remembering history: ScalingHistory, at now: SimTime
  ) {
    self.autoscaler = autoscaler
    self.history = history
    self.now = now
  }

  private var spec: HorizontalPodAutoscalerSpec { autoscaler.spec }
  private var minimum: Int { spec.minReplicas ?? 1 }

  /// How many there should be, and why.
  private struct Decision {
    var replicas: Int
    var reason = ""
    var measured: [MetricStatus] = []
  }

  mutating func run(_ draft: inout Draft) {
    let target: ScaleTarget
    do throws(ScaleTarget.Problem) {
      target = try ScaleTarget(
        spec.scaleTargetRef, in: autoscaler.metadata.namespace, of: draft.state)
    } catch {
      draft.note(.warning, "FailedGetScale", error.message, about: autoscaler)
      set(
        "AbleToScale", .isFalse, "FailedGetScale",
        "the HPA controller was unable to get the target's current scale: \(error.message)")
      draft.attempt(.updateStatus(autoscaler))
      return
    }
    set(
      "AbleToScale", .isTrue, "SucceededGetScale",
      "the HPA controller was able to get the target's current scale")
    history.begin(with: target.replicas, at: now)
    guard let decision = decide(target, &draft) else { return }
    if decision.replicas == target.replicas {
      writeStatus(current: target.replicas, desired: target.replicas, decision.measured, &draft)
    } else {
      scale(target, decision, &draft)
    }
  }

  /// Nil when it cannot be told, which is then written down already.
  private mutating func decide(_ target: ScaleTarget, _ draft: inout Draft) -> Decision? {
    let current = target.replicas
    if current == 0, minimum != 0 {
      set(
        "ScalingActive", .isFalse, "ScalingDisabled",
        "scaling is disabled since the replica count of the target is zero")
      return Decision(replicas: 0)
    }
    if current > spec.maxReplicas {
      return Decision(
        replicas: spec.maxReplicas, reason: "Current number of replicas above Spec.MaxReplicas")
    }
    if current < minimum {
      return Decision(
        replicas: minimum, reason: "Current number of replicas below Spec.MinReplicas")
    }
    return measure(target, &draft)
  }

  // MARK: - By measurements

  private mutating func measure(_ target: ScaleTarget, _ draft: inout Draft) -> Decision? {
    let current = target.replicas
    var statuses: [MetricStatus] = []
    if let problem = ambiguity(of: target, &draft) {
      fail(current, statuses, problem, &draft)
      return nil
    }
    var best: (replicas: Int, metric: String)?
    var firstFailure: MetricReading.Failure?
    var failures = 0
    for metric in spec.metrics {
      do throws(MetricReading.Failure) {
        let reading = try MetricReading(metric, of: autoscaler, target, draft)
        statuses.append(reading.status)
        if best.map({ reading.replicas > $0.replicas }) ?? true {
          best = (reading.replicas, reading.name)
        }
      } catch {
        draft.note(.warning, error.reason, error.message, about: autoscaler)
        statuses.append(MetricStatus())
        firstFailure = firstFailure ?? error
        failures += 1
      }
    }
    // With a measure missing it might be wrong to take pods away.
    guard let best, failures == 0 || best.replicas >= current else {
      let failure = firstFailure ?? MetricReading.Failure(reason: "", message: "", context: "")
      set(
        "ScalingActive", .isFalse, failure.reason,
        "the HPA was unable to compute the replica count: \(failure.message)")
      fail(
        current, statuses,
        "invalid metrics (\(failures) invalid out of \(spec.metrics.count)), first error is: "
          + "\(failure.context)\(failure.message)", &draft)
      return nil
    }
    set(
      "ScalingActive", .isTrue, "ValidMetricFound",
      "the HPA was able to successfully calculate a replica count from \(best.metric)")
    return limit(best.replicas, best.metric, current, statuses)
  }

  private mutating func limit(
    _ wanted: Int, _ metric: String, _ current: Int, _ statuses: [MetricStatus]
  ) -> Decision {
    let limits = ScalingLimits(
      minimum: minimum, maximum: spec.maxReplicas, behavior: spec.behavior, now: now)
    let stabilized = limits.stabilized(wanted, from: current, history)
    history.recommend(wanted, at: now)
    set("AbleToScale", .isTrue, stabilized.reason, stabilized.message)
    let limited = limits.limited(stabilized.replicas, from: current, history)
    set(
      "ScalingLimited", ConditionStatus(limited.replicas != stabilized.replicas), limited.reason,
      limited.message)
    let reason =
      wanted > current
      ? "\(metric) above target" : wanted < current ? "All metrics below target" : ""
    return Decision(replicas: limited.replicas, reason: reason, measured: statuses)
  }

  /// Two autoscalers that look after the same pods would pull against each other.
  private mutating func ambiguity(of target: ScaleTarget, _ draft: inout Draft) -> String? {
    let room = autoscaler.metadata.namespace
    let pods = draft.state.pods(in: room, matching: target.selector)
    let rivals = draft.state.all(HorizontalPodAutoscaler.self, in: room).filter { other in
      if other.metadata.uid == autoscaler.metadata.uid { return true }
      let selector = try? ScaleTarget(other.spec.scaleTargetRef, in: room, of: draft.state).selector
      return selector.map { selector in pods.contains { selector.matches($0.metadata.labels) } }
        ?? false
    }
    guard rivals.count > 1 else { return nil }
    let names = rivals.prefix(2).map { "\(room)/\($0.metadata.name)" }.joined(separator: " ")
    let message =
      "pods by selector \(target.selector.text) are controlled by more than one HPA "
      + "(e.g. [\(names)])"
    draft.note(.warning, "AmbiguousSelector", message, about: autoscaler)
    set("ScalingActive", .isFalse, "AmbiguousSelector", message)
    return message
  }

  // MARK: - What is written

  private mutating func scale(
    _ target: ScaleTarget, _ decision: Decision, _ draft: inout Draft
  ) {
    do throws(Rejection) {
      try draft.submit(.update(target.scaled(to: decision.replicas)))
    } catch {
      draft.note(
        .warning, "FailedRescale",
        "New size: \(decision.replicas); reason: \(decision.reason); error: \(error.message)",
        about: autoscaler)
      set(
        "AbleToScale", .isFalse, "FailedUpdateScale",
        "the HPA controller was unable to update the target scale: \(error.message)")
      writeStatus(
        current: target.replicas, desired: autoscaler.status.desiredReplicas, decision.measured,
        &draft)
      return
    }
    set(
      "AbleToScale", .isTrue, "SucceededRescale",
      "the HPA controller was able to update the target scale to \(decision.replicas)")
    draft.note(
      .normal, "SuccessfulRescale",
      "New size: \(decision.replicas); reason: \(decision.reason)", about: autoscaler)
    history.scaled(from: target.replicas, to: decision.replicas, at: now)
    autoscaler.status.lastScaleTime = now.wholeSecond
    writeStatus(
      current: target.replicas, desired: decision.replicas, decision.measured, &draft)
  }

  private mutating func fail(
    _ current: Int, _ statuses: [MetricStatus], _ message: String, _ draft: inout Draft
  ) {
    writeStatus(
      current: current, desired: autoscaler.status.desiredReplicas, statuses, &draft)
    draft.note(.warning, "FailedComputeMetricsReplicas", message, about: autoscaler)
  }

  private mutating func writeStatus(
    current: Int, desired: Int, _ measured: [MetricStatus], _ draft: inout Draft
  ) {
    autoscaler.status.currentReplicas = current
    autoscaler.status.desiredReplicas = desired
    autoscaler.status.currentMetrics = measured
    draft.attempt(.updateStatus(autoscaler))
  }

  private mutating func set(
    _ type: String, _ status: ConditionStatus, _ reason: String, _ message: String
  ) {
    autoscaler.status.conditions.set(
      Condition(type, status, reason: reason, message: message, at: now.wholeSecond))
  }
}
