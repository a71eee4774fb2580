import HashTreeCollections
import Objects

/// The nodes as the scheduler sees them, kept in step with every change.
///
/// Every node has a slot, a small number that it keeps for as long as it exists.
struct NodeCache: Sendable {
  private var facts: [NodeFacts?] = []
  private var slots = TreeDictionary<String, Int>()
  private var freeSlots: [Int] = []
  /// By slot: counts up with every change of the node, its pods included.
  private(set) var versions: [Int] = []
  private var lastVersion = 0
  /// Counts up whenever nodes come or go, or get other labels or images.
  private(set) var generation = 0
  /// ``order`` as last worked out; nil once nodes have come or gone.
  private var knownOrder: [Int]?
  /// Those wanted since nodes last changed their labels.
  private var topologies: [String: Topology] = [:]
  /// Slots by zone; zones in the order in which they were first seen, nodes as they joined.
  private var zones: [(zone: String, slots: [Int])] = []
  /// Pods bound to nodes that are not known (yet), by node.
  private var strays = TreeDictionary<String, [PodFacts]>()
  /// How many bound pods have a word on their neighbours: none at all is the usual case.
  private(set) var affinityCount = 0

  var count: Int { slots.count }
  var slotCount: Int { facts.count }

  subscript(name: String) -> NodeFacts? { slots[name].flatMap { facts[$0] } }
  subscript(slot: Int) -> NodeFacts? { facts[slot] }

  /// All nodes in node-tree order.
  var nodes: [NodeFacts] { order.compactMap { facts[$0] } }

  /// Slots in node-tree order: one node of each zone in turn.
  var order: [Int] { knownOrder ?? workedOutOrder }

  /// Works the order out for good: it changes seldom and is wanted for every pod.
  mutating func settleOrder() {
    if knownOrder == nil { knownOrder = workedOutOrder }
  }

  private var workedOutOrder: [Int] {
    var order: [Int] = []
    order.reserveCapacity(count)
    var round = 0
    while order.count < count {
      let before = order.count
      for zone in zones where round < zone.slots.count { order.append(zone.slots[round]) }
      if order.count == before { break }
      round += 1
    }
    return order
  }

  /// How the values of a label lie over the nodes.
  func topology(_ key: String) -> Topology { topologies[key] ?? Topology(key, facts) }

  /// Works these out for good.
  mutating func settleTopologies(_ keys: [String]) {
    for key in keys where topologies[key] == nil { topologies[key] = Topology(key, facts) }
  }
}

// MARK: - Keeping in step

extension NodeCache {
  mutating func put(_ node: Node) {
    let name = node.metadata.name
    guard let slot = slots[name], let known = facts[slot] else {
      join(node)
      return
    }
    if Self.zone(of: known.node) != Self.zone(of: node) {
      leaveZone(slot)
      joinZone(slot, node)
    }
    let isPlaceOther =
      known.labels != node.metadata.labels || known.images != node.status.images
    if isPlaceOther { changeGeneration() }
    facts[slot]?.node = node
    if isPlaceOther || known.isOtherwise(than: node) { touch(slot) }
  }

  private mutating func join(_ node: Node) {
    let name = node.metadata.name
    let slot = freeSlots.popLast() ?? facts.count
    if slot == facts.count {
      facts.append(nil)
      versions.append(0)
    }
    var joined = NodeFacts(node, slot: slot)
    for pod in strays[name] ?? [] { joined.add(pod) }
    strays[name] = nil
    facts[slot] = joined
    slots[name] = slot
    touch(slot)
    changeGeneration()
    joinZone(slot, node)
  }

  mutating func remove(node: Node) {
    let name = node.metadata.name
    guard let slot = slots[name] else { return }
    if let pods = facts[slot]?.pods, !pods.isEmpty { strays[name] = pods }
    facts[slot] = nil
    slots[name] = nil
    freeSlots.append(slot)
    touch(slot)
    changeGeneration()
    leaveZone(slot)
  }

  /// Adds a pod, which must not be there; returns its node's slot if that node is known.
  @discardableResult mutating func put(_ pod: PodFacts) -> Int? {
    affinityCount += pod.hasAffinity ? 1 : 0
    let name = pod.pod.spec.nodeName
    guard let slot = slots[name] else {
      strays[name, default: []].append(pod)
      return nil
    }
    facts[slot]?.add(pod)
    touch(slot)
    return slot
  }

  /// Takes a pod away; returns what was known of it, and its node's slot if that node is known.
  @discardableResult mutating func remove(
    _ key: ObjectKey, from name: String
  ) -> (pod: PodFacts, slot: Int?)? {
    guard let slot = slots[name] else {
      guard let place = strays[name]?.firstIndex(where: { $0.key == key }),
        let pod = strays[name]?.remove(at: place)
      else { return nil }
      affinityCount -= pod.hasAffinity ? 1 : 0
      return (pod, nil)
    }
    guard let pod = facts[slot]?.remove(key) else { return nil }
    affinityCount -= pod.hasAffinity ? 1 : 0
    touch(slot)
    return (pod, slot)
  }

  /// A changed node for a thought experiment: what if these pods were gone?
  mutating func replace(_ node: NodeFacts) {
    facts[node.slot] = node
    touch(node.slot)
  }

  private mutating func touch(_ slot: Int) {
    lastVersion += 1
    versions[slot] = lastVersion
  }

  private mutating func changeGeneration() {
    generation += 1
    topologies = [:]
  }

  private static func zone(of node: Node) -> String {
    let labels = node.metadata.labels
    return (labels["topology.kubernetes.io/region"] ?? "") + ":\u{0}:"
      + (labels["topology.kubernetes.io/zone"] ?? "")
  }

  private mutating func joinZone(_ slot: Int, _ node: Node) {
    knownOrder = nil
    let zone = Self.zone(of: node)
    if let place = zones.firstIndex(where: { $0.zone == zone }) {
      zones[place].slots.append(slot)
    } else {
      zones.append((zone, [slot]))
    }
  }

  private mutating func leaveZone(_ slot: Int) {
    knownOrder = nil
    for place in zones.indices { zones[place].slots.removeAll { $0 == slot } }
    zones.removeAll { $0.slots.isEmpty }
  }
}
