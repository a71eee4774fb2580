import Engine
import Objects
import Store
import Testing

@testable import Nodes

@Suite struct UsageTests {
  private let start = SimTime.worldBegins

  /// Demands of a container as they change, and what it has used some seconds after its start.
  struct Life: Sendable {
    var changes: [(second: Int64, millis: Int)]
    var until: Int64
    var microseconds: Int64
  }

  @Test(arguments: [
    Life(changes: [(0, 1000)], until: 15, microseconds: 15_000_000),
    Life(changes: [(0, 1000), (5, 0)], until: 15, microseconds: 5_000_000),
    Life(changes: [(0, 0), (10, 500)], until: 15, microseconds: 2_500_000),
    Life(changes: [(0, 200), (10, 1000)], until: 5, microseconds: 1_000_000),
    Life(changes: [(0, 100), (70, 200), (140, 300)], until: 150, microseconds: 24_000_000),
  ])
  func countsWhatWasWanted(_ life: Life) {
    var meter = UsageMeter(startedAt: start)
    for change in life.changes {
      meter.note(ProcessDemand(cpuMillis: change.millis), at: start + .seconds(change.second))
    }
    #expect(meter.cpuMicroseconds(at: start + .seconds(life.until)) == life.microseconds)
  }

  @Test func addsWhatShortThingsTook() {
    var meter = UsageMeter(startedAt: start)
    for request in 0..<1000 {
      meter.spend(cpuMicroseconds: 100, at: start + .milliseconds(Int64(request) * 10))
    }
    #expect(meter.cpuMicroseconds(at: start + .seconds(15)) == 100_000)
    #expect(meter.cpuMicroseconds(at: start + .seconds(5)) < 60_000)
  }

  @Test func remembersMemoryAsItWas() {
    var meter = UsageMeter(startedAt: start)
    meter.note(ProcessDemand(memoryBytes: 10), at: start)
    meter.note(ProcessDemand(memoryBytes: 30), at: start + .seconds(20))
    #expect(meter.memoryBytes(at: start + .seconds(15)) == 10)
    #expect(meter.memoryBytes(at: start + .seconds(20)) == 30)
  }

  /// The sums that decide over pressure are taken another way than the lists of who uses how much.
  @Test func sumsAreThoseOfTheLists() throws {
    var bench = MachinesBench()
    bench.create(named: "web", image: "nginx:1.27", [])
    bench.create(named: "writer", ["sh", "-c", "head -c 300000 /dev/zero > /tmp/f; sleep 9999"]) {
      $0.containers.append(MachinesBench.container("ended", "busybox:1.36", ["true"]))
    }
    bench.create(named: "over", ["true"]) { $0.restartPolicy = .never }
    bench.run(.seconds(20))
    let machine = try #require(bench.machines.machines["worker-1"])
    let usage = MachineUsage(of: machine)
    let window = MachineUsage.Window(begin: bench.now - .seconds(10), end: bench.now)
    #expect(usage.memoryBytes(at: bench.now) == usage.measure(window).node.memoryBytes)
    let uses = SupplyUses(.disk, on: machine, at: bench.now)
    let listed = machine.workers.keys.reduce(0) { $0 + uses.bytes(of: $1) }
    let images = machine.images.values.reduce(0, +)
    let supply = MachineSupply(.disk, of: machine, at: bench.now)
    #expect(listed >= 300_000)
    #expect(supply.capacity - supply.available == listed + images)
  }
}
