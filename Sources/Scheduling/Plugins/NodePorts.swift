import Objects

/// Two pods cannot have the same port of one node.
enum NodePorts: FilterPlugin {
  static let name = PluginName.nodePorts

  static func filter(_ cycle: Cycle, _ node: NodeFacts) -> FilterVerdict {
    let wanted = cycle.pod.hostPorts
    if wanted.isEmpty { return .fits }
    let taken = node.pods.flatMap(\.hostPorts)
    if taken.isEmpty { return .fits }
    guard wanted.contains(where: { port in taken.contains { $0.clashes(with: port) } }) else {
      return .fits
    }
    return .rejects(
      reasons: ["node(s) didn't have free ports for the requested pod ports"], isResolvable: true)
  }

  static func hint(_ event: ClusterEvent) -> ((PodFacts) -> Bool)? {
    switch event {
    case .nodeAdded: { _ in true }
    case .podGone(let gone) where !gone.hostPorts.isEmpty:
      { pod in gone.hostPorts.contains { port in pod.hostPorts.contains { $0.clashes(with: port) } }
      }
    case .podGone, .nodeChanged, .nodeGone, .podBound, .podChanged, .namespaceChanged,
      .storageChanged:
      nil
    }
  }
}
