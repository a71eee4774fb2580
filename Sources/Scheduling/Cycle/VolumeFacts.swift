import Objects
import Store

/// The claims of a pod, worked out once for all nodes.
struct VolumeFacts: Sendable {
  /// Why the pod can go nowhere for now, in the scheduler's words; nil when nodes are to be asked.
  private(set) var refusal: String?
  /// The volumes of claims that have one; nil for one that is gone.
  private(set) var bound: [PersistentVolume?] = []
  /// Claims that get their volume where the pod goes, the smallest first.
  private(set) var waiting: [PersistentVolumeClaim] = []
  /// Whether another pod has what the pod wants for itself alone.
  private(set) var isTaken = false
  private var volumes: [PersistentVolume] = []
  private var classes: [String: StorageClass] = [:]

  /// What is done about the waiting claims when the pod goes to a node.
  struct Plan: Sendable {
    /// Volumes that are there and are from now on kept for a claim.
    var kept: [(volume: PersistentVolume, claim: PersistentVolumeClaim)] = []
    /// Claims that somebody has to make a volume for.
    var made: [PersistentVolumeClaim] = []
  }

  init(_ pod: Pod, _ state: ClusterState) {
    let names = pod.spec.volumes.compactMap { $0.claimName(in: pod) }
    if names.isEmpty { return }
    for volume in pod.spec.volumes {
      guard let name = volume.claimName(in: pod) else { continue }
      let isBrought = volume.claimName == nil
      guard
        let claim = state.get(PersistentVolumeClaim.self, name, in: pod.metadata.namespace)
      else {
        let missing = "persistentvolumeclaim \"\(name)\""
        refusal =
          isBrought
          ? "waiting for ephemeral volume controller to create the \(missing)"
          : "\(missing) not found"
        return
      }
      take(claim, in: state)
      if refusal != nil { return }
      if claim.spec.accessModes.contains(.readWriteOncePod) {
        isTaken = isTaken || Self.isUsed(claim, besides: pod, in: state)
      }
    }
    waiting.sort { ($0.requested, $0.metadata.name) < ($1.requested, $1.metadata.name) }
    if !waiting.isEmpty { volumes = state.all(PersistentVolume.self) }
  }

  private mutating func take(_ claim: PersistentVolumeClaim, in state: ClusterState) {
    let name = claim.metadata.name
    let volume = claim.spec.volumeName ?? ""
    if claim.status.phase == .lost {
      refusal =
        "persistentvolumeclaim \"\(name)\" bound to non-existent persistentvolume "
        + "\"\(volume)\""
    } else if claim.metadata.isDeleting {
      refusal = "persistentvolumeclaim \"\(name)\" is being deleted"
    } else if claim.isBound, !volume.isEmpty {
      bound.append(state.get(PersistentVolume.self, volume))
    } else if volume.isEmpty,
      let storageClass = state.get(StorageClass.self, claim.className),
      storageClass.volumeBindingMode == .waitForFirstConsumer
    {
      waiting.append(claim)
      classes[claim.className] = storageClass
    } else {
      refusal = "pod has unbound immediate PersistentVolumeClaims"
    }
  }

  private static func isUsed(
    _ claim: PersistentVolumeClaim, besides pod: Pod, in state: ClusterState
  ) -> Bool {
    state.all(Pod.self, in: claim.metadata.namespace).contains { other in
      other.key != pod.key && !other.spec.nodeName.isEmpty
        && other.status.phase != .succeeded && other.status.phase != .failed
        && other.spec.volumes.contains { $0.claimName(in: other) == claim.metadata.name }
    }
  }

  /// Whether nothing is left to be done once the pod has a node.
  var isReady: Bool { refusal == nil && waiting.isEmpty }

  /// How the waiting claims would be served on a node; nil when one of them cannot be.
  func plan(on node: Node) -> Plan? {
    var plan = Plan()
    var left = volumes
    for claim in waiting {
      if let chosen = claim.selectedNode {
        guard chosen == node.metadata.name else { return nil }
        plan.made.append(claim)
      } else if let volume = VolumeMatch.best(for: claim, among: left, on: node) {
        left.removeAll { $0.metadata.name == volume.metadata.name }
        plan.kept.append((volume, claim))
      } else if isProvided(claim, on: node) {
        plan.made.append(claim)
      } else {
        return nil
      }
    }
    return plan
  }

  /// Whether somebody makes volumes of the claim's class, and does so for this node.
  private func isProvided(_ claim: PersistentVolumeClaim, on node: Node) -> Bool {
    guard let storageClass = classes[claim.className],
      storageClass.provisioner != "kubernetes.io/no-provisioner"
    else { return false }
    let labels = node.metadata.labels
    let places = storageClass.allowedTopologies
    return places.isEmpty
      || places.contains { place in
        place.matchLabelExpressions.allSatisfy { wanted in
          labels[wanted.key].map(wanted.values.contains) ?? false
        }
      }
  }
}
