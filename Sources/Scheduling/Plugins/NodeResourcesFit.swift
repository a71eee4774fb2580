import Engine
import Objects

/// A pod fits where what it asks for is still free; emptier nodes are better.
enum NodeResourcesFit: FilterPlugin, NodeScorePlugin {
  static let name = PluginName.nodeResourcesFit
  static let weight = 1

  static func filter(_ cycle: Cycle, _ node: NodeFacts) -> FilterVerdict {
    var reasons: [String] = []
    var isResolvable = true
    if node.pods.count + 1 > node.podLimit { reasons.append("Too many pods") }
    for (name, amount) in cycle.pod.wishes.needs {
      let total = node.allocatable[name] ?? .zero
      guard amount > total - (node.requested[name] ?? .zero) else { continue }
      reasons.append("Insufficient \(name)")
      if amount > total { isResolvable = false }
    }
    return reasons.isEmpty ? .fits : .rejects(reasons: reasons, isResolvable: isResolvable)
  }

  static func raw(_ cycle: Cycle, on node: NodeFacts) -> Int {
    let cpu = leastAllocated(
      node.assumedCPUMillis.addingClamped(cycle.pod.assumedCPUMillis),
      of: node.allocatableCPUMillis)
    let memory = leastAllocated(
      node.assumedMemoryBytes.addingClamped(cycle.pod.assumedMemoryBytes),
      of: node.allocatableMemoryBytes)
    guard let cpu, let memory else { return cpu ?? memory ?? 0 }
    return (cpu + memory) / 2
  }

  /// The share that stays free, in whole percent; nil where the node has none of the resource.
  static func leastAllocated(_ requested: Int, of allocatable: Int) -> Int? {
    guard allocatable > 0 else { return nil }
    if requested > allocatable { return 0 }
    let (hundredfold, overflows) = (allocatable - requested).multipliedReportingOverflow(by: 100)
    return overflows ? (allocatable - requested) / (allocatable / 100) : hundredfold / allocatable
  }

  static func hint(_ event: ClusterEvent) -> ((PodFacts) -> Bool)? {
    switch event {
    case .podGone: { _ in true }
    case .podChanged(let pod, let before):
      { waiting in
        waiting.requests.contains {
          pod.requests[$0.name] ?? .zero < before.requests[$0.name] ?? .zero
        }
      }
    case .nodeAdded(let node): { couldHold($0, node) }
    case .nodeChanged(let node, let before) where hasGrown(node, since: before):
      { couldHold($0, node) }
    case .nodeChanged, .nodeGone, .podBound, .namespaceChanged, .storageChanged: nil
    }
  }

  private static func hasGrown(_ node: Node, since before: Node) -> Bool {
    node.status.allocatable.contains {
      $0.amount > before.status.allocatable[$0.name] ?? .zero
    }
  }

  private static func couldHold(_ pod: PodFacts, _ node: Node) -> Bool {
    pod.requests.allSatisfy { $0.amount <= node.status.allocatable[$0.name] ?? .zero }
  }
}
