import Objects

/// Keeps pods away from taints they do not tolerate, and prefers nodes with fewer soft ones.
enum TaintToleration: FilterPlugin, NodeScorePlugin {
  static let name = PluginName.taintToleration
  static let weight = 3

  static func filter(_ cycle: Cycle, _ node: NodeFacts) -> FilterVerdict {
    guard shutsOut(cycle.pod, node.taints) else { return .fits }
    return .rejects(reasons: ["node(s) had untolerated taint(s)"], isResolvable: false)
  }

  static let isRelative = true

  static func raw(_ cycle: Cycle, on node: NodeFacts) -> Int {
    if node.taints.isEmpty { return 0 }
    let tolerations = cycle.pod.tolerations.filter {
      $0.effect == nil || $0.effect == .preferNoSchedule
    }
    return node.taints.count { $0.effect == .preferNoSchedule && !tolerations.tolerate($0) }
  }

  static func normalised(_ raw: [Int]) -> [Int] { Normalisation.byMaximum(raw, reversed: true) }

  static func hint(_ event: ClusterEvent) -> ((PodFacts) -> Bool)? {
    switch event {
    case .nodeAdded(let node): { !shutsOut($0, node.spec.taints) }
    case .nodeChanged(let node, let before) where node.spec.taints != before.spec.taints:
      { shutsOut($0, before.spec.taints) && !shutsOut($0, node.spec.taints) }
    case .nodeChanged, .nodeGone, .podBound, .podGone, .podChanged, .namespaceChanged,
      .storageChanged:
      nil
    }
  }

  /// Whether one of a node's taints is a hard one that the pod does not tolerate.
  private static func shutsOut(_ pod: PodFacts, _ taints: [Taint]) -> Bool {
    taints.contains {
      $0.effect != .preferNoSchedule && !pod.tolerations.tolerate($0)
    }
  }
}
