import Objects
import Simulation
import Store

/// Draws a Service: its address, and the pods that answer behind it.
struct ServicePicture {
  let service: Service
  let world: World
  /// No more endpoints than this are listed; nil lists all.
  var mostEndpoints: Int?

  var picture: Picture {
    let namespace = service.metadata.namespace
    let name = service.metadata.name
    let slices = world.state.all(EndpointSlice.self, in: namespace)
      .filter { $0.metadata.labels["kubernetes.io/service-name"] == name }
    let ready = slices.flatMap(\.endpoints).count { $0.conditions.ready ?? true }
    let all = slices.reduce(0) { $0 + $1.endpoints.count }
    var parts: [Picture.Part] = [
      .text(Phrase(ServiceLinks.address(of: service), .strong), indentation: 2),
      .text(
        Phrase("selects ", .faint)
          + Phrase(
            service.spec.selector.isEmpty
              ? "no pods: somebody else makes its EndpointSlices" : service.spec.selector.joined()),
        indentation: 2),
    ]
    let rows = slices.flatMap { slice in slice.endpoints.map { row(of: $0, slice) } }
    let shown = rows.prefix(mostEndpoints ?? rows.count)
    if rows.isEmpty {
      parts += [.gap, .text(Phrase("no endpoints: " + whyNone, .warning), indentation: 2)]
    } else {
      parts += [
        .gap,
        .table(
          PictureTable(header: ["ENDPOINT", "POD", "NODE", "STATE"], rows: Array(shown))),
      ]
      if rows.count > shown.count {
        parts.append(.text(Phrase("and \(rows.count - shown.count) more", .faint)))
      }
    }
    let note = Phrase("\(ready)/\(all) ready", ready == all && all > 0 ? .good : .warning)
    let type = service.spec.type?.rawValue ?? "ClusterIP"
    let box = Box(
      title: Phrase("service/\(name)", .strong) + Phrase(" \(type)", .faint), note: note,
      parts: parts)
    return Picture(title: "Map of service/\(name)", parts: [.boxes([box], least: .max / 4)])
  }

  private func row(of endpoint: Endpoint, _ slice: EndpointSlice) -> [Phrase] {
    let look = EndpointLook(endpoint)
    let ports = slice.ports.compactMap { $0.port.map { ":\($0)" } }.joined(separator: " ")
    return [
      look.sign + Phrase(" \(endpoint.addresses.first ?? "")\(ports)"),
      Phrase(endpoint.targetRef?.name ?? ""), Phrase(endpoint.nodeName ?? ""),
      Phrase(look.text, .faint),
    ]
  }

  private var whyNone: String {
    if service.spec.type == .externalName { return "it is only a name for another one" }
    if service.spec.selector.isEmpty { return "nobody has made an EndpointSlice for it" }
    let pods = world.state.pods(
      in: service.metadata.namespace, matching: LabelSelector(matchLabels: service.spec.selector))
    return pods.isEmpty ? "no pod has these labels" : "no pod with these labels has an IP yet"
  }
}
