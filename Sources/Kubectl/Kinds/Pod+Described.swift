import Engine
import Objects

extension Pod: Described {
  func describe(in context: Context) -> Description {
    var text = Description()
    describeIdentity(&text)
    describeState(&text, at: context.now)
    describeContainers(&text)
    describeConditions(&text)
    text.volumes(spec.volumes)
    text.field("QoS Class", (status.qosClass ?? .bestEffort).rawValue)
    text.labels("Node-Selectors", spec.nodeSelector)
    text.tolerations(spec.tolerations)
    text.spreadConstraints(spec.topologySpreadConstraints)
    return text
  }

  private func describeIdentity(_ text: inout Description) {
    text.field("Name", metadata.name)
    text.field("Namespace", metadata.namespace)
    if let priority = spec.priority { text.field("Priority", "\(priority)") }
    if !spec.priorityClassName.isEmpty {
      text.field("Priority Class Name", spec.priorityClassName)
    }
    if let runtime = spec.unlisted["runtimeClassName"]?.string, !runtime.isEmpty {
      text.field("Runtime Class Name", runtime)
    }
    if let account = spec.serviceAccountName { text.field("Service Account", account) }
    text.field(
      "Node", spec.nodeName.isEmpty ? "<none>" : "\(spec.nodeName)/\(status.hostIP ?? "")")
    if let start = status.startTime { text.field("Start Time", start.rfc1123) }
    text.labels("Labels", metadata.labels)
    text.annotations(metadata.annotations)
  }

  private func describeState(_ text: inout Description, at now: SimTime) {
    if let deletion = metadata.deletionTimestamp, !hasEnded {
      text.field("Status", "Terminating (lasts \(Cell.age(of: deletion, at: now)))")
      text.field(
        "Termination Grace Period", "\(metadata.deletionGracePeriodSeconds ?? 0)s")
    } else {
      text.field("Status", status.phase?.rawValue ?? "")
    }
    if let reason = status.reason, !reason.isEmpty { text.field("Reason", reason) }
    if let message = status.message, !message.isEmpty { text.field("Message", message) }
    if let profile = spec.securityContext?.value(at: ["seccompProfile", "type"])?.string {
      text.field("SeccompProfile", profile)
      if profile == "Localhost" {
        let path = spec.securityContext?.value(at: ["seccompProfile", "localhostProfile"])
        text.field("LocalhostProfile", path?.string ?? "")
      }
    }
    text.field("IP", status.podIP ?? "")
    if status.podIPs.isEmpty {
      text.field("IPs", "<none>")
    } else {
      text.line(0, "IPs:")
      for address in status.podIPs { text.field("IP", address.ip, level: 1) }
    }
    if let owner = metadata.controller {
      text.field("Controlled By", "\(owner.kind)/\(owner.name)")
    }
    if let node = status.nominatedNodeName, !node.isEmpty {
      text.field("NominatedNodeName", node)
    }
  }

  private func describeContainers(_ text: inout Description) {
    if let resources = spec.resources {
      text.line(0, "Resources:")
      text.amounts("Limits", resources.limits, level: 1)
      text.amounts("Requests", resources.requests, level: 1)
    }
    if !spec.initContainers.isEmpty {
      text.containers(
        "Init Containers", spec.initContainers, statuses: status.initContainerStatuses, pod: self)
    }
    text.containers("Containers", spec.containers, statuses: status.containerStatuses, pod: self)
    if !spec.ephemeralContainers.isEmpty {
      text.containers(
        "Ephemeral Containers", spec.ephemeralContainers,
        statuses: status.ephemeralContainerStatuses, pod: self)
    }
  }

  private func describeConditions(_ text: inout Description) {
    if !spec.readinessGates.isEmpty {
      text.line(0, "Readiness Gates:")
      text.line(1, "Type", "Status")
      for gate in spec.readinessGates {
        let found = status.conditions[gate.conditionType]?.status.rawValue ?? "<none>"
        text.line(1, "\(gate.conditionType) ", "\(found) ")
      }
    }
    guard !status.conditions.isEmpty else { return }
    text.line(0, "Conditions:")
    text.line(1, "Type", "Status")
    for condition in status.conditions {
      text.line(1, "\(condition.type) ", "\(condition.status.rawValue) ")
    }
  }
}

extension Description {
  /// What the pods of a controller are made from.
  mutating func template(_ template: PodTemplate) {
    line(0, "Pod Template:")
    labels("Labels", template.metadata.labels, indentation: "  ")
    if !template.metadata.annotations.isEmpty {
      annotations(template.metadata.annotations, indentation: "  ")
    }
    let spec = template.spec
    if let account = spec.serviceAccountName { line(0, "  Service Account:", account) }
    if !spec.initContainers.isEmpty {
      containers("Init Containers", spec.initContainers, indentation: "  ")
    }
    containers("Containers", spec.containers, indentation: "  ")
    volumes(spec.volumes, indentation: "  ")
    spreadConstraints(spec.topologySpreadConstraints, indentation: "  ")
    if !spec.priorityClassName.isEmpty {
      line(0, "  Priority Class Name:", spec.priorityClassName)
    }
    labels("Node-Selectors", spec.nodeSelector, indentation: "  ")
    tolerations(spec.tolerations, indentation: "  ")
  }
}
