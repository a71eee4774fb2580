import Engine
import Objects
import Store

/// Turns Endpoints that somebody wrote for a Service without a selector into slices, which is what
/// traffic follows.
struct EndpointSliceMirroring: ControlLoop {
  static let name = "endpointslice-mirroring-controller"
  static let watched: Set<Kind>? = [.endpoints, .service]

  static let manager = "endpointslicemirroring-controller.k8s.io"
  static let skipLabel = "endpointslice.kubernetes.io/skip-mirror"
  private static let copiedByApply = "kubectl.kubernetes.io/last-applied-configuration"

  init() {}

  func observe(_ change: Change, in state: ClusterState, at now: SimTime) -> [Look] {
    if change.key.kind == .endpoints { return [(change.key, now)] }
    let key = ObjectKey(.endpoints, namespace: change.key.namespace, name: change.key.name)
    return state[key] == nil ? [] : [(key, now)]
  }

  func reconcile(_ object: ObjectKey?, _ draft: inout Draft) {
    guard let object else { return }
    let key = ObjectKey(.service, namespace: object.namespace, name: object.name)
    let endpoints = (draft.state[object] as? Endpoints).flatMap { Self.isMirrored($0) ? $0 : nil }
    let service = (draft.state[key] as? Service).flatMap { $0.spec.selector.isEmpty ? $0 : nil }
    var old = draft.state.all(EndpointSlice.self, in: object.namespace).filter {
      $0.metadata.labels[EndpointSliceController.serviceLabel] == object.name
        && $0.metadata.labels[EndpointSliceController.managedLabel] == Self.manager
    }
    if let endpoints, service != nil {
      for subset in endpoints.subsets {
        let ports = Self.ports(of: subset)
        let place = old.firstIndex { $0.ports == ports }
        let slice = place.map { old.remove(at: $0) }
        write(subset, ports, of: endpoints, into: slice, &draft)
      }
    }
    for slice in old {
      draft.attempt(.delete(slice.key, DeleteOptions(uid: slice.metadata.uid)))
    }
  }

  private static func isMirrored(_ endpoints: Endpoints) -> Bool {
    endpoints.metadata.labels[skipLabel] != "true"
      && endpoints.metadata.labels[EndpointsController.managedLabel] == nil
      && endpoints.metadata.annotations["control-plane.alpha.kubernetes.io/leader"] == nil
  }

  private static func ports(of subset: EndpointSubset) -> [EndpointPort] {
    subset.ports.map { port in
      var port = port
      port.name = port.name ?? ""
      port.protocolName = port.protocolName ?? "TCP"
      return port
    }
  }

  private func write(
    _ subset: EndpointSubset, _ ports: [EndpointPort], of endpoints: Endpoints,
    into slice: EndpointSlice?, _ draft: inout Draft
  ) {
    var wanted = slice ?? EndpointSlice()
    wanted.addressType = "IPv4"
    wanted.ports = ports
    wanted.endpoints =
      subset.addresses.map { Self.endpoint($0, isReady: true) }
      + subset.notReadyAddresses.map { Self.endpoint($0, isReady: false) }
    wanted.metadata.labels = endpoints.metadata.labels
    wanted.metadata.labels[EndpointSliceController.managedLabel] = Self.manager
    wanted.metadata.labels[EndpointSliceController.serviceLabel] = endpoints.metadata.name
    wanted.metadata.annotations = endpoints.metadata.annotations
    wanted.metadata.annotations[Self.copiedByApply] = nil
    if let slice {
      if wanted != slice { draft.attempt(.update(wanted)) }
      return
    }
    wanted.metadata.generateName = "\(endpoints.metadata.name)-"
    wanted.metadata.namespace = endpoints.metadata.namespace
    wanted.metadata.ownerReferences = [OwnerReference(controller: endpoints)]
    draft.attempt(.create(wanted))
  }

  private static func endpoint(_ address: EndpointAddress, isReady: Bool) -> Endpoint {
    var endpoint = Endpoint()
    endpoint.addresses = [address.address]
    endpoint.conditions.ready = isReady
    endpoint.hostname = address.hostname
    endpoint.nodeName = address.nodeName
    endpoint.targetRef = address.targetRef
    return endpoint
  }
}
