import Objects
import Store

/// The environment variables of a pod's containers.
struct ContainerEnvironment {
  let pod: Pod
  let state: ClusterState
  let address: String?

  /// What is missing, in the kubelet's words; nil when the environment is complete.
  func problem(of container: Container) -> String? {
    let namespace = pod.metadata.namespace
    for source in container.envFrom {
      if let map = source.configMapRef, map.optional != true,
        state.get(ConfigMap.self, map.name ?? "", in: namespace) == nil
      {
        return "configmap \"\(map.name ?? "")\" not found"
      }
      if let secret = source.secretRef, secret.optional != true {
        return "secret \"\(secret.name ?? "")\" not found"
      }
    }
    for variable in container.env {
      if let key = variable.valueFrom?.configMapKeyRef, key.optional != true {
        guard let map = state.get(ConfigMap.self, key.name ?? "", in: namespace) else {
          return "configmap \"\(key.name ?? "")\" not found"
        }
        if map.data[key.key] == nil {
          return "couldn't find key \(key.key) in ConfigMap \(namespace)/\(key.name ?? "")"
        }
      }
      if let key = variable.valueFrom?.secretKeyRef, key.optional != true {
        return "secret \"\(key.name ?? "")\" not found"
      }
    }
    return nil
  }

  /// Services first, then whole maps, then single variables; later ones win.
  func variables(of container: Container) -> [(name: String, value: String)] {
    var variables = serviceVariables
    for source in container.envFrom {
      guard let name = source.configMapRef?.name,
        let map = state.get(ConfigMap.self, name, in: pod.metadata.namespace)
      else { continue }
      for (key, value) in map.data { variables.append(((source.prefix ?? "") + key, value)) }
    }
    for variable in container.env {
      let known = CommandExpansion(environment: variables)
      if let value = variable.value {
        variables.append((variable.name, known.expanded(value)))
      } else if let value = self.value(of: variable, container) {
        variables.append((variable.name, value))
      } else if variable.valueFrom == nil {
        variables.append((variable.name, ""))
      }
    }
    return variables
  }

  private func value(of variable: EnvironmentVariable, _ container: Container) -> String? {
    let source = variable.valueFrom
    if let key = source?.configMapKeyRef {
      return state.get(ConfigMap.self, key.name ?? "", in: pod.metadata.namespace)?.data[key.key]
    }
    if let field = source?.fieldRef?.fieldPath {
      if field == "status.podIP" { return address ?? "" }
      return DownwardFields(pod: pod).value(field)
    }
    if let field = source?.resourceFieldRef { return resource(field, container) }
    return nil
  }

  private func resource(_ field: ResourceFieldSelector, _ container: Container) -> String? {
    let parts = field.resource.split(separator: ".").map(String.init)
    guard parts.count == 2 else { return nil }
    let node = state.node(pod.spec.nodeName)
    let list = parts[0] == "limits" ? container.resources.limits : container.resources.requests
    guard let amount = list[parts[1]] ?? node?.status.allocatable[parts[1]] else { return "0" }
    let divisor = field.divisor ?? Quantity(1)
    guard divisor.nano > 0 else { return "0" }
    return "\((amount.nano + divisor.nano - 1) / divisor.nano)"
  }

  /// The addresses of the namespace's Services and of the API server.
  private var serviceVariables: [(name: String, value: String)] {
    guard pod.spec.enableServiceLinks ?? true else { return [] }
    var services = state.all(Service.self, in: pod.metadata.namespace)
    if let api = state.get(Service.self, "kubernetes", in: "default"),
      pod.metadata.namespace != "default"
    {
      services.append(api)
    }
    return services.flatMap { service -> [(name: String, value: String)] in
      guard let address = service.spec.clusterIP, address != "None", !address.isEmpty,
        let first = service.spec.ports.first
      else { return [] }
      let name = service.metadata.name.uppercased().map { $0 == "-" ? "_" : $0 }
      let base = String(name)
      var result = [
        (base + "_SERVICE_HOST", address), (base + "_SERVICE_PORT", "\(first.port)"),
        (
          base + "_PORT", "\((first.protocolName ?? "TCP").lowercased())://\(address):\(first.port)"
        ),
      ]
      for port in service.spec.ports {
        let transport = port.protocolName ?? "TCP"
        let prefix = "\(base)_PORT_\(port.port)_\(transport)"
        if let name = port.name, !name.isEmpty {
          let upper = String(name.uppercased().map { $0 == "-" ? "_" : $0 })
          result.append((base + "_SERVICE_PORT_\(upper)", "\(port.port)"))
        }
        result += [
          (prefix, "\(transport.lowercased())://\(address):\(port.port)"),
          (prefix + "_PROTO", transport.lowercased()), (prefix + "_PORT", "\(port.port)"),
          (prefix + "_ADDR", address),
        ]
      }
      return result
    }
  }
}

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
    case "metadata.labels": return lines(pod.metadata.labels)
    case "metadata.annotations": return lines(pod.metadata.annotations)
    default: return entry(path)
    }
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
