import HashTreeCollections
import Objects

/// Waiting pods that have been promised room on a node by pushing others out.
struct Nominations: Sendable {
  private var podsByNode = TreeDictionary<String, [PodFacts]>()
  private var nodes = TreeDictionary<ObjectKey, String>()

  var isEmpty: Bool { nodes.isEmpty }

  mutating func add(_ pod: PodFacts, to node: String) {
    remove(pod.key)
    podsByNode[node, default: []].append(pod)
    nodes[pod.key] = node
  }

  /// The node where there is one promise less now; nil where the pod had none.
  @discardableResult mutating func remove(_ key: ObjectKey) -> String? {
    guard !nodes.isEmpty, let node = nodes.removeValue(forKey: key) else { return nil }
    let others = self[node].filter { $0.key != key }
    podsByNode[node] = others.isEmpty ? nil : others
    return node
  }

  /// By slot, whether anything is promised on the node there.
  func marks(on cache: NodeCache) -> [Bool] {
    var marks = Array(repeating: false, count: cache.slotCount)
    for name in podsByNode.keys {
      if let slot = cache.slot(of: name) { marks[slot] = true }
    }
    return marks
  }

  /// The pods that count on room on a node, in the order in which it was promised.
  subscript(node: String) -> [PodFacts] { podsByNode[node] ?? [] }

  /// Whether a node that would hold the pod by itself also holds it with the promised pods.
  func leaveRoom(at slot: Int, in cycle: Cycle) -> Bool {
    guard let node = cycle.cache[slot] else { return true }
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
