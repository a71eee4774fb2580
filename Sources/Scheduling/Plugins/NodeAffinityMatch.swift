import Objects

/// Node selectors and node affinity: labels a node must have, and labels it should have.
enum NodeAffinityMatch: FilterPlugin, NodeScorePlugin {
  static let name = PluginName.nodeAffinity
  static let weight = 2

  static func filter(_ cycle: Cycle, _ node: NodeFacts) -> FilterVerdict {
    if !cycle.pod.choosesNodes || matches(cycle.pod, node.node) { return .fits }
    return .rejects(
      reasons: ["node(s) didn't match Pod's node affinity/selector"], isResolvable: false)
  }

  /// Whether a node has what the pod requires of one.
  static func matches(_ pod: PodFacts, _ node: Node) -> Bool {
    let labels = node.metadata.labels
    guard pod.wishes.nodeSelector.allSatisfy({ labels[$0.key] == $0.value }) else { return false }
    guard let required = pod.affinity?.nodeAffinity?.required else { return true }
    return required.matches(node)
  }

  /// What is said of the nodes that nobody looks at because the pod names others.
  static let notNamed = FilterVerdict.rejects(
    reasons: ["node(s) didn't satisfy plugin(s) [NodeAffinity]"], isResolvable: false)

  /// The nodes that required terms name, if every one of them names some.
  static func namedNodes(_ required: NodeSelector) -> Set<String>? {
    let terms = required.nodeSelectorTerms
    if terms.isEmpty { return nil }
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

  static func applies(to cycle: Cycle) -> Bool {
    !(cycle.pod.affinity?.nodeAffinity?.preferred.isEmpty ?? true)
  }

  static let isRelative = true

  static func raw(_ cycle: Cycle, on node: NodeFacts) -> Int {
    let wishes = cycle.pod.affinity?.nodeAffinity?.preferred ?? []
    return wishes.filter { $0.preference.matches(node.node) }.reduce(0) { $0 + $1.weight }
  }

  static func normalised(_ raw: [Int]) -> [Int] { Normalisation.byMaximum(raw, reversed: false) }

  static func hint(_ event: ClusterEvent) -> ((PodFacts) -> Bool)? {
    switch event {
    case .nodeAdded(let node): { matches($0, node) }
    case .nodeChanged(let node, let before) where node.metadata.labels != before.metadata.labels:
      { matches($0, node) && !matches($0, before) }
    case .nodeChanged, .nodeGone, .podBound, .podGone, .podChanged, .namespaceChanged,
      .storageChanged:
      nil
    }
  }
}
