import Engine
import Objects
import Store
import Testing

@testable import Scheduling

/// The scheduler at work: what it binds, what it says, when it tries again.
@Suite struct SchedulerTests {
  @Test func bindsAndTells() throws {
    var lab = Lab(node("worker-1"))
    lab.add(pod("p"))
    lab.settle()
    let event = try #require(lab.state.events(about: lab.pod("p")).first)
    #expect(event.message == "Successfully assigned default/p to worker-1")
    #expect(event.reason == "Scheduled" && event.type == .normal)
    #expect(lab.pod("p").status.conditions["PodScheduled"]?.status == .isTrue)
  }

  @Test func tellsWhyNot() {
    var lab = Lab(
      node("worker-1", taints: [Taint("dedicated", .noSchedule, value: "db")]),
      node("worker-2") { $0.spec.unschedulable = true },
      node("worker-3", labels: ["disk": "hdd"]))
    lab.add(
      pod("picky") { $0.spec.nodeSelector = ["disk": "ssd"] }, pod("bulky", wants: "cpu=5"))
    lab.settle()
    let tail =
      "no new claims to deallocate, preemption: 0/3 nodes are available: "
      + "3 Preemption is not helpful for scheduling."
    let shared = "1 node(s) had untolerated taint(s), 1 node(s) were unschedulable. " + tail
    #expect(
      lab.complaints(about: "picky") == [
        "0/3 nodes are available: 1 node(s) didn't match Pod's node affinity/selector, " + shared
      ])
    #expect(
      lab.complaints(about: "bulky") == [
        "0/3 nodes are available: 1 Insufficient cpu, " + shared
      ])
    let condition = lab.pod("bulky").status.conditions["PodScheduled"]
    #expect(condition?.status == .isFalse && condition?.reason == "Unschedulable")
    #expect(condition?.message == lab.complaints(about: "bulky").first)
  }

  @Test func fullNodesSayThatNobodyCanBePushedOut() {
    var lab = Lab(node("a"), node("b"))
    lab.add(pod("x", wants: "cpu=4"), on: "a")
    lab.add(pod("p", wants: "cpu=3"), pod("q", wants: "cpu=3"))
    lab.settle()
    #expect(lab.node(of: "p") == "b")
    #expect(
      lab.complaints(about: "q") == [
        "0/2 nodes are available: 2 Insufficient cpu. no new claims to deallocate, preemption: "
          + "0/2 nodes are available: 2 No preemption victims found for incoming pod."
      ])
  }

  @Test func withoutNodesItKeepsAsking() {
    var lab = Lab()
    lab.add(pod("p"))
    lab.run(for: .seconds(3))
    #expect(lab.complaints(about: "p").first == "no nodes available to schedule pods")
    #expect(lab.failures(of: "p") == 3)
    lab.add(node("a"))
    lab.run(for: .seconds(10))
    #expect(lab.node(of: "p") == "a")
  }

  @Test func othersPodsAndGatedPodsAreLeftAlone() {
    var lab = Lab(node("a"))
    lab.add(
      pod("odd") { $0.spec.schedulerName = "mine" },
      pod("gated") {
        var gate = SchedulingGate()
        gate.name = "quota"
        $0.spec.schedulingGates = [gate]
      })
    lab.run(for: .minutes(10))
    #expect(lab.node(of: "odd").isEmpty && lab.node(of: "gated").isEmpty)
    #expect(lab.complaints(about: "odd").isEmpty && lab.complaints(about: "gated").isEmpty)
    #expect(lab.pod("gated").status.conditions["PodScheduled"]?.reason == "SchedulingGated")
    lab.change("gated") { (pod: inout Pod) in pod.spec.schedulingGates = [] }
    lab.settle()
    #expect(lab.node(of: "gated") == "a")
  }

  struct Help: CustomTestStringConvertible {
    let testDescription: String
    let node: Node
    let pod: Pod
    let event: @Sendable (inout Lab) -> Void
    let helps: Bool

    init(
      _ what: String, _ node: Node, _ pod: Pod, helps: Bool = true,
      _ event: @escaping @Sendable (inout Lab) -> Void
    ) {
      testDescription = what
      self.node = node
      self.pod = pod
      self.helps = helps
      self.event = event
    }
  }

  static let helps: [Help] = [
    Help("uncordon", node("n") { $0.spec.unschedulable = true }, pod("p")) {
      $0.change("n") { (node: inout Node) in node.spec.unschedulable = nil }
    },
    Help("taint taken away", node("n", taints: [Taint("x", .noSchedule)]), pod("p")) {
      $0.change("n") { (node: inout Node) in node.spec.taints = [] }
    },
    Help("label added", node("n"), pod("p") { $0.spec.nodeSelector = ["disk": "ssd"] }) {
      $0.change("n") { (node: inout Node) in node.metadata.labels["disk"] = "ssd" }
    },
    Help(
      "another label added", node("n"), pod("p") { $0.spec.nodeSelector = ["disk": "ssd"] },
      helps: false
    ) {
      $0.change("n") { (node: inout Node) in node.metadata.labels["disk"] = "hdd" }
    },
    Help("larger node joins", node("n"), pod("p", wants: "cpu=8")) {
      $0.add(node("m", has: "cpu=16"))
    },
    Help("node as small joins", node("n"), pod("p", wants: "cpu=8"), helps: false) {
      $0.add(node("m"))
    },
    Help("somebody leaves", node("n"), pod("p", wants: "cpu=2")) { $0.finish("filler") },
    Help("toleration added", node("n", taints: [Taint("x", .noSchedule)]), pod("p")) {
      $0.change("p") { (pod: inout Pod) in pod.spec.tolerations.append(toleration("x", .exists)) }
    },
    Help("a heartbeat", node("n"), pod("p", wants: "cpu=8"), helps: false) {
      guard var beating = $0.state.node("n") else { return }
      beating.status.nodeInfo.bootID = "1"
      $0.attempt(.updateStatus(beating))
    },
  ]

  /// What helps has it tried at once; what does not leaves it in peace.
  @Test(arguments: helps) func hints(_ row: Help) {
    var lab = Lab(row.node)
    lab.add(pod("filler", wants: "cpu=3"), on: "n")
    lab.add(row.pod)
    lab.run(for: .seconds(20))
    #expect(lab.failures(of: "p") == 1)
    row.event(&lab)
    lab.settle()
    #expect(lab.node(of: "p").isEmpty == !row.helps)
    #expect(lab.failures(of: "p") == 1, "nothing but a promising event leads to an attempt")
  }

  @Test func aRefusedBindingIsTriedAgain() {
    var lab = Lab(node("a"))
    lab.add(pod("p"))
    lab.refusals = 2
    lab.settle()
    #expect(lab.node(of: "p").isEmpty)
    lab.run(for: .milliseconds(2999))
    #expect(lab.node(of: "p").isEmpty)
    lab.run(for: .milliseconds(1))
    #expect(lab.node(of: "p") == "a")
  }

  /// Bindings are heard of only after the whole line has been tried: who counts on the bound
  /// pods is then tried once more. As recorded from a real cluster.
  @Test func newsOfBindingsComeLate() {
    let zone = "topology.kubernetes.io/zone"
    var lab = Lab(node("a", in: "east"), node("b", in: "west"), node("c"))
    for name in ["p", "q", "r"] {
      lab.add(
        pod(name, wants: "cpu=3", labels: ["app": "even"]) {
          $0.spec.topologySpreadConstraints = [spread(["app": "even"], over: zone)]
        })
    }
    lab.run(for: .minutes(1))
    #expect(lab.complaints(about: "r").count == 2)
    #expect(Set(lab.complaints(about: "r")).count == 1)
  }

  /// The memory that is kept in step sees what one built from nothing sees.
  @Test func bothExplanationsAgree() {
    var lab = Lab(node("a", in: "x"), node("b", in: "y"), node("c", in: "x"))
    for number in 0..<9 { lab.add(pod("p\(number)", wants: "cpu=300m", labels: ["app": "a"])) }
    lab.settle()
    let next = pod("q", wants: "cpu=1") {
      $0.spec.topologySpreadConstraints = [
        spread(["app": "a"], over: "kubernetes.io/hostname", .scheduleAnyway)
      ]
    }
    let live = lab.scheduler.explain(next, in: lab.state)
    let fresh = lab.decision(about: next)
    #expect(live.node == fresh.node)
    #expect(live.reports.map(\.total) == fresh.reports.map(\.total))
    #expect(live.reports.map(\.node) == fresh.reports.map(\.node))
  }
}
