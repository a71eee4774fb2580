import Engine
import Objects
import Store

extension VolumeBinder {
  func sync(_ claim: PersistentVolumeClaim, _ draft: inout Draft) {
    if claim.isBound {
      keep(claim, &draft)
      return
    }
    if let name = claim.spec.volumeName, !name.isEmpty {
      bind(claim, toNamed: name, &draft)
    } else {
      find(claim, &draft)
    }
    guard let now = draft.state[claim.key] as? PersistentVolumeClaim, !now.isBound else { return }
    draft.look(nil, at: draft.now + Self.period)
  }

  // MARK: - Claims that have their volume

  /// A claim whose volume is gone has lost its data; nothing brings it back.
  private func keep(_ claim: PersistentVolumeClaim, _ draft: inout Draft) {
    guard let name = claim.spec.volumeName, !name.isEmpty else {
      lose(
        claim, "ClaimLost",
        "Bound claim has lost reference to PersistentVolume. Data on the volume is lost!", &draft)
      return
    }
    guard let volume = draft.state.get(PersistentVolume.self, name) else {
      lose(
        claim, "ClaimLost",
        "Bound claim has lost its PersistentVolume. Data on the volume is lost!", &draft)
      return
    }
    guard let reference = volume.spec.claimRef, reference.uid != claim.metadata.uid else {
      bind(volume, to: claim, &draft)
      return
    }
    if volume.isMeant(for: claim) {
      bind(volume, to: claim, &draft)
      return
    }
    lose(
      claim, "ClaimMisbound",
      "Two claims are bound to the same volume, this one is bound incorrectly", &draft)
  }

  private func lose(
    _ claim: PersistentVolumeClaim, _ reason: String, _ message: String, _ draft: inout Draft
  ) {
    guard claim.status.phase != .lost else { return }
    setPhase(.lost, ofClaim: claim, &draft)
    draft.note(.warning, reason, message, about: claim)
  }

  // MARK: - Claims that name their volume

  private func bind(
    _ claim: PersistentVolumeClaim, toNamed name: String, _ draft: inout Draft
  ) {
    guard let volume = draft.state.get(PersistentVolume.self, name) else {
      setPhase(.pending, ofClaim: claim, &draft)
      return
    }
    if volume.spec.claimRef == nil {
      if let why = VolumeMatch.mismatch(claim, volume) {
        draft.note(
          .warning, "VolumeMismatch", "Cannot bind to requested volume \"\(name)\": \(why)",
          about: claim)
        setPhase(.pending, ofClaim: claim, &draft)
      } else {
        bind(volume, to: claim, &draft)
      }
    } else if volume.isMeant(for: claim) {
      bind(volume, to: claim, &draft)
    } else {
      draft.note(
        .warning, "FailedBinding", "volume \"\(name)\" already bound to a different claim.",
        about: claim)
      setPhase(.pending, ofClaim: claim, &draft)
    }
  }

  // MARK: - Claims that take what fits

  private func find(_ claim: PersistentVolumeClaim, _ draft: inout Draft) {
    let storageClass = draft.state.get(StorageClass.self, claim.className)
    let waitsForPod = storageClass?.volumeBindingMode == .waitForFirstConsumer
    let volumes = draft.state.all(PersistentVolume.self)
    if let volume = VolumeMatch.best(for: claim, among: volumes, waitsForPod: waitsForPod) {
      bind(volume, to: claim, &draft)
      return
    }
    if giveStandardClass(claim, &draft) { return }
    if waitsForPod, claim.selectedNode == nil {
      noteWaiting(claim, &draft)
    } else if !claim.className.isEmpty {
      provision(claim, storageClass, &draft)
      return
    } else {
      draft.note(
        .normal, "FailedBinding",
        "no persistent volumes available for this claim and no storage class is set", about: claim)
    }
    setPhase(.pending, ofClaim: claim, &draft)
  }

  /// A claim from before there was a default class gets it now.
  private func giveStandardClass(
    _ claim: PersistentVolumeClaim, _ draft: inout Draft
  ) -> Bool {
    guard claim.spec.storageClassName == nil, claim.className.isEmpty,
      let standard = StorageClass.standard(among: draft.state.all(StorageClass.self))
    else { return false }
    var changed = claim
    changed.spec.storageClassName = standard.metadata.name
    return draft.attempt(.update(changed))
  }

  private func noteWaiting(_ claim: PersistentVolumeClaim, _ draft: inout Draft) {
    // What came after the claim in one command is not there yet when the claim is first looked at.
    let isFirst = claim.metadata.creationTimestamp == draft.now.wholeSecond
    let pods = draft.state.pods(on: "").filter { pod in
      pod.metadata.namespace == claim.metadata.namespace
        && (!isFirst || pod.metadata.resourceVersion < claim.metadata.resourceVersion)
        && pod.spec.volumes.contains { $0.claimName(in: pod) == claim.metadata.name }
    }
    guard !pods.isEmpty else {
      draft.note(
        .normal, "WaitForFirstConsumer",
        "waiting for first consumer to be created before binding", about: claim)
      return
    }
    let names = pods.map(\.metadata.name).joined(separator: ",")
    draft.note(
      .normal, "WaitForPodScheduled",
      "waiting for pod\(pods.count > 1 ? "s" : "") \(names) to be scheduled", about: claim)
  }

  /// Asks whoever makes volumes of the class for one.
  private func provision(
    _ claim: PersistentVolumeClaim, _ storageClass: StorageClass?, _ draft: inout Draft
  ) {
    guard let storageClass else {
      // The controller's own list words it, not the server.
      let word = Kind.storageClass.qualifiedSingular
      draft.note(
        .warning, "ProvisioningFailed", "\(word) \"\(claim.className)\" not found", about: claim)
      return
    }
    let provisioner = storageClass.provisioner
    if provisioner.hasPrefix("kubernetes.io/") {
      draft.note(
        .warning, "ProvisioningFailed", "no volume plugin matched name: \(provisioner)",
        about: claim)
      return
    }
    if claim.metadata.annotations[StorageAnnotations.provisioner] != provisioner {
      var changed = claim
      changed.metadata.annotations[StorageAnnotations.provisioner] = provisioner
      changed.metadata.annotations[StorageAnnotations.olderProvisioner] = provisioner
      draft.attempt(.update(changed))
    }
    draft.note(
      .normal, "ExternalProvisioning",
      "Waiting for a volume to be created either by the external provisioner '\(provisioner)' or "
        + "manually by the system administrator. If volume creation is delayed, please verify that "
        + "the provisioner is running and correctly registered.", about: claim)
  }

  // MARK: - Binding

  /// Each side learns of the other; what is already so stays.
  func bind(_ volume: PersistentVolume, to claim: PersistentVolumeClaim, _ draft: inout Draft) {
    var volume = volume
    if volume.spec.claimRef?.uid != claim.metadata.uid {
      if !volume.isMeant(for: claim) {
        volume.metadata.annotations[StorageAnnotations.boundByController] = "yes"
      }
      volume.spec.claimRef = ObjectReference(claim)
      guard draft.attempt(.update(volume)) else { return }
      volume = draft.state.get(PersistentVolume.self, volume.metadata.name) ?? volume
    }
    setPhase(.bound, of: volume, &draft)
    var claim = claim
    if claim.spec.volumeName != volume.metadata.name {
      claim.spec.volumeName = volume.metadata.name
      claim.metadata.annotations[StorageAnnotations.boundByController] = "yes"
    }
    if !claim.isBound { claim.metadata.annotations[StorageAnnotations.bindCompleted] = "yes" }
    draft.attempt(.update(claim))
    let stored = draft.state[claim.key] as? PersistentVolumeClaim ?? claim
    setPhase(.bound, ofClaim: stored, having: volume, &draft)
  }
}
