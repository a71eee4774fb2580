import Objects

/// A pod goes where its volumes are, or where they can be had.
enum VolumeBinding: FilterPlugin {
  static let name = PluginName.volumeBinding

  static func filter(_ cycle: Cycle, _ node: NodeFacts) -> FilterVerdict {
    let facts = cycle.volumes
    if facts.isVolumeMissing {
      return .rejects(
        reasons: ["node(s) unavailable due to one or more pvc(s) bound to non-existent pv(s)"],
        isResolvable: false)
    }
    var reasons: [String] = []
    if !facts.volumes.allSatisfy({ $0.isReachable(from: node.node) }) {
      reasons.append("node(s) didn't match PersistentVolume's node affinity")
    }
    if !facts.waiting.isEmpty, VolumePlan(facts, on: node.node) == nil {
      reasons.append("node(s) didn't find available persistent volumes to bind")
    }
    return reasons.isEmpty ? .fits : .rejects(reasons: reasons, isResolvable: false)
  }

  static func hint(_ event: ClusterEvent) -> ((PodFacts) -> Bool)? {
    switch event {
    case .storageChanged(let key):
      key.kind == .persistentVolumeClaim ? { $0.uses(claim: key) } : { _ in true }
    case .nodeAdded: { _ in true }
    case .nodeChanged(let node, let before) where node.metadata.labels != before.metadata.labels:
      { _ in true }
    case .nodeChanged, .nodeGone, .podBound, .podGone, .podChanged, .namespaceChanged: nil
    }
  }
}
