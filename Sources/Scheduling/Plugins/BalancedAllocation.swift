import Engine
import Objects

/// Prefers nodes whose cpu and memory the pod would bring closer to the same share of use.
enum BalancedAllocation: NodeScorePlugin {
  static let name = PluginName.nodeResourcesBalancedAllocation
  static let weight = 1

  /// A pod that asks for neither cpu nor memory changes no balance.
  static func applies(to cycle: Cycle) -> Bool {
    let wishes = cycle.pod.wishes
    return wishes.requestedCPUMillis > 0 || wishes.requestedMemoryBytes > 0
  }

  static func raw(_ cycle: Cycle, on node: NodeFacts) -> Int {
    let usedCPU = node.requested.cpuMillis
    let usedMemory = node.requested.memoryBytes
    let cpu = usedCPU.addingClamped(cycle.pod.wishes.requestedCPUMillis)
    let memory = usedMemory.addingClamped(cycle.pod.wishes.requestedMemoryBytes)
    let before = balance((usedCPU, usedMemory), on: node)
    return 50 + (50 + balance((cpu, memory), on: node) - before) / 2
  }

  /// 100 when cpu and memory are used alike, less the further their shares lie apart.
  static func balance(_ used: (cpuMillis: Int, memoryBytes: Int), on node: NodeFacts) -> Int {
    guard node.allocatableCPUMillis > 0, node.allocatableMemoryBytes > 0 else { return 100 }
    let cpu = min(1, Double(used.cpuMillis) / Double(node.allocatableCPUMillis))
    let memory = min(1, Double(used.memoryBytes) / Double(node.allocatableMemoryBytes))
    return Int((1 - abs(cpu - memory) / 2) * 100)
  }
}
