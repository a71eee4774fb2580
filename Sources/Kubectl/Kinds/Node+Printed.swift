import Engine
import Objects

extension Node: Printed {
  static func header(wide: Bool) -> [String] {
    let narrow = ["NAME", "STATUS", "ROLES", "AGE", "VERSION"]
    let more = ["INTERNAL-IP", "EXTERNAL-IP", "OS-IMAGE", "KERNEL-VERSION", "CONTAINER-RUNTIME"]
    return wide ? narrow + more : narrow
  }

  func row(wide: Bool, at now: SimTime) -> [String] {
    let info = status.nodeInfo
    let narrow = [metadata.name, readiness, roles, age(at: now), info.kubeletVersion]
    guard wide else { return narrow }
    let kernel = Cell.orUnknown(info.kernelVersion)
    return narrow + [
      address("InternalIP"), address("ExternalIP"), Cell.orUnknown(info.osImage),
      info.architecture.isEmpty ? kernel : "\(kernel) (\(info.architecture))",
      Cell.orUnknown(info.containerRuntimeVersion),
    ]
  }

  /// `Ready`, `NotReady`, `Unknown`, with `,SchedulingDisabled` behind it when cordoned.
  var readiness: String {
    let ready = status.conditions["Ready"].map { $0.status == .isTrue ? "Ready" : "NotReady" }
    return (ready ?? "Unknown") + (spec.unschedulable == true ? ",SchedulingDisabled" : "")
  }

  /// The roles its labels give it, sorted.
  var roles: String {
    var roles: [String] = []
    for (key, value) in metadata.labels {
      if key.hasPrefix("node-role.kubernetes.io/") {
        let role = String(key.dropFirst("node-role.kubernetes.io/".count))
        if !role.isEmpty { roles.append(role) }
      } else if key == "kubernetes.io/role", !value.isEmpty {
        roles.append(value)
      }
    }
    return Cell.list(roles.sorted())
  }

  private func address(_ type: String) -> String {
    Cell.orNone(status.addresses.first { $0.type == type }?.address)
  }
}
