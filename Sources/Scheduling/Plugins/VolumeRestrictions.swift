import Objects

/// Volumes that cannot be used by two pods at once: disks on one node, claims for a single pod.
enum VolumeRestrictions: FilterPlugin {
  static let name = PluginName.volumeRestrictions

  static func filter(_ cycle: Cycle, _ node: NodeFacts) -> FilterVerdict {
    if !cycle.pod.disks.isEmpty, node.pods.contains(where: { clash($0, cycle.pod) }) {
      return .rejects(reasons: ["node(s) had no available disk"], isResolvable: true)
    }
    if cycle.isExclusiveClaimInUse {
      return .rejects(
        reasons: [
          "node(s) unavailable due to PersistentVolumeClaim with ReadWriteOncePod access mode "
            + "already in-use by another pod"
        ], isResolvable: true)
    }
    return .fits
  }

  private static func clash(_ left: PodFacts, _ right: PodFacts) -> Bool {
    left.disks.contains { disk in right.disks.contains { disk.clashes(with: $0) } }
  }

  static func hint(_ event: ClusterEvent) -> ((PodFacts) -> Bool)? {
    switch event {
    case .podGone(let gone):
      { pod in
        clash(gone, pod)
          || (gone.key.namespace == pod.key.namespace
            && gone.wishes.claims.contains { claim in
              pod.wishes.claims.contains { $0.name == claim.name }
            })
      }
    case .storageChanged(let key): { $0.uses(claim: key) }
    case .nodeAdded: { _ in true }
    case .nodeChanged, .nodeGone, .podBound, .podChanged, .namespaceChanged: nil
    }
  }
}

/// A disk in a network that at most one pod on a node may write to.
struct NetworkDisk: Sendable {
  private let source: String
  private let identity: [APIValue?]
  /// Whether several may have it as long as all only read.
  private let canShareReading: Bool
  private let isReadOnly: Bool

  /// Nil for every other kind of volume.
  init?(_ volume: Volume) {
    let sources: [(name: String, identity: [String], canShareReading: Bool)] = [
      ("gcePersistentDisk", ["pdName"], true), ("awsElasticBlockStore", ["volumeID"], false),
      ("iscsi", ["iqn"], true), ("rbd", ["monitors", "pool", "image"], true),
    ]
    for candidate in sources {
      guard let found = volume.unlisted[candidate.name] else { continue }
      source = candidate.name
      identity = candidate.identity.map { found[$0] }
      canShareReading = candidate.canShareReading
      isReadOnly = found["readOnly"] == .bool(true)
      return
    }
    return nil
  }

  func clashes(with other: NetworkDisk) -> Bool {
    source == other.source && identity == other.identity
      && !(canShareReading && isReadOnly && other.isReadOnly)
  }
}
