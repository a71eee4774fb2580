import Kubectl
import Objects
import Scheduling
import Store

/// The numbers behind a filter's no.
struct Obstacle {
  let text: String?

  init(_ report: Decision.NodeReport, pod: Pod, in state: ClusterState) {
    guard case .rejects(let reasons, _) = report.verdict, let plugin = report.plugin,
      let node = state.node(report.node)
    else {
      text = nil
      return
    }
    text =
      switch plugin {
      case .nodeResourcesFit: Self.shortages(reasons, pod, node, state)
      case .taintToleration: Self.taints(pod, node)
      case .nodeAffinity: Self.labels(pod, node)
      case .nodePorts: Self.ports(pod, node, state)
      case .nodeUnschedulable: "cordoned; kubectl uncordon \(report.node) opens it again"
      case .schedulingGates, .nodeName, .podTopologySpread, .interPodAffinity,
        .nodeResourcesBalancedAllocation, .imageLocality, .volumeRestrictions, .volumeBinding,
        .volumeZone:
        nil
      }
  }

  /// `asks for 2 cpu: 500m of 4 is free`
  private static func shortages(
    _ reasons: [String], _ pod: Pod, _ node: Node, _ state: ClusterState
  ) -> String {
    let room = Room(on: node, in: state)
    var parts = pod.totalRequests.compactMap { name, amount -> String? in
      guard reasons.contains("Insufficient \(name)") else { return nil }
      let total = node.status.allocatable[name] ?? .zero
      return "\(name): asks for \(amount.text), \(room.free(name).text) of \(total.text) is free"
    }
    if reasons.contains("Too many pods") {
      parts.append(
        "pods: \(room.pods) of \(node.status.allocatable["pods"]?.text ?? "0") are there")
    }
    return parts.joined(separator: "; ")
  }

  private static func taints(_ pod: Pod, _ node: Node) -> String {
    let hard = node.spec.taints.filter {
      $0.effect != .preferNoSchedule && !pod.spec.tolerations.tolerate($0)
    }
    return "not tolerated: " + hard.map { Sentences.text(of: $0) }.joined(separator: ", ")
  }

  private static func labels(_ pod: Pod, _ node: Node) -> String? {
    let missed = pod.spec.nodeSelector.filter { node.metadata.labels[$0.key] != $0.value }
    guard !missed.isEmpty else { return nil }
    return missed.map { key, value in
      let label = node.metadata.labels[key].map { "\(key)=\($0)" } ?? "no label \(key)"
      return "wants \(key)=\(value), the node has \(label)"
    }.joined(separator: "; ")
  }

  private static func ports(_ pod: Pod, _ node: Node, _ state: ClusterState) -> String? {
    func ports(_ pod: Pod) -> Set<Int> {
      Set(pod.spec.containers.flatMap { $0.ports.compactMap(\.hostPort) })
    }
    let wanted = ports(pod)
    let holders = state.pods(on: node.metadata.name).filter { !ports($0).isDisjoint(with: wanted) }
    guard !holders.isEmpty else { return nil }
    let taken = holders.map { "\($0.key) has \(ports($0).intersection(wanted).sorted())" }
    return "host ports: " + taken.joined(separator: ", ")
  }
}

/// What the pods on a node leave of it.
struct Room {
  private(set) var pods = 0
  private let allocatable: ResourceList
  private var requested = ResourceList()

  init(on node: Node, in state: ClusterState) {
    allocatable = node.status.allocatable
    for pod in state.pods(on: node.metadata.name)
    where pod.status.phase != .succeeded && pod.status.phase != .failed {
      pods += 1
      requested += pod.totalRequests
    }
  }

  func free(_ resource: String) -> Quantity {
    (allocatable[resource] ?? .zero) - (requested[resource] ?? .zero)
  }
}
