import Engine
import Objects
import Store
import Testing

@testable import Scheduling

/// What holds in every cluster, tried on many that chance made.
@Suite struct PropertyTests {
  @Test(arguments: 0..<20) func promises(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var lab = Lab(priorityClass(100), priorityClass(500))
    var pods = 0
    for number in 0..<Int.random(in: 1...6, using: &random) {
      lab.add(Self.node(number, &random))
    }
    for _ in 0..<60 {
      Self.step(&lab, &pods, &random)
      lab.run(for: .seconds(Int64.random(in: 0...3, using: &random)))
      Self.expectRoom(lab)
    }
    Self.expectBoundOnce(lab)
    lab.run(for: .minutes(12))
    Self.expectNobodyForgotten(lab)
  }

  /// A Service makes the scheduler spread what it selects.
  @Test func largeClusters() {
    var service = Service()
    service.metadata = ObjectMeta(name: "web", namespace: "default")
    service.spec.selector = ["app": "web"]
    var port = ServicePort()
    port.port = 80
    service.spec.ports = [port]
    var lab = Lab(service)
    for number in 0..<150 { lab.add(SchedulingTests.node("n\(number)", in: "z\(number % 3)")) }
    for number in 0..<60 {
      lab.add(
        SchedulingTests.pod(
          "p\(number)", wants: "cpu=\(number % 2 + 1)00m",
          labels: ["app": number % 3 == 0 ? "web" : "api"]))
    }
    lab.settle()
    #expect(lab.state.all(Pod.self).allSatisfy { !$0.spec.nodeName.isEmpty })
    lab.change("n7") { (node: inout Node) in node.spec.unschedulable = true }
    for number in 60..<90 { lab.add(SchedulingTests.pod("p\(number)", labels: ["app": "web"])) }
    lab.settle()
    #expect(lab.state.all(Pod.self).allSatisfy { !$0.spec.nodeName.isEmpty })
  }

  private static func node(_ number: Int, _ random: inout SeededRandom) -> Node {
    SchedulingTests.node(
      "n\(number)", has: "cpu=\(Int.random(in: 1...4, using: &random)) pods=8",
      labels: ["topology.kubernetes.io/zone": "z\(number % 2)"],
      taints: Bool.random(using: &random) ? [] : [Taint("soft", .preferNoSchedule)])
  }

  private static func step(_ lab: inout Lab, _ pods: inout Int, _ random: inout SeededRandom) {
    let nodes = lab.state.all(Node.self).map(\.metadata.name)
    let names = lab.state.all(Pod.self).map(\.metadata.name)
    switch Int.random(in: 0..<10, using: &random) {
    case 0: lab.add(node(lab.changes.count, &random))
    case 1:
      guard let name = nodes.randomElement(using: &random) else { return }
      lab.change(name) { (node: inout Node) in
        node.spec.unschedulable = node.spec.unschedulable == true ? nil : true
      }
    case 2:
      guard let name = nodes.randomElement(using: &random) else { return }
      let zone = "z\(Int.random(in: 0...2, using: &random))"
      lab.change(name) { (node: inout Node) in
        node.metadata.labels["topology.kubernetes.io/zone"] = zone
      }
    case 3:
      if let name = names.randomElement(using: &random) { lab.finish(name) }
    default:
      lab.add(pod(pods, &random))
      pods += 1
    }
  }

  private static func pod(_ number: Int, _ random: inout SeededRandom) -> Pod {
    let labels: StringMap = ["app": number % 3 == 0 ? "web" : "api"]
    let kind = Int.random(in: 0..<9, using: &random)
    return SchedulingTests.pod(
      "p\(number)", wants: "cpu=\(Int.random(in: 1...12, using: &random) * 100)m",
      labels: labels, priority: [nil, 100, 500].randomElement(using: &random) ?? nil
    ) {
      switch kind {
      case 0: $0.hostPort(80)
      case 1: $0.requireAway(term(labels, per: "kubernetes.io/hostname"))
      case 2: $0.spec.topologySpreadConstraints = [spread(labels, over: "kubernetes.io/hostname")]
      case 3: $0.preferNear(term(["app": "web"], per: "topology.kubernetes.io/zone"), weight: 10)
      case 4:
        $0.spec.topologySpreadConstraints = [
          spread(labels, over: "topology.kubernetes.io/zone", skew: 2),
          spread(labels, over: "kubernetes.io/hostname", .scheduleAnyway),
        ]
      case 5: $0.requireNear(term(["app": "api"], per: "topology.kubernetes.io/zone"))
      case 6: $0.preferNodes(nodes("topology.kubernetes.io/zone", .isIn, "z1"), weight: 5)
      default: break
      }
    }
  }

  private static func expectRoom(_ lab: Lab) {
    for node in lab.state.all(Node.self) {
      let facts = lab.state.pods(on: node.metadata.name).map(PodFacts.init)
      let cpu = facts.reduce(0) { $0 + $1.requests.cpuMillis }
      #expect(cpu <= node.status.allocatable.cpuMillis, "\(node.metadata.name) is overcommitted")
      #expect(facts.count <= 8)
      #expect(facts.flatMap(\.hostPorts).count <= 1, "two pods share a host port")
      let kept = lab.scheduler.cache[node.metadata.name]
      #expect(kept?.requested.cpuMillis == cpu, "the scheduler's sums have drifted")
      #expect(kept?.groups.reduce(0) { $0 + $1.count } == facts.count)
    }
  }

  private static func expectBoundOnce(_ lab: Lab) {
    var bound: Set<String> = []
    for change in lab.changes {
      guard let sides = change.sides(Pod.self), let before = sides.before, let after = sides.after,
        before.spec.nodeName != after.spec.nodeName
      else { continue }
      #expect(before.spec.nodeName.isEmpty)
      #expect(bound.insert(after.metadata.uid).inserted, "\(change.key) was bound twice")
    }
  }

  /// After a long rest nobody waits who would fit somewhere.
  private static func expectNobodyForgotten(_ lab: Lab) {
    for pod in lab.state.all(Pod.self)
    where pod.spec.nodeName.isEmpty && !pod.metadata.isDeleting {
      #expect(lab.scheduler.queue.contains(pod.key))
      #expect(lab.scheduler.explain(pod, in: lab.state).node == nil, "\(pod.key) was forgotten")
    }
  }
}
