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
      case .podTopologySpread: Self.spread(pod, node, state)
      case .interPodAffinity: Self.neighbours(pod, node, state)
      case .schedulingGates, .nodeName, .nodeResourcesBalancedAllocation, .imageLocality,
        .volumeRestrictions, .volumeBinding,
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

  /// `zone=a holds 3 such pods and the emptiest zone 1; a skew of 1 is allowed`
  private static func spread(_ pod: Pod, _ node: Node, _ state: ClusterState) -> String? {
    let hard = pod.spec.topologySpreadConstraints.filter { $0.whenUnsatisfiable == .doNotSchedule }
    let parts = hard.compactMap { constraint -> String? in
      let key = constraint.topologyKey
      guard let domain = node.metadata.labels[key] else { return "the node has no label \(key)" }
      let selector = constraint.labelSelector ?? LabelSelector()
      var counts: [String: Int] = [:]
      for node in state.all(Node.self) {
        guard let domain = node.metadata.labels[key] else { continue }
        let here = state.pods(on: node.metadata.name).filter {
          $0.metadata.namespace == pod.metadata.namespace && !$0.metadata.isDeleting
            && selector.matches($0.metadata.labels)
        }
        counts[domain, default: 0] += here.count
      }
      let count = counts[domain] ?? 0
      let fewest = counts.values.min() ?? 0
      guard count + 1 - fewest > constraint.maxSkew else { return nil }
      return "\(key)=\(domain) has \(count) such pods, the emptiest has \(fewest); "
        + "they may differ by \(constraint.maxSkew)"
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  /// Who is there and must not be, or is wanted and is not.
  private static func neighbours(_ pod: Pod, _ node: Node, _ state: ClusterState) -> String? {
    func pods(_ term: PodAffinityTerm) -> [Pod] {
      guard let domain = node.metadata.labels[term.topologyKey] else { return [] }
      let namespaces = term.namespaces.isEmpty ? [pod.metadata.namespace] : term.namespaces
      let nodes = state.all(Node.self).filter { $0.metadata.labels[term.topologyKey] == domain }
      return nodes.flatMap { state.pods(on: $0.metadata.name) }.filter {
        namespaces.contains($0.metadata.namespace)
          && (term.labelSelector?.matches($0.metadata.labels) ?? false)
      }
    }
    let unwanted = (pod.spec.affinity?.podAntiAffinity?.required ?? []).compactMap { term in
      pods(term).first.map { "\($0.key) is in the same \(term.topologyKey)" }
    }
    let missed = (pod.spec.affinity?.podAffinity?.required ?? []).compactMap { term in
      pods(term).isEmpty ? "no such pod is in the same \(term.topologyKey)" : nil
    }
    let parts = unwanted + missed
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
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
    for pod in state.pods(on: node.metadata.name) where !pod.hasEnded {
      pods += 1
      requested += pod.totalRequests
    }
  }

  func free(_ resource: String) -> Quantity {
    (allocatable[resource] ?? .zero) - (requested[resource] ?? .zero)
  }
}
