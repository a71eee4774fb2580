import Engine
import Objects
import Store

/// Keeps claims that pods use, however often they are deleted.
struct ClaimProtection: ControlLoop {
  static let name = "persistentvolumeclaim-protection-controller"
  static let watched: Set<Kind>? = [.persistentVolumeClaim, .pod]

  init() {}

  func observe(_ change: Change, in state: ClusterState, at now: SimTime) -> [Look] {
    if let (_, after) = change.sides(PersistentVolumeClaim.self) {
      return after?.metadata.isDeleting ?? false ? [(change.key, now)] : []
    }
    guard let (before, after) = change.sides(Pod.self), after == nil, let before else { return [] }
    return before.spec.volumes.compactMap { $0.claimName(in: before) }.map {
      let namespace = before.metadata.namespace
      return (ObjectKey(.persistentVolumeClaim, namespace: namespace, name: $0), now)
    }
  }

  func reconcile(_ object: ObjectKey?, _ draft: inout Draft) {
    guard let object, var claim = draft.state[object] as? PersistentVolumeClaim,
      claim.metadata.isDeleting, claim.metadata.finalizers.contains(StorageFinalizers.claim)
    else { return }
    // Pods without a node do not count: no kubelet starts one whose claim is on its way out.
    let isUsed = draft.state.all(Pod.self, in: object.namespace).contains { pod in
      !pod.spec.nodeName.isEmpty
        && pod.spec.volumes.contains { $0.claimName(in: pod) == object.name }
    }
    if isUsed { return }
    claim.metadata.finalizers.removeAll { $0 == StorageFinalizers.claim }
    draft.attempt(.update(claim))
  }
}

/// Keeps volumes that claims are bound to.
struct VolumeProtection: ControlLoop {
  static let name = "persistentvolume-protection-controller"
  static let watched: Set<Kind>? = [.persistentVolume]

  init() {}

  func observe(_ change: Change, in state: ClusterState, at now: SimTime) -> [Look] {
    guard let (_, after) = change.sides(PersistentVolume.self), let after,
      after.metadata.isDeleting
    else { return [] }
    return [(change.key, now)]
  }

  func reconcile(_ object: ObjectKey?, _ draft: inout Draft) {
    guard let object, var volume = draft.state[object] as? PersistentVolume,
      volume.metadata.isDeleting, volume.status.phase != .bound,
      volume.metadata.finalizers.contains(StorageFinalizers.volume)
    else { return }
    volume.metadata.finalizers.removeAll { $0 == StorageFinalizers.volume }
    draft.attempt(.update(volume))
  }
}

/// Notices claims that ask for more than they have; the volumes here cannot grow.
struct VolumeExpander: ControlLoop {
  static let name = "persistentvolume-expander-controller"
  static let component = "volume_expand"
  static let watched: Set<Kind>? = [.persistentVolumeClaim]

  init() {}

  func observe(_ change: Change, in state: ClusterState, at now: SimTime) -> [Look] {
    guard let (before, after) = change.sides(PersistentVolumeClaim.self), let before, let after,
      after.requested > before.requested
    else { return [] }
    return [(change.key, now)]
  }

  func reconcile(_ object: ObjectKey?, _ draft: inout Draft) {
    guard let object, let claim = draft.state[object] as? PersistentVolumeClaim,
      claim.status.phase == .bound, claim.requested > claim.status.capacity["storage"] ?? .zero
    else { return }
    draft.note(
      .normal, "ExternalExpanding", "waiting for an external controller to expand this PVC",
      about: claim)
  }
}
