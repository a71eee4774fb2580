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

  @Test func eventsAreForgottenAnHourAfterTheirLastWrite() throws {
    var world = try Self.world()
    let about = try #require(world.state.node("worker-1"))
    func note(_ reason: String) -> Intent {
      .record(EventNote(.normal, reason, "told by a test", about: about))
    }
    func reasons() -> Set<String> {
      Set(world.state.all(Event.self).compactMap(\.reason)).intersection(["Once", "Again"])
    }
    try world.submit(note("Once"), by: .user)
    try world.submit(note("Again"), by: .user)
    world.run(until: world.now + .minutes(30))
    try world.submit(note("Again"), by: .user)
    world.run(until: world.now + .minutes(29))
    #expect(reasons() == ["Once", "Again"])
    world.run(until: world.now + .minutes(3))
    #expect(reasons() == ["Again"])
    world.run(until: world.now + .minutes(30))
    #expect(reasons().isEmpty)
  }

  @Test func daysOfIdlenessLeaveNoTrace() throws {
    var world = try Self.world()
    world.run(until: world.now + .hours(3))
    let kept = world.history.count
    let objects = Kind.allCases.map { world.state.keys($0).count }
    world.run(until: world.now + .hours(48))
    // The newest two thousand changes are kept, whatever they are.
    #expect(world.history.count - kept <= 2048)
    #expect(Kind.allCases.map { world.state.keys($0).count } == objects)
  }

  @Test func aWeekOfWorkLeavesNothingBehind() throws {
    var world = try Self.world()
    var container = Container()
    container.name = "c"
    container.image = "busybox:1.36"
    container.command = ["sleep", "5"]
    var job = CronJob()
    job.metadata = ObjectMeta(name: "hourly", namespace: "default")
    job.spec.schedule = "0 * * * *"
    job.spec.jobTemplate.spec.template.spec.containers = [container]
    job.spec.jobTemplate.spec.template.spec.restartPolicy = .onFailure
    try world.submit(.create(job), by: .user)
    func sizes() -> [Int] {
      Kind.allCases.map { world.state.keys($0).count } + [world.waitingCount]
    }
    world.run(until: world.now + .hours(24))
    let early = sizes()
    world.run(until: world.now + .hours(6 * 24))
    #expect(sizes() == early)
    #expect(world.state.all(Job.self).count == 3)
  }

  @Test func aMomentOfThePastCanBeAskedAgain() throws {
    var timeline = Timeline(try Self.world())
    var revisions: [Int] = []
    for round in 1...40 {
      timeline.mark("round \(round)", leadingTo: timeline.present)
      var map = ConfigMap()
      map.metadata = ObjectMeta(name: "map-\(round)", namespace: "default")
      revisions.append(try #require(try timeline.present.submit(.create(map), by: .user)).revision)
      timeline.present.run(until: timeline.present.now + .minutes(5))
    }
    for (round, revision) in revisions.enumerated() {
      let state = try #require(timeline.hindsight(before: revision)).state
      #expect(
        state.all(ConfigMap.self, in: "default").count { $0.metadata.name != "kube-root-ca.crt" }
          == round)
      #expect(state.node("worker-1") != nil)
    }
  }
}
