import Engine
import Kubectl
import Objects
import Simulation
import Store

/// Draws what has pods: its versions, its pods and where they run, and who leads to them.
struct WorkloadPicture {
  let object: any APIObject
  let world: World
  /// No more pods than this are listed; nil lists all.
  var mostPods: Int?

  private var pods: [Pod] {
    world.state.owned(by: object.metadata.uid, Pod.self)
      + world.state.ownedKeys(by: object.metadata.uid).filter { $0.kind != .pod }
      .compactMap { world.state[$0] }
      .flatMap { world.state.owned(by: $0.metadata.uid, Pod.self) }
  }

  var picture: Picture {
    let pods = pods
    let ready = pods.count { PodState($0) == .ready }
    var parts = versions
    if let wanted { parts.insert(.text(Phrase("wants \(wanted)")), at: 0) }
    let shown = pods.prefix(mostPods ?? pods.count)
    if pods.isEmpty {
      parts.append(.text(Phrase("no pods", .warning)))
    } else {
      parts += [
        .gap,
        .table(PictureTable(header: ["POD", "STATE", "NODE", "IP"], rows: shown.map(row))),
      ]
    }
    if pods.count > shown.count {
      parts.append(.text(Phrase("and \(pods.count - shown.count) more", .faint)))
    }
    let box = Box(
      title: Phrase("\(object.key)", .strong),
      note: Phrase("\(ready)/\(pods.count) ready", ready == pods.count ? .good : .warning),
      parts: parts)
    return Picture(
      title: "Map of \(object.key)",
      parts: [.boxes([box], least: .max / 4)] + services(of: pods)
        + [.gap, .legend(PodState.legend(of: Set(pods.map { PodState($0) })))])
  }

  /// How much it shall be, in words.
  private var wanted: String? {
    switch object {
    case let found as Deployment: "\(found.spec.replicas ?? 1) pods"
    case let found as ReplicaSet: "\(found.spec.replicas ?? 1) pods"
    case let found as StatefulSet: "\(found.spec.replicas ?? 1) pods, one after the other"
    case is DaemonSet: "a pod on every node that it fits"
    default: nil
    }
  }

  /// A Deployment's ReplicaSets, the newest first, with their pods as cells.
  private var versions: [Picture.Part] {
    let sets = world.state.owned(by: object.metadata.uid, ReplicaSet.self)
    if sets.isEmpty { return [] }
    let mark = "deployment.kubernetes.io/revision"
    func revision(_ set: ReplicaSet) -> Int { Int(set.metadata.annotations[mark] ?? "") ?? 0 }
    let rows = sets.sorted { revision($0) > revision($1) }.map { set in
      let states = world.state.owned(by: set.metadata.uid, Pod.self).map { PodState($0) }
      let images = set.spec.template.spec.containers.map(\.image).joined(separator: ", ")
      return CellRow(
        label: Phrase("revision \(revision(set))"), cells: states.prefix(40).map(\.cell),
        note: Phrase("\(states.count) of \(set.spec.replicas ?? 1)  \(images)", .faint))
    }
    return [.rows(Array(rows.prefix(mostPods ?? rows.count)))]
  }

  private func row(of pod: Pod) -> [Phrase] {
    let summary = PodSummary(pod)
    let state = PodState(pod)
    let restarts = summary.restarts > 0 ? ", \(summary.restarts) restarts" : ""
    return [
      Phrase("\(state.sign) ", state.tone) + Phrase(pod.metadata.name),
      Phrase(summary.status + restarts),
      Phrase(pod.spec.nodeName.isEmpty ? "none yet" : pod.spec.nodeName),
      Phrase(pod.status.podIP ?? ""),
    ]
  }

  private func services(of pods: [Pod]) -> [Picture.Part] {
    guard let labels = pods.first?.metadata.labels else { return [] }
    let found = world.state.all(Service.self, in: object.metadata.namespace).filter { service in
      !service.spec.selector.isEmpty
        && service.spec.selector.allSatisfy { labels[$0.key] == $0.value }
    }
    if found.isEmpty { return [] }
    return [.gap, .heading(Phrase("Services that lead here", .strong))]
      + found.map { service in
        .text(
          Phrase("  service/\(service.metadata.name)  ")
            + Phrase(ServiceLinks.address(of: service), .faint), indentation: 4)
      }
  }
}
