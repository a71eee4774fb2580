import Engine
import Objects
import Store

extension PersistentVolumeClaim: Described {
  func describe(in context: Context) -> Description {
    var text = Description()
    text.field("Name", metadata.name)
    text.field("Namespace", metadata.namespace)
    text.field("StorageClass", className)
    text.phase(status.phase?.rawValue ?? "", of: metadata, at: context.now)
    text.field("Volume", spec.volumeName ?? "")
    text.labels("Labels", metadata.labels)
    text.annotations(metadata.annotations)
    text.field("Finalizers", "[\(metadata.finalizers.joined(separator: " "))]")
    text.field("Capacity", shownCapacity)
    text.field("Access Modes", shownModes)
    if let mode = spec.volumeMode { text.field("VolumeMode", mode.rawValue) }
    describeSource(&text)
    let users = context.state.all(Pod.self, in: metadata.namespace).filter { pod in
      pod.spec.volumes.contains { $0.claimName(in: pod) == metadata.name }
    }
    text.field("Used By", lines: users.map(\.metadata.name))
    describeConditions(&text)
    return text
  }

  private func describeSource(_ text: inout Description) {
    guard let source = spec.dataSource else { return }
    text.line(0, "DataSource:")
    if let group = source["apiGroup"]?.string { text.field("APIGroup", group, level: 1) }
    text.field("Kind", source["kind"]?.string ?? "", level: 1)
    text.field("Name", source["name"]?.string ?? "", level: 1)
  }

  private func describeConditions(_ text: inout Description) {
    guard !status.conditions.isEmpty else { return }
    text.line(0, "Conditions:")
    text.line(1, "Type", "Status", "LastProbeTime", "LastTransitionTime", "Reason", "Message")
    text.line(
      1, "----", "------", "-----------------", "------------------", "------", "-------")
    for condition in status.conditions {
      let time = condition.lastTransitionTime?.rfc1123 ?? ""
      text.line(
        1, "\(condition.type) ", "\(condition.status.rawValue) ", "\(time) ", "\(time) ",
        "\(condition.reason ?? "") ", "\(condition.message ?? "")")
    }
  }
}

extension PersistentVolume: Described {
  func describe(in context: Context) -> Description {
    var text = Description()
    text.field("Name", metadata.name)
    text.labels("Labels", metadata.labels)
    text.annotations(metadata.annotations)
    text.field("Finalizers", "[\(metadata.finalizers.joined(separator: " "))]")
    text.field("StorageClass", className)
    text.phase(status.phase?.rawValue ?? "", of: metadata, at: context.now)
    text.field("Claim", claimKey?.namespacedName ?? "")
    text.field("Reclaim Policy", spec.persistentVolumeReclaimPolicy?.rawValue ?? "")
    text.field("Access Modes", spec.accessModes.abbreviations)
    if let mode = spec.volumeMode { text.field("VolumeMode", mode.rawValue) }
    text.field("Capacity", size.text)
    describeAffinity(&text)
    text.field("Message", status.message ?? "")
    text.line(0, "Source:")
    text.volumeSource(spec.value, of: .persistentVolume)
    return text
  }

  private func describeAffinity(_ text: inout Description) {
    guard let affinity = spec.nodeAffinity else {
      text.field("Node Affinity", "<none>")
      return
    }
    text.field("Node Affinity", "")
    guard let required = affinity.required else {
      text.field("Required Terms", "<none>", level: 1)
      return
    }
    text.field("Required Terms", "", level: 1)
    for (position, term) in required.nodeSelectorTerms.enumerated() {
      let texts = term.matchExpressions.map { requirement in
        let values = requirement.values.joined(separator: ", ")
        let word = requirement.op.rawValue.lowercased()
        return "\(requirement.key) \(word)" + (values.isEmpty ? "" : " [\(values)]")
      }
      for (place, line) in texts.enumerated() {
        text.line(2, place == 0 ? "Term \(position):" : "", line)
      }
      if texts.isEmpty { text.field("Term \(position)", "<none>", level: 2) }
    }
  }
}

extension StorageClass: Described {
  func describe(in context: Context) -> Description {
    var text = Description()
    text.field("Name", metadata.name)
    text.field("IsDefaultClass", isDefault ? "Yes" : "No")
    text.annotationsInLine(metadata.annotations)
    text.field("Provisioner", provisioner)
    text.field("Parameters", Cell.orNone(parameters.joined()))
    let growth = allowVolumeExpansion.map { $0 ? "True" : "False" }
    text.field("AllowVolumeExpansion", growth ?? "<unset>")
    if mountOptions.isEmpty {
      text.field("MountOptions", "<none>")
    } else {
      text.line(0, "MountOptions:")
      for option in mountOptions { text.line(1, option) }
    }
    text.field("ReclaimPolicy", (reclaimPolicy ?? .delete).rawValue)
    text.field("VolumeBindingMode", (volumeBindingMode ?? .immediate).rawValue)
    describeTopologies(&text)
    return text
  }

  private func describeTopologies(_ text: inout Description) {
    guard !allowedTopologies.isEmpty else { return }
    text.field("AllowedTopologies", "")
    for (position, term) in allowedTopologies.enumerated() {
      for (place, requirement) in term.matchLabelExpressions.enumerated() {
        let line = "\(requirement.key) in [\(requirement.values.joined(separator: ", "))]"
        text.line(1, place == 0 ? "Term \(position):" : "", line)
      }
    }
  }
}

extension Description {
  /// The phase, or since when the object is on its way out.
  fileprivate mutating func phase(_ phase: String, of metadata: ObjectMeta, at now: SimTime) {
    guard let deletion = metadata.deletionTimestamp else {
      field("Status", phase)
      return
    }
    field("Status", "Terminating (lasts \(Cell.age(of: deletion, at: now)))")
  }

  /// All annotations one after the other, the copy that apply keeps there included.
  mutating func annotationsInLine(_ annotations: StringMap) {
    let text = Cell.orNone(annotations.joined())
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    field("Annotations", lines.first.map(String.init) ?? "")
    for line in lines.dropFirst() { self.line(0, String(line)) }
  }
}
