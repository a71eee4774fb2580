import Engine
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
}
