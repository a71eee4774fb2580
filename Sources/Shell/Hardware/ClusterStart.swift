import Engine
import Objects
import Scheduling
import Simulation
import Store

/// What a session begins with: seed and machines.
public struct ClusterStart: Sendable {
  public var seed: UInt64
  public var nodes: [Node]
  /// Whether this is the small cluster that podlab brings, or somebody's own hardware.
  public var isDefault: Bool
  /// What the scheduler does with nodes of equal score.
  public var ties = TieBreak.first

  public init(seed: UInt64 = 1, nodes: [Node], isDefault: Bool = false) {
    self.seed = seed
    self.nodes = nodes
    self.isDefault = isDefault
  }

  /// One control-plane node and three workers of 4 CPU and 8Gi.
  public static func standard(seed: UInt64 = 1) -> ClusterStart {
    var control = NodePlan(name: controlPlane)
    control.roles = ["control-plane"]
    var taint = Taint()
    taint.key = "node-role.kubernetes.io/control-plane"
    control.taints = [taint]
    let workers = (1...3).map { NodePlan(name: "worker-\($0)") }
    var nodes = ([control] + workers).map(\.node)
    for place in nodes.indices { nodes[place].status.images = images }
    return ClusterStart(seed: seed, nodes: nodes, isDefault: true)
  }

  /// The node that carries the control plane of podlab's own cluster.
  private static let controlPlane = "control-plane"

  private static var images: [ContainerImage] {
    SystemWorkloads.images.map { known in
      var image = ContainerImage()
      image.names = [known.name]
      image.sizeBytes = known.sizeBytes
      return image
    }
  }

  /// How long a world has lived when its first command is given.
  public static let warmUp = SimSpan.seconds(10)

  /// The world as the first command finds it.
  public func world() -> World {
    var world = World(seed: seed, ties: ties)
    for node in nodes {
      let isControlPlane = isDefault && node.metadata.name == Self.controlPlane
      // Names have been checked where the nodes come from; a double one is simply not there.
      _ = try? world.plugIn(node, staticPods: isControlPlane ? ControlPlanePods.all : [])
    }
    if isDefault { addSystemWorkloads(to: &world) }
    world.run(until: world.now + Self.warmUp)
    return world
  }

  /// Everything of kube-system that is not part of the control plane, and a class of storage.
  private func addSystemWorkloads(to world: inout World) {
    _ = try? world.install(StandardStorage.standardClass)
    for object in SystemWorkloads.all {
      // Nothing is in the way of these in a world that has just begun.
      _ = try? world.submit(.create(object), by: .system)
    }
  }
}
