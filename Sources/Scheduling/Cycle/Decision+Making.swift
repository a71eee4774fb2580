import Objects
import Store

extension Decision {
  /// How many feasible nodes are enough: all below a hundred, then a shrinking share.
  static func enough(of nodeCount: Int) -> Int {
    guard nodeCount >= 100 else { return nodeCount }
    let percentage = max(5, 50 - nodeCount / 125)
    return max(100, nodeCount * percentage / 100)
  }

  /// Looks for the best node, beginning with the node at `start` of the order.
  init(_ cycle: Cycle, startingAt start: Int = 0, nominated: Nominations = Nominations()) {
    var reports: [NodeReport] = []
    var feasible: [Int] = []
    let enough = Self.enough(of: cycle.nodes.count)
    for offset in cycle.nodes.indices {
      let name = cycle.nodes[(start + offset) % cycle.nodes.count]
      guard let node = cycle.cache[name] else { continue }
      let found = nominated.verdict(on: node, in: cycle)
      reports.append(
        NodeReport(node: name, plugin: found.plugin, verdict: found.verdict, scores: []))
      if found.verdict == .fits { feasible.append(reports.count - 1) }
      if feasible.count >= enough { break }
    }
    nodeCount = cycle.nodes.count
    if feasible.count > 1 {
      let nodes = feasible.compactMap { cycle.cache[reports[$0].node] }
      for plugin in PluginTable.scores where plugin.applies(to: cycle) {
        let scores = plugin.scores(cycle, nodes)
        for (place, score) in zip(feasible, scores) {
          reports[place].scores.append((plugin.name, score * plugin.weight))
        }
      }
    }
    self.reports = reports
    // Equal totals go to the node that was found first.
    var best: Int?
    for place in feasible where best.map({ reports[place].total > reports[$0].total }) ?? true {
      best = place
    }
    node = best.map { reports[$0].node }
  }
}

/// Waiting pods that have been promised room on a node by pushing others out.
struct Nominations: Sendable {
  private(set) var byNode: [String: [PodFacts]] = [:]

  mutating func add(_ pod: PodFacts, to node: String) {
    remove(pod.key)
    byNode[node, default: []].append(pod)
  }

  mutating func remove(_ key: ObjectKey) {
    for node in byNode.keys {
      byNode[node]?.removeAll { $0.key == key }
      if byNode[node]?.isEmpty ?? false { byNode[node] = nil }
    }
  }

  /// A node must hold the pod even when those of at least its priority take their promised room.
  func verdict(
    on node: NodeFacts, in cycle: Cycle
  ) -> (plugin: PluginName?, verdict: FilterVerdict) {
    let others = (byNode[node.name] ?? []).filter {
      $0.priority >= cycle.pod.priority && $0.key != cycle.pod.key
    }
    if !others.isEmpty {
      var crowded = node
      for other in others { crowded.add(other) }
      let found = cycle.verdict(on: crowded)
      if found.verdict != .fits { return found }
    }
    return cycle.verdict(on: node)
  }
}
