import Engine
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
    nodeCount = cycle.order.count
    reports = []
    objection = cycle.objection
    if objection != nil { return }
    // A node that the pod has been promised is taken as soon as it fits, whatever others offer.
    if let name = cycle.pod.nominatedNode, let promised = cycle.cache[name],
      case let report = Self.report(on: promised, cycle, nominated), report.verdict == .fits
    {
      reports = [report]
      node = name
      return
    }
    var feasible: [(place: Int, slot: Int)] = []
    let enough = Self.enough(of: cycle.order.count)
    for offset in cycle.order.indices {
      let slot = cycle.order[(start + offset) % cycle.order.count]
      guard let node = cycle.cache[slot] else { continue }
      let report = Self.report(on: node, cycle, nominated)
      if report.verdict == .fits { feasible.append((reports.count, slot)) }
      reports.append(report)
      if feasible.count >= enough { break }
    }
    if feasible.count > 1 { score(feasible, cycle) }
    let totals = feasible.map { reports[$0.place].total }
    node = Self.top(of: totals).map { reports[feasible[$0].place].node }
  }

  /// Chooses anew among the nodes with the highest score.
  mutating func settleTies(_ ties: TieBreak, using random: inout SeededRandom) {
    let fitting = feasible
    guard let place = ties.winner(among: fitting.map(\.total), using: &random) else { return }
    node = fitting[place].node
  }

  private static func report(
    on node: NodeFacts, _ cycle: Cycle, _ nominated: Nominations
  ) -> NodeReport {
    let found = nominated.verdict(on: node, in: cycle)
    return NodeReport(node: node.name, plugin: found.plugin, verdict: found.verdict, scores: [])
  }

  private mutating func score(_ feasible: [(place: Int, slot: Int)], _ cycle: Cycle) {
    for plugin in PluginTable.scores where plugin.applies(to: cycle) {
      let raw = plugin.raw(cycle, feasible.map(\.slot))
      let normalised = plugin.normalised(raw)
      for (index, entry) in feasible.enumerated() {
        reports[entry.place].scores.append(
          Score(
            plugin: plugin.name,
            raw: raw[index] == PodTopologySpread.unscored ? nil : raw[index],
            normalised: normalised[index], weight: plugin.weight))
      }
    }
  }

  /// Which of these totals comes out on top of a heap: one of the highest, among up to three
  /// equal ones the first. The scheduler draws no lots, it takes what its heap brings up.
  ///
  /// In a heap made bottom-up an entry gives way only to a higher one below it, and of two equal
  /// ones below it the left one moves up. So of the highest that one wins which comes first when
  /// every entry is read before what is below it, left before right. Entries are numbered from 1,
  /// each with twice its number and the one after that below it: written in binary and moved to
  /// the left edge, the numbers are in just that order, but for those that differ in trailing
  /// zeros, of which the smaller comes first.
  static func top(of totals: [Int]) -> Int? {
    guard let highest = totals.max() else { return nil }
    var best: (place: Int, rank: UInt32)?
    for place in totals.indices where totals[place] == highest {
      let number = UInt32(truncatingIfNeeded: place + 1)
      let rank = number << UInt32(number.leadingZeroBitCount)
      if best.map({ rank < $0.rank }) ?? true { best = (place, rank) }
    }
    return best?.place
  }
}
