import Engine
import Objects
import Simulation
import Store

/// What a session begins with: seed and machines.
public struct ClusterStart: Sendable {
  public var seed: UInt64
  public var nodes: [Node]
  /// Whether this is the small cluster that podlab brings, or somebody's own hardware.
  public var isDefault: Bool

  public init(seed: UInt64 = 1, nodes: [Node], isDefault: Bool = false) {
    self.seed = seed
    self.nodes = nodes
    self.isDefault = isDefault
  }

  /// One control-plane node and three workers of 4 CPU and 8Gi.
  public static func standard(seed: UInt64 = 1) -> ClusterStart {
    var control = NodePlan(name: "control-plane")
    control.roles = ["control-plane"]
    var taint = Taint()
    taint.key = "node-role.kubernetes.io/control-plane"
    control.taints = [taint]
    let workers = (1...3).map { NodePlan(name: "worker-\($0)") }
    return ClusterStart(seed: seed, nodes: ([control] + workers).map(\.node), isDefault: true)
  }

  /// How long a world has lived when its first command is given.
  public static let warmUp = SimSpan.seconds(10)

  /// The world as the first command finds it.
  public func world() -> World {
    var world = World(seed: seed)
    for node in nodes {
      // Names have been checked where the nodes come from; a double one is simply not there.
      _ = try? world.plugIn(node)
    }
    if isDefault { addNameService(to: &world) }
    world.run(until: world.now + Self.warmUp)
    return world
  }

  /// The cluster's DNS: its Service is what pods ask for names.
  private func addNameService(to world: inout World) {
    var service = Service()
    service.metadata = ObjectMeta(name: "kube-dns", namespace: "kube-system")
    service.metadata.labels["k8s-app"] = "kube-dns"
    service.metadata.labels["kubernetes.io/cluster-service"] = "true"
    service.metadata.labels["kubernetes.io/name"] = "CoreDNS"
    service.spec.clusterIP = "10.96.0.10"
    service.spec.selector["k8s-app"] = "kube-dns"
    service.spec.ports = [("dns", 53, "UDP"), ("dns-tcp", 53, "TCP"), ("metrics", 9153, "TCP")].map
    {
      var port = ServicePort()
      port.name = $0.0
      port.port = $0.1
      port.protocolName = $0.2
      return port
    }
    // The address is free in a world that has just begun.
    _ = try? world.submit(.create(service), by: .system)
  }
}
