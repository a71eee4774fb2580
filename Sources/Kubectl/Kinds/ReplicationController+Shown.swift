import Engine
import Objects
import Store

extension ReplicationController: Printed {
  static func header(wide: Bool) -> [String] { ReplicaSet.header(wide: wide) }

  func row(wide: Bool, at now: SimTime) -> [String] {
    let narrow = [
      metadata.name, "\(spec.replicas ?? 1)", "\(status.replicas)", "\(status.readyReplicas)",
      age(at: now),
    ]
    guard wide else { return narrow }
    return narrow + Cell.containers(of: spec.template ?? PodTemplate()) + [labelSelector.text]
  }
}

extension ReplicationController: Described {
  func describe(in context: Context) -> Description {
    var text = Description()
    text.field("Name", metadata.name)
    text.field("Namespace", metadata.namespace)
    text.field("Selector", labelSelector.text)
    text.labels("Labels", metadata.labels)
    text.annotations(metadata.annotations)
    text.field("Replicas", "\(status.replicas) current / \(spec.replicas ?? 1) desired")
    let pods = context.state.owned(by: metadata.uid, Pod.self)
      .filter { labelSelector.matches($0.metadata.labels) }
    func count(_ phase: PodPhase) -> Int { pods.count { ($0.status.phase ?? .pending) == phase } }
    text.field(
      "Pods Status",
      "\(count(.running)) Running / \(count(.pending)) Waiting / \(count(.succeeded)) Succeeded / "
        + "\(count(.failed)) Failed")
    text.template(spec.template ?? PodTemplate())
    text.conditions(status.conditions)
    return text
  }
}
