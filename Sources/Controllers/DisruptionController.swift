import Engine
import Objects
import Store

/// Works out how many pods each disruption budget lets go right now.
struct DisruptionController: ControlLoop {
  static let name = "disruption-controller"
  static let component = "controllermanager"
  static let watched: Set<Kind>? = [.podDisruptionBudget, .pod]

  /// How long a granted eviction counts before its pod is seen to go.
  static let patience = SimSpan.minutes(2)

  init() {}

  func observe(_ change: Change, in state: ClusterState, at now: SimTime) -> [Look] {
    if change.key.kind == .podDisruptionBudget {
      return change.verb == .deleted ? [] : [(change.key, now)]
    }
    guard let pod = change.object as? Pod else { return [] }
    let budgets = Self.budgets(of: pod, in: state)
    guard let first = budgets.first else { return [] }
    // Of several only one is kept up to date; the pod is told.
    return budgets.count > 1 ? [(pod.key, now), (first.key, now)] : [(first.key, now)]
  }

  private static func budgets(of pod: Pod, in state: ClusterState) -> [PodDisruptionBudget] {
    if state.count(of: .podDisruptionBudget) == 0 { return [] }
    return state.all(PodDisruptionBudget.self, in: pod.metadata.namespace)
      .filter { $0.covers(pod) }
  }

  func reconcile(_ object: ObjectKey?, _ draft: inout Draft) {
    guard let object else { return }
    if let pod = draft.state.pod(object) {
      let budgets = Self.budgets(of: pod, in: draft.state)
      guard budgets.count > 1 else { return }
      draft.note(
        .warning, "MultiplePodDisruptionBudgets",
        "Pod \"\(pod.metadata.namespace)\"/\"\(pod.metadata.name)\" matches multiple "
          + "PodDisruptionBudgets.  Chose \"\(budgets[0].metadata.name)\" arbitrarily.", about: pod)
      return
    }
    guard let budget = draft.state[object] as? PodDisruptionBudget else { return }
    count(budget, &draft)
  }

  private func count(_ budget: PodDisruptionBudget, _ draft: inout Draft) {
    var pods: [Pod] = []
    if let selector = budget.spec.selector {
      pods = draft.state.pods(in: budget.metadata.namespace, matching: selector)
    }
    if pods.isEmpty { draft.note(.normal, "NoPods", "No matching pods found", about: budget) }
    let wanted: Wanted
    do throws(ScaleProblem) {
      wanted = try self.wanted(by: budget, of: pods, in: draft.state)
    } catch {
      draft.note(
        .warning, "CalculateExpectedPodCountFailed",
        "Failed to calculate the number of expected pods: \(error.message)", about: budget)
      close(budget, because: error, &draft)
      return
    }
    let granted = pending(of: budget, among: pods, &draft)
    let healthy = pods.count { pod in
      !pod.metadata.isDeleting && pod.isReady
        && !granted.contains { $0.pod == pod.metadata.name }
    }
    var counted = budget
    counted.status.currentHealthy = healthy
    counted.status.desiredHealthy = wanted.healthy
    counted.status.expectedPods = wanted.expected
    counted.status.disruptionsAllowed =
      wanted.expected > 0 ? max(0, healthy - wanted.healthy) : 0
    counted.status.granted = granted
    counted.status.observedGeneration = budget.metadata.generation
    counted.status.noteAllowance(at: draft.now)
    draft.attempt(.updateStatus(counted))
    if let oldest = granted.map(\.time).min() {
      draft.look(budget.key, at: oldest + Self.patience + .seconds(1))
    }
  }

  /// Lets nothing go while it cannot be told how many pods there should be.
  private func close(
    _ budget: PodDisruptionBudget, because problem: ScaleProblem, _ draft: inout Draft
  ) {
    var closed = budget
    closed.status.disruptionsAllowed = 0
    var condition = Condition(
      "DisruptionAllowed", .isFalse, reason: "SyncFailed", message: problem.message,
      at: draft.now.wholeSecond)
    condition.observedGeneration = closed.status.observedGeneration
    closed.status.conditions.set(condition)
    draft.attempt(.updateStatus(closed))
  }

  /// The granted evictions whose pods are neither gone nor on their way out yet.
  private func pending(
    of budget: PodDisruptionBudget, among pods: [Pod], _ draft: inout Draft
  ) -> [(pod: String, time: SimTime)] {
    var pending: [(pod: String, time: SimTime)] = []
    for grant in budget.status.granted {
      guard let pod = pods.first(where: { $0.metadata.name == grant.pod }),
        !pod.metadata.isDeleting
      else { continue }
      if grant.time + Self.patience < draft.now {
        draft.note(
          .warning, "NotDeleted",
          "Pod was expected by PDB \(budget.key.namespacedName) to be deleted but it wasn't",
          about: pod)
      } else {
        pending.append(grant)
      }
    }
    return pending
  }
}
