import Engine
import Kubectl
import Objects
import Simulation
import Store

/// What a map shows of a cluster, found in one walk over its pods.
struct ClusterFacts {
  struct PodFact {
    var key: ObjectKey
    var node: String
    /// Place in `owners`.
    var owner: Int
    var state: PodState
    /// As `get pods` shows it; empty for a pod that is ready.
    var status: String
    /// Why it has no node; empty when it has one.
    var reason: String
  }

  /// What pods belong to: a workload, or a pod that nobody looks after.
  struct Owner {
    /// `deployment`; empty for a whole namespace.
    var kind: String
    var namespace: String
    var name: String
    /// Places in `pods`.
    var pods: [Int] = []

    var isSystem: Bool { namespace == ClusterFacts.systemNamespace }
  }

  struct NodeFact {
    var node: Node
    /// Places in `pods` of those that are shown.
    var pods: [Int] = []
    /// What all pods on it that have not ended have reserved, shown or not.
    var cpuMillis = 0
    var memoryBytes = 0
    var podCount = 0

    var name: String { node.metadata.name }
    var isReady: Bool { node.status.conditions.isTrue("Ready") }
    var isCordoned: Bool { node.spec.unschedulable == true }
    var zone: String { node.metadata.labels["topology.kubernetes.io/zone"] ?? "" }
  }

  /// Pods of one owner that have the same trouble.
  struct Trouble {
    var owner: Int
    var state: PodState
    /// Why they wait, or their status.
    var text: String
    /// Places in `pods`.
    var pods: [Int]
  }

  static let systemNamespace = "kube-system"

  private(set) var pods: [PodFact] = []
  /// In the order of namespace and name, the system's last.
  private(set) var owners: [Owner] = []
  /// In the order of their names.
  private(set) var nodes: [NodeFact] = []
  /// Names of nodes that pods are bound to and that are gone.
  private(set) var lostNodes: [String] = []
  private(set) var counts: [PodState: Int] = [:]
  /// What is wrong: pods that wait, then pods that fail.
  private(set) var troubles: [Trouble] = []

  /// `shows` says which pods are wanted. With `joinsSystem` those of kube-system count as one
  /// owner's.
  init(of state: ClusterState, joinsSystem: Bool, shows: (Pod) -> Bool) {
    nodes = state.all(Node.self).map { NodeFact(node: $0) }
    let places = Dictionary(
      nodes.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { $1 })
    var finder = OwnerFinder(joinsSystem: joinsSystem)
    var lost: Set<String> = []
    for key in state.keys(.pod) {
      guard let pod = state.pod(key) else { continue }
      let name = pod.spec.nodeName
      let place = places[name]
      if let place { nodes[place].reserve(pod) }
      guard shows(pod) else { continue }
      if place == nil, !name.isEmpty { lost.insert(name) }
      let owner = finder.owner(of: pod, in: state)
      if let place { nodes[place].pods.append(pods.count) }
      finder.owners[owner].pods.append(pods.count)
      let fact = PodFact(pod, owner: owner)
      counts[fact.state, default: 0] += 1
      pods.append(fact)
    }
    lostNodes = lost.sorted()
    putInOrder(finder.owners)
    troubles = findTroubles(.waiting) + findTroubles(.failing)
  }

  private func findTroubles(_ state: PodState) -> [Trouble] {
    var found: [Trouble] = []
    var places: [String: Int] = [:]
    for (place, pod) in pods.enumerated() where pod.state == state {
      let text = state == .waiting ? pod.reason : pod.status
      let id = "\(pod.owner) \(text)"
      if let known = places[id] {
        found[known].pods.append(place)
      } else {
        places[id] = found.count
        found.append(Trouble(owner: pod.owner, state: state, text: text, pods: [place]))
      }
    }
    return found
  }

  private mutating func putInOrder(_ found: [Owner]) {
    func order(_ owner: Owner) -> (Int, String, String, String) {
      (owner.isSystem ? 1 : 0, owner.namespace, owner.name, owner.kind)
    }
    let sorted = found.indices.sorted { order(found[$0]) < order(found[$1]) }
    owners = sorted.map { found[$0] }
    for (place, old) in sorted.enumerated() {
      for pod in found[old].pods { pods[pod].owner = place }
    }
  }

  /// `5 pods: 4 ready, 1 failing`
  var podCountText: String {
    let all = "\(pods.count) pod\(pods.count == 1 ? "" : "s")"
    let parts = PodState.allCases.compactMap { state in
      counts[state].map { "\($0) \(state.word)" }
    }
    return parts.isEmpty ? all : all + ": " + parts.joined(separator: ", ")
  }

  var nodeCountText: String {
    let silent = nodes.count { !$0.isReady }
    let cordoned = nodes.count { $0.isCordoned }
    return "\(nodes.count) node\(nodes.count == 1 ? "" : "s")"
      + (silent == 0 ? "" : ", \(silent) not ready")
      + (cordoned == 0 ? "" : ", \(cordoned) cordoned")
  }
}

extension ClusterFacts.NodeFact {
  fileprivate mutating func reserve(_ pod: Pod) {
    guard !pod.hasEnded else { return }
    let reserved = pod.reserved
    cpuMillis = cpuMillis.addingClamped(reserved.cpuMillis)
    memoryBytes = memoryBytes.addingClamped(reserved.memoryBytes)
    podCount += 1
  }
}

extension ClusterFacts.PodFact {
  fileprivate init(_ pod: Pod, owner: Int) {
    key = pod.key
    node = pod.spec.nodeName
    self.owner = owner
    state = PodState(pod)
    status = state == .ready ? "" : PodSummary(pod).status
    reason = state == .waiting ? pod.waitingReason : ""
  }
}

extension Pod {
  /// Why it has no node, as far as the scheduler has said.
  fileprivate var waitingReason: String {
    let condition = status.conditions["PodScheduled"]
    let message = condition?.message ?? ""
    if message.isEmpty { return condition?.reason ?? "nobody has looked for a node yet" }
    // What would come of preemption is another story.
    let ends = [" no new claims to deallocate", " preemption:"].compactMap { words in
      message.firstRange(of: words)?.lowerBound
    }
    return String(message[..<(ends.min() ?? message.endIndex)])
  }
}

/// Finds who looks after pods, each owner once.
private struct OwnerFinder {
  let joinsSystem: Bool
  var owners: [ClusterFacts.Owner] = []
  private var places: [String: Int] = [:]

  init(joinsSystem: Bool) {
    self.joinsSystem = joinsSystem
  }

  mutating func owner(of pod: Pod, in state: ClusterState) -> Int {
    let namespace = pod.metadata.namespace
    if joinsSystem, namespace == ClusterFacts.systemNamespace {
      return place("/\(namespace)") { .init(kind: "", namespace: namespace, name: namespace) }
    }
    // What a kubelet runs from a file belongs to nobody.
    guard let controller = pod.metadata.controller, controller.kind != "Node" else {
      return place("\(namespace)/\(pod.metadata.name)") {
        .init(kind: "pod", namespace: namespace, name: pod.metadata.name)
      }
    }
    return place(controller.uid) {
      let above =
        controller.kind == "ReplicaSet"
        ? state.get(ReplicaSet.self, controller.name, in: namespace)?.metadata.controller : nil
      let owner = above ?? controller
      return .init(kind: owner.kind.lowercased(), namespace: namespace, name: owner.name)
    }
  }

  private mutating func place(_ id: String, _ owner: () -> ClusterFacts.Owner) -> Int {
    if let place = places[id] { return place }
    let found = owner()
    // Two ReplicaSets of one Deployment are one owner.
    let name = "\(found.kind)/\(found.namespace)/\(found.name)"
    let place = places[name] ?? owners.count
    if place == owners.count { owners.append(found) }
    places[id] = place
    places[name] = place
    return place
  }
}
