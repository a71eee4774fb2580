import Objects

/// Why a node does not take pods of one shape and rank, and what pushing others out would do,
/// kept until the node changes. Only for pods that look at nodes one by one.
struct RejectionMemory: Sendable {
  private static let mostVerdicts = 250

  let priority: Int
  /// By slot, one more than the verdict's place in the table; 0 where it is not known.
  private var verdicts: [UInt8]
  private var table: [(plugin: PluginName?, verdict: FilterVerdict)] = []
  /// By slot: what came of trying to make room there.
  var attempts: [PreemptionAttempt?]

  init(priority: Int, slotCount: Int) {
    self.priority = priority
    verdicts = Array(repeating: 0, count: slotCount)
    attempts = Array(repeating: nil, count: slotCount)
  }

  mutating func forget(_ slot: Int) {
    verdicts[slot] = 0
    attempts[slot] = nil
  }

  /// Asks every node, beginning at `start` of the order; nil when one takes the pod after all.
  mutating func rejections(
    _ cycle: Cycle, startingAt start: Int, _ nominations: Nominations
  ) -> Rejections? {
    let order = cycle.order
    var rejections = Rejections(nodeCount: order.count)
    var counts = Array(repeating: 0, count: Self.mostVerdicts + 1)
    let promised = cycle.pod.nominatedNode.flatMap { cycle.cache.slot(of: $0) }
    for offset in order.indices {
      let slot = order[(start + offset) % order.count]
      // What is promised to the pod itself counts for others of its shape and not for it.
      if slot == promised { forget(slot) }
      guard let place = verdict(at: slot, cycle, nominations) else { return nil }
      counts[place] += 1
      if case .rejects(_, let isResolvable) = table[place].verdict {
        if isResolvable {
          rejections.add(resolvable: slot)
        } else if slot == promised {
          rejections.notePromiseHopeless()
        }
      }
    }
    if let promised { forget(promised) }
    for place in table.indices where counts[place] > 0 {
      rejections.add(table[place].verdict, counts[place], by: table[place].plugin)
    }
    return rejections
  }

  /// The place in the table of what is said of a node; nil when it fits.
  private mutating func verdict(
    at slot: Int, _ cycle: Cycle, _ nominations: Nominations
  ) -> Int? {
    if verdicts[slot] > 0 { return Int(verdicts[slot]) - 1 }
    guard let node = cycle.cache[slot] else { return nil }
    let found = nominations.verdict(on: node, in: cycle)
    if found.verdict == .fits { return nil }
    let known = table.firstIndex { $0.plugin == found.plugin && $0.verdict == found.verdict }
    let place = known ?? table.count
    if known == nil { table.append(found) }
    // There are not that many things to say; if there were, the caller begins anew.
    if place >= Self.mostVerdicts { return nil }
    verdicts[slot] = UInt8(place + 1)
    return place
  }
}
