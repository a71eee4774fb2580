import Objects

/// Waiting pods that have been promised room on a node by pushing others out.
struct Nominations: Sendable {
  private var podsByNode: [String: [PodFacts]] = [:]
  private var nodes: [ObjectKey: String] = [:]

  var isEmpty: Bool { nodes.isEmpty }

  mutating func add(_ pod: PodFacts, to node: String) {
    remove(pod.key)
    podsByNode[node, default: []].append(pod)
    nodes[pod.key] = node
  }

  mutating func remove(_ key: ObjectKey) {
    guard let node = nodes.removeValue(forKey: key) else { return }
    podsByNode[node]?.removeAll { $0.key == key }
  }

  /// The pods that count on room on a node, in the order in which it was promised.
  subscript(node: String) -> [PodFacts] { podsByNode[node] ?? [] }

  /// Whether a node that would hold the pod by itself also holds it with the promised pods.
  func leaveRoom(at slot: Int, in cycle: Cycle) -> Bool {
    guard let node = cycle.cache[slot], !self[node.name].isEmpty else { return true }
    return verdict(on: node, in: cycle).verdict == .fits
  }

  /// A node must hold the pod even when those of at least its priority take their promised room.
  func verdict(
    on node: NodeFacts, in cycle: Cycle
  ) -> (plugin: PluginName?, verdict: FilterVerdict) {
    let others = self[node.name].filter {
      $0.priority >= cycle.pod.priority && $0.key != cycle.pod.key
    }
    if !others.isEmpty {
      var crowded = node
      for other in others { crowded.add(other) }
      let found = cycle.imagining(crowded).verdict(on: crowded)
      if found.verdict != .fits { return found }
    }
    return cycle.verdict(on: node)
  }
}
