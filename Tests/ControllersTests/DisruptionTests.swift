import Engine
import Objects
import Store
import Testing

@testable import Controllers

/// Budgets: what they allow, and what an eviction makes of it.
@Suite struct DisruptionTests {
  static func budget(
    least: IntOrString? = nil, most: IntOrString? = nil, app: String = "web", name: String = "web"
  ) -> PodDisruptionBudget {
    var budget = PodDisruptionBudget()
    budget.metadata = ObjectMeta(name: name, namespace: "default")
    budget.spec.minAvailable = least
    budget.spec.maxUnavailable = most
    budget.spec.selector = LabelSelector(matchLabels: ["app": app])
    return budget
  }

  static func harness(_ replicas: Int, _ budget: PodDisruptionBudget) -> Harness {
    var harness = Harness()
    harness.attempt(.create(Harness.deployment(replicas)))
    harness.runPods()
    harness.attempt(.create(budget))
    harness.settle()
    return harness
  }

  static func status(_ harness: Harness, _ name: String = "web") throws -> PodDisruptionBudgetStatus
  {
    try #require(harness.state.get(PodDisruptionBudget.self, name, in: "default")).status
  }

  @Test(
    arguments: [
      (4, IntOrString.int(3), nil, 1, 4, 3),
      (4, .string("50%"), nil, 2, 4, 2),
      (3, .string("50%"), nil, 1, 3, 2),
      (4, nil, IntOrString.int(1), 1, 4, 3),
      (3, nil, .string("25%"), 1, 3, 2),
      (3, nil, .int(5), 3, 3, 0),
      (2, .int(5), nil, 0, 2, 5),
    ] as [(Int, IntOrString?, IntOrString?, Int, Int, Int)])
  func allows(
    _ replicas: Int, _ least: IntOrString?, _ most: IntOrString?, _ allowed: Int, _ expected: Int,
    _ desired: Int
  ) throws {
    let harness = Self.harness(replicas, Self.budget(least: least, most: most))
    let status = try Self.status(harness)
    #expect(status.disruptionsAllowed == allowed)
    #expect(status.expectedPods == expected)
    #expect(status.desiredHealthy == desired)
    #expect(status.currentHealthy == replicas)
    let condition = try #require(status.conditions["DisruptionAllowed"])
    #expect(condition.reason == (allowed > 0 ? "SufficientPods" : "InsufficientPods"))
  }

  @Test func evictionsSpendTheBudget() throws {
    var harness = Self.harness(3, Self.budget(most: .int(1)))
    let pods = harness.state.all(Pod.self)
    try harness.submit(.evict(pod: pods[0].key, DeleteOptions()))
    #expect(try Self.status(harness).disruptionsAllowed == 0)
    #expect(try Self.status(harness).granted.map(\.pod) == [pods[0].metadata.name])
    let condition = harness.state.pod(pods[0].key)?.status.conditions["DisruptionTarget"]
    #expect(condition?.reason == "EvictionByEvictionAPI")
    #expect(
      throws: Rejection.tooManyRequests(
        message: "Cannot evict pod as it would violate the pod's disruption budget.",
        cause: "The disruption budget web needs 2 healthy pods and has 3 currently")
    ) { try harness.submit(.evict(pod: pods[1].key, DeleteOptions())) }
    harness.settle()
    #expect(try Self.status(harness).granted.isEmpty)
    #expect(try Self.status(harness).currentHealthy == 2)
    harness.runPods()
    #expect(try Self.status(harness).disruptionsAllowed == 1)
  }

  /// The budget is charged and the pod marked before the deletion finds that it is another pod.
  @Test func aRefusedEvictionLeavesNoTrace() throws {
    var harness = Self.harness(3, Self.budget(most: .int(1)))
    let pod = harness.state.all(Pod.self)[0]
    let key = ObjectKey(.podDisruptionBudget, namespace: "default", name: "web")
    let (revision, budget) = (harness.state.revision, harness.state[key]?.document)
    #expect(throws: Rejection.self) {
      try harness.submit(.evict(pod: pod.key, DeleteOptions(uid: "another")))
    }
    #expect(harness.state.revision == revision)
    #expect(harness.state[key]?.document == budget)
    #expect(harness.state.pod(pod.key)?.document == pod.document)
    #expect(harness.state.indexFaults.isEmpty)
    try harness.submit(.evict(pod: pod.key, DeleteOptions(uid: pod.metadata.uid)))
    #expect(try Self.status(harness).disruptionsAllowed == 0)
  }

  @Test func unhealthyPodsGoWhileEnoughAreHealthy() throws {
    for (policy, least, goes) in [
      (nil, 2, true), (nil, 3, false), (UnhealthyPodEvictionPolicy.alwaysAllow, 3, true),
    ] {
      var budget = Self.budget(least: .int(least))
      budget.spec.unhealthyPodEvictionPolicy = policy
      var harness = Self.harness(3, budget)
      var pod = harness.state.all(Pod.self)[0]
      pod.status.conditions.set(PodCondition("Ready", .isFalse, at: harness.now))
      harness.attempt(.updateStatus(pod))
      harness.settle()
      let answer = try? harness.submit(.evict(pod: pod.key, DeleteOptions()))
      #expect((answer != nil) == goes, "\(least)")
    }
  }

  @Test func twoBudgetsForOnePodRefuse() throws {
    var harness = Self.harness(1, Self.budget(most: .int(1)))
    harness.attempt(.create(Self.budget(most: .int(1), name: "other")))
    let pod = harness.state.all(Pod.self)[0]
    #expect(
      throws: Rejection.internalError(
        "This pod has more than one PodDisruptionBudget, which the eviction subresource does not "
          + "support.")
    ) { try harness.submit(.evict(pod: pod.key, DeleteOptions())) }
    var changed = pod
    changed.status.conditions.set(PodCondition("Ready", .isFalse, at: harness.now))
    harness.attempt(.updateStatus(changed))
    harness.settle()
    #expect(harness.state.events(about: pod).last?.reason == "MultiplePodDisruptionBudgets")
  }

  @Test func saysWhyItCannotCount() throws {
    var harness = Harness()
    var daemon = DaemonSet()
    daemon.metadata = ObjectMeta(name: "agent", namespace: "default")
    daemon.spec.selector = LabelSelector(matchLabels: ["app": "web"])
    daemon.spec.template = Harness.template()
    harness.attempt(.create(daemon))
    let stored = try #require(harness.state.all(DaemonSet.self).first)
    var pod = Pod()
    pod.metadata = ObjectMeta(name: "agent-1", namespace: "default", labels: ["app": "web"])
    pod.metadata.ownerReferences = [OwnerReference(controller: stored)]
    pod.spec = Harness.template().spec
    harness.attempt(.create(pod))
    harness.attempt(.create(Self.budget(most: .int(1))))
    harness.settle()
    let condition = try #require(try Self.status(harness).conditions["DisruptionAllowed"])
    #expect(condition.reason == "SyncFailed")
    #expect(condition.message == "daemonsets.apps does not implement the scale subresource")
  }

  @Test func nothingToGuard() throws {
    var harness = Harness()
    harness.attempt(.create(Self.budget(most: .int(1))))
    harness.settle()
    let budget = try #require(harness.state.all(PodDisruptionBudget.self).first)
    let event = try #require(harness.state.events(about: budget).first)
    #expect(event.reason == "NoPods" && event.source.component == "controllermanager")
    #expect(budget.status.disruptionsAllowed == 0)
  }
}
