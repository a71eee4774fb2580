import Engine
import Objects
import Store

extension EndpointSliceController {
  static func blank(for service: Service) -> EndpointSlice {
    var slice = EndpointSlice()
    slice.metadata.generateName = "\(service.metadata.name)-"
    slice.metadata.namespace = service.metadata.namespace
    slice.metadata.ownerReferences = [OwnerReference(controller: service)]
    slice.addressType = "IPv4"
    return slice
  }

  static func labels(for service: Service) -> StringMap {
    var labels = service.metadata.labels
    labels[managedLabel] = manager
    labels[serviceLabel] = service.metadata.name
    if service.spec.clusterIP == "None" { labels["service.kubernetes.io/headless"] = "" }
    return labels
  }

  /// Lower addresses first, number by number.
  static func precedes(_ left: Pod, _ right: Pod) -> Bool {
    let parts = [left, right].map { pod in
      (pod.status.podIP ?? "").split(separator: ".").map { Int($0) ?? 0 }
    }
    if parts[0] == parts[1] { return left.metadata.name < right.metadata.name }
    return parts[0].lexicographicallyPrecedes(parts[1])
  }

  /// The service's ports as numbers on this pod; a named port the pod does not have is left out.
  static func ports(of service: Service, on pod: Pod) -> [EndpointPort] {
    service.spec.ports.compactMap { servicePort in
      guard let number = number(of: servicePort, on: pod) else { return nil }
      var port = EndpointPort()
      port.name = servicePort.name ?? ""
      port.port = number
      port.protocolName = servicePort.protocolName ?? "TCP"
      return port
    }
  }

  private static func number(of port: ServicePort, on pod: Pod) -> Int? {
    switch port.targetPort {
    case nil: return port.port
    case .int(let number): return number == 0 ? port.port : number
    case .string(let name):
      let sidecars = pod.spec.initContainers.filter { $0.restartPolicy == .always }
      let ports = (pod.spec.containers + sidecars).flatMap(\.ports)
      let wanted = port.protocolName ?? "TCP"
      return ports.first { $0.name == name && ($0.protocolName ?? "TCP") == wanted }?.containerPort
    }
  }

  static func endpoint(
    _ pod: Pod, at address: String, of service: Service, in state: ClusterState
  ) -> Endpoint {
    var endpoint = Endpoint()
    let isTerminating = pod.metadata.isDeleting
    endpoint.addresses = [address]
    endpoint.conditions.serving = pod.isReady
    endpoint.conditions.terminating = isTerminating
    endpoint.conditions.ready =
      service.spec.publishNotReadyAddresses ?? false || pod.isReady && !isTerminating
    if let hostname = pod.spec.hostname, !hostname.isEmpty,
      pod.spec.subdomain == service.metadata.name
    {
      endpoint.hostname = hostname
    }
    endpoint.nodeName = pod.spec.nodeName
    endpoint.zone = state.node(pod.spec.nodeName)?.metadata.labels["topology.kubernetes.io/zone"]
    var target = ObjectReference()
    target.kind = Kind.pod.rawValue
    target.name = pod.metadata.name
    target.namespace = pod.metadata.namespace
    target.uid = pod.metadata.uid
    endpoint.targetRef = target
    return endpoint
  }
}

extension Service {
  /// Whether it sends traffic to pods with these labels; one without a selector picks nobody.
  func selects(_ labels: StringMap) -> Bool {
    !spec.selector.isEmpty && LabelSelector(matchLabels: spec.selector).matches(labels)
  }
}
