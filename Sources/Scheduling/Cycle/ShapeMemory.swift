import Engine
import Objects

/// What pods of one shape found on the nodes, kept from pod to pod: only nodes that have changed
/// since are looked at again. After one pod is placed that is one node.
struct ShapeMemory: Sendable {
  /// Stands for a node that is to be looked at (again).
  private static let unknown = Int32.min
  /// Stands for a node that is shut out for itself.
  private static let unfit: Int32 = -1

  /// Of any pod of the shape.
  private let images: [String]
  /// The cache's when this memory was made; a later one makes it worthless.
  let generation: Int
  /// By slot: the final scores of a node that fits for itself, weighted and summed.
  private var direct: [Int32]
  /// For each score that is scaled by the best one, in the table's order: the raw scores by slot;
  /// empty while all are zero, and the score the same everywhere.
  private var relative: [[Int32]]
  /// By slot: whether the node has an image of the pod's; empty while none has.
  private var hasImage: [Bool] = []
  /// How many nodes have each of the pod's images, when the nodes were looked at.
  private var imageHolders: [Int]
  /// How many changes of nodes have been taken note of.
  private var seen: Int
  /// Why nodes shut the pod out, once it has fitted nowhere.
  private var rejections: RejectionMemory?

  init(of pod: PodFacts, _ cache: NodeCache) {
    images = pod.images
    generation = cache.generation
    direct = Array(repeating: Self.unknown, count: cache.slotCount)
    relative = Array(repeating: [], count: PluginTable.relativeScores.count)
    imageHolders = images.map { cache.holders(of: $0) }
    seen = cache.log.count
  }
}

// MARK: - Keeping in step

extension ShapeMemory {
  mutating func settle(_ cache: NodeCache) {
    settleImages(cache)
    if seen == cache.log.count { return }
    if let slots = cache.log.slots(since: seen) {
      for slot in slots {
        direct[Int(slot)] = Self.unknown
        rejections?.forget(Int(slot))
      }
    } else {
      rejections = nil
      for slot in direct.indices { direct[slot] = Self.unknown }
    }
    seen = cache.log.count
  }

  /// What an image is worth on a node depends on how many other nodes have it.
  private mutating func settleImages(_ cache: NodeCache) {
    var isSame = true
    for (place, image) in images.enumerated() {
      let count = cache.holders(of: image)
      if count != imageHolders[place] {
        imageHolders[place] = count
        isSame = false
      }
    }
    if isSame { return }
    for slot in hasImage.indices where hasImage[slot] { direct[slot] = Self.unknown }
  }
}

// MARK: - Fitting nowhere

extension ShapeMemory {
  /// Why the pod fits nowhere; nil when that has to be found out by asking every plugin.
  mutating func rejections(
    of pod: PodFacts, _ cycle: Cycle, startingAt start: Int, _ nominations: Nominations
  ) -> Rejections? {
    guard cycle.looksAtNodesAlone, !cycle.order.isEmpty else { return nil }
    if rejections?.priority != pod.priority { rejections = nil }
    var known =
      rejections.take() ?? RejectionMemory(priority: pod.priority, slotCount: direct.count)
    guard let found = known.rejections(cycle, startingAt: start, nominations) else { return nil }
    rejections = known
    return found
  }

  /// Hands out what is known of making room, to be given back with ``keep(_:)``: a copy would be
  /// copied with the first thing that is found out.
  mutating func takeAttempts() -> [PreemptionAttempt?] {
    guard var known = rejections.take() else { return [] }
    let attempts = known.attempts
    known.attempts = []
    rejections = known
    return attempts
  }

  /// Takes back what is known of making room; nothing when it does not hold for the next pod.
  mutating func keep(_ attempts: [PreemptionAttempt?]) {
    let isWhole = attempts.count == direct.count
    rejections?.attempts = isWhole ? attempts : Array(repeating: nil, count: direct.count)
  }
}

// MARK: - Placing

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
    let isFree = gates.isEmpty && !hasNeighbours && nominations.isEmpty
    var promised: [Bool]?
    var feasible: [Int] = []
    feasible.reserveCapacity(enough)
    var totals: [Int] = []
    totals.reserveCapacity(enough)
    var examined = 0
    var place = order.isEmpty ? 0 : start % order.count
    while examined < order.count, feasible.count < enough {
      let slot = order[place]
      place = place + 1 == order.count ? 0 : place + 1
      examined += 1
      if direct[slot] == Self.unknown { look(at: slot, cycle) }
      let score = direct[slot]
      if score < 0 { continue }
      if !isFree {
        guard PodTopologySpread.isOpen(slot, gates),
          !hasNeighbours || InterPodAffinity.isOpen(slot, neighbours)
        else { continue }
        if !nominations.isEmpty {
          promised = promised ?? nominations.marks(on: cycle.cache)
          if promised?[slot] ?? false, !nominations.leaveRoom(at: slot, in: cycle) { continue }
        }
      }
      feasible.append(slot)
      totals.append(Int(score))
    }
    if feasible.isEmpty { return nil }
    if feasible.count > 1 { weigh(feasible, &totals, cycle) }
    return ties.winner(among: totals, using: &random).map {
      Placement(slot: feasible[$0], examined: examined)
    }
  }

  private mutating func look(at slot: Int, _ cycle: Cycle) {
    guard let node = cycle.cache[slot], cycle.nodeFits(node) else {
      direct[slot] = Self.unfit
      return
    }
    var sum = 0
    for plugin in PluginTable.directScores where plugin.applies(to: cycle) {
      sum += plugin.weight * plugin.raw(cycle, on: node)
    }
    direct[slot] = Int32(sum)
    for (place, plugin) in PluginTable.relativeScores.enumerated()
    where plugin.applies(to: cycle) {
      let raw = Int32(plugin.raw(cycle, on: node))
      if relative[place].isEmpty {
        if raw == 0 { continue }
        relative[place] = Array(repeating: 0, count: direct.count)
      }
      relative[place][slot] = raw
    }
    let hasImage = ImageLocality.isAny(of: images, on: node)
    if self.hasImage.isEmpty {
      if !hasImage { return }
      self.hasImage = Array(repeating: false, count: direct.count)
    }
    self.hasImage[slot] = hasImage
  }

  /// Adds the scores for which other nodes count. One that is the same on all of them decides
  /// nothing and is left out.
  private func weigh(_ slots: [Int], _ totals: inout [Int], _ cycle: Cycle) {
    func add(_ plugin: any ScorePlugin.Type, _ raw: [Int]) {
      let normalised = plugin.normalised(raw)
      let weight = plugin.weight
      for place in totals.indices { totals[place] += weight * normalised[place] }
    }
    for (place, plugin) in PluginTable.relativeScores.enumerated()
    where !relative[place].isEmpty && plugin.applies(to: cycle) {
      let raw = relative[place]
      add(plugin, slots.map { Int(raw[$0]) })
    }
    for plugin in PluginTable.clusterScores where plugin.applies(to: cycle) {
      add(plugin, plugin.raw(cycle, slots))
    }
  }
}
