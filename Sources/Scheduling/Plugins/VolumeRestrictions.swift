import Objects

/// What is for one pod alone is not given to a second one.
enum VolumeRestrictions: FilterPlugin {
  static let name = PluginName.volumeRestrictions

  static func filter(_ cycle: Cycle, _ node: NodeFacts) -> FilterVerdict {
    guard cycle.volumes.isTaken else { return .fits }
    return .rejects(
      reasons: [
        "node(s) unavailable due to PersistentVolumeClaim with ReadWriteOncePod access mode "
          + "already in-use by another pod"
      ], isResolvable: false)
  }

  static func hint(_ event: ClusterEvent) -> ((PodFacts) -> Bool)? {
    switch event {
    case .podGone: { _ in true }
    case .nodeAdded, .nodeChanged, .nodeGone, .podBound, .podChanged, .namespaceChanged: nil
    }
  }
}
