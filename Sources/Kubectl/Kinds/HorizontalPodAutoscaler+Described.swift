import Engine
import Objects
import Store

extension HorizontalPodAutoscaler: Described {
  func describe(in context: Context) -> Description {
    var text = Description()
    text.field("Name", metadata.name)
    text.field("Namespace", metadata.namespace)
    text.labels("Labels", metadata.labels)
    text.annotations(metadata.annotations)
    text.field("CreationTimestamp", metadata.creationTimestamp?.rfc1123 ?? "")
    text.field("Reference", "\(spec.scaleTargetRef.kind)/\(spec.scaleTargetRef.name)")
    text.line(0, "Metrics:", "( current / target )")
    for metric in MetricText.all(of: self) {
      text.line(1, metric.described.title, metric.described.value)
    }
    text.field("Min replicas", spec.minReplicas.map { "\($0)" } ?? "<unset>")
    text.field("Max replicas", "\(spec.maxReplicas)")
    if let behavior = spec.behavior {
      text.line(0, "Behavior:")
      text.rules("Scale Up", behavior.scaleUp)
      text.rules("Scale Down", behavior.scaleDown)
    }
    text.field(
      "\(spec.scaleTargetRef.kind) pods",
      "\(status.currentReplicas) current / \(status.desiredReplicas) desired")
    describeConditions(&text)
    return text
  }

  private func describeConditions(_ text: inout Description) {
    guard !status.conditions.isEmpty else { return }
    text.line(0, "Conditions:")
    text.line(1, "Type", "Status", "Reason", "Message")
    text.line(1, "----", "------", "------", "-------")
    for condition in status.conditions {
      text.line(
        1, condition.type, condition.status.rawValue, condition.reason ?? "",
        condition.message ?? "")
    }
  }
}

extension Description {
  fileprivate mutating func rules(_ direction: String, _ rules: ScalingRules?) {
    guard let rules else { return }
    line(1, "\(direction):")
    if let window = rules.stabilizationWindowSeconds {
      line(2, "Stabilization Window: \(window) seconds")
    }
    guard !rules.policies.isEmpty else { return }
    line(2, "Select Policy: \((rules.selectPolicy ?? .max).rawValue)")
    line(2, "Policies:")
    for policy in rules.policies {
      line(
        3, "- Type: \(policy.type.rawValue)", "Value: \(policy.amount)",
        "Period: \(policy.periodSeconds) seconds")
    }
  }
}
