import Objects
import Store

/// A pod's claims and what they have got so far, looked up once for all nodes.
struct VolumeFacts: Sendable {
  /// Why the pod can go nowhere yet, and who says so.
  private(set) var objection: (plugin: PluginName, message: String)?
  /// The volumes that its claims have.
  private(set) var volumes: [PersistentVolume] = []
  /// Whether one of its claims has a volume that no longer exists.
  private(set) var isVolumeMissing = false
  /// Claims that get a volume once it is known which node the pod goes to, the smallest first.
  private(set) var waiting: [PersistentVolumeClaim] = []
  /// The names of its claims that only one pod at a time may use.
  private(set) var exclusive: [String] = []
  /// Volumes that a waiting claim may get, in the order of their names.
  private(set) var offered: [PersistentVolume] = []
  private(set) var classes: [String: StorageClass] = [:]

  init(_ pod: PodFacts, _ state: ClusterState) {
    if pod.wishes.claims.isEmpty { return }
    var claims: [PersistentVolumeClaim] = []
    for used in pod.wishes.claims {
      let name = used.name
      guard let claim = state.get(PersistentVolumeClaim.self, name, in: pod.key.namespace) else {
        let missing = "persistentvolumeclaim \"\(name)\""
        if used.isEphemeral {
          object(
            .volumeBinding, "waiting for ephemeral volume controller to create the \(missing)")
        } else {
          object(.volumeRestrictions, "\(missing) not found")
        }
        return
      }
      if claim.spec.accessModes.contains(.readWriteOncePod) { exclusive.append(name) }
      claims.append(claim)
    }
    for claim in claims where objection == nil { take(claim, state) }
    if objection == nil, !waiting.isEmpty { lookAround(in: state) }
  }

  private mutating func object(_ plugin: PluginName, _ message: String) {
    objection = (plugin, message)
  }

  private mutating func take(_ claim: PersistentVolumeClaim, _ state: ClusterState) {
    let name = claim.metadata.name
    if claim.status.phase == .lost {
      object(
        .volumeBinding,
        "persistentvolumeclaim \"\(name)\" bound to non-existent persistentvolume "
          + "\"\(claim.spec.volumeName ?? "")\"")
    } else if claim.metadata.isDeleting {
      object(.volumeBinding, "persistentvolumeclaim \"\(name)\" is being deleted")
    } else if claim.isBound, let volume = claim.spec.volumeName, !volume.isEmpty {
      if let volume = state.get(PersistentVolume.self, volume) {
        volumes.append(volume)
      } else {
        isVolumeMissing = true
      }
    } else if claim.spec.volumeName?.isEmpty ?? true,
      let storageClass = state.get(StorageClass.self, claim.className),
      storageClass.volumeBindingMode == .waitForFirstConsumer
    {
      classes[claim.className] = storageClass
      waiting.append(claim)
    } else {
      object(.volumeBinding, "pod has unbound immediate PersistentVolumeClaims")
    }
  }

  private mutating func lookAround(in state: ClusterState) {
    waiting.sort { ($0.requested, $0.metadata.name) < ($1.requested, $1.metadata.name) }
    offered = state.all(PersistentVolume.self).filter { classes[$0.className] != nil }
  }
}

/// How the waiting claims of a pod get their volumes on one node.
struct VolumePlan: Sendable {
  /// Volumes that exist already.
  var matches: [(claim: PersistentVolumeClaim, volume: PersistentVolume)] = []
  /// Claims that somebody is to make a volume for.
  var provisions: [PersistentVolumeClaim] = []

  var isEmpty: Bool { matches.isEmpty && provisions.isEmpty }

  /// Nil when the node can give some claim no volume.
  init?(_ facts: VolumeFacts, on node: Node) {
    for claim in facts.waiting {
      if let selected = claim.selectedNode {
        guard selected == node.metadata.name else { return nil }
      } else if let volume = VolumeMatch.best(
        for: claim, among: facts.offered.filter { !isTaken($0) }, on: node, waitsForPod: true)
      {
        matches.append((claim, volume))
        continue
      }
      guard let storageClass = facts.classes[claim.className],
        Self.canMake(storageClass, on: node)
      else { return nil }
      provisions.append(claim)
    }
  }

  private func isTaken(_ volume: PersistentVolume) -> Bool {
    matches.contains { $0.volume.metadata.name == volume.metadata.name }
  }

  private static func canMake(_ storageClass: StorageClass, on node: Node) -> Bool {
    if storageClass.provisioner.isEmpty
      || storageClass.provisioner == "kubernetes.io/no-provisioner"
    {
      return false
    }
    if storageClass.allowedTopologies.isEmpty { return true }
    return storageClass.allowedTopologies.contains { term in
      term.matchLabelExpressions.allSatisfy { requirement in
        node.metadata.labels[requirement.key].map(requirement.values.contains) ?? false
      }
    }
  }
}
