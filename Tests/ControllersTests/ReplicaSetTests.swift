import Engine
import Objects
import Store
import Testing

@testable import Controllers

@Suite struct ReplicaSetTests {
  @Test func keepsItsNumberOfPods() {
    var cluster = Harness()
    cluster.attempt(.create(Harness.replicaSet(3)))
    cluster.runPods()
    #expect(cluster.activePods.count == 3)
    let first = cluster.pods[0]
    cluster.attempt(.delete(first.key, .now))
    cluster.settle()
    #expect(cluster.activePods.count == 3)
    #expect(cluster.messages("SuccessfulCreate").count == 4)
    let names = Set(cluster.messages("SuccessfulCreate"))
    #expect(names.contains("Created pod: \(first.metadata.name)"))
  }

  @Test func adoptsAndReleasesByLabel() throws {
    var cluster = Harness()
    var early = Pod()
    early.metadata = ObjectMeta(name: "early", namespace: "default", labels: ["app": "trio"])
    early.spec = Harness.template().spec
    cluster.attempt(.create(early))
    cluster.attempt(.create(Harness.replicaSet(3)))
    cluster.settle()
    #expect(cluster.pods.count == 3)
    #expect(cluster.state.pod(early.key)?.metadata.controller?.name == "trio")
    cluster.change("early") { (pod: inout Pod) in pod.metadata.labels["app"] = "other" }
    cluster.settle()
    #expect(cluster.state.pod(early.key)?.metadata.ownerReferences == [])
    #expect(cluster.pods.count == 4)
    cluster.change("early") { (pod: inout Pod) in pod.metadata.labels["app"] = "trio" }
    cluster.settle()
    #expect(cluster.state.pod(early.key)?.metadata.controller?.name == "trio")
    #expect(cluster.activePods.count == 3)
  }

  @Test func waitsUntilPodsHaveBeenReadyForAWhile() {
    var cluster = Harness()
    var set = Harness.replicaSet(2)
    set.spec.minReadySeconds = 8
    cluster.attempt(.create(set))
    cluster.runPods()
    func available() -> Int {
      cluster.state.get(ReplicaSet.self, "trio", in: "default")?.status.availableReplicas ?? -1
    }
    #expect(available() == 0)
    cluster.run(for: .seconds(7))
    #expect(available() == 0)
    cluster.run(for: .seconds(1))
    #expect(available() == 2)
  }

  @Test func saysWhyItCannotCreatePods() {
    var cluster = Harness()
    var set = Harness.replicaSet(5)
    set.spec.template.spec.serviceAccountName = "robot"
    cluster.attempt(.create(set))
    cluster.run(for: .seconds(1))
    let message =
      "pods \"trio-\" is forbidden: error looking up service account default/robot: "
      + "serviceaccount \"robot\" not found"
    #expect(cluster.messages("FailedCreate") == ["Error creating: \(message)"])
    let failure = cluster.sets[0].status.conditions["ReplicaFailure"]
    #expect(failure?.reason == "FailedCreate")
    #expect(failure?.message == message)
    var robot = ServiceAccount()
    robot.metadata = ObjectMeta(name: "robot", namespace: "default")
    cluster.attempt(.create(robot))
    cluster.run(for: .seconds(30))
    #expect(cluster.pods.count == 5)
    #expect(cluster.sets[0].status.conditions.isEmpty)
  }

  /// In each row the first pod goes before the second; the rows are in the order in which the
  /// differences count.
  @Test(arguments: DeletionCase.table)
  func ranksPods(_ row: DeletionCase) {
    let order = PodDeletionOrder(at: row.now, related: [row.doomed, row.kept] + row.others)
    #expect(order.precedes(row.doomed, row.kept))
    #expect(!order.precedes(row.kept, row.doomed))
  }
}

/// Two pods, one of which goes first.
struct DeletionCase: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var doomed: Pod
  var kept: Pod
  var others: [Pod] = []
  let now = SimTime.worldBegins + .hours(1)

  init(_ name: String, _ doomed: (inout Pod) -> Void, _ kept: (inout Pod) -> Void) {
    testDescription = name
    self.doomed = Self.pod("a")
    self.kept = Self.pod("b")
    doomed(&self.doomed)
    kept(&self.kept)
  }

  static func pod(_ name: String) -> Pod {
    var pod = Pod()
    pod.metadata = ObjectMeta(name: name, namespace: "default")
    pod.metadata.uid = name
    pod.metadata.creationTimestamp = .worldBegins
    pod.spec.nodeName = "worker-1"
    pod.status.phase = .running
    pod.status.conditions = [PodCondition("Ready", .isTrue, at: .worldBegins)]
    return pod
  }

  private static func restarts(_ count: Int) -> [ContainerStatus] {
    var status = ContainerStatus()
    status.restartCount = count
    return [status]
  }

  static let table: [DeletionCase] = [
    DeletionCase(
      "not assigned before pending", { $0.spec.nodeName = "" }, { $0.status.phase = .pending }),
    DeletionCase(
      "pending before not ready", { $0.status.phase = .pending },
      { $0.status.conditions = [] }),
    DeletionCase(
      "not ready before cheap", { $0.status.conditions = [] },
      { $0.metadata.annotations["controller.kubernetes.io/pod-deletion-cost"] = "-5" }),
    DeletionCase(
      "cheap before crowded",
      { $0.metadata.annotations["controller.kubernetes.io/pod-deletion-cost"] = "-1" },
      { $0.spec.nodeName = "worker-2" }
    ).with(others: [pod("c"), pod("d")].map { on("worker-2", $0) }),
    DeletionCase(
      "crowded before young", { $0.spec.nodeName = "worker-2" },
      {
        $0.status.conditions = [
          PodCondition("Ready", .isTrue, at: .worldBegins + .minutes(50))
        ]
      }
    ).with(others: [on("worker-2", pod("c"))]),
    DeletionCase(
      "much younger first",
      {
        $0.status.conditions = [
          PodCondition("Ready", .isTrue, at: .worldBegins + .minutes(50))
        ]
      },
      { $0.status.containerStatuses = restarts(9) }),
    DeletionCase(
      "similar ages go by uid",
      { _ in },
      {
        $0.status.conditions = [PodCondition("Ready", .isTrue, at: .worldBegins + .seconds(60))]
      }),
    DeletionCase(
      "more restarts first",
      { $0.status.containerStatuses = restarts(2) },
      { $0.metadata.creationTimestamp = .worldBegins + .minutes(50) }),
    DeletionCase(
      "younger object first",
      { $0.metadata.creationTimestamp = .worldBegins + .minutes(50) },
      { $0.metadata.uid = "A" }),
  ]

  private static func on(_ node: String, _ pod: Pod) -> Pod {
    var pod = pod
    pod.spec.nodeName = node
    return pod
  }

  private func with(others: [Pod]) -> DeletionCase {
    var copy = self
    copy.others = others
    return copy
  }
}
