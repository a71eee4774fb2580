import Objects
import Store

/// One pod's turn: what every plugin may look at, worked out once for all nodes.
struct Cycle: Sendable {
  let pod: PodFacts
  let cache: NodeCache
  /// The nodes' slots in node-tree order.
  let order: [Int]
  let volumes: VolumeFacts
  /// The only nodes that are asked about; nil when all are.
  let namedNodes: Set<String>?
  private let surroundings: Surroundings
  let state: ClusterState

  init(
    _ pod: PodFacts, _ cache: NodeCache, _ state: ClusterState,
    _ surroundings: Surroundings? = nil
  ) {
    self.pod = pod
    self.cache = cache
    self.state = state
    self.surroundings = surroundings ?? Surroundings(of: pod, cache, state)
    namedNodes = pod.wishes.namedNodes
    order = cache.order
    volumes = VolumeFacts(pod, state)
  }

  var spread: SpreadFacts { surroundings.spread }
  var neighbours: NeighbourFacts { surroundings.neighbours }

  /// How many nodes have an image.
  func nodesHaving(_ image: String) -> Int { cache.holders(of: image) }

  /// Why no node needs to be looked at, and who says so.
  var objection: (plugin: PluginName, message: String)? {
    if let namedNodes, namedNodes.isEmpty {
      return (.nodeAffinity, "node(s) didn't satisfy plugin NodeAffinity")
    }
    return volumes.objection
  }

  /// Whether another pod has a claim of this pod's that only one at a time may use.
  var isExclusiveClaimInUse: Bool {
    if volumes.exclusive.isEmpty { return false }
    return cache.nodes.contains { node in
      node.pods.contains { other in
        other.key.namespace == pod.key.namespace && other.key != pod.key
          && other.wishes.claims.contains { volumes.exclusive.contains($0.name) }
      }
    }
  }

  /// What the first filter that objects says of a node.
  func verdict(on node: NodeFacts) -> (plugin: PluginName?, verdict: FilterVerdict) {
    // Who is not named is not looked at, whatever else is wrong with it.
    if let namedNodes, !namedNodes.contains(node.name) {
      return (.nodeAffinity, NodeAffinityMatch.notNamed)
    }
    for filter in PluginTable.filters {
      let verdict = filter.filter(self, node)
      if verdict != .fits { return (filter.name, verdict) }
    }
    return (nil, .fits)
  }

  /// Whether the filters that ask about the node alone let it pass.
  func nodeFits(_ node: NodeFacts) -> Bool {
    if let namedNodes, !namedNodes.contains(node.name) { return false }
    return PluginTable.nodeFilters.allSatisfy { $0.filter(self, node) == .fits }
  }

  /// Whether nothing but the node itself decides if it takes the pod: there is no word on others.
  var looksAtNodesAlone: Bool {
    !spread.rules.contains(where: \.isHard) && !pod.hasAffinity && cache.affinityCount == 0
      && volumes.exclusive.isEmpty
  }

  /// The same turn in a cluster where one node looks different.
  func imagining(_ node: NodeFacts) -> Cycle {
    if looksAtNodesAlone { return self }
    var cache = cache
    cache.replace(node)
    return Cycle(pod, cache, state)
  }
}

/// What a pod finds around it: the pods of all nodes, counted.
struct Surroundings: Sendable {
  var spread: SpreadFacts
  var neighbours: NeighbourFacts

  init(of pod: PodFacts, _ cache: NodeCache, _ state: ClusterState) {
    spread = SpreadFacts(pod, cache, state)
    neighbours = NeighbourFacts(pod, cache, state)
  }

  private init() {
    spread = SpreadFacts()
    neighbours = NeighbourFacts()
  }

  /// For who looks at nodes one by one and at nothing around them.
  static let unseen = Surroundings()

  /// The labels that are looked at.
  static func keys(_ pod: PodFacts) -> [String] {
    SpreadFacts.keys(pod) + NeighbourFacts.keys(pod)
  }
}
