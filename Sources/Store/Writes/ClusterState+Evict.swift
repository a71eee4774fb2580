import Engine
import HashTreeCollections
import Objects

extension ClusterState {
  /// How many granted evictions a budget remembers at most.
  private static let grantsKept = 2000

  /// Deletes a pod at somebody's request, if the disruption budget about it allows that.
  mutating func evict(
    _ key: ObjectKey, _ options: DeleteOptions, at now: SimTime
  ) throws(Rejection) -> Written? {
    guard let pod = pod(key) else { throw .notFound(key) }
    if !Self.isBeyondDisruption(pod) { try charge(pod, at: now) }
    var marked = pod
    marked.status.conditions.set(
      PodCondition(
        "DisruptionTarget", .isTrue, reason: "EvictionByEvictionAPI",
        message: "Eviction API: evicting", at: now.wholeSecond))
    storeBesides(marked)
    return try delete(key, options, at: now)
  }

  /// A pod that does not serve anybody, or is going anyway, disrupts nothing when it goes.
  private static func isBeyondDisruption(_ pod: Pod) -> Bool {
    if pod.metadata.isDeleting { return true }
    switch pod.status.phase {
    case .pending, .succeeded, .failed: return true
    case .running, .unknown, nil: return false
    }
  }

  /// Takes the pod out of what its budget allows.
  private mutating func charge(_ pod: Pod, at now: SimTime) throws(Rejection) {
    let budgets = all(PodDisruptionBudget.self, in: pod.metadata.namespace)
      .filter { $0.covers(pod) }
    if budgets.count > 1 {
      throw .internalError(
        "This pod has more than one PodDisruptionBudget, which the eviction subresource does not "
          + "support.")
    }
    guard var budget = budgets.first else { return }
    if !pod.status.conditions.isTrue("Ready"), budget.letsUnhealthyGo { return }
    try budget.refuseWhenSpent()
    if budget.status.granted.count > Self.grantsKept {
      throw .forbidden(
        budget.key,
        why: "DisruptedPods map too big - too many evictions not confirmed by PDB controller")
    }
    budget.status.disruptionsAllowed -= 1
    if budget.status.disruptionsAllowed == 0 { budget.status.noteAllowance(at: now) }
    budget.status.granted.removeAll { $0.pod == pod.metadata.name }
    budget.status.granted.append((pod.metadata.name, now.wholeSecond))
    storeBesides(budget)
  }
}

extension PodDisruptionBudget {
  /// Whether a pod that is not ready may go without being counted.
  fileprivate var letsUnhealthyGo: Bool {
    switch spec.unhealthyPodEvictionPolicy {
    case .alwaysAllow: true
    case .ifHealthyBudget, nil:
      status.desiredHealthy > 0 && status.currentHealthy >= status.desiredHealthy
    }
  }

  fileprivate func refuseWhenSpent() throws(Rejection) {
    let name = metadata.name
    let sentence = "Cannot evict pod as it would violate the pod's disruption budget."
    if status.observedGeneration < metadata.generation {
      throw .tooManyRequests(
        message: sentence,
        cause: "The disruption budget \(name) is still being processed by the server.")
    }
    if status.disruptionsAllowed < 0 {
      throw .forbidden(key, why: "pdb disruptions allowed is negative")
    }
    guard status.disruptionsAllowed == 0 else { return }
    let failure = status.conditions["DisruptionAllowed"]
    if let failure, failure.reason == "SyncFailed" {
      throw .tooManyRequests(
        message: sentence,
        cause: "The disruption budget \(name) does not allow evicting pods currently because it "
          + "failed sync: \(failure.message ?? "")")
    }
    throw .tooManyRequests(
      message: sentence,
      cause: "The disruption budget \(name) needs \(status.desiredHealthy) healthy pods and has "
        + "\(status.currentHealthy) currently")
  }
}
