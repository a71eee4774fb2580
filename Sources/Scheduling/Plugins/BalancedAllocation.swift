import Objects

/// Prefers nodes whose cpu and memory the pod would bring closer to the same share of use.
enum BalancedAllocation: ScorePlugin {
  static let name = PluginName.nodeResourcesBalancedAllocation
  static let weight = 1

  /// A pod that asks for neither cpu nor memory changes no balance.
  static func applies(to cycle: Cycle) -> Bool {
    cycle.pod.requests.cpuMillis > 0 || cycle.pod.requests.memoryBytes > 0
  }

  static func scores(_ cycle: Cycle, _ nodes: [NodeFacts]) -> [Int] {
    nodes.map { node in
      let asked = cycle.pod.requests
      let before = balance(
        cpu: node.requested.cpuMillis, memory: node.requested.memoryBytes, node.allocatable)
      let after = balance(
        cpu: node.requested.cpuMillis + asked.cpuMillis,
        memory: node.requested.memoryBytes + asked.memoryBytes, node.allocatable)
      return 50 + (50 + after - before) / 2
    }
  }

  /// 100 when cpu and memory are used alike, less the further their shares lie apart.
  static func balance(cpu: Int, memory: Int, _ allocatable: ResourceList) -> Int {
    var shares: [Double] = []
    if allocatable.cpuMillis > 0 {
      shares.append(min(1, Double(cpu) / Double(allocatable.cpuMillis)))
    }
    if allocatable.memoryBytes > 0 {
      shares.append(min(1, Double(memory) / Double(allocatable.memoryBytes)))
    }
    let deviation = shares.count == 2 ? abs(shares[0] - shares[1]) / 2 : 0
    return Int((1 - deviation) * 100)
  }
}
