import Objects
import Store

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Spreads matching pods evenly over the values of a node label.
enum PodTopologySpread: FilterPlugin, ScorePlugin {
  static let name = PluginName.podTopologySpread
  static let weight = 2
  private static let reason = "node(s) didn't match pod topology spread constraints"

  static func filter(_ cycle: Cycle, _ node: NodeFacts) -> FilterVerdict {
    for rule in cycle.spread.rules where rule.isHard {
      guard let domain = rule.topology[node.slot] else {
        return .rejects(
          reasons: [reason + " (missing required label)"], isResolvable: false)
      }
      if rule.skew(in: domain) > rule.constraint.maxSkew {
        return .rejects(reasons: [reason], isResolvable: true)
      }
    }
    return .fits
  }

  /// A hard constraint as a number for each domain: with more pods there it is closed.
  struct Gate {
    /// By slot.
    fileprivate let domains: [Int32]
    fileprivate let counts: [Int32]
    fileprivate let most: Int
  }

  static func gates(_ facts: SpreadFacts) -> [Gate] {
    facts.rules.filter(\.isHard).map { rule in
      let own = rule.matchesItself ? 1 : 0
      return Gate(
        domains: rule.topology.domains, counts: rule.counts,
        most: rule.constraint.maxSkew + rule.leastCount - own)
    }
  }

  /// Whether the filter lets the node in a slot pass.
  static func isOpen(_ slot: Int, _ gates: [Gate]) -> Bool {
    for place in gates.indices {
      let domain = Int(gates[place].domains[slot])
      guard domain >= 0, Int(gates[place].counts[domain]) <= gates[place].most else {
        return false
      }
    }
    return true
  }

  static func applies(to cycle: Cycle) -> Bool {
    let rules = cycle.spread.rules
    return rules.indices.contains { !rules[$0].isHard }
  }

  /// Stands for a node that lacks one of the labels and so gets nothing.
  static let unscored = Int.min

  static func raw(_ cycle: Cycle, _ slots: [Int]) -> [Int] {
    let rules = cycle.spread.rules.filter { !$0.isHard }
    let isScored = scored(slots, rules, cycle.spread.isSystemDefault)
    var sums = Array(repeating: 0.0, count: slots.count)
    for rule in rules {
      let size =
        rule.topology.key == hostname
        ? isScored.count { $0 } : domainCount(rule.topology, slots, isScored)
      let weight = log(Double(size + 2))
      let least = Double(rule.constraint.maxSkew - 1)
      let domains = rule.topology.domains
      let counts = rule.counts
      for place in slots.indices {
        let domain = Int(domains[slots[place]])
        if domain >= 0 { sums[place] = sums[place] + Double(counts[domain]) * weight + least }
      }
    }
    return slots.indices.map { isScored[$0] ? rounded(sums[$0]) : unscored }
  }

  /// Which nodes have all the labels, where that matters.
  private static func scored(
    _ slots: [Int], _ rules: [SpreadFacts.Rule], _ mayLack: Bool
  ) -> [Bool] {
    var isScored = Array(repeating: true, count: slots.count)
    if mayLack { return isScored }
    for rule in rules {
      let domains = rule.topology.domains
      for place in slots.indices where domains[slots[place]] < 0 { isScored[place] = false }
    }
    return isScored
  }

  /// As `rounded()` does it with what is not negative, which costs a call for each number.
  private static func rounded(_ sum: Double) -> Int {
    let whole = Int(sum)
    return sum - Double(whole) >= 0.5 ? whole + 1 : whole
  }

  /// How many values of a label the scored nodes have; lacking it counts as one more.
  private static func domainCount(
    _ topology: Topology, _ slots: [Int], _ isScored: [Bool]
  ) -> Int {
    var isSeen = Array(repeating: false, count: topology.count + 1)
    let domains = topology.domains
    for place in slots.indices where isScored[place] {
      let domain = Int(domains[slots[place]])
      isSeen[domain < 0 ? topology.count : domain] = true
    }
    return isSeen.count { $0 }
  }

  static func normalised(_ raw: [Int]) -> [Int] {
    var most = 0
    var least = Int.max
    for score in raw where score != unscored {
      most = max(most, score)
      least = min(least, score)
    }
    // Many are alike, and dividing is slow.
    var last = (score: unscored, points: 0)
    return raw.map { score in
      if score != last.score {
        let points = most == 0 ? 100 : 100 * (most + least - score) / most
        last = (score, score == unscored ? 0 : points)
      }
      return last.points
    }
  }

  static let hostname = "kubernetes.io/hostname"

  static func hint(_ event: ClusterEvent) -> ((PodFacts) -> Bool)? {
    switch event {
    case .podBound(let other), .podGone(let other): { isCounted(other, by: $0) }
    case .podChanged(let other, let before):
      { isCounted(other, by: $0) || isCounted(before, by: $0) }
    case .nodeAdded(let node), .nodeGone(let node):
      { pod in hardConstraints(of: pod).allSatisfy { node.metadata.labels[$0.topologyKey] != nil } }
    case .nodeChanged(let node, let before) where node.metadata.labels != before.metadata.labels:
      { pod in
        hardConstraints(of: pod).contains {
          node.metadata.labels[$0.topologyKey] != before.metadata.labels[$0.topologyKey]
        }
      }
    case .nodeChanged, .namespaceChanged, .storageChanged: nil
    }
  }

  private static func hardConstraints(of pod: PodFacts) -> [TopologySpreadConstraint] {
    pod.wishes.constraints.filter { $0.whenUnsatisfiable == .doNotSchedule }
  }

  private static func isCounted(_ other: PodFacts, by pod: PodFacts) -> Bool {
    other.key.namespace == pod.key.namespace
      && hardConstraints(of: pod).contains {
        $0.labelSelector?.matches(other.labels) ?? false
      }
  }
}
