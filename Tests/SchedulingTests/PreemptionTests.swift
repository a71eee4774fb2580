import Engine
import Objects
import Store
import Testing

@testable import Scheduling

/// Who has to go so that somebody more important may stay.
@Suite struct PreemptionTests {
  private static func lab(_ nodes: Node...) -> Lab {
    var lab = Lab(priorityClass(100), priorityClass(500), priorityClass(1000))
    for node in nodes { lab.add(node) }
    return lab
  }

  private static func victims(_ lab: Lab) -> [String] {
    lab.state.all(Pod.self).filter(\.metadata.isDeleting).map(\.metadata.name)
  }

  @Test func theLeastImportantGoes() throws {
    var lab = Self.lab(node("a"), node("b"), node("c"))
    lab.add(pod("low", wants: "cpu=3", priority: 500), on: "a")
    lab.add(pod("lowest", wants: "cpu=3", priority: 100), on: "b")
    lab.add(pod("equal", wants: "cpu=3", priority: 1000), on: "c")
    lab.add(pod("urgent", wants: "cpu=2", priority: 1000))
    lab.settle()
    #expect(Self.victims(lab) == ["lowest"])
    #expect(lab.pod("urgent").status.nominatedNodeName == "b")
    #expect(lab.complaints(about: "urgent") == ["0/3 nodes are available: 3 Insufficient cpu."])
    let victim = lab.pod("lowest")
    let condition = try #require(victim.status.conditions["DisruptionTarget"])
    #expect(condition.reason == "PreemptionByScheduler")
    #expect(
      condition.message
        == "default-scheduler: preempting to accommodate a higher priority pod")
    #expect(victim.metadata.deletionGracePeriodSeconds == 30)
    let event = lab.state.events(about: victim).first { $0.reason == "Preempted" }
    #expect(event?.message == "Preempted by pod \(lab.pod("urgent").metadata.uid) on node b")
    lab.run(for: .seconds(5))
    #expect(lab.failures(of: "urgent") == 1, "it waits quietly while its victim ends")
    lab.finish("lowest")
    lab.settle()
    #expect(lab.node(of: "urgent") == "b")
    #expect(lab.pod("urgent").status.nominatedNodeName == nil)
  }

  @Test func noMoreThanNeededGo() {
    var lab = Self.lab(node("a"))
    lab.add(pod("big", wants: "cpu=2", priority: 100), on: "a")
    lab.add(pod("small", wants: "cpu=1", priority: 100), on: "a")
    lab.add(pod("better", wants: "cpu=1", priority: 500), on: "a")
    lab.add(pod("urgent", wants: "cpu=2", priority: 1000))
    lab.settle()
    // The better one stays first, then by start or name: the big one no longer fits.
    #expect(Self.victims(lab) == ["big"])
  }

  @Test func fewerVictimsAreBetter() {
    var lab = Self.lab(node("a"), node("b"))
    lab.add(pod("a1", wants: "cpu=2", priority: 100), on: "a")
    lab.add(pod("a2", wants: "cpu=2", priority: 100), on: "a")
    lab.add(pod("b1", wants: "cpu=4", priority: 100), on: "b")
    lab.add(pod("urgent", wants: "cpu=4", priority: 1000))
    lab.settle()
    #expect(Self.victims(lab) == ["b1"])
  }

  @Test func neverMeansNever() {
    var lab = Self.lab(node("a"))
    lab.add(priorityClass(700, .never))
    lab.add(pod("fill", wants: "cpu=4"), on: "a")
    lab.add(pod("polite", wants: "cpu=1", priority: 700))
    lab.settle()
    #expect(Self.victims(lab).isEmpty)
    #expect(
      lab.complaints(about: "polite") == [
        "0/1 nodes are available: 1 Insufficient cpu. no new claims to deallocate, preemption: "
          + "not eligible due to preemptionPolicy=Never."
      ])
  }

  @Test func whereItCannotHelpNobodyGoes() {
    var lab = Self.lab(node("a"), node("b", taints: [Taint("x", .noSchedule)]))
    lab.add(pod("fill", wants: "cpu=4", priority: 500), on: "a")
    lab.add(pod("equal", wants: "cpu=1", priority: 500))
    lab.settle()
    #expect(Self.victims(lab).isEmpty)
    #expect(
      lab.complaints(about: "equal") == [
        "0/2 nodes are available: 1 Insufficient cpu, 1 node(s) had untolerated taint(s). "
          + "no new claims to deallocate, preemption: 0/2 nodes are available: "
          + "1 No preemption victims found for incoming pod, "
          + "1 Preemption is not helpful for scheduling."
      ])
  }

  /// Others must not slip into the room that was promised, unless they matter more.
  @Test func promisedRoomIsKept() {
    var lab = Self.lab(node("a"))
    lab.add(pod("fill", wants: "cpu=4", priority: 100), on: "a")
    lab.add(pod("first", wants: "cpu=3", priority: 500))
    lab.settle()
    #expect(lab.pod("first").status.nominatedNodeName == "a")
    lab.add(pod("thief", wants: "cpu=3", priority: 100))
    lab.settle()
    lab.finish("fill")
    lab.settle()
    #expect(lab.node(of: "first") == "a" && lab.node(of: "thief").isEmpty)
  }

  @Test func aMoreImportantPodTakesAPromiseAway() {
    var lab = Self.lab(node("a"))
    lab.add(pod("fill", wants: "cpu=4", priority: 100), on: "a")
    lab.add(pod("first", wants: "cpu=3", priority: 500))
    lab.settle()
    lab.add(pod("fill2", wants: "cpu=0", priority: 100), on: "a")
    lab.add(pod("king", wants: "cpu=4", priority: 1000))
    lab.settle()
    #expect(lab.pod("king").status.nominatedNodeName == "a")
    #expect(lab.pod("first").status.nominatedNodeName == nil)
    lab.finish("fill")
    lab.settle()
    #expect(lab.node(of: "king") == "a" && lab.node(of: "first").isEmpty)
  }

  @Test func antiAffinityCanBeSolvedToo() {
    var lab = Self.lab(node("a"))
    let host = "kubernetes.io/hostname"
    lab.add(pod("x", labels: ["app": "web"], priority: 100), on: "a")
    lab.add(
      pod("loner", priority: 500) { $0.requireAway(term(["app": "web"], per: host)) })
    lab.settle()
    #expect(Self.victims(lab) == ["x"])
    lab.finish("x")
    lab.settle()
    #expect(lab.node(of: "loner") == "a")
  }
}

/// Budgets and explanations.
extension PreemptionTests {
  private static func budget(_ labels: StringMap, allowing allowed: Int) -> PodDisruptionBudget {
    var budget = PodDisruptionBudget()
    budget.metadata = ObjectMeta(name: "guard", namespace: "default")
    budget.spec.minAvailable = .int(1)
    budget.spec.selector = LabelSelector(matchLabels: labels)
    budget.status.disruptionsAllowed = allowed
    return budget
  }

  @Test(arguments: [(0, ["free"]), (1, ["guarded"])])
  func budgets(allowed: Int, victims: [String]) {
    var lab = Lab(priorityClass(100), priorityClass(500), node("a"), node("b"))
    let budget = Self.budget(["app": "guarded"], allowing: allowed)
    lab.add(budget)
    lab.attempt(.updateStatus(budget))
    lab.add(pod("guarded", wants: "cpu=3", labels: ["app": "guarded"], priority: 100), on: "a")
    lab.add(pod("free", wants: "cpu=3", priority: 100), on: "b")
    lab.add(pod("urgent", wants: "cpu=3", priority: 500))
    lab.settle()
    let gone = lab.state.all(Pod.self).filter(\.metadata.isDeleting).map(\.metadata.name)
    #expect(gone == victims)
  }

  /// On one node those under a budget stay before others of the same priority.
  @Test func budgetOnOneNode() {
    var lab = Lab(priorityClass(100), priorityClass(500), node("a"))
    let budget = Self.budget(["app": "guarded"], allowing: 0)
    lab.add(budget)
    lab.add(pod("early", wants: "cpu=2", priority: 100), on: "a")
    lab.add(pod("guarded", wants: "cpu=2", labels: ["app": "guarded"], priority: 100), on: "a")
    lab.add(pod("urgent", wants: "cpu=2", priority: 500))
    lab.settle()
    let gone = lab.state.all(Pod.self).filter(\.metadata.isDeleting).map(\.metadata.name)
    #expect(gone == ["early"])
  }

  @Test func explained() throws {
    var lab = Lab(priorityClass(100), priorityClass(500), node("a"))
    lab.add(pod("low", wants: "cpu=3", priority: 100), on: "a")
    lab.add(pod("urgent", wants: "cpu=3", priority: 500))
    let explanation = lab.scheduler.explanation(of: lab.pod("urgent"), in: lab.state)
    guard case .victims(let victims, let node)? = explanation.preemption else {
      Issue.record("no victims")
      return
    }
    #expect(victims.map(\.name) == ["low"])
    #expect(node == "a")
    #expect(explanation.decision.node == nil)
  }

  /// What stands in the way when even nobody else on the node would help.
  @Test func stillTooLarge() {
    var lab = Lab(priorityClass(100), priorityClass(500), node("a"))
    lab.add(pod("low", wants: "cpu=1", priority: 100), on: "a")
    lab.add(pod("equal", wants: "cpu=3", priority: 500), on: "a")
    lab.add(pod("urgent", wants: "cpu=3", priority: 500))
    lab.settle()
    #expect(
      lab.complaints(about: "urgent") == [
        "0/1 nodes are available: 1 Insufficient cpu. no new claims to deallocate, preemption: "
          + "0/1 nodes are available: 1 Insufficient cpu."
      ])
  }
}
