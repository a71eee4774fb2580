import Objects
import Store

/// Pods that want to be near other pods, or away from them.
enum InterPodAffinity: FilterPlugin, ScorePlugin {
  static let name = PluginName.interPodAffinity
  static let weight = 2

  static func filter(_ cycle: Cycle, _ node: NodeFacts) -> FilterVerdict {
    let facts = cycle.neighbours
    if !facts.affinityHolds(on: node, for: cycle.pod.pod) {
      return .rejects(reasons: ["node(s) didn't match pod affinity rules"], isResolvable: false)
    }
    let avoided = facts.antiTerms.contains { term in
      node.labels[term.topologyKey].map {
        facts.avoided.contains(NeighbourFacts.Place(term.topologyKey, $0))
      } ?? false
    }
    if avoided {
      return .rejects(
        reasons: ["node(s) didn't match pod anti-affinity rules"], isResolvable: true)
    }
    let isUnwelcome = node.labels.contains {
      facts.defended.contains(NeighbourFacts.Place($0.key, $0.value))
    }
    if isUnwelcome {
      return .rejects(
        reasons: ["node(s) didn't satisfy existing pods anti-affinity rules"], isResolvable: true)
    }
    return .fits
  }

  static func applies(to cycle: Cycle) -> Bool { !cycle.neighbours.wishes.isEmpty }

  static func scores(_ cycle: Cycle, _ nodes: [NodeFacts]) -> [Int] {
    let raw = nodes.map { node in
      node.labels.reduce(0) { sum, label in
        sum + (cycle.neighbours.wishes[NeighbourFacts.Place(label.key, label.value)] ?? 0)
      }
    }
    let most = raw.max() ?? 0
    let least = raw.min() ?? 0
    if most == least { return raw.map { _ in 0 } }
    return raw.map { Int(100 * Double($0 - least) / Double(most - least)) }
  }

  static func hint(_ event: ClusterEvent) -> ((PodFacts) -> Bool)? {
    switch event {
    case .podBound(let other): { wants($0, other) }
    case .podChanged(let other, let before):
      { wants($0, other) || avoids($0, before) || avoids(before, $0) }
    case .podGone(let other): { avoids($0, other) || avoids(other, $0) }
    case .nodeAdded, .namespaceChanged: { _ in true }
    case .nodeChanged(let node, let before) where node.metadata.labels != before.metadata.labels:
      { _ in true }
    case .nodeChanged, .nodeGone: nil
    }
  }

  /// Whether one pod's required affinity may mean the other. Namespaces that are chosen by their
  /// labels may be any.
  private static func wants(_ pod: PodFacts, _ other: PodFacts) -> Bool {
    mayPick(pod.pod.spec.affinity?.podAffinity?.required ?? [], of: pod, other)
  }

  private static func avoids(_ pod: PodFacts, _ other: PodFacts) -> Bool {
    mayPick(pod.pod.spec.affinity?.podAntiAffinity?.required ?? [], of: pod, other)
  }

  private static func mayPick(
    _ terms: [PodAffinityTerm], of pod: PodFacts, _ other: PodFacts
  ) -> Bool {
    terms.contains { term in
      let covers =
        term.namespaceSelector != nil || term.namespaces.contains(other.key.namespace)
        || (term.namespaces.isEmpty && pod.key.namespace == other.key.namespace)
      return covers && term.labelSelector?.matches(other.pod.metadata.labels) ?? false
    }
  }
}

/// What the pods that are already placed mean for one that is not.
struct NeighbourFacts: Sendable {
  /// A value of a node label: a node, a zone, …
  struct Place: Hashable, Sendable {
    let key: String
    let value: String

    init(_ key: String, _ value: String) {
      self.key = key
      self.value = value
    }
  }

  let terms: [PodAffinityTerm]
  let antiTerms: [PodAffinityTerm]
  /// Places of pods that match every required affinity term.
  private(set) var wanted: [Place: Int] = [:]
  /// Places of pods that this pod must keep away from.
  private(set) var avoided: Set<Place> = []
  /// Places that a pod there must not share with this one.
  private(set) var defended: Set<Place> = []
  /// How much this pod and those there like one another's company.
  private(set) var wishes: [Place: Int] = [:]
  private let matchesItself: Bool

  init(_ pod: PodFacts, _ cache: NodeCache, _ nodes: [NodeFacts], _ state: ClusterState) {
    let affinity = pod.pod.spec.affinity
    terms = affinity?.podAffinity?.required ?? []
    antiTerms = affinity?.podAntiAffinity?.required ?? []
    let matcher = TermMatcher(state: state)
    let this = TermMatcher.Target(pod.key.namespace, pod.pod.metadata.labels)
    matchesItself =
      !terms.isEmpty && terms.allSatisfy { matcher.term($0, of: pod.pod, picks: this) }
    guard pod.hasAffinity || cache.affinityCount > 0 else { return }
    for node in nodes {
      if pod.hasAffinity {
        for group in node.groups { look(at: group, on: node.labels, for: pod.pod, matcher) }
      }
      for other in node.podsWithAffinity {
        listen(to: other.pod, on: node.labels, about: this, matcher)
      }
    }
  }

  private static func place(_ term: PodAffinityTerm, _ labels: StringMap) -> Place? {
    labels[term.topologyKey].map { Place(term.topologyKey, $0) }
  }

  /// What the pod itself thinks of pods on a node.
  private mutating func look(
    at group: NodeFacts.Group, on labels: StringMap, for pod: Pod, _ matcher: TermMatcher
  ) {
    let others = TermMatcher.Target(group.namespace, group.labels)
    if !terms.isEmpty, terms.allSatisfy({ matcher.term($0, of: pod, picks: others) }) {
      for term in terms {
        if let place = Self.place(term, labels) { wanted[place, default: 0] += group.count }
      }
    }
    for term in antiTerms where matcher.term(term, of: pod, picks: others) {
      if let place = Self.place(term, labels) { avoided.insert(place) }
    }
    weigh(pod.spec.affinity, of: pod, others, group.count, on: labels, matcher)
  }

  /// What a pod on a node thinks of this one.
  private mutating func listen(
    to other: Pod, on labels: StringMap, about this: TermMatcher.Target, _ matcher: TermMatcher
  ) {
    let theirs = other.spec.affinity
    for term in theirs?.podAntiAffinity?.required ?? []
    where matcher.term(term, of: other, picks: this) {
      if let place = Self.place(term, labels) { defended.insert(place) }
    }
    weigh(theirs, of: other, this, 1, on: labels, matcher)
    // A pod that insists on this one's company counts a little for it as well.
    for term in theirs?.podAffinity?.required ?? []
    where matcher.term(term, of: other, picks: this) {
      if let place = Self.place(term, labels) { wishes[place, default: 0] += 1 }
    }
  }

  private mutating func weigh(
    _ affinity: Affinity?, of owner: Pod, _ target: TermMatcher.Target, _ count: Int,
    on labels: StringMap, _ matcher: TermMatcher
  ) {
    for (wishesOf, sign) in [(affinity?.podAffinity, 1), (affinity?.podAntiAffinity, -1)] {
      for wish in wishesOf?.preferred ?? []
      where matcher.term(wish.podAffinityTerm, of: owner, picks: target) {
        if let place = Self.place(wish.podAffinityTerm, labels) {
          wishes[place, default: 0] += sign * wish.weight * count
        }
      }
    }
  }

  /// Every required term has a matching pod in the node's place, or this pod is the first of its
  /// own kind.
  func affinityHolds(on node: NodeFacts, for pod: Pod) -> Bool {
    if terms.isEmpty { return true }
    var isFound = true
    for term in terms {
      guard let value = node.labels[term.topologyKey] else { return false }
      if wanted[Place(term.topologyKey, value)] ?? 0 == 0 { isFound = false }
    }
    return isFound || (wanted.isEmpty && matchesItself)
  }
}

/// Tells which pods an affinity term means.
struct TermMatcher {
  /// What a term looks at in a pod.
  struct Target {
    let namespace: String
    let labels: StringMap

    init(_ namespace: String, _ labels: StringMap) {
      self.namespace = namespace
      self.labels = labels
    }
  }

  let state: ClusterState

  func term(_ term: PodAffinityTerm, of owner: Pod, picks other: Target) -> Bool {
    guard covers(term, of: owner, namespace: other.namespace),
      var selector = term.labelSelector
    else { return false }
    for key in term.matchLabelKeys {
      if let value = owner.metadata.labels[key] {
        selector.matchExpressions.append(.init(key, .isIn, [value]))
      }
    }
    for key in term.mismatchLabelKeys {
      if let value = owner.metadata.labels[key] {
        selector.matchExpressions.append(.init(key, .notIn, [value]))
      }
    }
    return selector.matches(other.labels)
  }

  private func covers(_ term: PodAffinityTerm, of owner: Pod, namespace: String) -> Bool {
    if term.namespaces.contains(namespace) { return true }
    if let selector = term.namespaceSelector {
      if selector.isEmpty { return true }
      let labels = state.get(Namespace.self, namespace)?.metadata.labels ?? [:]
      return selector.matches(labels)
    }
    return term.namespaces.isEmpty && namespace == owner.metadata.namespace
  }
}
