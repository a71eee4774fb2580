import Engine
import Objects
import Store
import Testing

@testable import Controllers

@Suite struct DaemonSetTests {
  static let three = ["worker-1", "worker-2", "worker-3"]

  static func cluster(_ set: DaemonSet = Harness.daemonSet()) -> Harness {
    var cluster = Harness(nodes: three)
    cluster.attempt(.create(set))
    cluster.runPods()
    return cluster
  }

  static func taint(_ key: String, _ effect: TaintEffect) -> Taint {
    var taint = Taint()
    taint.key = key
    taint.effect = effect
    return taint
  }

  /// What a taint on worker-2 does to daemons that are there, and to those that are not.
  @Test(arguments: [
    ("node.kubernetes.io/unschedulable", TaintEffect.noSchedule, true, true),
    ("node.kubernetes.io/memory-pressure", .noSchedule, true, true),
    ("dedicated", .preferNoSchedule, true, true),
    ("dedicated", .noSchedule, true, false),
    ("dedicated", .noExecute, false, false),
  ])
  func heedsTaints(key: String, effect: TaintEffect, stays: Bool, comes: Bool) {
    var tainted = Self.cluster()
    tainted.change("worker-2") { (node: inout Node) in
      node.spec.taints = [Self.taint(key, effect)]
    }
    tainted.runPods()
    #expect(tainted.daemonNodes.contains("worker-2") == stays)
    #expect(tainted.agent.status.desiredNumberScheduled == (comes ? 3 : 2))
    #expect(tainted.agent.status.numberMisscheduled == (stays && !comes ? 1 : 0))
    for pod in tainted.pods where DaemonPod.target(of: pod) == "worker-2" {
      tainted.attempt(.delete(pod.key, .now))
    }
    tainted.runPods()
    #expect(tainted.daemonNodes.contains("worker-2") == comes)
  }

  @Test func followsLabelsAndAffinityOfNodes() {
    var set = Harness.daemonSet()
    set.spec.template.spec.nodeSelector = ["disk": "ssd"]
    var cluster = Self.cluster(set)
    #expect(cluster.daemonNodes.isEmpty)
    cluster.change("worker-3") { (node: inout Node) in node.metadata.labels["disk"] = "ssd" }
    cluster.runPods()
    #expect(cluster.daemonNodes == ["worker-3"])
    cluster.addNodes(["worker-4"])
    cluster.change("worker-4") { (node: inout Node) in node.metadata.labels["disk"] = "ssd" }
    cluster.change("worker-3") { (node: inout Node) in node.metadata.labels["disk"] = nil }
    cluster.runPods()
    #expect(cluster.daemonNodes == ["worker-4"])
  }

  /// The most daemons that lack, and that there are too many of, at any moment of an update.
  @Test(arguments: [
    (IntOrString.int(1), IntOrString.int(0), 1, 0),
    (.int(2), .int(0), 2, 0),
    (.string("34%"), .int(0), 2, 0),
    (.int(0), .int(1), 0, 1),
    (.int(0), .string("100%"), 0, 3),
  ])
  func updatesWithinBounds(
    unavailable: IntOrString, surge: IntOrString, lacking: Int, tooMany: Int
  ) {
    var set = Harness.daemonSet()
    var rolling = RollingUpdate()
    rolling.maxUnavailable = unavailable
    rolling.maxSurge = surge
    set.spec.updateStrategy.rollingUpdate = rolling
    var cluster = Self.cluster(set)
    cluster.change("agent") { (set: inout DaemonSet) in
      set.spec.template.spec.containers[0].image = "nginx:1.27"
    }
    cluster.settle()
    var fewest = 3
    var most = 3
    for _ in 0..<100 {
      guard let next = cluster.pods.first(where: cluster.needsKubelet) else { break }
      let ready = cluster.pods.filter { $0.isReady && !$0.metadata.isDeleting }
      fewest = min(fewest, Set(ready.compactMap { DaemonPod.target(of: $0) }).count)
      most = max(most, cluster.activePods.count)
      cluster.serve(next, on: DaemonPod.target(of: next) ?? "")
      cluster.run(until: cluster.now + .milliseconds(100))
    }
    #expect(3 - fewest == lacking)
    #expect(most - 3 == tooMany)
    #expect(cluster.pods.allSatisfy { $0.spec.containers[0].image == "nginx:1.27" })
    #expect(cluster.agent.status.updatedNumberScheduled == 3)
    #expect(cluster.agent.metadata.annotations[DaemonPod.generationAnnotation] == "2")
  }

  @Test func waitsForDeletionWhenToldTo() {
    var set = Harness.daemonSet()
    set.spec.updateStrategy.type = .onDelete
    var cluster = Self.cluster(set)
    cluster.change("agent") { (set: inout DaemonSet) in
      set.spec.template.spec.containers[0].image = "nginx:1.27"
    }
    cluster.runPods()
    #expect(cluster.agent.status.updatedNumberScheduled == 0)
    cluster.attempt(.delete(cluster.pods[0].key, .now))
    cluster.runPods()
    #expect(cluster.agent.status.updatedNumberScheduled == 1)
  }

  @Test func replacesFailedDaemonsMoreAndMoreSlowly() {
    var cluster = Harness(nodes: ["worker-1"])
    cluster.attempt(.create(Harness.daemonSet()))
    cluster.runPods()
    let begin = cluster.now
    var moments: [Int64] = []
    for _ in 0..<5 {
      let name = cluster.pods[0].metadata.name
      cluster.set(name, ready: false, phase: .failed)
      while cluster.pods.first?.metadata.name == name {
        if cluster.pods[0].metadata.isDeleting { cluster.serve(cluster.pods[0]) }
        cluster.run(until: cluster.now + .milliseconds(100))
      }
      moments.append((cluster.now - begin).milliseconds / 1000)
      cluster.runPods()
    }
    #expect(moments == [0, 1, 3, 7, 15])
    #expect(cluster.messages("FailedDaemonPod").count == 5)
  }

  @Test func keepsTheVersionsOfItsTemplate() {
    var cluster = Self.cluster()
    for image in ["nginx:1.27", "nginx:1.28", "nginx:1.26"] {
      cluster.change("agent") { (set: inout DaemonSet) in
        set.spec.template.spec.containers[0].image = image
      }
      cluster.runPods()
    }
    let kept = cluster.state.all(ControllerRevision.self).sorted(by: ControllerRevision.isOlder)
    #expect(kept.map(\.revision) == [2, 3, 4])
    #expect(
      kept.map { $0.template?.spec.containers[0].image } == [
        "nginx:1.27", "nginx:1.28", "nginx:1.26",
      ])
    cluster.change("agent") { (set: inout DaemonSet) in set.spec.revisionHistoryLimit = 0 }
    cluster.runPods()
    #expect(cluster.state.all(ControllerRevision.self).map(\.revision) == [4])
  }

  @Test func forgetsNodesThatAreGone() {
    var cluster = Self.cluster()
    cluster.attempt(.delete(ObjectKey(.node, name: "worker-3"), .now))
    cluster.settle()
    #expect(cluster.agent.status.desiredNumberScheduled == 2)
  }
}
