import Engine
import Kubectl
import Objects
import Simulation
import Store

/// Draws one node: what it has, what keeps pods away, and what runs on it.
struct NodePicture {
  let node: Node
  let world: World
  let namespace: String
  /// No more pods than this are listed; nil lists all.
  var mostPods: Int?
  var shows: (Pod) -> Bool = { _ in true }

  var picture: Picture {
    let pods = world.state.pods(on: node.metadata.name)
    let going = pods.filter { !$0.hasEnded }
    let reserved = going.reduce(into: ResourceList()) { $0 += $1.reserved }
    let source: (any MetricsSource)? =
      if case .serving(let source) = world.metricsAPI { source } else { nil }
    let gauges = NodeGauges(
      cpuMillis: reserved.cpuMillis, memoryBytes: reserved.memoryBytes, pods: going.count,
      allocatable: node.status.allocatable, usage: source?.metrics(of: node)?.usage
    ).gauges
    let fact = ClusterFacts.NodeFact(node: node)
    var parts: [Picture.Part] = [.text(Phrase(about))]
    parts += [.gauges(gauges)]
    parts += troubles.map { .text($0, indentation: 2) }
    if !node.spec.taints.isEmpty {
      let taints = node.spec.taints.map(\.text).joined(separator: ", ")
      parts.append(
        .text(Phrase("taints  ", .faint) + Phrase(taints, .warning), indentation: 8))
    }
    parts += [.gap] + list(of: pods.filter(shows), source)
    var legend = PodState.legend(of: Set(pods.filter(shows).map(PodState.init)))
    if source != nil { legend.append(Phrase("▀ reserved ▄ used █ both", .faint)) }
    let box = Box(
      title: Phrase("node/\(node.metadata.name)", .strong),
      note: ClusterPicture.condition(of: fact), parts: parts, tone: fact.isReady ? .faint : .bad)
    return Picture(
      title: "Map of node/\(node.metadata.name)",
      parts: [.boxes([box], least: .max / 4)] + (legend.isEmpty ? [] : [.legend(legend)]))
  }

  private var about: String {
    let address = node.status.internalAddress
    let zone = ClusterFacts.NodeFact(node: node).zone
    let roles = node.metadata.labels.keys.filter { $0.hasPrefix("node-role.kubernetes.io/") }
      .compactMap { $0.split(separator: "/").last }.map { "role \($0)" }
    return
      (roles + [
        address ?? "", node.spec.podCIDR.map { "pods \($0)" } ?? "",
        zone.isEmpty ? "" : "zone \(zone)", node.status.nodeInfo.kubeletVersion,
      ]).filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// Every condition that is not as it should be.
  private var troubles: [Phrase] {
    node.status.conditions.compactMap { condition in
      let isGood =
        condition.type == "Ready" ? condition.status == .isTrue : condition.status == .isFalse
      if isGood { return nil }
      return Phrase("\(condition.type)=\(condition.status.rawValue)  ", .bad)
        + Phrase(condition.message ?? "")
    }
  }

  private func list(of pods: [Pod], _ source: (any MetricsSource)?) -> [Picture.Part] {
    if pods.isEmpty { return [.text("no pods")] }
    let shown = pods.prefix(mostPods ?? pods.count)
    let rows = shown.map { pod in row(of: pod, source) }
    let header = ["POD", "STATE", "CPU", "MEMORY"] + (source == nil ? [] : ["USES"])
    var parts: [Picture.Part] = [.table(PictureTable(header: header, rows: rows))]
    if pods.count > shown.count {
      parts.append(.text(Phrase("and \(pods.count - shown.count) more", .faint)))
    }
    return parts
  }

  private func row(of pod: Pod, _ source: (any MetricsSource)?) -> [Phrase] {
    let summary = PodSummary(pod)
    let state = PodState(pod)
    let reserved = pod.reserved
    let name = pod.metadata.namespace == namespace ? pod.metadata.name : pod.key.namespacedName
    var row = [
      Phrase("\(state.sign) ", state.tone) + Phrase(name), Phrase(summary.status),
      Phrase(reserved.cpuMillis == 0 ? "-" : Amounts.cores(reserved.cpuMillis)),
      Phrase(reserved.memoryBytes == 0 ? "-" : Amounts.bytes(reserved.memoryBytes)),
    ]
    if let source {
      let usage = source.metrics(of: pod)?.total
      row.append(
        Phrase(
          usage.map { "\(Amounts.cores($0.cpuMillis)), \(Amounts.bytes($0.memoryBytes))" } ?? "-",
          .faint))
    }
    return row
  }
}
