import Engine
import Objects
import Store

extension Rollout {
  // MARK: Rolling

  mutating func roll(_ draft: inout Draft) {
    syncRevision(creating: true, &draft)
    guard newSet != nil else { return }
    if mayStep {
      hasStepped = growNew(&draft) || shrinkOld(&draft)
      if !hasStepped, isComplete(deployment.status) { cleanUp(&draft) }
    }
    writeStatus(tracksProgress: true, &draft)
  }

  private mutating func growNew(_ draft: inout Draft) -> Bool {
    guard let newSet else { return false }
    if newSet.size > arithmetic.replicas { return resize(newSet, to: arithmetic.replicas, &draft) }
    let total = allSets.map(\.size).reduce(0, +)
    return resize(newSet, to: arithmetic.newSize(from: newSet.size, total: total), &draft)
  }

  /// Takes pods away from the old sets: first those that are not available, which costs nothing,
  /// then as many of the available as may be missing.
  private mutating func shrinkOld(_ draft: inout Draft) -> Bool {
    guard let newSet, !activeOldSets.isEmpty else { return false }
    let surplus = arithmetic.oldSurplus(
      total: allSets.map(\.size).reduce(0, +),
      newUnavailable: newSet.size - newSet.status.availableReplicas)
    guard surplus > 0 else { return false }
    let unhealthy = dropUnavailable(atMost: surplus, &draft)
    let available = allSets.map(\.status.availableReplicas).reduce(0, +)
    let healthy = dropAvailable(available - arithmetic.minAvailable, &draft)
    return unhealthy + healthy > 0
  }

  private mutating func dropUnavailable(atMost limit: Int, _ draft: inout Draft) -> Int {
    var dropped = 0
    for set in activeOldSets where dropped < limit {
      let count = min(limit - dropped, set.size - set.status.availableReplicas)
      guard count > 0 else { continue }
      _ = resize(set, to: set.size - count, &draft)
      dropped += count
    }
    return dropped
  }

  private mutating func dropAvailable(_ limit: Int, _ draft: inout Draft) -> Int {
    var dropped = 0
    for set in activeOldSets where dropped < limit {
      let count = min(limit - dropped, set.size)
      _ = resize(set, to: set.size - count, &draft)
      dropped += count
    }
    return dropped
  }

  // MARK: Recreating

  mutating func recreate(_ draft: inout Draft) {
    var hasShrunk = false
    for set in activeOldSets {
      hasShrunk = resize(set, to: 0, &draft) || hasShrunk
    }
    if !hasShrunk, !oldPodsRun(in: draft.state) {
      syncRevision(creating: true, &draft)
      guard let newSet else { return }
      _ = resize(newSet, to: arithmetic.replicas, &draft)
      if isComplete(deployment.status) { cleanUp(&draft) }
    }
    writeStatus(tracksProgress: true, &draft)
  }

  /// Pods on their way out count: two versions shall never run side by side.
  private func oldPodsRun(in state: ClusterState) -> Bool {
    oldSets.contains { set in
      set.status.replicas > 0
        || state.owned(by: set.metadata.uid, Pod.self).contains { !$0.hasEnded }
    }
  }

  // MARK: Sizes

  /// Asks a set for `size` pods; false when it has been asked for that already.
  mutating func resize(_ set: ReplicaSet, to size: Int, _ draft: inout Draft) -> Bool {
    if set.size == size { return false }
    return write(set, size: size, &draft)
  }

  /// Writes a set's size together with what the Deployment wants; true when the size changed.
  mutating func write(_ set: ReplicaSet, size: Int, _ draft: inout Draft) -> Bool {
    var changed = set
    changed.spec.replicas = size
    changed.noteReplicas(arithmetic)
    guard changed != set, draft.attempt(.update(changed)),
      let stored = draft.state[set.key] as? ReplicaSet
    else { return false }
    replace(stored)
    if size == set.size { return false }
    draft.note(
      .normal, "ScalingReplicaSet",
      "Scaled \(size > set.size ? "up" : "down") replica set \(set.metadata.name) "
        + "from \(set.size) to \(size)", about: deployment)
    return true
  }

  /// Forgets the oldest revisions beyond those to be kept.
  mutating func cleanUp(_ draft: inout Draft) {
    let candidates = oldSets.filter { !$0.metadata.isDeleting }
    let surplus = candidates.count - deployment.revisionsKept
    guard surplus > 0 else { return }
    for set in candidates.sorted(by: { $0.revision < $1.revision }).prefix(surplus) {
      let isIdle = set.size == 0 && set.status.replicas == 0
      guard isIdle, set.metadata.generation <= set.status.observedGeneration else { continue }
      draft.attempt(.delete(set.key, DeleteOptions(uid: set.metadata.uid)))
    }
  }
}
