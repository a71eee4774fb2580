import Objects

/// Fields of a pod that its containers may see.
struct DownwardFields {
  let pod: Pod

  func value(_ path: String) -> String? {
    switch path {
    case "metadata.name": return pod.metadata.name
    case "metadata.namespace": return pod.metadata.namespace
    case "metadata.uid": return pod.metadata.uid
    case "spec.nodeName": return pod.spec.nodeName
    case "spec.serviceAccountName": return pod.spec.serviceAccountName
    case "status.podIP": return pod.status.podIP
    case "status.hostIP": return pod.status.hostIP
    case "status.podIPs": return pod.status.podIPs.map(\.ip).joined(separator: ",")
    case "status.hostIPs": return pod.status.hostIPs.map(\.ip).joined(separator: ",")
    case "metadata.labels": return lines(pod.metadata.labels)
    case "metadata.annotations": return lines(pod.metadata.annotations)
    default: return entry(path)
    }
  }

  /// A request or limit of a container in the unit that is asked for, rounded up. Without a limit
  /// all that the node has to give is the limit.
  func value(_ field: ResourceFieldSelector, of container: Container, on node: Node?) -> String? {
    let parts = field.resource.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    let amount =
      parts[0] == "limits"
      ? container.resources.limits[parts[1]] ?? node?.status.allocatable[parts[1]]
      : container.resources.requests[parts[1]]
    guard let amount else { return "0" }
    let divisor = field.divisor.flatMap { $0.nano > 0 ? $0 : nil } ?? Quantity(1)
    return "\((amount.nano + divisor.nano - 1) / divisor.nano)"
  }

  private func lines(_ map: StringMap) -> String {
    map.map { "\($0.key)=\"\($0.value)\"" }.joined(separator: "\n")
  }

  /// `metadata.labels['app']`
  private func entry(_ path: String) -> String? {
    for (prefix, map) in [
      ("metadata.labels['", pod.metadata.labels),
      ("metadata.annotations['", pod.metadata.annotations),
    ] where path.hasPrefix(prefix) && path.hasSuffix("']") {
      return map[String(path.dropFirst(prefix.count).dropLast(2))]
    }
    return nil
  }
}

extension PodSpec {
  /// The container of this name, init containers included; nil when none is named.
  func container(named name: String?) -> Container? {
    guard let name, !name.isEmpty else { return nil }
    return (containers + initContainers).first { $0.name == name }
  }
}
