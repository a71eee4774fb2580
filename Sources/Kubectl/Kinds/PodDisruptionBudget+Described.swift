import Engine
import Objects
import Store

extension PodDisruptionBudget: Described {
  func describe(in context: Context) -> Description {
    var text = Description()
    text.field("Name", metadata.name)
    text.field("Namespace", metadata.namespace)
    if let amount = spec.minAvailable {
      text.field("Min available", amount.text)
    } else if let amount = spec.maxUnavailable {
      text.field("Max unavailable", amount.text)
    }
    text.field("Selector", spec.selector?.text ?? "<unset>")
    text.line(0, "Status:")
    text.field("Allowed disruptions", "\(status.disruptionsAllowed)", level: 2)
    text.field("Current", "\(status.currentHealthy)", level: 2)
    text.field("Desired", "\(status.desiredHealthy)", level: 2)
    text.field("Total", "\(status.expectedPods)", level: 2)
    return text
  }
}
