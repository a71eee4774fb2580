import Objects
import Store

/// The Services that lead to a pod, and how they see it.
struct ServiceLinks {
  struct Link {
    var service: Service
    var sign: Phrase
    var text: String
  }

  private(set) var services: [Link] = []

  init(to pod: Pod, in state: ClusterState) {
    let namespace = pod.metadata.namespace
    var endpoints: [String: Endpoint] = [:]
    for slice in state.all(EndpointSlice.self, in: namespace) {
      guard let name = slice.metadata.labels["kubernetes.io/service-name"] else { continue }
      for endpoint in slice.endpoints where endpoint.targetRef?.uid == pod.metadata.uid {
        endpoints[name] = endpoint
      }
    }
    for service in state.all(Service.self, in: namespace) {
      let selector = service.spec.selector
      let isSelected =
        !selector.isEmpty && selector.allSatisfy { pod.metadata.labels[$0.key] == $0.value }
      if let endpoint = endpoints[service.metadata.name] {
        let look = EndpointLook(endpoint)
        services.append(
          Link(service: service, sign: look.sign, text: look.text))
      } else if isSelected {
        services.append(
          Link(
            service: service, sign: Phrase("○", .warning),
            text: "selects it, but it is no endpoint"))
      }
    }
  }

  /// `10.96.0.10:80 -> 8080`
  static func address(of service: Service) -> String {
    if service.spec.type == .externalName { return service.spec.externalName ?? "" }
    let host = service.spec.clusterIP ?? ""
    let name = host == "None" ? "headless" : host.isEmpty ? "no IP" : host
    let ports = service.spec.ports.map { port in
      let target = port.targetPort.map { " → \($0.text)" } ?? ""
      let node = port.nodePort.map { ", every node's :\($0)" } ?? ""
      return ":\(port.port)\(target)\(node)"
    }
    return name + (ports.isEmpty ? "" : " " + ports.joined(separator: " "))
  }
}

/// How an address behind a Service fares.
struct EndpointLook {
  let sign: Phrase
  let text: String

  init(_ endpoint: Endpoint) {
    if endpoint.conditions.terminating == true {
      sign = Phrase("◌", .faint)
      text = "ending"
    } else if endpoint.conditions.ready ?? true {
      sign = Phrase("●", .good)
      text = "ready: gets traffic"
    } else {
      sign = Phrase("◐", .warning)
      text = "not ready: gets no traffic"
    }
  }
}
