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
      guard let domain = node.labels[rule.constraint.topologyKey] else {
        return .rejects(
          reasons: [reason + " (missing required label)"], isResolvable: false)
      }
      let own = rule.matchesItself ? 1 : 0
      let skew = (rule.counts[domain] ?? 0) + own - rule.leastCount
      if skew > rule.constraint.maxSkew {
        return .rejects(reasons: [reason], isResolvable: true)
      }
    }
    return .fits
  }

  static func applies(to cycle: Cycle) -> Bool {
    cycle.spread.rules.contains { $0.constraint.whenUnsatisfiable == .scheduleAnyway }
  }

  static func scores(_ cycle: Cycle, _ nodes: [NodeFacts]) -> [Int] {
    let rules = cycle.spread.rules.filter { $0.constraint.whenUnsatisfiable == .scheduleAnyway }
    let isIgnored = nodes.map { node in
      !cycle.spread.isSystemDefault
        && rules.contains { node.labels[$0.constraint.topologyKey] == nil }
    }
    let counted = zip(nodes, isIgnored).filter { !$0.1 }.map(\.0)
    let weights = rules.map { rule in
      let key = rule.constraint.topologyKey
      let size =
        // Nodes without the label count as one more place.
        key == hostname ? counted.count : Set(counted.map { $0.labels[key] ?? "" }).count
      return log(Double(size + 2))
    }
    let raw: [Int?] = zip(nodes, isIgnored).map { node, ignored in
      if ignored { return nil }
      var sum = 0.0
      for (rule, weight) in zip(rules, weights) {
        guard let domain = node.labels[rule.constraint.topologyKey] else { continue }
        let count = rule.counts[domain] ?? 0
        sum += Double(count) * weight + Double(rule.constraint.maxSkew - 1)
      }
      return Int(sum.rounded())
    }
    let known = raw.compactMap(\.self)
    let most = known.max() ?? 0
    let least = known.min() ?? 0
    return raw.map { score in
      guard let score else { return 0 }
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
    case .nodeChanged, .namespaceChanged: nil
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

/// The spread constraints that hold for a pod, with the pods counted by domain.
struct SpreadFacts: Sendable {
  struct Rule: Sendable {
    var constraint: TopologySpreadConstraint
    /// Whether the pod is one of those it counts.
    var matchesItself: Bool
    /// Matching pods by domain, over the nodes the constraint counts.
    var counts: [String: Int]
    /// The count of the emptiest domain; 0 while there are fewer than `minDomains`.
    var leastCount: Int
  }

  private(set) var rules: [Rule] = []
  /// The constraints are the scheduler's own, not the pod's.
  private(set) var isSystemDefault = false

  init(_ pod: PodFacts, _ nodes: [NodeFacts], _ state: ClusterState) {
    var constraints = pod.pod.spec.topologySpreadConstraints
    if constraints.isEmpty, let selector = Self.ownersSelector(pod.pod, state) {
      isSystemDefault = true
      constraints = [
        Self.standard(PodTopologySpread.hostname, skew: 3, selector),
        Self.standard("topology.kubernetes.io/zone", skew: 5, selector),
      ]
    }
    let hardKeys = constraints.filter { $0.whenUnsatisfiable == .doNotSchedule }.map(\.topologyKey)
    let softKeys = constraints.filter { $0.whenUnsatisfiable == .scheduleAnyway }.map(\.topologyKey)
    var counted: (selector: LabelSelector?, counts: [Int])?
    for constraint in constraints {
      let isHard = constraint.whenUnsatisfiable == .doNotSchedule
      let needed = isSystemDefault ? [] : isHard ? hardKeys : softKeys
      let selector = Self.selector(of: constraint, for: pod.pod)
      // Constraints mostly count the same pods, so these are counted once.
      if counted == nil || counted?.selector != selector {
        counted = (selector, nodes.map { Self.count(selector, in: pod.key.namespace, on: $0) })
      }
      rules.append(
        Self.rule(
          constraint, pod, nodes, keysNeeded: needed, counted?.counts ?? [],
          matchesItself: selector?.matches(pod.pod.metadata.labels) ?? false))
    }
  }

  /// Which pods a constraint counts; nil means none.
  private static func selector(
    of constraint: TopologySpreadConstraint, for pod: Pod
  ) -> LabelSelector? {
    guard var selector = constraint.labelSelector else { return nil }
    for key in constraint.matchLabelKeys {
      if let value = pod.metadata.labels[key] {
        selector.matchExpressions.append(.init(key, .isIn, [value]))
      }
    }
    return selector
  }

  /// Pods on their way out do not count.
  private static func count(
    _ selector: LabelSelector?, in namespace: String, on node: NodeFacts
  ) -> Int {
    guard let selector else { return 0 }
    return node.groups.reduce(0) { sum, group in
      let isMeant =
        !group.isDeleting && group.namespace == namespace && selector.matches(group.labels)
      return isMeant ? sum + group.count : sum
    }
  }

  private static func standard(
    _ key: String, skew: Int, _ selector: LabelSelector
  ) -> TopologySpreadConstraint {
    var constraint = TopologySpreadConstraint()
    constraint.topologyKey = key
    constraint.maxSkew = skew
    constraint.whenUnsatisfiable = .scheduleAnyway
    constraint.labelSelector = selector
    return constraint
  }

  private static func rule(
    _ constraint: TopologySpreadConstraint, _ pod: PodFacts, _ nodes: [NodeFacts],
    keysNeeded: [String], _ podCounts: [Int], matchesItself: Bool
  ) -> Rule {
    var counts: [String: Int] = [:]
    for (node, count) in zip(nodes, podCounts) {
      guard let domain = node.labels[constraint.topologyKey],
        keysNeeded.allSatisfy({ node.labels[$0] != nil }), isCounted(node, constraint, pod)
      else { continue }
      counts[domain, default: 0] += count
    }
    let isEnough = counts.count >= (constraint.minDomains ?? 1)
    return Rule(
      constraint: constraint, matchesItself: matchesItself, counts: counts,
      leastCount: isEnough ? counts.values.min() ?? 0 : 0)
  }

  /// Nodes the pod could not go to anyway are left out, unless the constraint says otherwise.
  private static func isCounted(
    _ node: NodeFacts, _ constraint: TopologySpreadConstraint, _ pod: PodFacts
  ) -> Bool {
    if constraint.nodeAffinityPolicy ?? .honor == .honor,
      pod.choosesNodes, !NodeAffinityMatch.matches(pod.pod, node.node)
    {
      return false
    }
    guard constraint.nodeTaintsPolicy == .honor else { return true }
    return node.taints.allSatisfy {
      $0.effect == .preferNoSchedule || pod.pod.spec.tolerations.tolerate($0)
    }
  }

  /// What the Services and the ReplicaSet that a pod belongs to select it by; nil without any.
  private static func ownersSelector(_ pod: Pod, _ state: ClusterState) -> LabelSelector? {
    var selector = LabelSelector()
    for service in state.all(Service.self, in: pod.metadata.namespace) {
      let wanted = LabelSelector(matchLabels: service.spec.selector)
      guard !wanted.isEmpty, wanted.matches(pod.metadata.labels) else { continue }
      for (key, value) in service.spec.selector { selector.matchLabels[key] = value }
    }
    if let owner = pod.metadata.controller, owner.kind == Kind.replicaSet.rawValue,
      let set = state.get(ReplicaSet.self, owner.name, in: pod.metadata.namespace)
    {
      for (key, value) in set.spec.selector.matchLabels { selector.matchLabels[key] = value }
      selector.matchExpressions += set.spec.selector.matchExpressions
    }
    return selector.isEmpty ? nil : selector
  }
}
