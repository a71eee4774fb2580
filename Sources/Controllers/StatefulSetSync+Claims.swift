import Objects
import Store

extension StatefulSetSync {
  private var retention: (deleted: ClaimRetention, scaled: ClaimRetention) {
    let policy = set.spec.persistentVolumeClaimRetentionPolicy
    return (policy?.whenDeleted ?? .retain, policy?.whenScaled ?? .retain)
  }

  private func claimKeys(of replica: Replica) -> [ObjectKey] {
    set.spec.volumeClaimTemplates.map {
      ObjectKey(
        .persistentVolumeClaim, namespace: set.metadata.namespace,
        name: StatefulPod.claimName(of: $0, in: set, replica.ordinal))
    }
  }

  /// Creates the claims of a pod that are not there yet; says why some could not be had.
  mutating func createClaims(of replica: Replica, _ draft: inout Draft) -> [String] {
    var problems: [String] = []
    for (template, key) in zip(set.spec.volumeClaimTemplates, claimKeys(of: replica)) {
      if let stored = draft.state[key] {
        if stored.metadata.isDeleting { problems.append("pvc \(key.name) is being deleted") }
        continue
      }
      var claim = template
      claim.metadata.name = key.name
      claim.metadata.namespace = key.namespace
      for (name, value) in set.spec.selector.matchLabels { claim.metadata.labels[name] = value }
      claim.status = PersistentVolumeClaimStatus()
      claim.unlisted = Members()
      do throws(Rejection) {
        try draft.submit(.create(claim))
        report(key, of: replica, failure: nil, &draft)
      } catch {
        report(key, of: replica, failure: error.message, &draft)
        problems.append("failed to create PVC \(key.name): \(error.message)")
      }
    }
    if !problems.isEmpty { noteFailure() }
    return problems
  }

  private func report(
    _ claim: ObjectKey, of replica: Replica, failure: String?, _ draft: inout Draft
  ) {
    let place = "Pod \(replica.pod.metadata.name) in StatefulSet \(set.metadata.name)"
    if let failure {
      draft.note(
        .warning, "FailedCreate",
        "Create Claim \(claim.name) for \(place) failed error: \(failure)",
        about: set)
    } else {
      draft.note(
        .normal, "SuccessfulCreate", "Create Claim \(claim.name) \(place) success", about: set)
    }
  }

  /// Whether a claim still belongs to an earlier pod of the same name and is going to go with it.
  func isClaimStale(_ replica: Replica, in state: ClusterState) -> Bool {
    guard retention.scaled == .delete else { return false }
    return claimKeys(of: replica).contains { key in
      state[key]?.metadata.ownerReferences.contains {
        $0.kind == Kind.pod.rawValue && $0.name == replica.pod.metadata.name
          && $0.uid != replica.pod.metadata.uid
      } ?? false
    }
  }

  /// Lets the claims of a pod belong to whatever they are to go with: the set, the pod, or nobody.
  func adjustClaims(of replica: Replica, _ draft: inout Draft) {
    guard !set.spec.volumeClaimTemplates.isEmpty,
      let pod = draft.state.pod(replica.pod.key)
    else { return }
    let isCondemned = !set.ordinals.contains(replica.ordinal)
    let withPod = retention.scaled == .delete && isCondemned
    let withSet = retention.deleted == .delete && !withPod
    for key in claimKeys(of: replica) {
      guard var claim = draft.state[key], !claim.metadata.isDeleting else { continue }
      Self.own(&claim, by: set, withSet)
      Self.own(&claim, by: pod, withPod)
      if let stored = draft.state[key], claim.isEqual(to: stored) { continue }
      draft.attempt(.update(claim))
    }
  }

  private static func own(
    _ claim: inout any APIObject, by owner: any APIObject, _ isWanted: Bool
  ) {
    let place = claim.metadata.ownerReferences.firstIndex { $0.uid == owner.metadata.uid }
    if isWanted, place == nil {
      claim.metadata.ownerReferences.append(OwnerReference(controller: owner))
    } else if !isWanted, let place {
      claim.metadata.ownerReferences.remove(at: place)
    }
  }
}
