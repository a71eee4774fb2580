import Engine
import Objects
import Store

/// The API server's own address inside the cluster, which it sees to itself: every ten seconds it
/// looks whether its Service is still there.
public struct ServerService: ControlLoop {
  static let name = "kubernetes-service"
  static let component = "kube-apiserver"
  static let watched: Set<Kind>? = [.service]

  private static let interval: Int64 = 10

  init() {}

  func observe(_ change: Change, in state: ClusterState, at now: SimTime) -> [Look] {
    guard change.key == Self.service.key, change.after == nil else { return [] }
    let seconds = (now - .worldBegins).seconds
    let wait = Self.interval - seconds % Self.interval
    return [(change.key, now + .seconds(wait))]
  }

  func reconcile(_ object: ObjectKey?, _ draft: inout Draft) {
    if draft.state[Self.service.key] == nil { draft.attempt(.create(Self.service)) }
  }

  public static var service: Service {
    var service = Service()
    service.metadata = ObjectMeta(
      name: "kubernetes", namespace: "default",
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
}
