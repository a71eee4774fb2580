import Engine
import HashTreeCollections
import Objects

/// The nodes as the scheduler sees them, kept in step with every change.
///
/// Every node has a slot, a small number that it keeps for as long as it exists. A copy shares all
/// nodes but those that change.
struct NodeCache: Sendable {
  private var facts: [Shared<NodeFacts>?] = []
  private var slots = TreeDictionary<String, Int>()
  private var freeSlots: [Int] = []
  /// Which nodes changed, their pods included.
  private(set) var log = ChangeLog()
  /// Counts up whenever nodes come or go, or get other labels.
  private(set) var generation = 0
  /// ``order`` as last worked out; nil once nodes have come or gone.
  private var knownOrder: [Int]?
  /// Those wanted since nodes last changed their labels.
  private var topologies: [String: Topology] = [:]
  /// Slots by zone; zones in the order in which they were first seen, nodes as they joined.
  private var zones: [(zone: String, slots: [Int])] = []
  /// Pods bound to nodes that are not known (yet), by node.
  private var strays = TreeDictionary<String, [PodFacts]>()
  /// How many nodes have an image, by each of its names.
  private var imageHolders = TreeDictionary<String, Int>()
  /// How many bound pods have a word on their neighbours: none at all is the usual case.
  private(set) var affinityCount = 0
  private(set) var labels = BoundLabels()

  var count: Int { slots.count }
  var slotCount: Int { facts.count }

  subscript(name: String) -> NodeFacts? { slots[name].flatMap { self[$0] } }
  subscript(slot: Int) -> NodeFacts? { facts[slot]?.wrappedValue }

  func slot(of name: String) -> Int? { slots[name] }

  /// How many nodes have an image.
  func holders(of image: String) -> Int { imageHolders[image] ?? 0 }

  /// All nodes in node-tree order.
  var nodes: [NodeFacts] { order.compactMap { self[$0] } }

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
  func topology(_ key: String) -> Topology {
    topologies[key] ?? Topology(key, facts.indices.map { self[$0] })
  }

  /// Whether some labels that a pod looks at have not been worked out.
  func needsTopologies(of pod: PodFacts) -> Bool {
    topologies.isEmpty || Surroundings.keys(pod).contains { topologies[$0] == nil }
  }

  /// Works these out for good.
  mutating func settleTopologies(_ keys: [String]) {
    for key in keys where topologies[key] == nil { topologies[key] = topology(key) }
  }
}

// MARK: - Keeping in step

extension NodeCache {
  mutating func put(_ node: Node) {
    let name = node.metadata.name
    guard let slot = slots[name], let known = self[slot]?.node else {
      join(node)
      return
    }
    let isElsewhere = known.metadata.labels != node.metadata.labels
    let hasOtherImages = known.status.images != node.status.images
    // Heartbeats change nothing that anybody looks at.
    guard
      isElsewhere || hasOtherImages || known.spec != node.spec
        || known.status.allocatable != node.status.allocatable
    else { return }
    if isElsewhere {
      if Self.zone(of: known) != Self.zone(of: node) {
        leaveZone(slot)
        joinZone(slot, node)
      }
      changeGeneration()
    }
    if hasOtherImages { countImages(known.status.images, node.status.images) }
    facts[slot]?.wrappedValue.node = node
    touch(slot)
  }

  private mutating func join(_ node: Node) {
    let name = node.metadata.name
    let slot = freeSlots.popLast() ?? facts.count
    if slot == facts.count { facts.append(nil) }
    var joined = NodeFacts(node, slot: slot)
    for pod in strays[name] ?? [] {
      joined.add(pod)
      labels.move(pod, from: nil, to: slot)
    }
    strays[name] = nil
    facts[slot] = Shared(wrappedValue: joined)
    slots[name] = slot
    touch(slot)
    changeGeneration()
    joinZone(slot, node)
    countImages([], node.status.images)
  }

  mutating func remove(node: Node) {
    let name = node.metadata.name
    guard let slot = slots[name], let known = self[slot] else { return }
    if !known.pods.isEmpty { strays[name] = known.pods }
    for pod in known.pods { labels.move(pod, from: slot, to: nil) }
    countImages(known.images, [])
    facts[slot] = nil
    slots[name] = nil
    freeSlots.append(slot)
    touch(slot)
    changeGeneration()
    leaveZone(slot)
  }

  /// Adds a pod, which must not be there; returns its node's slot if that node is known.
  @discardableResult mutating func put(_ pod: PodFacts) -> Int? {
    count(pod, at: slots[pod.nodeName], 1)
    guard let slot = slots[pod.nodeName] else {
      strays[pod.nodeName, default: []].append(pod)
      return nil
    }
    facts[slot]?.wrappedValue.add(pod)
    touch(slot)
    return slot
  }

  /// Puts what is known now of a pod in place of what was known, which must say the same of its
  /// labels and wishes; false when it is on no known node.
  mutating func exchange(_ pod: PodFacts) -> Bool {
    guard let slot = slots[pod.nodeName], facts[slot]?.wrappedValue.exchange(pod) == true else {
      return false
    }
    touch(slot)
    return true
  }

  /// Takes a pod away; returns what was known of it, and its node's slot if that node is known.
  @discardableResult mutating func remove(
    _ key: ObjectKey, from name: String
  ) -> (pod: PodFacts, slot: Int?)? {
    guard let slot = slots[name] else {
      guard let place = strays[name]?.firstIndex(where: { $0.key == key }),
        let pod = strays[name]?.remove(at: place)
      else { return nil }
      count(pod, at: nil, -1)
      return (pod, nil)
    }
    guard let pod = facts[slot]?.wrappedValue.remove(key) else { return nil }
    count(pod, at: slot, -1)
    touch(slot)
    return (pod, slot)
  }

  /// Counts a pod that came (1) or left (-1).
  private mutating func count(_ pod: PodFacts, at slot: Int?, _ sign: Int) {
    affinityCount += pod.hasAffinity ? sign : 0
    labels.count(pod, at: slot, sign)
  }

  /// What is known of a pod that has a node.
  func pod(_ key: ObjectKey, on name: String) -> PodFacts? {
    guard let slot = slots[name] else { return strays[name]?.first { $0.key == key } }
    return self[slot]?.pod(key)
  }

  /// A changed node for a thought experiment: what if these pods were gone?
  mutating func replace(_ node: NodeFacts) {
    let before = self[node.slot]?.pods ?? []
    for pod in before where node.pod(pod.key) == nil { labels.count(pod, at: node.slot, -1) }
    for pod in node.pods where self[node.slot]?.pod(pod.key) == nil {
      labels.count(pod, at: node.slot, 1)
    }
    facts[node.slot] = Shared(wrappedValue: node)
    touch(node.slot)
  }

  /// Something about the node that is not kept here is different now.
  mutating func touch(_ name: String) {
    if let slot = slots[name] { touch(slot) }
  }

  private mutating func touch(_ slot: Int) { log.note(slot, keeping: facts.count) }

  private mutating func changeGeneration() {
    generation += 1
    topologies = [:]
  }

  private mutating func countImages(_ before: [ContainerImage], _ after: [ContainerImage]) {
    let known = Set(before.flatMap(\.names))
    let names = Set(after.flatMap(\.names))
    for name in known where !names.contains(name) {
      let count = (imageHolders[name] ?? 1) - 1
      imageHolders[name] = count == 0 ? nil : count
    }
    for name in names where !known.contains(name) { imageHolders[name, default: 0] += 1 }
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
