import Engine
import Objects
import Store

extension StatefulSet: Described {
  func describe(in context: Context) -> Description {
    var text = Description()
    text.field("Name", metadata.name)
    text.field("Namespace", metadata.namespace)
    text.field("CreationTimestamp", metadata.creationTimestamp?.rfc1123 ?? "")
    text.field("Selector", spec.selector.text)
    text.labels("Labels", metadata.labels)
    text.annotations(metadata.annotations)
    text.field("Replicas", "\(spec.replicas ?? 1) desired | \(status.replicas) total")
    text.field("Update Strategy", (spec.updateStrategy.type ?? .rollingUpdate).rawValue)
    if let partition = spec.updateStrategy.rollingUpdate?.partition {
      text.field("Partition", "\(partition)", level: 1)
      if let unavailable = spec.updateStrategy.rollingUpdate?.maxUnavailable?.text {
        text.field("MaxUnavailable", unavailable, level: 1)
      }
    }
    text.podPhases(of: context.state.owned(by: metadata.uid, Pod.self), spec.selector)
    text.template(spec.template)
    text.claims(spec.volumeClaimTemplates)
    return text
  }
}

extension Description {
  /// The claims that every pod of a StatefulSet gets.
  fileprivate mutating func claims(_ templates: [PersistentVolumeClaim]) {
    if templates.isEmpty {
      field("Volume Claims", "<none>")
      return
    }
    line(0, "Volume Claims:")
    for claim in templates {
      field("Name", claim.metadata.name, level: 1)
      field("StorageClass", claim.spec.storageClassName ?? "", level: 1)
      labels("Labels", claim.metadata.labels, indentation: "  ")
      field(
        "Annotations", lines: claim.metadata.annotations.map { "\($0.key)=\($0.value)" },
        indentation: "  ")
      field("Capacity", claim.spec.resources.requests["storage"]?.text ?? "<default>", level: 1)
      let modes = claim.spec.accessModes.map(\.rawValue).joined(separator: " ")
      field("Access Modes", "[\(modes)]", level: 1)
    }
  }
}
