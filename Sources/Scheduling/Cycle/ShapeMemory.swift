import Engine
import Objects
import Store

/// What pods of one shape found on the nodes, kept from pod to pod: only nodes that have changed
/// since are looked at again. After one pod is placed that is one node.
struct ShapeMemory: Sendable {
  private struct Row: Sendable {
    /// The node's version when it was looked at; 0 before that.
    var version = 0
    /// What those filters say that ask about the node alone.
    var fits = false
    /// The final scores, weighted and summed.
    var direct = 0
    /// The raw scores that are scaled by the best one, in the table's order.
    var relative = SIMD2<Int>.zero
  }

  /// Any pod of the shape.
  let pod: PodFacts
  private var rows: [Row]
  /// Nil when they have to be counted anew.
  private(set) var surroundings: Surroundings?
  /// The cache's when this memory was made; a later one makes it worthless.
  let generation: Int

  init(of pod: PodFacts, _ cache: NodeCache) {
    self.pod = pod
    generation = cache.generation
    rows = Array(repeating: Row(), count: cache.slotCount)
  }

  mutating func settle(_ cache: NodeCache, _ state: ClusterState) {
    if surroundings == nil { surroundings = Surroundings(of: pod, cache, state) }
  }

  /// Owners, Services or namespaces changed: whom the pod looks at may be others now.
  mutating func forgetSurroundings() { surroundings = nil }

  /// A node's taints changed: that matters where only tolerated nodes count.
  mutating func forgetTaints() {
    let rules = surroundings?.spread.rules ?? []
    if rules.contains(where: { $0.constraint.nodeTaintsPolicy == .honor }) { surroundings = nil }
  }

  /// A pod came to a node, or left it (`sign` -1).
  mutating func note(
    _ other: PodFacts, on node: NodeFacts, sign: Int, _ cache: NodeCache, _ state: ClusterState
  ) {
    surroundings?.spread.note(other, on: node, sign: sign, for: pod)
    surroundings?.neighbours.note(other, at: node.slot, sign: sign, for: pod, cache, state)
  }
}

/// The node for a pod, without the reasons.
struct Placement: Sendable {
  let slot: Int
  /// How many nodes were looked at.
  let examined: Int
}

extension ShapeMemory {
  /// Decides as ``Decision`` does; nil when the pod fits nowhere.
  mutating func place(
    _ cycle: Cycle, startingAt start: Int, _ nominations: Nominations, _ ties: TieBreak,
    using random: inout SeededRandom
  ) -> Placement? {
    let order = cycle.order
    let enough = Decision.enough(of: order.count)
    let gates = PodTopologySpread.gates(cycle.spread)
    let neighbours = cycle.neighbours
    let hasNeighbours = !neighbours.isIndifferent
    var feasible: [Int] = []
    feasible.reserveCapacity(enough)
    var examined = 0
    var place = order.isEmpty ? 0 : start % order.count
    while examined < order.count, feasible.count < enough {
      let slot = order[place]
      place = place + 1 == order.count ? 0 : place + 1
      examined += 1
      if rows[slot].version != cycle.cache.versions[slot] { look(at: slot, cycle) }
      guard rows[slot].fits, PodTopologySpread.isOpen(slot, gates),
        !hasNeighbours || InterPodAffinity.isOpen(slot, neighbours),
        nominations.isEmpty || nominations.leaveRoom(at: slot, in: cycle)
      else { continue }
      feasible.append(slot)
    }
    if feasible.isEmpty { return nil }
    let totals = feasible.count > 1 ? totals(of: feasible, cycle) : [0]
    return ties.winner(among: totals, using: &random).map {
      Placement(slot: feasible[$0], examined: examined)
    }
  }

  private mutating func look(at slot: Int, _ cycle: Cycle) {
    guard let node = cycle.cache[slot] else { return }
    var row = Row()
    row.version = cycle.cache.versions[slot]
    row.fits = cycle.nodeFits(node)
    if row.fits {
      for plugin in PluginTable.directScores where plugin.applies(to: cycle) {
        row.direct += plugin.weight * plugin.raw(cycle, on: node)
      }
      for (place, plugin) in PluginTable.relativeScores.enumerated()
      where plugin.applies(to: cycle) {
        row.relative[place] = plugin.raw(cycle, on: node)
      }
    }
    rows[slot] = row
  }

  private func totals(of slots: [Int], _ cycle: Cycle) -> [Int] {
    var totals = slots.map { rows[$0].direct }
    func add(_ plugin: any ScorePlugin.Type, _ raw: [Int]) {
      let normalised = plugin.normalised(raw)
      for place in totals.indices { totals[place] += plugin.weight * normalised[place] }
    }
    for (place, plugin) in PluginTable.relativeScores.enumerated()
    where plugin.applies(to: cycle) {
      add(plugin, slots.map { rows[$0].relative[place] })
    }
    for plugin in PluginTable.clusterScores where plugin.applies(to: cycle) {
      add(plugin, plugin.raw(cycle, slots))
    }
    return totals
  }
}

/// The memories of the shapes that pods had lately.
struct ShapeMemories: Sendable {
  private static let most = 64

  private(set) var memories: [ShapeMemory] = []
  private var uses: [Int] = []
  private var useCount = 0
  private var latest = 0

  /// Where the memory of this pod's shape is, in step with the cluster.
  mutating func recall(_ pod: PodFacts, _ cache: NodeCache, _ state: ClusterState) -> Int {
    let place = find(pod.shape) ?? makeRoom(for: pod, cache)
    if memories[place].generation != cache.generation {
      memories[place] = ShapeMemory(of: pod, cache)
    }
    memories[place].settle(cache, state)
    latest = place
    useCount += 1
    uses[place] = useCount
    return place
  }

  private func find(_ shape: PodShape) -> Int? {
    if latest < memories.count, memories[latest].pod.shape == shape { return latest }
    return memories.indices.first { memories[$0].pod.shape == shape }
  }

  private mutating func makeRoom(for pod: PodFacts, _ cache: NodeCache) -> Int {
    let memory = ShapeMemory(of: pod, cache)
    if memories.count < Self.most {
      memories.append(memory)
      uses.append(0)
      return memories.count - 1
    }
    let oldest = uses.indices.min { uses[$0] < uses[$1] } ?? 0
    memories[oldest] = memory
    return oldest
  }

  mutating func place(
    with memory: Int, _ cycle: Cycle, startingAt start: Int, _ nominations: Nominations,
    _ ties: TieBreak, using random: inout SeededRandom
  ) -> Placement? {
    memories[memory].place(cycle, startingAt: start, nominations, ties, using: &random)
  }

  mutating func forgetSurroundings() {
    for place in memories.indices { memories[place].forgetSurroundings() }
  }

  mutating func forgetTaints() {
    for place in memories.indices { memories[place].forgetTaints() }
  }

  /// A pod came to the node in a slot, or left it (`sign` -1).
  mutating func note(
    _ pod: PodFacts, at slot: Int, sign: Int, _ cache: NodeCache, _ state: ClusterState
  ) {
    if memories.isEmpty { return }
    guard let node = cache[slot] else { return }
    for place in memories.indices where memories[place].generation == cache.generation {
      memories[place].note(pod, on: node, sign: sign, cache, state)
    }
  }
}
