import Objects

/// A node with the sums over the pods that are bound to it.
struct NodeFacts: Sendable {
  /// Pods that no selector can tell apart. Replicas share one group, so counting by labels costs
  /// little however many there are.
  struct Group: Sendable {
    let namespace: String
    let labels: StringMap
    let isDeleting: Bool
    fileprivate(set) var count: Int
  }

  /// Nodes are large values that are looked at for every pod: copies of these facts share one.
  private final class Shared: Sendable {
    let node: Node
    let cpuMillis: Int
    let memoryBytes: Int
    let podLimit: Int

    init(_ node: Node) {
      self.node = node
      podLimit = node.status.allocatable["pods"]?.whole ?? 0
      cpuMillis = node.status.allocatable.cpuMillis
      memoryBytes = node.status.allocatable.memoryBytes
    }
  }

  private var shared: Shared
  /// The node's place in the cache.
  let slot: Int
  /// By namespace and name.
  private(set) var pods: [PodFacts] = []
  private(set) var groups: [Group] = []
  /// Those with a word on their neighbours.
  private(set) var podsWithAffinity: [PodFacts] = []
  private(set) var requested = ResourceList()
  private(set) var assumedCPUMillis = 0
  private(set) var assumedMemoryBytes = 0

  init(_ node: Node, slot: Int = 0) {
    shared = Shared(node)
    self.slot = slot
  }

  var node: Node {
    get { shared.node }
    set { shared = Shared(newValue) }
  }
  var name: String { shared.node.metadata.name }
  var labels: StringMap { shared.node.metadata.labels }
  var taints: [Taint] { shared.node.spec.taints }
  var images: [ContainerImage] { shared.node.status.images }
  var isCordoned: Bool { shared.node.spec.unschedulable == true }
  var allocatable: ResourceList { shared.node.status.allocatable }
  var allocatableCPUMillis: Int { shared.cpuMillis }
  var allocatableMemoryBytes: Int { shared.memoryBytes }
  /// How many pods there may be.
  var podLimit: Int { shared.podLimit }

  mutating func add(_ pod: PodFacts) {
    var place = place(of: pod.key)
    if place < pods.count, pods[place].key == pod.key {
      remove(pod.key)
      place = self.place(of: pod.key)
    }
    pods.insert(pod, at: place)
    requested += pod.requests
    assumedCPUMillis += pod.assumedCPUMillis
    assumedMemoryBytes += pod.assumedMemoryBytes
    if pod.hasAffinity { podsWithAffinity.append(pod) }
    if let group = groups.firstIndex(where: { $0.holds(pod) }) {
      groups[group].count += 1
    } else {
      groups.append(Group(pod))
    }
  }

  /// The pod on the node; nil when it is not there.
  func pod(_ key: ObjectKey) -> PodFacts? {
    let place = place(of: key)
    return place < pods.count && pods[place].key == key ? pods[place] : nil
  }

  /// Where a pod is or would be.
  private func place(of key: ObjectKey) -> Int {
    var low = 0
    var high = pods.count
    while low < high {
      let middle = (low + high) / 2
      if pods[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  @discardableResult mutating func remove(_ key: ObjectKey) -> PodFacts? {
    let place = place(of: key)
    guard place < pods.count, pods[place].key == key else { return nil }
    let pod = pods.remove(at: place)
    for (name, amount) in pod.requests { requested[name] = (requested[name] ?? .zero) - amount }
    assumedCPUMillis -= pod.assumedCPUMillis
    assumedMemoryBytes -= pod.assumedMemoryBytes
    if pod.hasAffinity { podsWithAffinity.removeAll { $0.key == key } }
    guard let group = groups.firstIndex(where: { $0.holds(pod) }) else { return pod }
    groups[group].count -= 1
    if groups[group].count == 0 { groups.remove(at: group) }
    return pod
  }
}

extension NodeFacts.Group {
  fileprivate init(_ pod: PodFacts) {
    namespace = pod.key.namespace
    labels = pod.labels
    isDeleting = pod.isDeleting
    count = 1
  }

  fileprivate func holds(_ pod: PodFacts) -> Bool {
    isDeleting == pod.isDeleting && namespace == pod.key.namespace && labels == pod.labels
  }
}
