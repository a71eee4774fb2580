import Engine
import Objects
import Store

extension Service: Described {
  func describe(in context: Context) -> Description {
    var text = Description()
    text.field("Name", metadata.name)
    text.field("Namespace", metadata.namespace)
    text.labels("Labels", metadata.labels)
    text.annotations(metadata.annotations)
    text.field("Selector", Cell.orNone(spec.selector.joined()))
    text.field("Type", (spec.type ?? .clusterIP).rawValue)
    if let policy = spec.ipFamilyPolicy { text.field("IP Family Policy", policy) }
    text.field("IP Families", Cell.list(spec.ipFamilies))
    text.field("IP", spec.clusterIP ?? "")
    text.field("IPs", Cell.list(spec.clusterIPs))
    if !spec.externalIPs.isEmpty {
      text.field("External IPs", spec.externalIPs.joined(separator: ","))
    }
    if let address = spec.unlisted["loadBalancerIP"]?.string, !address.isEmpty {
      text.field("Desired LoadBalancer IP", address)
    }
    if let name = spec.externalName, !name.isEmpty { text.field("External Name", name) }
    let ingress = status.loadBalancer.ingress.compactMap { point in
      guard let address = point["ip"]?.string else { return point["hostname"]?.string }
      return address + (point["ipMode"]?.string.map { " (\($0))" } ?? "")
    }
    if !ingress.isEmpty {
      text.field("LoadBalancer Ingress", ingress.joined(separator: ", "))
    }
    for port in spec.ports { describe(port, &text, in: context) }
    text.field("Session Affinity", spec.sessionAffinity ?? "None")
    if let policy = spec.externalTrafficPolicy { text.field("External Traffic Policy", policy) }
    if let policy = spec.internalTrafficPolicy { text.field("Internal Traffic Policy", policy) }
    describeTraffic(&text)
    return text
  }

  private func describeTraffic(_ text: inout Description) {
    if let port = spec.unlisted["healthCheckNodePort"]?.integer, port != 0 {
      text.field("HealthCheck NodePort", "\(port)")
    }
    let ranges = (spec.unlisted["loadBalancerSourceRanges"]?.array ?? []).compactMap(\.string)
    if !ranges.isEmpty {
      text.field("LoadBalancer Source Ranges", ranges.joined(separator: ","))
    }
    if let distribution = spec.unlisted["trafficDistribution"]?.string {
      text.field("Traffic Distribution", distribution)
    }
  }

  private func describe(_ port: ServicePort, _ text: inout Description, in context: Context) {
    let name = port.name.map { $0.isEmpty ? "<unset>" : $0 } ?? "<unset>"
    let transport = port.protocolName ?? "TCP"
    text.line(0, "Port:", name, "\(port.port)/\(transport)")
    text.field("TargetPort", "\(port.targetPort?.text ?? "\(port.port)")/\(transport)")
    if let application = port.unlisted["appProtocol"]?.string {
      text.field("AppProtocol", application)
    }
    if let number = port.nodePort, number != 0 {
      text.line(0, "NodePort:", name, "\(number)/\(transport)")
    }
    text.field("Endpoints", endpoints(of: port, in: context))
  }

  /// Addresses that are ready, three at most.
  func endpoints(of port: ServicePort, in context: Context) -> String {
    let slices = context.state.all(EndpointSlice.self, in: metadata.namespace).filter {
      $0.metadata.labels["kubernetes.io/service-name"] == metadata.name
    }
    if slices.isEmpty { return "<none>" }
    var addresses: [String] = []
    for slice in slices {
      let ready = slice.endpoints.filter { $0.conditions.ready ?? true }
      let numbers = slice.ports.filter { ($0.name ?? "") == (port.name ?? "") }.compactMap(\.port)
      if slice.ports.isEmpty {
        addresses += ready.compactMap(\.addresses.first)
      }
      for number in numbers {
        addresses += ready.compactMap { $0.addresses.first.map { "\($0):\(number)" } }
      }
    }
    let text = addresses.prefix(3).joined(separator: ",")
    return addresses.count > 3 ? "\(text) + \(addresses.count - 3) more..." : text
  }
}

extension EndpointSlice: Described {
  func describe(in context: Context) -> Description {
    var text = Description()
    text.field("Name", metadata.name)
    text.field("Namespace", metadata.namespace)
    text.labels("Labels", metadata.labels)
    text.annotations(metadata.annotations)
    text.field("AddressType", addressType)
    if ports.isEmpty {
      text.line(0, "Ports: <unset>")
    } else {
      text.line(0, "Ports:")
      text.line(1, "Name", "Port", "Protocol")
      text.line(1, "----", "----", "--------")
      for port in ports {
        let name = port.name.map { $0.isEmpty ? "<unset>" : $0 } ?? "<unset>"
        text.line(1, name, port.port.map { "\($0)" } ?? "<unset>", port.protocolName ?? "TCP")
      }
    }
    if endpoints.isEmpty {
      text.line(0, "Endpoints: <none>")
    } else {
      text.line(0, "Endpoints:")
      for endpoint in endpoints { text.add(endpoint.description) }
    }
    return text
  }
}

extension Endpoint {
  fileprivate var description: Description {
    var text = Description()
    text.line(1, "- Addresses:", Cell.orNone(addresses.joined(separator: ", ")))
    text.line(2, "Conditions:")
    text.field("Ready", conditions.ready.map { "\($0)" } ?? "<unset>", level: 3)
    text.field("Hostname", hostname ?? "<unset>", level: 2)
    if let target = targetRef {
      text.field("TargetRef", "\(target.kind ?? "")/\(target.name ?? "")", level: 2)
    }
    text.field("NodeName", nodeName ?? "<unset>", level: 2)
    text.field("Zone", zone ?? "<unset>", level: 2)
    return text
  }
}
