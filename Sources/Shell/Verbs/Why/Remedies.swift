import Engine
import Kubectl
import Objects
import Scheduling
import Simulation
import Store

/// The smallest changes that would give a waiting pod a node, each tried on a copy of what the
/// scheduler knows.
struct Remedies {
  /// In words, the gentlest first.
  private(set) var found: [String] = []

  private let pod: Pod
  private let world: World
  /// More than this nobody reads; and in a large cluster one node is like another.
  private static let most = 8
  private static let mostNodes = 16

  init(for pod: Pod, in world: World) {
    self.pod = pod
    self.world = world
    guard world.controlPlane.isRunning(.scheduler) else {
      found = ["recover component kube-scheduler"]
      return
    }
    let decision = world.scheduler.explain(pod, in: world.state)
    if decision.node != nil {
      return
    }
    let nodes = decision.reports.prefix(Self.mostNodes).compactMap { world.state.node($0.node) }
    for node in nodes { uncordon(node) }
    for node in nodes { label(node) }
    shrink(onto: nodes)
    // Each pod that might go is tried: no more of them than will be told.
    for node in nodes where found.count < Self.most { clear(node) }
    for node in nodes where found.count < Self.most { tolerate(node) }
    enlarge()
    found = Array(found.prefix(Self.most))
  }

  // MARK: - The remedies

  private mutating func uncordon(_ node: Node) {
    guard node.spec.unschedulable == true else { return }
    var open = node
    open.spec.unschedulable = nil
    open.spec.taints.removeAll { $0.key == "node.kubernetes.io/unschedulable" }
    if helps({ $0.put(open) }) { found.append("uncordon \(node.metadata.name)") }
  }

  /// Gives a node the labels that the pod selects by.
  private mutating func label(_ node: Node) {
    let missed = pod.spec.nodeSelector.filter { node.metadata.labels[$0.key] != $0.value }
    guard !missed.isEmpty else { return }
    var labelled = node
    for (key, value) in missed { labelled.metadata.labels[key] = value }
    guard helps({ $0.put(labelled) }) else { return }
    let labels = missed.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    found.append("label node \(node.metadata.name) \(labels)")
  }

  /// Lets the pod put up with taints that somebody has set.
  private mutating func tolerate(_ node: Node) {
    let hard = node.spec.taints.filter {
      $0.effect != .preferNoSchedule && !pod.spec.tolerations.tolerate($0)
        && !$0.key.hasPrefix("node.kubernetes.io/")
    }
    guard !hard.isEmpty else { return }
    var free = node
    free.spec.taints.removeAll { hard.contains($0) }
    guard helps({ $0.put(free) }) else { return }
    let taints = hard.map { Sentences.text(of: $0) }.joined(separator: ", ")
    found.append("a toleration for \(taints), which \(node.metadata.name) has")
  }

  /// Asks for no more than is free on the node where least is lacking.
  private mutating func shrink(onto nodes: [Node]) {
    let offers = nodes.compactMap { node in smaller(for: node).map { (node: node, offer: $0) } }
    let best = offers.min { $0.offer.lacks.cpuMillis < $1.offer.lacks.cpuMillis }
    guard let (node, offer) = best else { return }
    let less = offer.lacks.map { name, amount in
      "\(((pod.totalRequests[name] ?? .zero) - amount).text) \(name)"
    }
    let name = node.metadata.name
    let lacks = offer.lacks.map { "\($0.amount.text) \($0.name)" }
    found.append(
      "asking for \(less.joined(separator: " and ")) at most: \(name) lacks "
        + lacks.joined(separator: " and "))
  }

  /// The pod with no greater requests than a node has left, when that is all it takes.
  private func smaller(for node: Node) -> (pod: Pod, lacks: ResourceList)? {
    let room = Room(on: node, in: world.state)
    var smaller = pod
    var lacks = ResourceList()
    for (name, amount) in pod.totalRequests where amount > room.free(name) {
      let lack = amount - room.free(name)
      lacks[name] = lack
      // The first container that can give that much.
      let giver = smaller.spec.containers.firstIndex {
        $0.resources.requests[name] ?? .zero > lack
      }
      guard let giver, let request = smaller.spec.containers[giver].resources.requests[name]
      else { return nil }
      smaller.spec.containers[giver].resources.requests[name] = request - lack
    }
    guard !lacks.isEmpty,
      world.scheduler.explain(smaller, in: world.state).node == node.metadata.name
    else { return nil }
    return (smaller, lacks)
  }

  /// Ends one pod of a node: no daemon or static pod, for they would be back at once.
  private mutating func clear(_ node: Node) {
    let name = node.metadata.name
    let pods = world.state.pods(on: name).filter { other in
      // The same pod would be back at once on the same node.
      let owner = other.metadata.controller?.kind
      if owner == Kind.daemonSet.rawValue || owner == Kind.node.rawValue { return false }
      return helps { $0.remove(other.key) }
    }
    guard !pods.isEmpty else { return }
    let names = pods.prefix(4).map { pod in
      let place = pod.metadata.namespace == self.pod.metadata.namespace
      return place ? "\(pod.key)" : "\(pod.metadata.namespace)/\(pod.key)"
    }
    let more = pods.count > 4 ? " or \(pods.count - 4) others" : ""
    let whose = names.count > 1 || pods.count > 4 ? "any of " : ""
    found.append("deleting \(whose)\(names.joined(separator: ", "))\(more) from \(name)")
  }

  /// Adds a node that is as large as the largest, and empty.
  private mutating func enlarge() {
    let nodes = world.state.all(Node.self)
    let largest = nodes.max { left, right in
      (left.status.allocatable.cpuMillis, left.status.allocatable.memoryBytes)
        < (right.status.allocatable.cpuMillis, right.status.allocatable.memoryBytes)
    }
    guard let largest else { return }
    var fresh = Node()
    fresh.metadata = ObjectMeta(name: "fresh", labels: largest.metadata.labels)
    fresh.metadata.labels["kubernetes.io/hostname"] = "fresh"
    fresh.status = largest.status
    if helps({ $0.add(fresh) }) {
      found.append("one more node with what \(largest.metadata.name) has: add node NAME")
      return
    }
    for (name, amount) in pod.totalRequests
    where amount > fresh.status.allocatable[name] ?? .zero {
      fresh.status.allocatable[name] = amount
    }
    if helps({ $0.put(fresh) }) {
      let size = pod.totalRequests.map { "\($0.amount.text) \($0.name)" }.joined(separator: " and ")
      found.append("a node with \(size) free: add node NAME")
    }
  }

  // MARK: - Trying

  private func helps(_ change: (inout Supposition) -> Void) -> Bool {
    var supposition = Supposition(world)
    change(&supposition)
    return supposition.decision(about: pod).node != nil
  }
}
