import Objects
import Store

/// One pod's turn: what every plugin may look at, worked out once for all nodes.
struct Cycle: Sendable {
  let pod: PodFacts
  let cache: NodeCache
  /// In node-tree order.
  let nodes: [String]
  let spread: SpreadFacts
  let neighbours: NeighbourFacts
  let volumes: VolumeFacts
  /// The only nodes that are asked about; nil when all are.
  let namedNodes: Set<String>?
  private let state: ClusterState
  private let imageHolders: [String: Int]

  init(_ pod: PodFacts, _ cache: NodeCache, _ state: ClusterState) {
    self.pod = pod
    self.cache = cache
    self.state = state
    namedNodes = NodeAffinityMatch.namedNodes(pod.pod)
    nodes = cache.order
    let all = nodes.compactMap { cache[$0] }
    spread = SpreadFacts(pod, all, state)
    neighbours = NeighbourFacts(pod, cache, all, state)
    volumes = VolumeFacts(pod.pod, state)
    var holders: [String: Int] = [:]
    for container in pod.pod.spec.initContainers + pod.pod.spec.containers {
      let image = ImageLocality.normalised(container.image)
      if holders[image] == nil {
        holders[image] = all.count { ImageLocality.size(of: image, among: $0.images) != nil }
      }
    }
    imageHolders = holders
  }

  /// How many nodes have an image.
  func nodesHaving(_ image: String) -> Int { imageHolders[image] ?? 0 }

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

  /// The same turn in a cluster where one node looks different.
  func imagining(_ node: NodeFacts) -> Cycle {
    // Without a word on other pods nothing but the node itself matters.
    let isSpread = spread.rules.contains { $0.constraint.whenUnsatisfiable == .doNotSchedule }
    if !isSpread, !pod.hasAffinity, cache.affinityCount == 0 { return self }
    var cache = cache
    cache.replace(node)
    return Cycle(pod, cache, state)
  }
}
