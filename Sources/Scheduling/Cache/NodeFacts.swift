import Objects

/// A node with the sums over the pods that are bound to it.
struct NodeFacts: Sendable {
  /// What a node has to give, as plain numbers: they are looked at for every pod.
  private struct Room {
    let cpuMillis: Int
    let memoryBytes: Int
    let podLimit: Int

    init(_ node: Node) {
      podLimit = node.status.allocatable["pods"]?.whole ?? 0
      cpuMillis = node.status.allocatable.cpuMillis
      memoryBytes = node.status.allocatable.memoryBytes
    }
  }

  /// Pods that no selector can tell apart. Replicas share one group, so counting by labels costs
  /// little however many there are.
  struct Group: Sendable {
    let namespace: String
    let labels: StringMap
    let isDeleting: Bool
    fileprivate(set) var count: Int
  }

  var node: Node {
    didSet { room = Room(node) }
  }
  private var room: Room
  /// The node's place in the cache.
  let slot: Int
  /// By namespace and name.
  private(set) var pods: [PodFacts] = []
  private(set) var groups: [Group] = []
  /// Those with a word on their neighbours.
  private(set) var podsWithAffinity: [PodFacts] = []
  private(set) var requested = ResourceList()
  // Wide enough for any number of pods that ask for all there is.
  /// Thousandths of a cpu.
  private var assumedCPU: Int128 = 0
  /// Bytes.
  private var assumedMemory: Int128 = 0

  init(_ node: Node, slot: Int = 0) {
    self.node = node
    room = Room(node)
    self.slot = slot
  }

  var name: String { node.metadata.name }
  var labels: StringMap { node.metadata.labels }
  var taints: [Taint] { node.spec.taints }
  var images: [ContainerImage] { node.status.images }
  var isCordoned: Bool { node.spec.unschedulable == true }
  var allocatable: ResourceList { node.status.allocatable }
  var assumedCPUMillis: Int { Int(clamping: assumedCPU) }
  var assumedMemoryBytes: Int { Int(clamping: assumedMemory) }
  var allocatableCPUMillis: Int { room.cpuMillis }
  var allocatableMemoryBytes: Int { room.memoryBytes }
  /// How many pods there may be.
  var podLimit: Int { room.podLimit }

  mutating func add(_ pod: PodFacts) {
    var place = place(of: pod.key)
    if place < pods.count, pods[place].key == pod.key {
      remove(pod.key)
      place = self.place(of: pod.key)
    }
    pods.insert(pod, at: place)
    requested += pod.requests
    assumedCPU += Int128(pod.assumedCPUMillis)
    assumedMemory += Int128(pod.assumedMemoryBytes)
    if pod.hasAffinity { podsWithAffinity.append(pod) }
    if let group = groups.firstIndex(where: { $0.holds(pod) }) {
      groups[group].count += 1
    } else {
      groups.append(Group(pod))
    }
  }

  /// Puts what is known now of a pod in place of what was known, which must say the same of its
  /// labels and wishes; false when the pod is not there.
  mutating func exchange(_ pod: PodFacts) -> Bool {
    let place = place(of: pod.key)
    guard place < pods.count, pods[place].key == pod.key else { return false }
    pods[place] = pod
    if let known = podsWithAffinity.firstIndex(where: { $0.key == pod.key }) {
      podsWithAffinity[known] = pod
    }
    return true
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
    assumedCPU -= Int128(pod.assumedCPUMillis)
    assumedMemory -= Int128(pod.assumedMemoryBytes)
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
