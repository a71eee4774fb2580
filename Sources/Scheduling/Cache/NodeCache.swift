import HashTreeCollections
import Objects

/// The nodes as the scheduler sees them, kept in step with every change.
struct NodeCache: Sendable {
  private(set) var nodes = TreeDictionary<String, NodeFacts>()
  /// ``order`` as last worked out; nil once nodes have come or gone.
  private var knownOrder: [String]?
  /// Node names by zone; zones in the order in which they were first seen, names as they joined.
  private var zones: [(zone: String, names: [String])] = []
  /// Pods bound to nodes that are not known (yet), by node.
  private var strays = TreeDictionary<String, [PodFacts]>()
  /// How many bound pods have a word on their neighbours: none at all is the usual case.
  private(set) var affinityCount = 0

  var count: Int { nodes.count }

  subscript(name: String) -> NodeFacts? { nodes[name] }

  /// Names in node-tree order: one of each zone in turn.
  var order: [String] { knownOrder ?? workedOutOrder }

  /// Works the order out for good: it changes seldom and is wanted for every pod.
  mutating func settleOrder() {
    if knownOrder == nil { knownOrder = workedOutOrder }
  }

  private var workedOutOrder: [String] {
    var order: [String] = []
    var round = 0
    while order.count < nodes.count {
      let before = order.count
      for zone in zones where round < zone.names.count { order.append(zone.names[round]) }
      if order.count == before { break }
      round += 1
    }
    return order
  }

  // MARK: - Keeping in step

  mutating func put(_ node: Node) {
    let name = node.metadata.name
    if var facts = nodes[name] {
      if Self.zone(of: facts.node) != Self.zone(of: node) {
        leaveZone(facts.node)
        joinZone(node)
      }
      facts.node = node
      nodes[name] = facts
      return
    }
    var facts = NodeFacts(node)
    for pod in strays[name] ?? [] { facts.add(pod) }
    strays[name] = nil
    nodes[name] = facts
    joinZone(node)
  }

  mutating func remove(node: Node) {
    let name = node.metadata.name
    if let facts = nodes[name], !facts.pods.isEmpty { strays[name] = facts.pods }
    nodes[name] = nil
    leaveZone(node)
  }

  mutating func put(_ pod: PodFacts) {
    remove(pod.key, from: pod.pod.spec.nodeName)
    affinityCount += pod.hasAffinity ? 1 : 0
    let name = pod.pod.spec.nodeName
    if nodes[name] == nil {
      strays[name, default: []].append(pod)
    } else {
      nodes[name]?.add(pod)
    }
  }

  mutating func remove(_ key: ObjectKey, from name: String) {
    let found =
      nodes[name]?.pods.first { $0.key == key } ?? strays[name]?.first { $0.key == key }
    guard let pod = found else { return }
    affinityCount -= pod.hasAffinity ? 1 : 0
    if nodes[name] == nil {
      strays[name]?.removeAll { $0.key == key }
    } else {
      nodes[name]?.remove(key)
    }
  }

  /// A changed node for a thought experiment: what if these pods were gone?
  mutating func replace(_ facts: NodeFacts) {
    nodes[facts.name] = facts
  }

  private static func zone(of node: Node) -> String {
    let labels = node.metadata.labels
    return (labels["topology.kubernetes.io/region"] ?? "") + ":\u{0}:"
      + (labels["topology.kubernetes.io/zone"] ?? "")
  }

  private mutating func joinZone(_ node: Node) {
    knownOrder = nil
    let zone = Self.zone(of: node)
    if let place = zones.firstIndex(where: { $0.zone == zone }) {
      zones[place].names.append(node.metadata.name)
    } else {
      zones.append((zone, [node.metadata.name]))
    }
  }

  private mutating func leaveZone(_ node: Node) {
    knownOrder = nil
    for place in zones.indices { zones[place].names.removeAll { $0 == node.metadata.name } }
    zones.removeAll { $0.names.isEmpty }
  }
}
