import Engine
import HashTreeCollections
import Objects
import Store

/// Makes volumes out of folders of the nodes, as the provisioner does that kind brings along.
///
/// It is no part of the controller manager, but acts as one of its loops would.
struct LocalPathProvisioner: ControlLoop {
  static let provisioner = "rancher.io/local-path"
  static let name = provisioner
  static let component =
    "rancher.io/local-path_local-path-provisioner-7dc846544d-k6x2p"
    + "_0c4a1a3e-6b27-4e0e-9d5c-8f6f3c9c2b7d"
  static let watched: Set<Kind>? = [.persistentVolumeClaim, .persistentVolume]

  /// A helper pod on the node makes or removes the folder.
  private static let work = SimSpan.seconds(3)
  private static let firstPause = SimSpan.seconds(15)
  private static let longestPause = SimSpan.seconds(1000)
  private static let folder = "/var/local-path-provisioner"

  /// A claim or volume that is being worked on.
  private struct Job {
    var uid: String
    /// When the folder is made or removed, or when it is tried again.
    var dueAt: SimTime
    var pause = LocalPathProvisioner.firstPause
    var isWaiting = false
  }

  private var jobs = TreeDictionary<ObjectKey, Job>()

  init() {}

  mutating func observe(
    _ change: Change, in state: ClusterState, at now: SimTime
  ) -> [Look] {
    guard change.after != nil else {
      jobs[change.key] = nil
      return []
    }
    return [(change.key, now)]
  }

  mutating func reconcile(_ object: ObjectKey?, _ draft: inout Draft) {
    guard let object else { return }
    if let claim = draft.state[object] as? PersistentVolumeClaim {
      provide(claim, &draft)
    } else if let volume = draft.state[object] as? PersistentVolume {
      remove(volume, &draft)
    }
  }

  /// Whether the time has come; if not, begins or goes on waiting for it.
  private mutating func isDone(
    _ key: ObjectKey, uid: String, _ draft: inout Draft, begin: (inout Draft) -> Void
  ) -> Bool {
    if jobs[key]?.uid != uid {
      jobs[key] = Job(uid: uid, dueAt: draft.now + Self.work)
      begin(&draft)
    }
    guard var job = jobs[key], draft.now < job.dueAt || job.isWaiting else { return true }
    if draft.now >= job.dueAt {
      job.isWaiting = false
      job.dueAt = draft.now + Self.work
      begin(&draft)
    }
    jobs[key] = job
    draft.look(key, at: job.dueAt)
    return false
  }

  // MARK: - Making

  private mutating func provide(_ claim: PersistentVolumeClaim, _ draft: inout Draft) {
    guard claim.metadata.annotations[StorageAnnotations.provisioner] == Self.provisioner,
      claim.spec.volumeName?.isEmpty ?? true, !claim.metadata.isDeleting,
      let storageClass = draft.state.get(StorageClass.self, claim.className),
      storageClass.provisioner == Self.provisioner,
      storageClass.volumeBindingMode != .waitForFirstConsumer || claim.selectedNode != nil,
      draft.state.get(PersistentVolume.self, Self.volumeName(for: claim)) == nil
    else { return }
    let isDone = isDone(claim.key, uid: claim.metadata.uid, &draft) { draft in
      draft.note(
        .normal, "Provisioning",
        "External provisioner is provisioning volume for claim \"\(claim.key.namespacedName)\"",
        about: claim)
    }
    guard isDone else { return }
    if let node = claim.selectedNode, draft.state.node(node) == nil {
      sendElsewhere(claim, node, &draft)
      return
    }
    if let why = Self.problem(of: claim) {
      fail(claim, why, &draft)
      return
    }
    jobs[claim.key] = nil
    let volume = Self.volume(for: claim, storageClass)
    guard draft.attempt(.create(volume)) else { return }
    draft.note(
      .normal, "ProvisioningSucceeded",
      "Successfully provisioned volume \(volume.metadata.name)", about: claim)
  }

  private mutating func fail(
    _ claim: PersistentVolumeClaim, _ why: String, _ draft: inout Draft
  ) {
    draft.note(
      .warning, "ProvisioningFailed",
      "failed to provision volume with StorageClass \"\(claim.className)\": \(why)", about: claim)
    guard var job = jobs[claim.key] else { return }
    job.isWaiting = true
    job.dueAt = draft.now + job.pause
    job.pause = min(job.pause * 2, Self.longestPause)
    jobs[claim.key] = job
    draft.look(claim.key, at: job.dueAt)
  }

  /// The node is gone: the scheduler has to choose another one.
  private mutating func sendElsewhere(
    _ claim: PersistentVolumeClaim, _ node: String, _ draft: inout Draft
  ) {
    jobs[claim.key] = nil
    let why = Rejection.notFound(.node(node)).message
    draft.note(
      .warning, "ProvisioningFailed", "failed to get target node: \(why)", about: claim)
    var changed = claim
    changed.metadata.annotations[StorageAnnotations.selectedNode] = nil
    draft.attempt(.update(changed))
  }

  private static func problem(of claim: PersistentVolumeClaim) -> String? {
    if claim.spec.volumeMode == .block {
      return "\(provisioner) does not support block volume provisioning"
    }
    if claim.spec.selector != nil { return "claim.Spec.Selector is not supported" }
    if !claim.spec.accessModes.allSatisfy({ $0 == .readWriteOnce || $0 == .readWriteOncePod }) {
      return "NodePath only supports ReadWriteOnce and ReadWriteOncePod (1.22+) access modes"
    }
    return claim.selectedNode == nil ? "configuration error, no node was specified" : nil
  }

  private static func volumeName(for claim: PersistentVolumeClaim) -> String {
    "pvc-\(claim.metadata.uid)"
  }

  private static func volume(
    for claim: PersistentVolumeClaim, _ storageClass: StorageClass
  ) -> PersistentVolume {
    var volume = PersistentVolume()
    let node = claim.selectedNode ?? ""
    volume.metadata.name = volumeName(for: claim)
    volume.metadata.annotations = [
      "local.path.provisioner/selected-node": node, StorageAnnotations.provisionedBy: provisioner,
    ]
    volume.spec.accessModes = claim.spec.accessModes
    volume.spec.capacity["storage"] = claim.requested
    volume.spec.claimRef = ObjectReference(claim)
    volume.spec.persistentVolumeReclaimPolicy = storageClass.reclaimPolicy ?? .delete
    volume.spec.storageClassName = claim.className
    volume.spec.volumeMode = claim.spec.volumeMode
    var path = HostPath()
    path.path =
      "\(folder)/\(volume.metadata.name)_\(claim.metadata.namespace)_\(claim.metadata.name)"
    path.type = "DirectoryOrCreate"
    volume.spec.hostPath = path
    volume.spec.nodeAffinity = affinity(to: node)
    return volume
  }

  private static func affinity(to node: String) -> VolumeNodeAffinity {
    var requirement = LabelSelector.Requirement()
    requirement.key = "kubernetes.io/hostname"
    requirement.op = .isIn
    requirement.values = [node]
    var term = NodeSelectorTerm()
    term.matchExpressions = [requirement]
    var selector = NodeSelector()
    selector.nodeSelectorTerms = [term]
    var affinity = VolumeNodeAffinity()
    affinity.required = selector
    return affinity
  }

  // MARK: - Removing

  private mutating func remove(_ volume: PersistentVolume, _ draft: inout Draft) {
    guard volume.metadata.annotations[StorageAnnotations.provisionedBy] == Self.provisioner,
      volume.status.phase == .released, volume.spec.persistentVolumeReclaimPolicy == .delete,
      !volume.metadata.isDeleting
    else { return }
    guard isDone(volume.key, uid: volume.metadata.uid, &draft, begin: { _ in }) else { return }
    jobs[volume.key] = nil
    draft.attempt(.delete(volume.key, DeleteOptions(uid: volume.metadata.uid)))
  }
}
