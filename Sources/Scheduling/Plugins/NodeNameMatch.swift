import Objects

/// A pod that names its node fits no other.
enum NodeNameMatch: FilterPlugin {
  static let name = PluginName.nodeName

  static func filter(_ cycle: Cycle, _ node: NodeFacts) -> FilterVerdict {
    let wanted = cycle.pod.nodeName
    if wanted.isEmpty || wanted == node.name { return .fits }
    return .rejects(
      reasons: ["node(s) didn't match the requested node name"], isResolvable: false)
  }

  static func hint(_ event: ClusterEvent) -> ((PodFacts) -> Bool)? {
    guard case .nodeAdded(let node) = event else { return nil }
    return { $0.nodeName == node.metadata.name }
  }
}
