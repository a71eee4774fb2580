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
    for rule in cycle.spread.rules where rule.constraint.whenUnsatisfiable == .doNotSchedule {
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
    fileprivate let topology: Topology
    fileprivate let counts: [Int]
    fileprivate let most: Int
  }

  static func gates(_ facts: SpreadFacts) -> [Gate] {
    facts.rules.filter(\.isHard).map { rule in
      let own = rule.matchesItself ? 1 : 0
      return Gate(
        topology: rule.topology, counts: rule.counts,
        most: rule.constraint.maxSkew + rule.leastCount - own)
    }
  }

  /// Whether the filter lets the node in a slot pass.
  static func isOpen(_ slot: Int, _ gates: [Gate]) -> Bool {
    for place in gates.indices {
      guard let domain = gates[place].topology[slot],
        gates[place].counts[domain] <= gates[place].most
      else { return false }
    }
    return true
  }

  static func applies(to cycle: Cycle) -> Bool {
    cycle.spread.rules.contains { $0.constraint.whenUnsatisfiable == .scheduleAnyway }
  }

  /// Stands for a node that lacks one of the labels and so gets nothing.
  static let unscored = Int.min

  static func raw(_ cycle: Cycle, _ slots: [Int]) -> [Int] {
    let rules = cycle.spread.rules.filter { $0.constraint.whenUnsatisfiable == .scheduleAnyway }
    let mayLack = cycle.spread.isSystemDefault
    let isScored = slots.map { slot in
      mayLack || rules.allSatisfy { $0.topology[slot] != nil }
    }
    let scoredCount = isScored.count { $0 }
    let weights = rules.map { rule in
      let size =
        rule.topology.key == hostname
        ? scoredCount : domainCount(rule.topology, slots, isScored)
      return log(Double(size + 2))
    }
    return slots.indices.map { place in
      guard isScored[place] else { return unscored }
      var sum = 0.0
      for index in rules.indices {
        guard let domain = rules[index].topology[slots[place]] else { continue }
        sum += Double(rules[index].counts[domain]) * weights[index]
        sum += Double(rules[index].constraint.maxSkew - 1)
      }
      return Int(sum.rounded())
    }
  }

  /// How many values of a label the scored nodes have; lacking it counts as one more.
  private static func domainCount(
    _ topology: Topology, _ slots: [Int], _ isScored: [Bool]
  ) -> Int {
    var isSeen = Array(repeating: false, count: topology.count + 1)
    for (slot, scored) in zip(slots, isScored) where scored {
      isSeen[topology[slot] ?? topology.count] = true
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
    return raw.map { score in
      if score == unscored { return 0 }
      return most == 0 ? 100 : 100 * (most + least - score) / most
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
    pod.pod.spec.topologySpreadConstraints.filter { $0.whenUnsatisfiable == .doNotSchedule }
  }

  private static func isCounted(_ other: PodFacts, by pod: PodFacts) -> Bool {
    other.key.namespace == pod.key.namespace
      && hardConstraints(of: pod).contains {
        $0.labelSelector?.matches(other.pod.metadata.labels) ?? false
      }
  }
}
