import Objects

/// Node selectors and node affinity: labels a node must have, and labels it should have.
enum NodeAffinityMatch: FilterPlugin, ScorePlugin {
  static let name = PluginName.nodeAffinity
  static let weight = 2

  static func filter(_ cycle: Cycle, _ node: NodeFacts) -> FilterVerdict {
    if !cycle.pod.choosesNodes || matches(cycle.pod.pod, node.node) { return .fits }
    return .rejects(
      reasons: ["node(s) didn't match Pod's node affinity/selector"], isResolvable: false)
  }

  /// Whether a node has what the pod requires of one.
  static func matches(_ pod: Pod, _ node: Node) -> Bool {
    let labels = node.metadata.labels
    guard pod.spec.nodeSelector.allSatisfy({ labels[$0.key] == $0.value }) else { return false }
    guard let required = pod.spec.affinity?.nodeAffinity?.required else { return true }
    return required.nodeSelectorTerms.contains { matches($0, node) }
  }

  /// What is said of the nodes that nobody looks at because the pod names others.
  static let notNamed = FilterVerdict.rejects(
    reasons: ["node(s) didn't satisfy plugin(s) [NodeAffinity]"], isResolvable: false)

  /// The nodes that a pod's required terms name, if every one of them names some.
  static func namedNodes(_ pod: Pod) -> Set<String>? {
    guard let terms = pod.spec.affinity?.nodeAffinity?.required?.nodeSelectorTerms, !terms.isEmpty
    else { return nil }
    var named: Set<String> = []
    for term in terms {
      var names: Set<String>?
      for field in term.matchFields where field.key == "metadata.name" && field.op == .isIn {
        names = names?.intersection(field.values) ?? Set(field.values)
      }
      guard let names else { return nil }
      named.formUnion(names)
    }
    return named
  }

  private static func matches(_ term: NodeSelectorTerm, _ node: Node) -> Bool {
    if term.matchExpressions.isEmpty, term.matchFields.isEmpty { return false }
    let fields: StringMap = ["metadata.name": node.metadata.name]
    return term.matchExpressions.allSatisfy { $0.matches(node.metadata.labels) }
      && term.matchFields.allSatisfy { $0.matches(fields) }
  }

  static func applies(to cycle: Cycle) -> Bool {
    !(cycle.pod.pod.spec.affinity?.nodeAffinity?.preferred.isEmpty ?? true)
  }

  static func scores(_ cycle: Cycle, _ nodes: [NodeFacts]) -> [Int] {
    let wishes = cycle.pod.pod.spec.affinity?.nodeAffinity?.preferred ?? []
    let raw = nodes.map { node in
      wishes.filter { matches($0.preference, node.node) }.reduce(0) { $0 + $1.weight }
    }
    return Normalisation.byMaximum(raw, reversed: false)
  }

  static func hint(_ event: ClusterEvent) -> ((PodFacts) -> Bool)? {
    switch event {
    case .nodeAdded(let node): { matches($0.pod, node) }
    case .nodeChanged(let node, let before) where node.metadata.labels != before.metadata.labels:
      { matches($0.pod, node) && !matches($0.pod, before) }
    case .nodeChanged, .nodeGone, .podBound, .podGone, .podChanged, .namespaceChanged: nil
    }
  }
}
