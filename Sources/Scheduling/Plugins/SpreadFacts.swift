import Objects
import Store

/// The spread constraints that hold for a pod, with the pods counted by domain.
struct SpreadFacts: Sendable {
  struct Rule: Sendable {
    let constraint: TopologySpreadConstraint
    /// Which pods it counts; nil means none.
    let selector: LabelSelector?
    /// Whether the pod is one of those it counts.
    let matchesItself: Bool
    /// Labels that a node must have for its pods to be counted.
    let keysNeeded: [String]
    let topology: Topology
    /// Matching pods by domain, over the nodes the constraint counts.
    fileprivate(set) var counts: [Int]
    /// The domains of the nodes that the constraint counts.
    fileprivate var isPresent: [Bool]
    /// The count of the emptiest domain; 0 while there are fewer than `minDomains`.
    fileprivate(set) var leastCount = 0

    /// How far the domain would be above the emptiest with the pod in it.
    func skew(in domain: Int) -> Int {
      counts[domain] + (matchesItself ? 1 : 0) - leastCount
    }

    var isHard: Bool { constraint.whenUnsatisfiable == .doNotSchedule }
  }

  private(set) var rules: [Rule] = []
  /// The constraints are the scheduler's own, not the pod's.
  private(set) var isSystemDefault = false

  init(_ pod: PodFacts, _ cache: NodeCache, _ state: ClusterState) {
    var constraints = pod.pod.spec.topologySpreadConstraints
    if constraints.isEmpty, let selector = Self.ownersSelector(pod.pod, state) {
      isSystemDefault = true
      constraints = [
        Self.standard(PodTopologySpread.hostname, skew: 3, selector),
        Self.standard(Self.zone, skew: 5, selector),
      ]
    }
    if constraints.isEmpty { return }
    let hardKeys = constraints.filter { $0.whenUnsatisfiable == .doNotSchedule }.map(\.topologyKey)
    let softKeys = constraints.filter { $0.whenUnsatisfiable == .scheduleAnyway }.map(\.topologyKey)
    let nodes = cache.nodes
    var counted: (selector: LabelSelector?, counts: [Int])?
    for constraint in constraints {
      let isHard = constraint.whenUnsatisfiable == .doNotSchedule
      let needed = isSystemDefault ? [] : isHard ? hardKeys : softKeys
      let selector = Self.selector(of: constraint, for: pod.pod)
      // Constraints mostly count the same pods, so these are counted once.
      if counted == nil || counted?.selector != selector {
        counted = (selector, nodes.map { Self.count(selector, in: pod.key.namespace, on: $0) })
      }
      let topology = cache.topology(constraint.topologyKey)
      var rule = Rule(
        constraint: constraint, selector: selector,
        matchesItself: selector?.matches(pod.pod.metadata.labels) ?? false, keysNeeded: needed,
        topology: topology, counts: Array(repeating: 0, count: topology.count),
        isPresent: Array(repeating: false, count: topology.count))
      for (node, count) in zip(nodes, counted?.counts ?? []) {
        guard let domain = topology[node.slot], rule.isCounted(node, for: pod) else { continue }
        rule.counts[domain] += count
        rule.isPresent[domain] = true
      }
      rule.settleLeast()
      rules.append(rule)
    }
  }

  /// The labels it looks at.
  static func keys(_ pod: PodFacts) -> [String] {
    let constraints = pod.pod.spec.topologySpreadConstraints
    return constraints.isEmpty
      ? [PodTopologySpread.hostname, zone] : constraints.map(\.topologyKey)
  }

  private static let zone = "topology.kubernetes.io/zone"

  // MARK: - Keeping in step

  /// Counts a pod that came to a node, or takes back one that left (`sign` -1), for `pod`'s sake.
  mutating func note(_ other: PodFacts, on node: NodeFacts, sign: Int, for pod: PodFacts) {
    if other.pod.metadata.isDeleting || other.key.namespace != pod.key.namespace { return }
    for index in rules.indices {
      guard rules[index].selector?.matches(other.pod.metadata.labels) ?? false,
        let domain = rules[index].topology[node.slot], rules[index].isCounted(node, for: pod)
      else { continue }
      let before = rules[index].counts[domain]
      rules[index].counts[domain] = before + sign
      if rules[index].isHard, sign < 0 || before <= rules[index].leastCount {
        rules[index].settleLeast()
      }
    }
  }

  // MARK: - Counting

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

  /// What the Services and the set that a pod belongs to select it by; nil without any.
  private static func ownersSelector(_ pod: Pod, _ state: ClusterState) -> LabelSelector? {
    var selector = LabelSelector()
    for service in state.all(Service.self, in: pod.metadata.namespace) {
      let wanted = LabelSelector(matchLabels: service.spec.selector)
      guard !wanted.isEmpty, wanted.matches(pod.metadata.labels) else { continue }
      for (key, value) in service.spec.selector { selector.matchLabels[key] = value }
    }
    if let owners = setSelector(pod, state) {
      for (key, value) in owners.matchLabels { selector.matchLabels[key] = value }
      selector.matchExpressions += owners.matchExpressions
    }
    return selector.isEmpty ? nil : selector
  }

  private static func setSelector(_ pod: Pod, _ state: ClusterState) -> LabelSelector? {
    guard let owner = pod.metadata.controller else { return nil }
    let namespace = pod.metadata.namespace
    switch owner.kind {
    case Kind.replicaSet.rawValue:
      return state.get(ReplicaSet.self, owner.name, in: namespace)?.spec.selector
    case Kind.statefulSet.rawValue:
      return state.get(StatefulSet.self, owner.name, in: namespace)?.spec.selector
    case Kind.replicationController.rawValue:
      return state.get(ReplicationController.self, owner.name, in: namespace)?.labelSelector
    default: return nil
    }
  }
}

extension SpreadFacts.Rule {
  fileprivate mutating func settleLeast() {
    var least = Int.max
    var present = 0
    for domain in counts.indices where isPresent[domain] {
      present += 1
      least = min(least, counts[domain])
    }
    leastCount = present == 0 || present < constraint.minDomains ?? 1 ? 0 : least
  }

  /// Nodes the pod could not go to anyway are left out, unless the constraint says otherwise.
  fileprivate func isCounted(_ node: NodeFacts, for pod: PodFacts) -> Bool {
    guard keysNeeded.allSatisfy({ node.labels[$0] != nil }) else { return false }
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
}
