import Engine
import Objects

/// Containers as they stand in descriptions of pods and of pod templates.
extension Description {
  /// `indentation` is empty for a pod and two spaces for a template.
  mutating func containers(
    _ title: String, _ containers: [Container], statuses: [ContainerStatus] = [], pod: Pod? = nil,
    indentation: String = ""
  ) {
    line(0, "\(indentation)\(title):" + (containers.isEmpty ? " <none>" : ""))
    for container in containers {
      let status = statuses.first { $0.name == container.name }
      line(1, "\(indentation.isEmpty ? "" : " ")\(container.name):")
      basics(of: container, status)
      words("Command", container.command)
      words("Args", container.args)
      if let status { state(of: status) }
      amounts("Limits", container.resources.limits, level: 2)
      amounts("Requests", container.resources.requests, level: 2)
      probes(of: container)
      environment(of: container, pod: pod)
      mounts(of: container)
    }
  }

  private mutating func basics(of container: Container, _ status: ContainerStatus?) {
    if let status { field("Container ID", status.containerID ?? "", level: 2) }
    field("Image", container.image, level: 2)
    if let status { field("Image ID", status.imageID, level: 2) }
    let ports = container.ports.map { $0.text(number: $0.containerPort) }
    let hostPorts = container.ports.map { $0.text(number: $0.hostPort ?? 0) }
    let plural = ports.count > 1 ? "s" : ""
    field("Port\(plural)", Cell.orNone(ports.joined(separator: ", ")), level: 2)
    field("Host Port\(plural)", Cell.orNone(hostPorts.joined(separator: ", ")), level: 2)
    if let profile = container.securityContext?["seccompProfile"] {
      let type = profile["type"]?.string ?? ""
      field("SeccompProfile", type, level: 2)
      if type == "Localhost" {
        field("LocalhostProfile", profile["localhostProfile"]?.string ?? "", level: 3)
      }
    }
  }

  private mutating func words(_ title: String, _ words: [String]) {
    guard !words.isEmpty else { return }
    line(2, "\(title):")
    for word in words {
      for part in word.split(separator: "\n", omittingEmptySubsequences: false) {
        line(3, String(part))
      }
    }
  }

  private mutating func state(of status: ContainerStatus) {
    state("State", status.state)
    if status.lastState.terminated != nil { state("Last State", status.lastState) }
    field("Ready", status.ready ? "True" : "False", level: 2)
    field("Restart Count", "\(status.restartCount)", level: 2)
  }

  private mutating func state(_ title: String, _ state: ContainerState) {
    if let running = state.running {
      field(title, "Running", level: 2)
      field("Started", running.startedAt?.rfc1123 ?? "", level: 3)
    } else if let ended = state.terminated {
      field(title, "Terminated", level: 2)
      if let reason = ended.reason, !reason.isEmpty { field("Reason", reason, level: 3) }
      if let message = ended.message, !message.isEmpty { field("Message", message, level: 3) }
      field("Exit Code", "\(ended.exitCode)", level: 3)
      if let signal = ended.signal, signal > 0 { field("Signal", "\(signal)", level: 3) }
      field("Started", ended.startedAt?.rfc1123 ?? "", level: 3)
      field("Finished", ended.finishedAt?.rfc1123 ?? "", level: 3)
    } else {
      field(title, "Waiting", level: 2)
      if let reason = state.waiting?.reason, !reason.isEmpty { field("Reason", reason, level: 3) }
    }
  }

  private mutating func probes(of container: Container) {
    if let probe = container.livenessProbe { field("Liveness", probe.text, level: 2) }
    if let probe = container.readinessProbe { field("Readiness", probe.text, level: 2) }
    if let probe = container.startupProbe { field("Startup", probe.text, level: 2) }
  }

  private mutating func environment(of container: Container, pod: Pod?) {
    if !container.envFrom.isEmpty {
      line(2, "Environment Variables from:")
      for source in container.envFrom {
        let kind = source.configMapRef != nil ? "ConfigMap" : "Secret"
        let reference = source.configMapRef ?? source.secretRef
        let prefix = source.prefix.map { $0.isEmpty ? "" : " with prefix '\($0)'" } ?? ""
        line(
          3, reference?.name ?? "", kind + prefix, "Optional: \(reference?.optional ?? false)")
      }
    }
    guard !container.env.isEmpty else {
      field("Environment", "<none>", level: 2)
      return
    }
    line(2, "Environment:")
    for variable in container.env { environment(variable, of: container, pod: pod) }
  }

  private mutating func environment(
    _ variable: EnvironmentVariable, of container: Container, pod: Pod?
  ) {
    let title = "\(variable.name):"
    if let field = variable.valueFrom?.fieldRef {
      let value = pod.map { $0.value(ofField: field.fieldPath) } ?? ""
      line(3, title, "\(value) (\(field.apiVersion ?? "v1"):\(field.fieldPath))")
    } else if let resource = variable.valueFrom?.resourceFieldRef {
      line(3, title, "\(container.value(of: resource)) (\(resource.resource))")
    } else if let key = variable.valueFrom?.secretKeyRef {
      line(
        3, title, "<set to the key '\(key.key)' in secret '\(key.name ?? "")'>",
        "Optional: \(key.optional ?? false)")
    } else if let key = variable.valueFrom?.configMapKeyRef {
      line(
        3, title, "<set to the key '\(key.key)' of config map '\(key.name ?? "")'>",
        "Optional: \(key.optional ?? false)")
    } else {
      let lines = (variable.value ?? "").split(separator: "\n", omittingEmptySubsequences: false)
      for (position, text) in lines.enumerated() {
        line(3, position == 0 ? title : "", String(text))
      }
      if lines.isEmpty { line(3, title, "") }
    }
  }

  private mutating func mounts(of container: Container) {
    if container.volumeMounts.isEmpty {
      field("Mounts", "<none>", level: 2)
    } else {
      line(2, "Mounts:")
    }
    for mount in container.volumeMounts.sorted(by: { $0.mountPath < $1.mountPath }) {
      var flags = [mount.readOnly == true ? "ro" : "rw"]
      if let path = mount.subPath, !path.isEmpty { flags.append("path=\"\(path)\"") }
      line(3, "\(mount.mountPath) from \(mount.name) (\(flags.joined(separator: ",")))")
    }
    let devices = container.unlisted["volumeDevices"]?.array ?? []
    guard !devices.isEmpty else { return }
    let none = container.volumeMounts.isEmpty ? ["<none>"] : []
    line(2, cells: ["Devices:"] + none)
    let places = devices.map { ($0["devicePath"]?.string ?? "", $0["name"]?.string ?? "") }
    for (path, name) in places.sorted(by: { $0 < $1 }) { line(3, "\(path) from \(name)") }
  }
}

extension ContainerPort {
  func text(number: Int) -> String {
    let text = "\(number)/\(protocolName ?? "TCP")"
    return name.map { $0.isEmpty ? text : "\(text) (\($0))" } ?? text
  }
}

extension Container {
  /// A request or limit in the unit that the variable asks for.
  func value(of field: ResourceFieldSelector) -> String {
    let parts = field.resource.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return "" }
    let list = parts[0] == "limits" ? resources.limits : resources.requests
    guard let amount = list[parts[1]], amount != .zero else {
      return parts[0] == "limits" && ["cpu", "memory"].contains(parts[1])
        ? "node allocatable" : "0"
    }
    let divisor = field.divisor.map { $0 == .zero ? Quantity(1) : $0 } ?? Quantity(1)
    return "\(amount.count(of: divisor))"
  }
}

extension Pod {
  /// The fields of itself that describe shows as values: kubectl reads no others back.
  func value(ofField path: String) -> String {
    switch path {
    case "metadata.name": metadata.name
    case "metadata.namespace": metadata.namespace
    default: ""
    }
  }
}

extension Probe {
  /// `http-get http://:80/path delay=0s timeout=1s period=10s #success=1 #failure=3`
  var text: String {
    let attributes =
      "delay=\(initialDelaySeconds ?? 0)s timeout=\(timeoutSeconds ?? 1)s "
      + "period=\(periodSeconds ?? 10)s #success=\(successThreshold ?? 1) "
      + "#failure=\(failureThreshold ?? 3)"
    if let exec { return "exec [\(exec.command.joined(separator: " "))] \(attributes)" }
    if let page = httpGet {
      let scheme = (page.scheme ?? "HTTP").lowercased()
      return "http-get \(scheme)://\(page.host ?? ""):\(page.port.text)\(page.path ?? "") "
        + attributes
    }
    if let socket = tcpSocket {
      return "tcp-socket \(socket.host ?? ""):\(socket.port.text) \(attributes)"
    }
    if let grpc {
      let port = grpc["port"]?.integer ?? 0
      return "grpc <pod>:\(port) \(grpc["service"]?.string ?? "") \(attributes)"
    }
    return "unknown \(attributes)"
  }
}
