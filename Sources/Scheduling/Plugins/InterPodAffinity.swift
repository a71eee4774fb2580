import Objects
import Store

/// Pods that want to be near other pods, or away from them.
enum InterPodAffinity: FilterPlugin, ScorePlugin {
  static let name = PluginName.interPodAffinity
  static let weight = 2

  static func filter(_ cycle: Cycle, _ node: NodeFacts) -> FilterVerdict {
    let facts = cycle.neighbours
    if !facts.affinityHolds(at: node.slot) {
      return .rejects(reasons: ["node(s) didn't match pod affinity rules"], isResolvable: false)
    }
    if facts.avoided.isAnyPositive(at: node.slot) {
      return .rejects(
        reasons: ["node(s) didn't match pod anti-affinity rules"], isResolvable: true)
    }
    if facts.defended.isAnyPositive(at: node.slot) {
      return .rejects(
        reasons: ["node(s) didn't satisfy existing pods anti-affinity rules"], isResolvable: true)
    }
    return .fits
  }

  /// Whether the filter lets the node in a slot pass.
  static func isOpen(_ slot: Int, _ facts: NeighbourFacts) -> Bool {
    facts.affinityHolds(at: slot) && !facts.avoided.isAnyPositive(at: slot)
      && !facts.defended.isAnyPositive(at: slot)
  }

  static func applies(to cycle: Cycle) -> Bool { !cycle.neighbours.wishes.isEmpty }

  static func raw(_ cycle: Cycle, _ slots: [Int]) -> [Int] {
    slots.map { cycle.neighbours.wishes.sum(at: $0) }
  }

  static func normalised(_ raw: [Int]) -> [Int] {
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
    case .nodeChanged, .nodeGone, .storageChanged: nil
    }
  }

  /// Whether one pod's required affinity may mean the other. Namespaces that are chosen by their
  /// labels may be any.
  private static func wants(_ pod: PodFacts, _ other: PodFacts) -> Bool {
    mayPick(pod.affinity?.podAffinity?.required ?? [], of: pod, other)
  }

  private static func avoids(_ pod: PodFacts, _ other: PodFacts) -> Bool {
    mayPick(pod.affinity?.podAntiAffinity?.required ?? [], of: pod, other)
  }

  private static func mayPick(
    _ terms: [PodAffinityTerm], of pod: PodFacts, _ other: PodFacts
  ) -> Bool {
    terms.contains { term in
      let covers =
        term.namespaceSelector != nil || term.namespaces.contains(other.key.namespace)
        || (term.namespaces.isEmpty && pod.key.namespace == other.key.namespace)
      return covers && term.labelSelector?.matches(other.labels) ?? false
    }
  }
}
