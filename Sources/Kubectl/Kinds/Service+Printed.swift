import Engine
import Objects

extension Service: Printed {
  static func header(wide: Bool) -> [String] {
    let narrow = ["NAME", "TYPE", "CLUSTER-IP", "EXTERNAL-IP", "PORT(S)", "AGE"]
    return wide ? narrow + ["SELECTOR"] : narrow
  }

  func row(wide: Bool, at now: SimTime) -> [String] {
    let ports = spec.ports.map { port in
      let name = port.protocolName ?? "TCP"
      return port.nodePort.map { "\(port.port):\($0)/\(name)" } ?? "\(port.port)/\(name)"
    }
    let narrow = [
      metadata.name, (spec.type ?? .clusterIP).rawValue, Cell.orNone(spec.clusterIP),
      external(wide: wide), Cell.list(ports), age(at: now),
    ]
    return wide ? narrow + [Cell.orNone(spec.selector.joined())] : narrow
  }

  private func external(wide: Bool) -> String {
    switch spec.type ?? .clusterIP {
    case .clusterIP, .nodePort: return Cell.list(spec.externalIPs)
    case .externalName: return spec.externalName ?? ""
    case .loadBalancer:
      let given = status.loadBalancer.ingress.compactMap {
        $0["ip"]?.string ?? $0["hostname"]?.string
      }
      let all = (given + spec.externalIPs).joined(separator: ",")
      if all.isEmpty { return "<pending>" }
      return wide || all.count <= 16 ? all : all.prefix(13) + "..."
    }
  }
}

extension EndpointSlice: Printed {
  static func header(wide: Bool) -> [String] {
    ["NAME", "ADDRESSTYPE", "PORTS", "ENDPOINTS", "AGE"]
  }

  func row(wide: Bool, at now: SimTime) -> [String] {
    [
      metadata.name, addressType, Self.clipped(ports.map { $0.port.map { "\($0)" } ?? "*" }),
      Self.clipped(endpoints.flatMap { $0.addresses }), age(at: now),
    ]
  }

  /// Three at most, then how many more.
  private static func clipped(_ items: [String]) -> String {
    if items.isEmpty { return "<unset>" }
    let text = items.prefix(3).joined(separator: ",")
    return items.count > 3 ? "\(text) + \(items.count - 3) more..." : text
  }
}
