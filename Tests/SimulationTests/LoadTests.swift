import Engine
import Objects
import Testing

@testable import Simulation

/// The counting of synthetic traffic.
@Suite struct LoadTests {
  private static let plan = LoadPlan(
    target: .host("web", namespace: "default"), title: "web", port: 80, path: "/", perSecond: 50,
    patience: .seconds(5))

  @Test func requestsAreDueEvenly() {
    var run = LoadRun(Self.plan, at: .worldBegins, until: nil)
    var moments: [Int64] = []
    for _ in 0..<4 {
      moments.append((run.nextAt - .worldBegins).milliseconds)
      run.note(nil, pod: nil, microseconds: 100, at: run.nextAt)
    }
    #expect(moments == [0, 20, 40, 60])
  }

  @Test func failuresAreCountedBySecondAndPod() {
    var run = LoadRun(Self.plan, at: .worldBegins, until: nil)
    run.note(nil, pod: .pod("a", in: "default"), microseconds: 100, at: .worldBegins)
    run.note(.refused, pod: .pod("a", in: "default"), microseconds: nil, at: .worldBegins)
    run.note(.timedOut, pod: nil, microseconds: nil, at: .worldBegins + .seconds(2))
    #expect(run.total == LoadRun.Tally(sent: 3, failed: 2))
    #expect(run.seconds.map(\.failed) == [1, 0, 1])
    #expect(run.pods["a"] == LoadRun.Tally(sent: 2, failed: 1))
    #expect(run.failures == [.refused: 1, .timedOut: 1])
  }

  @Test func whoIsBusyKeepsOthersWaiting() {
    var run = LoadRun(Self.plan, at: .worldBegins, until: nil)
    let pod = ObjectKey.pod("a", in: "default")
    let first = run.wait(
      for: pod, cpu: 10_000, cpuMillis: 500, thinking: .zero, at: .worldBegins)
    let second = run.wait(
      for: pod, cpu: 10_000, cpuMillis: 500, thinking: .zero, at: .worldBegins)
    #expect(first == 20_600)
    #expect(second == 40_600)
  }

  @Test func latenciesAreCountedBySize() {
    var counts = LatencyCounts()
    #expect(counts.value(atShare: 0.5) == nil)
    for value in 1...1000 { counts.add(Int64(value)) }
    let middle = counts.value(atShare: 0.5) ?? 0
    #expect((470...500).contains(middle))
    #expect((960...1000).contains(counts.value(atShare: 1) ?? 0))
  }
}
