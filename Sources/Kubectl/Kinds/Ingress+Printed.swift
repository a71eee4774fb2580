import Engine
import Objects

extension Ingress: Printed {
  static func header(wide: Bool) -> [String] {
    ["NAME", "CLASS", "HOSTS", "ADDRESS", "PORTS", "AGE"]
  }

  func row(wide: Bool, at now: SimTime) -> [String] {
    [
      metadata.name, spec.ingressClassName ?? "<none>", shownHosts, address(wide: wide),
      spec.tls.isEmpty ? "80" : "80, 443", age(at: now),
    ]
  }

  /// Three hosts at most.
  private var shownHosts: String {
    let hosts = spec.rules.prefix(3).compactMap(\.host).filter { !$0.isEmpty }
    if hosts.isEmpty { return "*" }
    let shown = hosts.joined(separator: ",")
    return spec.rules.count > 3 ? "\(shown) + \(spec.rules.count - 3) more..." : shown
  }

  /// Where a controller takes requests in; cut short in narrow tables.
  func address(wide: Bool) -> String {
    let all = status.loadBalancer.ingress
      .compactMap { $0["ip"]?.string ?? $0["hostname"]?.string }.joined(separator: ",")
    return wide || all.count <= 16 ? all : all.prefix(13) + "..."
  }
}

extension IngressClass: Printed {
  static func header(wide: Bool) -> [String] { ["NAME", "CONTROLLER", "PARAMETERS", "AGE"] }

  func row(wide: Bool, at now: SimTime) -> [String] {
    [metadata.name, spec.controller ?? "", shownParameters, age(at: now)]
  }

  private var shownParameters: String {
    guard let parameters = spec.parameters else { return "<none>" }
    let group = parameters.apiGroup.map { ".\($0)" } ?? ""
    return "\(parameters.kind)\(group)/\(parameters.name)"
  }
}
