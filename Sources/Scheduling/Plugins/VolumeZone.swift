import Objects

/// A volume that says by its labels in which zone it is can be used only there.
enum VolumeZone: FilterPlugin {
  static let name = PluginName.volumeZone
  private static let keys = [
    "topology.kubernetes.io/zone", "topology.kubernetes.io/region",
    "failure-domain.beta.kubernetes.io/zone", "failure-domain.beta.kubernetes.io/region",
  ]

  static func filter(_ cycle: Cycle, _ node: NodeFacts) -> FilterVerdict {
    if cycle.volumes.volumes.isEmpty { return .fits }
    let labels = node.labels
    // A node that knows of no zones is taken to be everywhere.
    guard keys.contains(where: { labels[$0] != nil }) else { return .fits }
    let isReachable = cycle.volumes.volumes.allSatisfy { volume in
      keys.allSatisfy { key in
        guard let zones = volume.metadata.labels[key] else { return true }
        return labels[key].map { zone in
          zones.split(separator: "__").contains { $0 == zone }
        } ?? false
      }
    }
    if isReachable { return .fits }
    return .rejects(reasons: ["node(s) had no available volume zone"], isResolvable: false)
  }

  static func hint(_ event: ClusterEvent) -> ((PodFacts) -> Bool)? {
    switch event {
    case .storageChanged, .nodeAdded: { _ in true }
    case .nodeChanged(let node, let before) where node.metadata.labels != before.metadata.labels:
      { _ in true }
    case .nodeChanged, .nodeGone, .podBound, .podGone, .podChanged, .namespaceChanged: nil
    }
  }
}
