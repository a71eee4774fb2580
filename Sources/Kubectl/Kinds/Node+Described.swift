import Engine
import Objects
import Store

extension Node: Described {
  func describe(in context: Context) -> Description {
    var text = Description()
    text.field("Name", metadata.name)
    text.field("Roles", roles)
    text.labels("Labels", metadata.labels)
    text.annotations(metadata.annotations)
    text.field("CreationTimestamp", metadata.creationTimestamp?.rfc1123 ?? "")
    let taints = spec.taints.sorted {
      ($0.effect.rawValue, $0.key) < ($1.effect.rawValue, $1.key)
    }
    text.field("Taints", lines: taints.map(\.text))
    text.field("Unschedulable", "\(spec.unschedulable ?? false)")
    describeLease(&text, in: context)
    describeConditions(&text)
    describeMachine(&text)
    describePods(&text, in: context)
    return text
  }

  private func describeLease(_ text: inout Description, in context: Context) {
    let stored = context.state.get(Lease.self, metadata.name, in: Lease.nodesNamespace)
    guard let lease = stored?.read(at: context.now) else {
      let why = "leases.coordination.k8s.io \"\(metadata.name)\" not found"
      text.field("Lease", "Failed to get lease: \(why)")
      return
    }
    text.line(0, "Lease:")
    text.field("HolderIdentity", lease.spec.holderIdentity ?? "<unset>", level: 1)
    text.field("AcquireTime", lease.spec.acquireTime?.time.rfc1123 ?? "<unset>", level: 1)
    text.field("RenewTime", lease.spec.renewTime?.time.rfc1123 ?? "<unset>", level: 1)
  }

  private func describeConditions(_ text: inout Description) {
    guard !status.conditions.isEmpty else { return }
    text.line(0, "Conditions:")
    text.line(
      1, "Type", "Status", "LastHeartbeatTime", "LastTransitionTime", "Reason", "Message")
    text.line(
      1, "----", "------", "-----------------", "------------------", "------", "-------")
    for condition in status.conditions {
      text.line(
        1, "\(condition.type) ", "\(condition.status.rawValue) ",
        "\(condition.lastHeartbeatTime?.rfc1123 ?? "") ",
        "\(condition.lastTransitionTime?.rfc1123 ?? "") ", "\(condition.reason ?? "") ",
        "\(condition.message ?? "") ".trimmingEnds())
    }
  }

  private func describeMachine(_ text: inout Description) {
    text.line(0, "Addresses:")
    for address in status.addresses { text.field(address.type, address.address, level: 1) }
    text.amounts("Capacity", status.capacity, level: 0)
    text.amounts("Allocatable", status.allocatable, level: 0)
    let info = status.nodeInfo
    text.line(0, "System Info:")
    text.field("Machine ID", info.machineID, level: 1)
    text.field("System UUID", info.systemUUID, level: 1)
    text.field("Boot ID", info.bootID, level: 1)
    text.field("Kernel Version", info.kernelVersion, level: 1)
    text.field("OS Image", info.osImage, level: 1)
    text.field("Operating System", info.operatingSystem, level: 1)
    text.field("Architecture", info.architecture, level: 1)
    text.field("Container Runtime Version", info.containerRuntimeVersion, level: 1)
    text.field("Kubelet Version", info.kubeletVersion, level: 1)
    if let range = spec.podCIDR, !range.isEmpty { text.field("PodCIDR", range) }
    if !spec.podCIDRs.isEmpty {
      text.field("PodCIDRs", spec.podCIDRs.joined(separator: ","))
    }
    if let identity = spec.providerID, !identity.isEmpty { text.field("ProviderID", identity) }
  }

  private func describePods(_ text: inout Description, in context: Context) {
    let pods = context.state.pods(on: metadata.name).filter { !$0.hasEnded }
    text.field("Non-terminated Pods", "(\(pods.count) in total)")
    text.line(
      1, "Namespace", "Name", "", "CPU Requests", "CPU Limits", "Memory Requests",
      "Memory Limits", "Age")
    text.line(
      1, "---------", "----", "", "------------", "----------", "---------------",
      "-------------", "---")
    var requests = ResourceList()
    var limits = ResourceList()
    for pod in pods {
      requests += pod.totalRequests
      limits += pod.totalLimits
      text.line(
        1, pod.metadata.namespace, pod.metadata.name, "", share("cpu", of: pod.totalRequests),
        share("cpu", of: pod.totalLimits), share("memory", of: pod.totalRequests),
        share("memory", of: pod.totalLimits), pod.age(at: context.now))
    }
    text.line(0, "Allocated resources:")
    text.line(1, "(Total limits may be over 100 percent, i.e., overcommitted.)")
    text.line(1, "Resource", "Requests", "Limits")
    text.line(1, "--------", "--------", "------")
    for name in ["cpu", "memory", "ephemeral-storage"] {
      text.line(1, name, share(name, of: requests), share(name, of: limits))
    }
    for (name, _) in status.allocatable
    where !["cpu", "memory", "ephemeral-storage", "pods"].contains(name) {
      if name.hasPrefix("hugepages-") {
        text.line(1, name, share(name, of: requests), share(name, of: limits))
      } else {
        text.line(1, name, requests[name]?.text ?? "0", limits[name]?.text ?? "0")
      }
    }
  }

  /// `100m (5%)`: an amount and how much of the node's it is, rounded down.
  private func share(_ name: String, of amounts: ResourceList) -> String {
    let amount = amounts[name] ?? .zero
    let whole = status.allocatable[name] ?? status.capacity[name] ?? .zero
    let (part, total) =
      name == "cpu" ? (amount.milli, whole.milli) : (amount.whole, whole.whole)
    return "\(amount.text) (\(part.percent(of: total))%)"
  }
}
