import Engine
import Nodes
import Objects
import Simulation
import Store
import Testing

@Suite struct IdleWorldTests {
  private static func world() throws -> World {
    var world = World(seed: 1)
    for name in ["worker-1", "worker-2"] {
      var node = Node()
      node.metadata = ObjectMeta(name: name)
      node.status.allocatable = ["cpu": Quantity(4), "pods": Quantity(110)]
      node.status.capacity = node.status.allocatable
      try world.plugIn(node)
    }
    world.run(until: world.now + .seconds(10))
    return world
  }

  /// Runs until nothing but heartbeats is left, as a bare `advance` does.
  private static func idle(_ world: inout World) {
    let limit = world.now + .minutes(10)
    while let next = world.nextEventTime, next <= limit { world.run(until: next) }
  }

  private static func readiness(_ world: World) -> [ConditionStatus?] {
    world.state.all(Node.self).map { $0.status.conditions["Ready"]?.status }
  }

  @Test func waitsUntilALossIsNoticed() throws {
    var world = try Self.world()
    #expect(world.nextEventTime == nil)
    try world.setKubelet(of: "worker-2", running: false)
    let lost = world.now
    Self.idle(&world)
    #expect(Self.readiness(world) == [.isTrue, .unknown])
    #expect((40...60).contains((world.now - lost).seconds))
    try world.setKubelet(of: "worker-2", running: true)
    Self.idle(&world)
    #expect(Self.readiness(world) == [.isTrue, .isTrue])
    #expect(world.nextEventTime == nil)
  }
}
