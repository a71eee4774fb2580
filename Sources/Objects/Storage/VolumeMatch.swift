/// Which volume a claim gets.
public enum VolumeMatch {
  /// The volume that is kept for the claim, or else the smallest free one that has what the claim
  /// asks for.
  ///
  /// A volume with fewer access modes beats one with more, whatever their sizes. With a node only
  /// volumes that the node reaches count. A claim that waits for its first pod gets, without a
  /// node, only what is kept for it.
  public static func best(
    for claim: PersistentVolumeClaim, among volumes: [PersistentVolume], on node: Node? = nil,
    waitsForPod: Bool = false
  ) -> PersistentVolume? {
    let possible = volumes.filter { volume in
      (volume.spec.claimRef == nil || volume.isMeant(for: claim))
        && volume.size >= claim.requested && hasSameMode(claim, volume)
        && !volume.metadata.isDeleting && hasModes(claim, volume)
    }
    if let kept = possible.first(where: { $0.isMeant(for: claim) }) {
      return node.map(kept.isReachable) ?? true ? kept : nil
    }
    if node == nil, waitsForPod { return nil }
    let free = possible.filter { volume in
      volume.status.phase == .available && volume.className == claim.className
        && claim.spec.selector?.matches(volume.metadata.labels) ?? true
        && node.map(volume.isReachable) ?? true
    }
    return free.min { left, right in
      let modes = (left.spec.accessModes.count, right.spec.accessModes.count)
      if modes.0 != modes.1 { return modes.0 < modes.1 }
      if left.size != right.size { return left.size < right.size }
      return left.metadata.name < right.metadata.name
    }
  }

  /// Why a claim cannot have the volume it names; nil when it can.
  public static func mismatch(_ claim: PersistentVolumeClaim, _ volume: PersistentVolume) -> String?
  {
    if volume.size < claim.requested { return "requested PV is too small" }
    if volume.className != claim.className { return "storageClassName does not match" }
    if !hasSameMode(claim, volume) { return "incompatible volumeMode" }
    if !hasModes(claim, volume) { return "incompatible accessMode" }
    return nil
  }

  public static func hasSameMode(_ claim: PersistentVolumeClaim, _ volume: PersistentVolume) -> Bool
  {
    (claim.spec.volumeMode ?? .filesystem) == (volume.spec.volumeMode ?? .filesystem)
  }

  private static func hasModes(_ claim: PersistentVolumeClaim, _ volume: PersistentVolume) -> Bool {
    claim.spec.accessModes.allSatisfy(volume.spec.accessModes.contains)
  }
}
