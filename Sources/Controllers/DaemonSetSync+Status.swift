import Engine
import Objects
import Store

extension DaemonSetSync {
  /// Writes down on how many nodes the pod is after this look, and asks for the next look when
  /// one is going to count as available.
  func updateStatus(_ draft: inout Draft) {
    guard var current = draft.state[set.key] as? DaemonSet else { return }
    let pods = draft.state.owned(by: set.metadata.uid, Pod.self)
    let after = DaemonSetSync(of: set, pods: pods, hash: hash, in: draft)
    current.status = after.status(from: current.status, at: draft.now)
    draft.attempt(.updateStatus(current))
    let minReadySeconds = set.spec.minReadySeconds ?? 0
    let moments = pods.compactMap { $0.availableFrom(minReadySeconds: minReadySeconds) }
    if let next = moments.filter({ $0 > draft.now }).min() { draft.look(set.key, at: next) }
  }

  private func status(from old: DaemonSetStatus, at now: SimTime) -> DaemonSetStatus {
    var status = old
    let wanted = places.filter(\.shouldRun)
    let oldest = wanted.compactMap(\.pods.first)
    status.observedGeneration = set.metadata.generation
    status.desiredNumberScheduled = wanted.count
    status.currentNumberScheduled = oldest.count
    status.numberMisscheduled = places.count { !$0.shouldRun && !$0.pods.isEmpty }
    status.numberReady = oldest.count(where: \.isReady)
    status.numberAvailable = oldest.count { isAvailable($0, at: now) }
    status.numberUnavailable = status.desiredNumberScheduled - status.numberAvailable
    status.updatedNumberScheduled = oldest.count { set.isUpToDate($0, hash: hash) }
    return status
  }
}
