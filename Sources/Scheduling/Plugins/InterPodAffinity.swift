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

  static func mayHelp(_ event: ClusterEvent, _ pod: PodFacts) -> Bool {
    switch event {
    case .podBound, .podGone, .podChanged, .nodeAdded, .namespaceChanged: true
    case .nodeChanged(let node, let before): node.metadata.labels != before.metadata.labels
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
    matchesItself =
      !terms.isEmpty && terms.allSatisfy { matcher.term($0, of: pod.pod, picks: pod.pod) }
    guard pod.hasAffinity || cache.affinityCount > 0 else { return }
    for node in nodes {
      for other in node.pods where pod.hasAffinity || other.hasAffinity {
        look(at: other.pod, on: node.labels, for: pod.pod, matcher)
      }
    }
  }

  private mutating func look(
    at other: Pod, on labels: StringMap, for pod: Pod, _ matcher: TermMatcher
  ) {
    func place(_ term: PodAffinityTerm) -> Place? {
      labels[term.topologyKey].map { Place(term.topologyKey, $0) }
    }
    if !terms.isEmpty, terms.allSatisfy({ matcher.term($0, of: pod, picks: other) }) {
      for place in terms.compactMap(place) { wanted[place, default: 0] += 1 }
    }
    for term in antiTerms where matcher.term(term, of: pod, picks: other) {
      if let place = place(term) { avoided.insert(place) }
    }
    let theirs = other.spec.affinity
    for term in theirs?.podAntiAffinity?.required ?? []
    where matcher.term(term, of: other, picks: pod) {
      if let place = place(term) { defended.insert(place) }
    }
    weigh(pod.spec.affinity, of: pod, other, place, matcher)
    weigh(theirs, of: other, pod, place, matcher)
    // A pod that insists on this one's company counts a little for it as well.
    for term in theirs?.podAffinity?.required ?? [] where matcher.term(term, of: other, picks: pod)
    {
      if let place = place(term) { wishes[place, default: 0] += 1 }
    }
  }

  private mutating func weigh(
    _ affinity: Affinity?, of pod: Pod, _ other: Pod, _ place: (PodAffinityTerm) -> Place?,
    _ matcher: TermMatcher
  ) {
    for (wishesOf, sign) in [(affinity?.podAffinity, 1), (affinity?.podAntiAffinity, -1)] {
      for wish in wishesOf?.preferred ?? []
      where matcher.term(wish.podAffinityTerm, of: pod, picks: other) {
        if let place = place(wish.podAffinityTerm) {
          wishes[place, default: 0] += sign * wish.weight
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
  let state: ClusterState

  func term(_ term: PodAffinityTerm, of owner: Pod, picks other: Pod) -> Bool {
    guard covers(term, of: owner, namespace: other.metadata.namespace),
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
    return selector.matches(other.metadata.labels)
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
