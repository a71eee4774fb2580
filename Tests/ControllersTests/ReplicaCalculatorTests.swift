import Engine
import Objects
import Testing

@testable import Controllers

/// Pods by letters, and what is made of what they use.
@Suite struct ReplicaCalculatorTests {
  /// One way in which a pod is.
  enum State: Sendable {
    /// Ready for long, using so many thousandths of a core.
    case using(Int64)
    case missing
    case pending
    /// Running, but not ready yet, since ten seconds.
    case young(Int64)
    /// Ready since ten seconds: no measurement is all after that.
    case fresh(Int64)
    case deleting(Int64)
    case failed
  }

  struct Case: Sendable {
    var pods: [State]
    /// Percent of 100m.
    var target: Int
    var replicas: Int
    var percent: Int?

    init(_ pods: [State], target: Int, gives replicas: Int, at percent: Int? = nil) {
      self.pods = pods
      self.target = target
      self.replicas = replicas
      self.percent = percent
    }
  }

  static let now = SimTime.worldBegins + .hours(1)

  private static func pod(_ state: State, _ name: String) -> (pod: Pod, sample: Int64?) {
    var pod = Pod()
    pod.metadata = ObjectMeta(name: name, namespace: "default")
    var container = Container()
    container.name = "main"
    container.resources.requests["cpu"] = Quantity("100m")
    pod.spec.containers = [container]
    pod.status.phase = .running
    pod.status.startTime = now - .minutes(30)
    var ready = PodCondition("Ready", .isTrue, at: now - .minutes(29))
    var sample: Int64?
    switch state {
    case .using(let amount): sample = amount
    case .missing: break
    case .pending: pod.status.phase = .pending
    case .young(let amount):
      sample = amount
      pod.status.startTime = now - .seconds(10)
      ready = PodCondition("Ready", .isFalse, at: now - .seconds(10))
    case .fresh(let amount):
      sample = amount
      pod.status.startTime = now - .seconds(40)
      ready = PodCondition("Ready", .isTrue, at: now - .seconds(10))
    case .deleting(let amount):
      sample = amount
      pod.metadata.deletionTimestamp = now
    case .failed: pod.status.phase = .failed
    }
    pod.status.conditions.set(ready)
    return (pod, sample)
  }

  private static func calculator(_ states: [State]) -> ReplicaCalculator {
    let found = states.enumerated().map { pod($0.element, "p\($0.offset)") }
    var samples: [String: ReplicaCalculator.Sample] = [:]
    for (pod, amount) in found {
      guard let amount else { continue }
      samples[pod.metadata.name] = ReplicaCalculator.Sample(
        amount: amount, takenAt: now - .seconds(5), window: .seconds(15))
    }
    return ReplicaCalculator(
      pods: found.map(\.pod), samples: samples, resource: "cpu", current: states.count, now: now)
  }

  @Test(arguments: [
    Case([.using(50)], target: 50, gives: 1, at: 50),
    Case([.using(55), .using(55)], target: 50, gives: 2, at: 55),
    Case([.using(56), .using(56)], target: 50, gives: 3, at: 56),
    Case([.using(100), .using(100)], target: 50, gives: 4, at: 100),
    Case([.using(10), .using(10), .using(10)], target: 50, gives: 1, at: 10),
    Case([.using(0), .using(0)], target: 50, gives: 0, at: 0),
    // Who is not measured speaks against any change.
    Case([.using(100), .missing], target: 50, gives: 2, at: 100),
    Case([.using(200), .missing], target: 50, gives: 4, at: 200),
    Case([.using(10), .missing], target: 50, gives: 2, at: 10),
    Case([.using(10), .using(10), .using(10), .missing], target: 50, gives: 3, at: 10),
    // Those on their way to being ready count as idle when more are wanted, else not at all.
    Case([.using(200), .pending, .pending, .pending], target: 50, gives: 4, at: 200),
    Case([.using(400), .pending], target: 50, gives: 8, at: 400),
    Case([.using(10), .using(10), .pending], target: 50, gives: 1, at: 10),
    Case([.using(100), .young(900)], target: 50, gives: 2, at: 100),
    Case([.using(100), .fresh(900)], target: 50, gives: 2, at: 100),
    // Those on their way out say nothing.
    Case([.using(60), .deleting(900)], target: 50, gives: 2, at: 60),
    Case([.using(100), .failed], target: 50, gives: 2, at: 100),
  ])
  func worksOutReplicas(_ test: Case) throws {
    let proposal = try Self.calculator(test.pods)
      .replicas(forUtilization: test.target, container: nil)
    #expect(proposal.replicas == test.replicas)
    #expect(proposal.utilization == test.percent)
  }

  @Test(arguments: [
    ([State.using(300), .using(100)], 100, 4), ([.using(105), .using(105)], 100, 2),
    ([.using(40), .missing], 100, 2), ([.using(500), .missing], 100, 5),
  ])
  func worksWithAmounts(_ states: [State], _ target: Int64, _ replicas: Int) throws {
    #expect(
      try Self.calculator(states).replicas(forAverage: target).replicas == replicas)
  }

  @Test func minimalTolerance() throws {
    var calculator = Self.calculator([.using(52), .using(52)])
    calculator.tolerances = .init(down: 0.1, up: 0.01)
    #expect(try calculator.replicas(forUtilization: 50, container: nil).replicas == 3)
  }

  @Test(arguments: [
    ([State](), "no pods returned by selector while calculating replica count"),
    ([.pending], "did not receive metrics for targeted pods (pods might be unready)"),
    ([.young(5)], "did not receive metrics for targeted pods (pods might be unready)"),
  ])
  func saysWhyNot(_ states: [State], _ message: String) {
    do throws(MetricsProblem) {
      _ = try Self.calculator(states).replicas(forUtilization: 50, container: nil)
      Issue.record("nothing was wrong")
    } catch {
      #expect(error.message == message)
    }
  }

  @Test func wantsRequests() {
    var calculator = Self.calculator([.using(10)])
    calculator.pods[0].spec.containers[0].resources.requests = [:]
    #expect(
      throws: MetricsProblem.noRequest(resource: "cpu", container: "main", pod: "p0")
    ) { try calculator.replicas(forUtilization: 50, container: nil) }
    #expect(throws: MetricsProblem.noContainer("other", pod: "p0")) {
      try calculator.replicas(forUtilization: 50, container: "other")
    }
  }
}
