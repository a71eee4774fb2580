import Objects

/// A pod goes where its volumes are, or where they can be had.
enum VolumeBinding: FilterPlugin {
  static let name = PluginName.volumeBinding

  static func filter(_ cycle: Cycle, _ node: NodeFacts) -> FilterVerdict {
    let volumes = cycle.volumes
    var reasons: [String] = []
    if volumes.bound.contains(nil) {
      reasons.append(
        "node(s) unavailable due to one or more pvc(s) bound to non-existent pv(s)")
    } else if !volumes.bound.allSatisfy({ $0?.isReachable(from: node.node) ?? false }) {
      reasons.append("node(s) didn't match PersistentVolume's node affinity")
    }
    if !volumes.waiting.isEmpty, volumes.plan(on: node.node) == nil {
      reasons.append("node(s) didn't find available persistent volumes to bind")
    }
    return reasons.isEmpty ? .fits : .rejects(reasons: reasons, isResolvable: false)
  }

  /// What happens to storage is told to the queue directly.
  static func hint(_ event: ClusterEvent) -> ((PodFacts) -> Bool)? {
    switch event {
    case .nodeAdded: { _ in true }
    case .nodeChanged(let node, let before) where node.metadata.labels != before.metadata.labels:
      { _ in true }
    case .nodeChanged, .nodeGone, .podBound, .podGone, .podChanged, .namespaceChanged: nil
    }
  }
}
