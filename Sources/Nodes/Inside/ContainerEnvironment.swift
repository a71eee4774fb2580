import Engine
import Objects
import Store

/// The environment variables of a pod's containers.
struct ContainerEnvironment {
  let pod: Pod
  let state: ClusterState
  let address: String?

  private var data: KeyedData { KeyedData(state: state, namespace: pod.metadata.namespace) }

  /// What is missing, in the kubelet's words; nil when the environment is complete.
  func problem(of container: Container) -> String? {
    for source in container.envFrom {
      guard let (named, isOptional) = Self.named(source), !isOptional else { continue }
      if data.values(named) == nil { return named.missing }
    }
    for variable in container.env {
      guard let (named, key) = Self.named(variable), key.optional != true else { continue }
      guard let values = data.values(named) else { return named.missing }
      if values[key.key] == nil {
        return named.missing(key.key, in: pod.metadata.namespace)
      }
    }
    return nil
  }

  private static func named(
    _ source: EnvironmentSource
  ) -> (KeyedData.Source, isOptional: Bool)? {
    if let map = source.configMapRef {
      return (.configMap(map.name ?? ""), map.optional ?? false)
    }
    return source.secretRef.map { (.secret($0.name ?? ""), $0.optional ?? false) }
  }

  private static func named(_ variable: EnvironmentVariable) -> (KeyedData.Source, KeySelector)? {
    if let key = variable.valueFrom?.configMapKeyRef { return (.configMap(key.name ?? ""), key) }
    return variable.valueFrom?.secretKeyRef.map { (.secret($0.name ?? ""), $0) }
  }

  /// Services first, then whole maps, then single variables; later ones win.
  func variables(of container: Container) -> [(name: String, value: String)] {
    var variables = serviceVariables
    for source in container.envFrom {
      guard let (named, _) = Self.named(source), let values = data.values(named) else { continue }
      for (key, value) in values { variables.append(((source.prefix ?? "") + key, value)) }
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
    if let (named, key) = Self.named(variable) { return data.values(named)?[key.key] }
    let source = variable.valueFrom
    if let field = source?.fieldRef?.fieldPath {
      if field == "status.podIP" || field == "status.podIPs" { return address ?? "" }
      return DownwardFields(pod: pod).value(field)
    }
    guard let field = source?.resourceFieldRef else { return nil }
    let other = pod.spec.container(named: field.containerName)
    return DownwardFields(pod: pod).value(
      field, of: other ?? container, on: state.node(pod.spec.nodeName))
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
    return Self.told.answer { told in
      told.services.elementsEqual(services) { told, service in
        told.metadata.name == service.metadata.name && told.spec == service.spec
      }
    } orElse: {
      (services, Self.variables(of: services))
    }.variables
  }

  /// Pods of one namespace are told of the same Services, and share what they are told.
  private static let told = Memo<(services: [Service], variables: [(name: String, value: String)])>(
    keeping: 16)

  private static func variables(of services: [Service]) -> [(name: String, value: String)] {
    services.flatMap { service -> [(name: String, value: String)] in
      guard let address = service.spec.clusterIP, address != "None", !address.isEmpty,
        let first = service.spec.ports.first
      else { return [] }
      let base = capitals(service.metadata.name)
      var result: [(name: String, value: String)] = [
        (base + "_SERVICE_HOST", address), (base + "_SERVICE_PORT", "\(first.port)"),
        (
          base + "_PORT", "\((first.protocolName ?? "TCP").lowercased())://\(address):\(first.port)"
        ),
      ]
      for port in service.spec.ports {
        let transport = port.protocolName ?? "TCP"
        let prefix = "\(base)_PORT_\(port.port)_\(transport)"
        if let name = port.name, !name.isEmpty {
          result.append((base + "_SERVICE_PORT_\(capitals(name))", "\(port.port)"))
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

  /// A name, which is of small letters, digits and dashes, as variables are named.
  private static func capitals(_ name: String) -> String {
    let bytes = name.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 32
      case UInt8(ascii: "-"): UInt8(ascii: "_")
      default: byte
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
