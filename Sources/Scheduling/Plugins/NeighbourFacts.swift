import Objects
import Store

/// What the pods that are already placed mean for one that is not.
struct NeighbourFacts: Sendable {
  let terms: [PodAffinityTerm]
  let antiTerms: [PodAffinityTerm]
  /// Places of pods that match every required affinity term.
  private(set) var wanted = Tally()
  /// Places of pods that this pod must keep away from.
  private(set) var avoided = Tally()
  /// Places that a pod there must not share with this one.
  private(set) var defended = Tally()
  /// How much this pod and those there like one another's company.
  private(set) var wishes = Tally()
  /// Of ``terms``.
  private let topologies: [Topology]
  private let matchesItself: Bool

  /// Of a pod that has no word on its neighbours, nor they on it.
  init() {
    terms = []
    antiTerms = []
    topologies = []
    matchesItself = false
  }

  init(_ pod: PodFacts, _ cache: NodeCache, _ state: ClusterState) {
    let affinity = pod.affinity
    terms = affinity?.podAffinity?.required ?? []
    antiTerms = affinity?.podAntiAffinity?.required ?? []
    topologies = terms.map { cache.topology($0.topologyKey) }
    let matcher = TermMatcher(state: state)
    let this = TermMatcher.Target(pod.key.namespace, pod.labels)
    matchesItself =
      !terms.isEmpty && terms.allSatisfy { matcher.term($0, of: pod, picks: this) }
    guard pod.hasAffinity || cache.affinityCount > 0 else { return }
    for node in cache.nodes {
      if pod.hasAffinity {
        for group in node.groups {
          let others = TermMatcher.Target(group.namespace, group.labels)
          look(at: others, group.count, at: node.slot, for: pod, matcher, cache)
        }
      }
      for other in node.podsWithAffinity {
        listen(to: other, at: node.slot, about: this, sign: 1, matcher, cache)
      }
    }
  }

  /// Whether no other pod can shut this one out anywhere.
  var isIndifferent: Bool { terms.isEmpty && avoided.isEmpty && defended.isEmpty }

  /// The labels that a pod's terms are about.
  static func keys(_ pod: PodFacts) -> [String] {
    pod.affinity?.neighbourTerms.map(\.topologyKey) ?? []
  }

  /// Counts a pod that came to a node, or takes back one that left (`sign` -1), for `pod`'s sake.
  mutating func note(
    _ other: PodFacts, at slot: Int, sign: Int, for pod: PodFacts, _ cache: NodeCache,
    _ state: ClusterState
  ) {
    if !pod.hasAffinity, !other.hasAffinity { return }
    let matcher = TermMatcher(state: state)
    if pod.hasAffinity {
      let others = TermMatcher.Target(other.key.namespace, other.labels)
      look(at: others, sign, at: slot, for: pod, matcher, cache)
    }
    if other.hasAffinity {
      let this = TermMatcher.Target(pod.key.namespace, pod.labels)
      listen(to: other, at: slot, about: this, sign: sign, matcher, cache)
    }
  }

  /// What the pod itself thinks of pods on a node.
  private mutating func look(
    at others: TermMatcher.Target, _ count: Int, at slot: Int, for pod: PodFacts,
    _ matcher: TermMatcher, _ cache: NodeCache
  ) {
    if !terms.isEmpty, terms.allSatisfy({ matcher.term($0, of: pod, picks: others) }) {
      for term in terms { wanted.add(count, per: term.topologyKey, at: slot, cache) }
    }
    for term in antiTerms where matcher.term(term, of: pod, picks: others) {
      avoided.add(count, per: term.topologyKey, at: slot, cache)
    }
    weigh(pod.affinity, of: pod, others, count, at: slot, matcher, cache)
  }

  /// What a pod on a node thinks of this one.
  private mutating func listen(
    to other: PodFacts, at slot: Int, about this: TermMatcher.Target, sign: Int,
    _ matcher: TermMatcher, _ cache: NodeCache
  ) {
    let theirs = other.affinity
    for term in theirs?.podAntiAffinity?.required ?? []
    where matcher.term(term, of: other, picks: this) {
      defended.add(sign, per: term.topologyKey, at: slot, cache)
    }
    weigh(theirs, of: other, this, sign, at: slot, matcher, cache)
    // A pod that insists on this one's company counts a little for it as well.
    for term in theirs?.podAffinity?.required ?? []
    where matcher.term(term, of: other, picks: this) {
      wishes.add(sign, per: term.topologyKey, at: slot, cache)
    }
  }

  private mutating func weigh(
    _ affinity: Affinity?, of owner: PodFacts, _ target: TermMatcher.Target, _ count: Int,
    at slot: Int, _ matcher: TermMatcher, _ cache: NodeCache
  ) {
    for (wishesOf, sign) in [(affinity?.podAffinity, 1), (affinity?.podAntiAffinity, -1)] {
      for wish in wishesOf?.preferred ?? []
      where matcher.term(wish.podAffinityTerm, of: owner, picks: target) {
        let amount = sign * wish.weight * count
        wishes.add(amount, per: wish.podAffinityTerm.topologyKey, at: slot, cache)
      }
    }
  }

  /// Every required term has a matching pod in the node's place, or this pod is the first of its
  /// own kind.
  func affinityHolds(at slot: Int) -> Bool {
    if terms.isEmpty { return true }
    var isFound = true
    for (term, topology) in zip(terms, topologies) {
      guard topology[slot] != nil else { return false }
      if wanted.amount(per: term.topologyKey, at: slot) == 0 { isFound = false }
    }
    return isFound || (matchesItself && wanted.total == 0)
  }
}
