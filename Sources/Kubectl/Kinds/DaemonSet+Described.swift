import Objects
import Store

extension DaemonSet: Described {
  func describe(in context: Context) -> Description {
    var text = Description()
    text.field("Name", metadata.name)
    text.field("Namespace", metadata.namespace)
    text.field("Selector", spec.selector.text)
    text.field("Node-Selector", Cell.orNone(spec.template.spec.nodeSelector.joined()))
    text.labels("Labels", metadata.labels)
    text.annotations(metadata.annotations)
    let counts = [
      ("Desired Number of Nodes Scheduled", status.desiredNumberScheduled),
      ("Current Number of Nodes Scheduled", status.currentNumberScheduled),
      ("Number of Nodes Scheduled with Up-to-date Pods", status.updatedNumberScheduled),
      ("Number of Nodes Scheduled with Available Pods", status.numberAvailable),
      ("Number of Nodes Misscheduled", status.numberMisscheduled),
    ]
    for (title, count) in counts { text.line(0, "\(title): \(count)") }
    text.podPhases(of: context.state.owned(by: metadata.uid, Pod.self), spec.selector)
    text.template(spec.template)
    return text
  }
}

extension Description {
  /// How many of an owner's pods are in which phase.
  mutating func podPhases(of pods: [Pod], _ selector: LabelSelector) {
    let counted = pods.filter { selector.matches($0.metadata.labels) }
    func count(_ phase: PodPhase) -> Int {
      counted.count { ($0.status.phase ?? .pending) == phase }
    }
    field(
      "Pods Status",
      "\(count(.running)) Running / \(count(.pending)) Waiting / \(count(.succeeded)) Succeeded / "
        + "\(count(.failed)) Failed")
  }
}
