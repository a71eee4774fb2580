import Engine
import Objects
import Store

/// The API server's own address inside the cluster, which it sees to itself: every ten seconds it
/// looks whether its Service and what lies behind it are still there.
///
/// Behind it lies the machine that the server's pod runs on. A server outside the cluster has no
/// address there that it could tell.
public struct ServerService: ControlLoop {
  static let name = "kubernetes-service"
  static let component = "kube-apiserver"
  static let watched: Set<Kind>? = [.service, .endpoints, .endpointSlice, .pod]

  private static let interval: Int64 = 10
  private static let namespace = "default"
  private static let kept = [
    service.key, ObjectKey(.endpoints, namespace: namespace, name: serviceName),
    ObjectKey(.endpointSlice, namespace: namespace, name: serviceName),
  ]
  private static let serviceName = "kubernetes"

  init() {}

  func observe(_ change: Change, in state: ClusterState, at now: SimTime) -> [Look] {
    if change.key.kind == .pod {
      guard Self.mayBeServer(change.key) else { return [] }
      return [(Self.service.key, now)]
    }
    guard Self.kept.contains(change.key), change.verb != .created else { return [] }
    let seconds = (now - .worldBegins).seconds
    let wait = Self.interval - seconds % Self.interval
    return [(Self.service.key, now + .seconds(wait))]
  }

  func reconcile(_ object: ObjectKey?, _ draft: inout Draft) {
    if draft.state[Self.service.key] == nil { draft.attempt(.create(Self.service)) }
    guard let address = Self.address(in: draft.state) else { return }
    put(Self.endpoints(address), &draft) { $0.subsets = $1.subsets }
    put(Self.slice(address), &draft) { slice, wanted in
      slice.endpoints = wanted.endpoints
      slice.ports = wanted.ports
    }
  }

  /// Sees to it that an object is there and says what it is to say.
  private func put<Object: APIObject>(
    _ wanted: Object, _ draft: inout Draft, _ take: (inout Object, Object) -> Void
  ) {
    guard let known = draft.state[wanted.key] as? Object else {
      draft.attempt(.create(wanted))
      return
    }
    var changed = known
    take(&changed, wanted)
    for (key, value) in wanted.metadata.labels { changed.metadata.labels[key] = value }
    if changed != known { draft.attempt(.update(changed)) }
  }

  // MARK: - The server's machine

  private static func mayBeServer(_ pod: ObjectKey) -> Bool {
    pod.namespace == "kube-system" && pod.name.hasPrefix(component)
  }

  /// The address of the machine that the API server's pod runs on; nil when there is no such pod.
  private static func address(in state: ClusterState) -> String? {
    let servers = state.all(Pod.self, in: "kube-system").filter { pod in
      mayBeServer(pod.key) && pod.metadata.labels["component"] == component
        && pod.metadata.annotations["kubernetes.io/config.mirror"] != nil
    }
    return servers.compactMap { state.node($0.spec.nodeName)?.status.internalAddress }.first
  }

  // MARK: - What it keeps

  public static var service: Service {
    var service = Service()
    service.metadata = ObjectMeta(
      name: serviceName, namespace: namespace,
      labels: ["component": "apiserver", "provider": "kubernetes"])
    var port = ServicePort()
    port.name = "https"
    port.port = 443
    port.protocolName = "TCP"
    port.targetPort = .int(6443)
    service.spec.clusterIP = "10.96.0.1"
    service.spec.clusterIPs = ["10.96.0.1"]
    service.spec.ports = [port]
    service.spec.type = .clusterIP
    return service
  }

  private static var port: EndpointPort {
    var port = EndpointPort()
    port.name = "https"
    port.port = 6443
    port.protocolName = "TCP"
    return port
  }

  private static func endpoints(_ address: String) -> Endpoints {
    var endpoints = Endpoints()
    endpoints.metadata = ObjectMeta(
      name: serviceName, namespace: namespace,
      labels: [EndpointSliceMirroring.skipLabel: "true"])
    var subset = EndpointSubset()
    var place = EndpointAddress()
    place.address = address
    subset.addresses = [place]
    subset.ports = [port]
    endpoints.subsets = [subset]
    return endpoints
  }

  private static func slice(_ address: String) -> EndpointSlice {
    var slice = EndpointSlice()
    slice.metadata = ObjectMeta(
      name: serviceName, namespace: namespace,
      labels: [EndpointSliceController.serviceLabel: serviceName])
    slice.addressType = "IPv4"
    var endpoint = Endpoint()
    endpoint.addresses = [address]
    endpoint.conditions.ready = true
    slice.endpoints = [endpoint]
    slice.ports = [port]
    return slice
  }
}
