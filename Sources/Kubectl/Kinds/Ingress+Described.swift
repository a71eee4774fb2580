import Engine
import Objects
import Store

extension Ingress: Described {
  func describe(in context: Context) -> Description {
    var text = Description()
    text.field("Name", metadata.name)
    text.labels("Labels", metadata.labels)
    text.field("Namespace", metadata.namespace)
    text.field("Address", address(wide: true))
    text.field("Ingress Class", spec.ingressClassName ?? "<none>")
    let standard = spec.defaultBackend.map { describe($0, in: context) } ?? "<default>"
    text.field("Default backend", standard)
    if !spec.tls.isEmpty {
      text.line(0, "TLS:")
      for tls in spec.tls {
        let hosts = tls.hosts.joined(separator: ",")
        let name = tls.secretName ?? ""
        text.line(1, name.isEmpty ? "SNI routes \(hosts)" : "\(name) terminates \(hosts)")
      }
    }
    text.line(0, "Rules:")
    text.line(1, "Host", "Path", "Backends")
    text.line(1, "----", "----", "--------")
    let rules = spec.rules.filter { $0.http != nil }
    for rule in rules {
      let host = rule.host ?? ""
      text.line(1, host.isEmpty ? "*" : host, "")
      for path in rule.http?.paths ?? [] {
        text.line(2, "", "\(path.path ?? "") ", describe(path.backend, in: context))
      }
    }
    if rules.isEmpty { text.line(1, "*", "*", standard) }
    text.annotations(metadata.annotations)
    return text
  }

  /// `web:80 (10.244.1.5:8080)`, or why there is nobody behind it.
  private func describe(_ backend: IngressBackend, in context: Context) -> String {
    guard let target = backend.service else {
      guard let object = backend.resource else { return "" }
      let group = object.apiGroup ?? "<none>"
      return "APIGroup: \(group), Kind: \(object.kind), Name: \(object.name)"
    }
    let name = "\(target.name):\(target.port.text)"
    guard let service = context.state.get(Service.self, target.name, in: metadata.namespace) else {
      return "\(name) (<error: services \"\(target.name)\" not found>)"
    }
    let port = service.spec.ports.last {
      let isNumber = target.port.number ?? 0 != 0 && $0.port == target.port.number
      let isName = !(target.port.name ?? "").isEmpty && $0.name == target.port.name
      return isNumber || isName
    }
    return "\(name) (\(service.endpoints(of: port ?? ServicePort(), in: context)))"
  }
}

extension IngressClass: Described {
  func describe(in context: Context) -> Description {
    var text = Description()
    text.field("Name", metadata.name)
    text.labels("Labels", metadata.labels)
    text.annotations(metadata.annotations)
    text.field("Controller", spec.controller ?? "")
    if let parameters = spec.parameters {
      text.line(0, "Parameters:")
      if let group = parameters.apiGroup { text.field("APIGroup", group, level: 1) }
      text.field("Kind", parameters.kind, level: 1)
      text.field("Name", parameters.name, level: 1)
    }
    return text
  }
}
