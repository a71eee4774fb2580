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
    let isHard: Bool
    /// Matching pods by domain, over the nodes the constraint counts.
    fileprivate(set) var counts: [Int32]
    /// The domains of the nodes that the constraint counts.
    fileprivate var isPresent: [Bool]
    /// The count of the emptiest domain; 0 while there are fewer than `minDomains`.
    fileprivate(set) var leastCount = 0
    /// The least count of all domains present, and how many have no more.
    fileprivate var least: Int32 = 0
    fileprivate var leastHolders = 0
    fileprivate var presentCount = 0

    /// How far the domain would be above the emptiest with the pod in it.
    func skew(in domain: Int) -> Int {
      Int(counts[domain]) + (matchesItself ? 1 : 0) - leastCount
    }
  }

  private(set) var rules: [Rule] = []
  /// The constraints are the scheduler's own, not the pod's.
  private(set) var isSystemDefault = false

  /// Of a pod that is not to be spread.
  init() {}

  init(_ pod: PodFacts, _ cache: NodeCache, _ state: ClusterState) {
    var constraints = pod.wishes.constraints
    if constraints.isEmpty, let selector = Self.ownersSelector(pod, state) {
      isSystemDefault = true
      constraints = [
        Self.standard(PodTopologySpread.hostname, skew: 3, selector),
        Self.standard(Self.zone, skew: 5, selector),
      ]
    }
    if constraints.isEmpty { return }
    let hardKeys = constraints.filter { $0.whenUnsatisfiable == .doNotSchedule }.map(\.topologyKey)
    let softKeys = constraints.filter { $0.whenUnsatisfiable == .scheduleAnyway }.map(\.topologyKey)
    for constraint in constraints {
      let isHard = constraint.whenUnsatisfiable == .doNotSchedule
      let needed = isSystemDefault ? [] : isHard ? hardKeys : softKeys
      let selector = constraint.labelSelector
      let topology = cache.topology(constraint.topologyKey)
      let rule = Rule(
        constraint: constraint, selector: selector,
        matchesItself: selector?.matches(pod.labels) ?? false, keysNeeded: needed,
        topology: topology, isHard: isHard, counts: Array(repeating: 0, count: topology.count),
        isPresent: Array(repeating: false, count: topology.count))
      rules.append(rule)
    }
    count(pod, cache)
    // Soft constraints ask for no least count.
    for place in rules.indices where rules[place].isHard { rules[place].settleLeast() }
  }

  /// Counts what the constraints ask about on the nodes that matter to them.
  private mutating func count(_ pod: PodFacts, _ cache: NodeCache) {
    for place in rules.indices { rules[place].begin(cache, for: pod) }
    // Constraints mostly count the same pods, so these are looked for once.
    for first in rules.indices {
      guard let selector = rules[first].selector,
        !rules[..<first].contains(where: { $0.selector == selector })
      else { continue }
      let alike = rules.indices.filter { $0 == first || rules[$0].selector == selector }
      cache.labels.forEach(pickedBy: selector, in: pod.key.namespace) { slot, count in
        for place in alike { rules[place].count(count, at: slot, cache, for: pod) }
      }
    }
  }

  /// The labels it looks at.
  static func keys(_ pod: PodFacts) -> [String] {
    let constraints = pod.wishes.constraints
    return constraints.isEmpty
      ? [PodTopologySpread.hostname, zone] : constraints.map(\.topologyKey)
  }

  private static let zone = "topology.kubernetes.io/zone"

  // MARK: - Keeping in step

  /// Counts a pod that came to a node, or takes back one that left (`sign` -1), for `pod`'s sake.
  mutating func note(_ other: PodFacts, on node: NodeFacts, sign: Int, for pod: PodFacts) {
    if other.isDeleting || other.key.namespace != pod.key.namespace { return }
    for index in rules.indices {
      guard rules[index].selector?.matches(other.labels) ?? false,
        let domain = rules[index].topology[node.slot], rules[index].isCounted(node, for: pod)
      else { continue }
      rules[index].count(sign, in: domain)
    }
  }

  /// Which pods it counts.
  var selectors: [LabelSelector] { rules.compactMap(\.selector) }

  // MARK: - Counting

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
  private static func ownersSelector(_ pod: PodFacts, _ state: ClusterState) -> LabelSelector? {
    var selector = LabelSelector()
    for service in state.all(Service.self, in: pod.key.namespace) {
      let wanted = LabelSelector(matchLabels: service.spec.selector)
      guard !wanted.isEmpty, wanted.matches(pod.labels) else { continue }
      for (key, value) in service.spec.selector { selector.matchLabels[key] = value }
    }
    if let owners = setSelector(pod, state) {
      for (key, value) in owners.matchLabels { selector.matchLabels[key] = value }
      selector.matchExpressions += owners.matchExpressions
    }
    return selector.isEmpty ? nil : selector
  }

  private static func setSelector(_ pod: PodFacts, _ state: ClusterState) -> LabelSelector? {
    guard let owner = pod.wishes.owner else { return nil }
    let namespace = pod.key.namespace
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
    least = .max
    leastHolders = 0
    presentCount = 0
    for domain in counts.indices where isPresent[domain] {
      presentCount += 1
      if counts[domain] < least {
        least = counts[domain]
        leastHolders = 0
      }
      if counts[domain] == least { leastHolders += 1 }
    }
    takeLeast()
  }

  private mutating func takeLeast() {
    let areEnough = presentCount > 0 && presentCount >= constraint.minDomains ?? 1
    leastCount = areEnough ? Int(least) : 0
  }

  /// A pod came (1) to a domain that is present, or left it (-1).
  fileprivate mutating func count(_ sign: Int, in domain: Int) {
    let before = counts[domain]
    let after = before + Int32(sign)
    counts[domain] = after
    // Soft constraints ask for no least count.
    guard isHard, isPresent[domain] else { return }
    if after < least {
      least = after
      leastHolders = 1
      takeLeast()
    } else if before == least {
      leastHolders -= 1
      if leastHolders == 0 { settleLeast() }
    } else if after == least {
      leastHolders += 1
    }
  }

  /// Whether no node can be left out: see ``isCounted(_:for:)``.
  fileprivate func countsEveryNode(for pod: PodFacts) -> Bool {
    keysNeeded.isEmpty && constraint.nodeTaintsPolicy != .honor
      && (constraint.nodeAffinityPolicy ?? .honor != .honor || !pod.choosesNodes)
  }

  /// Sees which domains there are.
  fileprivate mutating func begin(_ cache: NodeCache, for pod: PodFacts) {
    if countsEveryNode(for: pod) {
      isPresent = Array(repeating: true, count: topology.count)
      return
    }
    for node in cache.nodes {
      if let domain = topology[node.slot], isCounted(node, for: pod) { isPresent[domain] = true }
    }
  }

  /// A node has so many of the pods.
  fileprivate mutating func count(
    _ count: Int, at slot: Int, _ cache: NodeCache, for pod: PodFacts
  ) {
    guard let domain = topology[slot] else { return }
    if !countsEveryNode(for: pod) {
      guard let node = cache[slot], isCounted(node, for: pod) else { return }
    }
    counts[domain] += Int32(count)
  }

  /// Nodes the pod could not go to anyway are left out, unless the constraint says otherwise.
  fileprivate func isCounted(_ node: NodeFacts, for pod: PodFacts) -> Bool {
    guard keysNeeded.allSatisfy({ node.labels[$0] != nil }) else { return false }
    if constraint.nodeAffinityPolicy ?? .honor == .honor,
      pod.choosesNodes, !NodeAffinityMatch.matches(pod, node.node)
    {
      return false
    }
    guard constraint.nodeTaintsPolicy == .honor else { return true }
    return node.taints.allSatisfy {
      $0.effect == .preferNoSchedule || pod.tolerations.tolerate($0)
    }
  }
}
