import Engine
import Objects
import Store

extension Endpoints: Printed {
  static func header(wide: Bool) -> [String] { ["NAME", "ENDPOINTS", "AGE"] }

  func row(wide: Bool, at now: SimTime) -> [String] {
    [metadata.name, summary, age(at: now)]
  }

  /// The ready addresses, three at most, then how many more.
  private var summary: String {
    if subsets.isEmpty { return "<none>" }
    let all = subsets.flatMap { subset -> [String] in
      if subset.ports.isEmpty { return subset.addresses.map(\.address) }
      return subset.ports.flatMap { port in
        subset.addresses.map { "\($0.address):\(port.port ?? 0)" }
      }
    }
    let text = all.prefix(3).joined(separator: ",")
    return all.count > 3 ? "\(text) + \(all.count - 3) more..." : text
  }
}

extension Endpoints: Described {
  func describe(in context: Context) -> Description {
    var text = Description()
    text.field("Name", metadata.name)
    text.field("Namespace", metadata.namespace)
    text.labels("Labels", metadata.labels)
    text.annotations(metadata.annotations)
    text.line(0, "Subsets:")
    for subset in subsets {
      text.field("Addresses", Cell.list(subset.addresses.map(\.address)), level: 1)
      text.field(
        "NotReadyAddresses", Cell.list(subset.notReadyAddresses.map(\.address)), level: 1)
      if !subset.ports.isEmpty {
        text.line(1, "Ports:")
        text.line(2, "Name", "Port", "Protocol")
        text.line(2, "----", "----", "--------")
        for port in subset.ports {
          let name = port.name.map { $0.isEmpty ? "<unset>" : $0 } ?? "<unset>"
          text.line(2, name, "\(port.port ?? 0)", port.protocolName ?? "TCP")
        }
      }
      text.line(0, "")
    }
    return text
  }
}

extension Kind {
  /// What the server says whenever somebody asks for objects of an outdated kind.
  var deprecation: Part? {
    if self == .componentStatus {
      return .note("Warning: v1 ComponentStatus is deprecated in v1.19+")
    }
    guard self == .endpoints else { return nil }
    return .note(
      "Warning: v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice")
  }
}

extension ObjectSelection {
  /// The server's warnings about the kinds that are asked for.
  var warnings: [Part] {
    let kinds = words.kinds + words.names.map(\.kind)
    return [Kind.componentStatus, .endpoints].filter(kinds.contains).compactMap(\.deprecation)
  }
}
