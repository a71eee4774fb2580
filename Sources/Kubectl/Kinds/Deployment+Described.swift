import Engine
import Objects
import Store

extension Deployment: Described {
  func describe(in context: Context) -> Description {
    var text = Description()
    text.field("Name", metadata.name)
    text.field("Namespace", metadata.namespace)
    text.field("CreationTimestamp", metadata.creationTimestamp?.rfc1123 ?? "")
    text.labels("Labels", metadata.labels)
    text.annotations(metadata.annotations)
    text.field("Selector", spec.selector.text)
    text.field(
      "Replicas",
      "\(spec.replicas ?? 1) desired | \(status.updatedReplicas) updated | "
        + "\(status.replicas) total | \(status.availableReplicas) available | "
        + "\(status.unavailableReplicas) unavailable")
    text.field("StrategyType", (spec.strategy.type ?? .rollingUpdate).rawValue)
    text.field("MinReadySeconds", "\(spec.minReadySeconds ?? 0)")
    if let rolling = spec.strategy.rollingUpdate {
      text.field(
        "RollingUpdateStrategy",
        "\(rolling.maxUnavailable?.text ?? "25%") max unavailable, "
          + "\(rolling.maxSurge?.text ?? "25%") max surge")
    }
    text.template(spec.template)
    text.conditions(status.conditions)
    describeReplicaSets(&text, in: context)
    return text
  }

  private func describeReplicaSets(_ text: inout Description, in context: Context) {
    let sets = context.state.owned(by: metadata.uid, ReplicaSet.self)
    let current = sets.first { Self.isSame($0.spec.template, spec.template) }
    let old = sets.filter { $0.metadata.uid != current?.metadata.uid }
    if sets.isEmpty { return }
    text.field("OldReplicaSets", Self.list(old))
    text.field("NewReplicaSet", Self.list(current.map { [$0] } ?? []))
  }

  /// Whether two templates are the same but for the hash that the controller adds.
  private static func isSame(_ left: PodTemplate, _ right: PodTemplate) -> Bool {
    var left = left
    var right = right
    left.metadata.labels["pod-template-hash"] = nil
    right.metadata.labels["pod-template-hash"] = nil
    return left.metadata.labels == right.metadata.labels
      && left.metadata.annotations == right.metadata.annotations && left.spec == right.spec
  }

  private static func list(_ sets: [ReplicaSet]) -> String {
    let texts = sets.map {
      "\($0.metadata.name) (\($0.status.replicas)/\($0.spec.replicas ?? 1) replicas created)"
    }
    return Cell.orNone(texts.joined(separator: ", "))
  }
}

extension ReplicaSet: Described {
  func describe(in context: Context) -> Description {
    var text = Description()
    text.field("Name", metadata.name)
    text.field("Namespace", metadata.namespace)
    text.field("Selector", spec.selector.text)
    text.labels("Labels", metadata.labels)
    text.annotations(metadata.annotations)
    if let owner = metadata.controller {
      text.field("Controlled By", "\(owner.kind)/\(owner.name)")
    }
    text.field("Replicas", "\(status.replicas) current / \(spec.replicas ?? 1) desired")
    let pods = context.state.pods(in: metadata.namespace, matching: spec.selector).filter {
      $0.metadata.controller?.uid == metadata.uid
    }
    func count(_ phase: PodPhase) -> Int { pods.count { ($0.status.phase ?? .pending) == phase } }
    text.field(
      "Pods Status",
      "\(count(.running)) Running / \(count(.pending)) Waiting / \(count(.succeeded)) Succeeded / "
        + "\(count(.failed)) Failed")
    text.template(spec.template)
    text.conditions(status.conditions)
    return text
  }
}
