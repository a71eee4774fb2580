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
  private let imageHolders: [String: Int]

  init(_ pod: PodFacts, _ cache: NodeCache, _ state: ClusterState) {
    self.pod = pod
    self.cache = cache
    nodes = cache.order
    let all = nodes.compactMap { cache[$0] }
    spread = SpreadFacts(pod, all, state)
    neighbours = NeighbourFacts(pod, cache, all, state)
    var holders: [String: Int] = [:]
    for container in pod.pod.spec.initContainers + pod.pod.spec.containers {
      let image = ImageLocality.normalised(container.image)
      if holders[image] == nil {
        holders[image] = all.count { ImageLocality.size(of: image, on: $0.node) != nil }
      }
    }
    imageHolders = holders
  }

  /// How many nodes have an image.
  func nodesHaving(_ image: String) -> Int { imageHolders[image] ?? 0 }

  /// What the first filter that objects says of a node.
  func verdict(on node: NodeFacts) -> (plugin: PluginName?, verdict: FilterVerdict) {
    for filter in PluginTable.filters {
      let verdict = filter.filter(self, node)
      if verdict != .fits { return (filter.name, verdict) }
    }
    return (nil, .fits)
  }
}
