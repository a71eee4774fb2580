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
    world.run(until: world.now + Self.warmUp)
    return world
  }
}
