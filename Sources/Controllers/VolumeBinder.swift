import Engine
import Objects
import Store

/// Brings claims and volumes together, and lets go of volumes whose claims are gone.
///
/// A new volume does not wake the claims that wait for one: they are looked at again every 15
/// seconds.
struct VolumeBinder: ControlLoop {
  static let name = "persistentvolume-binder-controller"
  static let component = "persistentvolume-controller"
  static let watched: Set<Kind>? = [.persistentVolumeClaim, .persistentVolume]

  static let period = SimSpan.seconds(15)

  init() {}

  func observe(_ change: Change, in state: ClusterState, at now: SimTime) -> [Look] {
    if let (before, after) = change.sides(PersistentVolumeClaim.self) {
      if after != nil { return [(change.key, now)] }
      guard let volume = before?.spec.volumeName, !volume.isEmpty else { return [] }
      return [(ObjectKey(.persistentVolume, name: volume), now)]
    }
    if let (before, after) = change.sides(PersistentVolume.self) {
      if after != nil { return [(change.key, now)] }
      return before?.claimKey.map { [($0, now)] } ?? []
    }
    return []
  }

  mutating func reconcile(_ object: ObjectKey?, _ draft: inout Draft) {
    guard let object else {
      lookAtAll(&draft)
      return
    }
    if let claim = draft.state[object] as? PersistentVolumeClaim {
      sync(claim, &draft)
    } else if let volume = draft.state[object] as? PersistentVolume {
      sync(volume, &draft)
    }
  }

  /// Everything that waits for something nobody tells of.
  private func lookAtAll(_ draft: inout Draft) {
    for volume in draft.state.all(PersistentVolume.self) where volume.status.phase == .failed {
      sync(volume, isRound: true, &draft)
    }
    for claim in draft.state.all(PersistentVolumeClaim.self) where !claim.isBound {
      sync(claim, &draft)
    }
  }

  // MARK: - Writing

  func setPhase(
    _ phase: VolumePhase, _ message: String? = nil, of volume: PersistentVolume,
    _ draft: inout Draft
  ) {
    guard volume.status.phase != phase || volume.status.message != message else { return }
    var changed = volume
    changed.metadata.resourceVersion = 0
    if changed.status.phase != phase {
      changed.status.lastPhaseTransitionTime = draft.now.wholeSecond
    }
    changed.status.phase = phase
    changed.status.message = message
    draft.attempt(.updateStatus(changed))
  }

  /// Gives a claim its phase, and with a volume what the volume has.
  func setPhase(
    _ phase: ClaimPhase, ofClaim claim: PersistentVolumeClaim,
    having volume: PersistentVolume? = nil,
    _ draft: inout Draft
  ) {
    var changed = claim
    changed.metadata.resourceVersion = 0
    changed.status.phase = phase
    if let volume {
      changed.status.accessModes = volume.spec.accessModes
      if claim.status.phase != .bound { changed.status.capacity = volume.spec.capacity }
    } else {
      changed.status.accessModes = []
      changed.status.capacity = [:]
    }
    if changed.status != claim.status { draft.attempt(.updateStatus(changed)) }
  }
}
