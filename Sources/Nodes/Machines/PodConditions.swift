import Engine
import Objects

/// The conditions a kubelet reports of a pod, in the order in which it does.
struct PodConditions {
  let pod: Pod
  let worker: PodWorker
  let phase: PodPhase?
  /// What was reported before: moments of change are kept from it.
  let old: [PodCondition]
  let now: SimTime

  private var hasEnded: Bool { phase == .succeeded || phase == .failed }

  var conditions: [PodCondition] {
    let own =
      resize + disruption + [sandbox, initialised] + readiness + [
        condition("PodScheduled", true, nil, nil)
      ]
    let others = old.filter { known in
      !own.contains { $0.type == known.type } && !Self.resizing.contains(known.type)
    }
    // No more room than they need: they are kept for as long as their pod lives.
    var conditions: [PodCondition] = []
    conditions.reserveCapacity(own.count + others.count)
    conditions += own
    conditions += others
    return conditions
  }

  private static let resizing: Set = ["PodResizePending", "PodResizeInProgress"]

  /// How it stands with resources other than those the pod began with.
  private var resize: [PodCondition] {
    if hasEnded { return [] }
    var conditions: [PodCondition] = []
    if let refusal = worker.resize.refusal {
      var pending = condition("PodResizePending", true, nil, nil)
      pending.reason = refusal.reason.rawValue
      pending.message = refusal.message
      pending.observedGeneration = refusal.generation
      conditions.append(pending)
    }
    if let generation = worker.resize.generation {
      var progress = condition("PodResizeInProgress", true, nil, nil)
      if let error = worker.resize.error {
        progress.reason = "Error"
        progress.message = error
      }
      progress.observedGeneration = generation
      conditions.append(progress)
    }
    return conditions
  }

  /// That the machine ran short of something and the pod had to go.
  private var disruption: [PodCondition] {
    guard let message = worker.eviction else { return [] }
    var condition = condition("DisruptionTarget", true, nil, nil)
    condition.reason = "TerminationByKubelet"
    condition.message = message
    return [condition]
  }

  private var sandbox: PodCondition {
    condition("PodReadyToStartContainers", worker.hasSandbox && !hasEnded, nil, nil)
  }

  private var initialised: PodCondition {
    let unfinished = worker.containers.filter {
      $0.isInit && ($0.isSidecar ? !$0.hasStarted : !($0.phase == .ended && $0.end?.exitCode == 0))
    }
    // Once an ordinary container has been started, all that had to come first is behind the pod.
    let isBehind = worker.containers.contains { $0.isOrdinary && $0.identifier != nil }
    var condition = condition(
      "Initialized", unfinished.isEmpty || isBehind || phase == .succeeded,
      "ContainersNotInitialized",
      "containers with incomplete status: \(Self.names(unfinished))")
    if phase == .succeeded { condition.reason = "PodCompleted" }
    return condition
  }

  private var readiness: [PodCondition] {
    let unready = worker.containers.filter { ($0.isOrdinary || $0.isSidecar) && !$0.isReady }
    let isReady = unready.isEmpty && !hasEnded && worker.hasSandbox
    let reason =
      phase == .succeeded ? "PodCompleted" : phase == .failed ? "PodFailed" : "ContainersNotReady"
    let told = condition(
      "ContainersReady", isReady, reason,
      hasEnded ? nil : "containers with unready status: \(Self.names(unready))")
    let gates = closedGates
    let ready =
      isReady
      ? condition(
        "Ready", gates.isEmpty, "ReadinessGatesNotReady", gates.joined(separator: ", "))
      : condition("Ready", false, reason, told.message)
    return [ready, told]
  }

  /// What is told of gates that are not open.
  private var closedGates: [String] {
    pod.spec.readinessGates.compactMap { gate in
      let type = gate.conditionType
      guard let found = old[type] else {
        return "corresponding condition of pod readiness gate \"\(type)\" does not exist."
      }
      return found.status == .isTrue
        ? nil
        : "the status of pod readiness gate \"\(type)\" is not \"True\", but "
          + found.status.rawValue
    }
  }

  private static func names(_ runs: [ContainerRun]) -> String {
    "[" + runs.map(\.spec.name).joined(separator: " ") + "]"
  }

  private func condition(
    _ type: String, _ holds: Bool, _ reason: String?, _ message: @autoclosure () -> String?
  ) -> PodCondition {
    var condition = PodCondition(
      type, ConditionStatus(holds), reason: holds ? nil : reason,
      message: holds ? nil : message(), at: now.wholeSecond)
    if let known = old[type], known.status == condition.status {
      condition.lastTransitionTime = known.lastTransitionTime
    }
    condition.observedGeneration = pod.metadata.generation
    return condition
  }
}
