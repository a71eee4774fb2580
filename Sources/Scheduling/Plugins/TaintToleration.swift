import Objects

/// Keeps pods away from taints they do not tolerate, and prefers nodes with fewer soft ones.
enum TaintToleration: FilterPlugin, ScorePlugin {
  static let name = PluginName.taintToleration
  static let weight = 3

  static func filter(_ cycle: Cycle, _ node: NodeFacts) -> FilterVerdict {
    let tolerations = cycle.pod.pod.spec.tolerations
    let isShutOut = node.node.spec.taints.contains {
      $0.effect != .preferNoSchedule && !tolerations.tolerate($0)
    }
    guard isShutOut else { return .fits }
    return .rejects(reasons: ["node(s) had untolerated taint(s)"], isResolvable: false)
  }

  static func scores(_ cycle: Cycle, _ nodes: [NodeFacts]) -> [Int] {
    let tolerations = cycle.pod.pod.spec.tolerations.filter {
      $0.effect == nil || $0.effect == .preferNoSchedule
    }
    let raw = nodes.map { node in
      node.node.spec.taints.count {
        $0.effect == .preferNoSchedule && !tolerations.tolerate($0)
      }
    }
    return Normalisation.byMaximum(raw, reversed: true)
  }

  static func mayHelp(_ event: ClusterEvent, _ pod: PodFacts) -> Bool {
    switch event {
    case .nodeAdded: true
    case .nodeChanged(let node, let before): node.spec.taints != before.spec.taints
    case .podBound, .podGone, .podChanged, .namespaceChanged: false
    }
  }
}
