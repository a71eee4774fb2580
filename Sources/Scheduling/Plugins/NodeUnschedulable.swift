import Objects

/// Keeps pods away from cordoned nodes.
enum NodeUnschedulable: FilterPlugin {
  static let name = PluginName.nodeUnschedulable
  private static let taint = Taint("node.kubernetes.io/unschedulable", .noSchedule)

  static func filter(_ cycle: Cycle, _ node: NodeFacts) -> FilterVerdict {
    guard node.isCordoned,
      !cycle.pod.tolerations.tolerate(taint)
    else { return .fits }
    return .rejects(reasons: ["node(s) were unschedulable"], isResolvable: false)
  }

  static func hint(_ event: ClusterEvent) -> ((PodFacts) -> Bool)? {
    switch event {
    case .nodeAdded(let node) where node.spec.unschedulable != true: { _ in true }
    case .nodeChanged(let node, let before)
    where before.spec.unschedulable == true && node.spec.unschedulable != true:
      { _ in true }
    case .nodeAdded, .nodeChanged, .nodeGone, .podBound, .podGone, .podChanged, .namespaceChanged,
      .storageChanged:
      nil
    }
  }
}
