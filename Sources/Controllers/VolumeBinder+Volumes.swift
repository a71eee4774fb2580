import Engine
import Objects
import Store

extension VolumeBinder {
  /// What has failed is tried again only when it is looked at in the round.
  func sync(_ volume: PersistentVolume, isRound: Bool = false, _ draft: inout Draft) {
    guard let reference = volume.spec.claimRef, !(reference.uid ?? "").isEmpty else {
      // One that is kept for a claim by name only is free until that claim takes it.
      setPhase(.available, of: volume, &draft)
      return
    }
    let found = volume.claimKey.flatMap { draft.state[$0] as? PersistentVolumeClaim }
    guard let claim = found, claim.metadata.uid == reference.uid else {
      if isRound || volume.status.phase != .failed { release(volume, &draft) }
      return
    }
    if claim.spec.volumeName?.isEmpty ?? true {
      if VolumeMatch.hasSameMode(claim, volume) {
        sync(claim, &draft)
      } else {
        noteDifferentModes(claim, volume, &draft)
      }
    } else if claim.spec.volumeName == volume.metadata.name {
      setPhase(.bound, of: volume, &draft)
    } else {
      giveUp(volume, &draft)
    }
  }

  private func noteDifferentModes(
    _ claim: PersistentVolumeClaim, _ volume: PersistentVolume, _ draft: inout Draft
  ) {
    draft.note(
      .warning, "VolumeMismatch",
      "Cannot bind PersistentVolume to requested PersistentVolumeClaim "
        + "\"\(claim.metadata.name)\" due to incompatible volumeMode.", about: volume)
    draft.note(
      .warning, "VolumeMismatch",
      "Cannot bind PersistentVolume \"\(volume.metadata.name)\" to requested "
        + "PersistentVolumeClaim due to incompatible volumeMode.", about: claim)
  }

  /// Its claim has another volume by now.
  private func giveUp(_ volume: PersistentVolume, _ draft: inout Draft) {
    let isMade = volume.metadata.annotations[StorageAnnotations.provisionedBy] != nil
    if isMade, volume.spec.persistentVolumeReclaimPolicy == .delete {
      release(volume, &draft)
      return
    }
    unbind(volume, &draft)
  }

  /// Frees a volume: one that was chosen for a claim entirely, one that was made for a claim stays
  /// kept for it by name.
  private func unbind(_ volume: PersistentVolume, _ draft: inout Draft) {
    var changed = volume
    if changed.metadata.annotations[StorageAnnotations.boundByController] != nil {
      changed.metadata.annotations[StorageAnnotations.boundByController] = nil
      changed.spec.claimRef = nil
    } else {
      changed.spec.claimRef?.uid = nil
      changed.spec.claimRef?.resourceVersion = nil
    }
    guard draft.attempt(.update(changed)) else { return }
    let stored = draft.state.get(PersistentVolume.self, volume.metadata.name) ?? changed
    setPhase(.available, of: stored, &draft)
  }

  // MARK: - Volumes whose claims are gone

  private func release(_ volume: PersistentVolume, _ draft: inout Draft) {
    var volume = volume
    if volume.status.phase != .released, volume.status.phase != .failed {
      setPhase(.released, of: volume, &draft)
      volume = draft.state.get(PersistentVolume.self, volume.metadata.name) ?? volume
    }
    switch volume.spec.persistentVolumeReclaimPolicy ?? .retain {
    case .retain: break
    case .recycle: recycle(volume, &draft)
    case .delete: delete(volume, &draft)
    }
  }

  private func recycle(_ volume: PersistentVolume, _ draft: inout Draft) {
    guard volume.spec.hostPath != nil || volume.spec.nfs != nil else {
      fail(volume, "VolumeFailedRecycle", "No recycler plugin found for the volume!", &draft)
      return
    }
    draft.note(.normal, "VolumeRecycled", "Volume recycled", about: volume)
    unbind(volume, &draft)
  }

  /// What a provisioner has made it also takes away. The controller itself can delete no more than
  /// folders for trials.
  private func delete(_ volume: PersistentVolume, _ draft: inout Draft) {
    guard volume.metadata.annotations[StorageAnnotations.provisionedBy] == nil else { return }
    let name = volume.metadata.name
    guard let path = volume.spec.hostPath?.path else {
      fail(
        volume, "VolumeFailedDelete",
        "error getting deleter volume plugin for volume \"\(name)\": no deletable volume plugin "
          + "matched", &draft)
      return
    }
    guard path.hasPrefix("/tmp/"), path.count > 5 else {
      fail(
        volume, "VolumeFailedDelete",
        "host_path deleter only supports /tmp/.+ but received provided \(path)", &draft)
      return
    }
    draft.attempt(.delete(volume.key, DeleteOptions(uid: volume.metadata.uid)))
  }

  /// It is tried again as long as it is there.
  private func fail(
    _ volume: PersistentVolume, _ reason: String, _ message: String, _ draft: inout Draft
  ) {
    setPhase(.failed, message, of: volume, &draft)
    draft.note(.warning, reason, message, about: volume)
    draft.look(nil, at: draft.now + Self.period)
  }
}
