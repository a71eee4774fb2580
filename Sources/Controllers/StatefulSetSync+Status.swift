import Engine
import Objects
import Store

extension StatefulSetSync {
  /// Writes down how many pods there are after this look, and asks for the next look when one is
  /// going to count as available.
  func updateStatus(_ draft: inout Draft) {
    guard var current = draft.state[set.key] as? StatefulSet else { return }
    let pods = draft.state.owned(by: set.metadata.uid, Pod.self)
      .filter { StatefulPod.ordinal(of: $0, in: set) != nil }
    current.status = status(of: pods, from: current.status, at: draft.now)
    draft.attempt(.updateStatus(current))
    let minReadySeconds = set.spec.minReadySeconds ?? 0
    let moments = pods.compactMap { $0.availableFrom(minReadySeconds: minReadySeconds) }
    if let next = moments.filter({ $0 > draft.now }).min() { draft.look(set.key, at: next) }
  }

  private func status(
    of pods: [Pod], from old: StatefulSetStatus, at now: SimTime
  ) -> StatefulSetStatus {
    var status = old
    let staying = pods.filter { !$0.metadata.isDeleting }
    func count(_ revision: ControllerRevision) -> Int {
      staying.count { $0.metadata.labels[RevisionLabel.hash] == revision.metadata.name }
    }
    status.observedGeneration = set.metadata.generation
    status.collisionCount = history.collisions
    status.currentRevision = history.current.metadata.name
    status.updateRevision = history.update.metadata.name
    status.replicas = pods.count
    status.readyReplicas = pods.count(where: \.isRunningAndReady)
    status.availableReplicas = pods.count { isAvailable($0, at: now) }
    status.currentReplicas = count(history.current)
    status.updatedReplicas = count(history.update)
    let isComplete = [status.updatedReplicas, status.readyReplicas, status.replicas]
      .allSatisfy { $0 == set.size }
    if set.isRolling, isComplete {
      status.currentReplicas = status.updatedReplicas
      status.currentRevision = status.updateRevision
    }
    return status
  }
}
