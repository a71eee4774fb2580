import Objects

/// A node with the sums over the pods that are bound to it.
struct NodeFacts: Sendable {
  var node: Node
  /// By namespace and name.
  private(set) var pods: [PodFacts] = []
  private(set) var requested = ResourceList()
  private(set) var assumedCPUMillis = 0
  private(set) var assumedMemoryBytes = 0

  init(_ node: Node) {
    self.node = node
  }

  var name: String { node.metadata.name }
  var labels: StringMap { node.metadata.labels }
  var allocatable: ResourceList { node.status.allocatable }

  mutating func add(_ pod: PodFacts) {
    let place = pods.firstIndex { $0.key >= pod.key } ?? pods.count
    if place < pods.count, pods[place].key == pod.key { remove(pod.key) }
    pods.insert(pod, at: place)
    requested += pod.requests
    assumedCPUMillis += pod.assumedCPUMillis
    assumedMemoryBytes += pod.assumedMemoryBytes
  }

  mutating func remove(_ key: ObjectKey) {
    guard let place = pods.firstIndex(where: { $0.key == key }) else { return }
    let pod = pods.remove(at: place)
    for (name, amount) in pod.requests { requested[name] = (requested[name] ?? .zero) - amount }
    assumedCPUMillis -= pod.assumedCPUMillis
    assumedMemoryBytes -= pod.assumedMemoryBytes
  }
}
