import Engine
import Objects
import Store
import Testing

@testable import Controllers

@Suite struct NodeLifecycleTests {
  /// The moment of a silent node's last heartbeat, in milliseconds after the world began, and the
  /// moment it is given up: 50 s after the round that noticed the heartbeat.
  @Test(arguments: [
    (heartbeat: 0, lost: 54_000), (heartbeat: 3_900, lost: 54_000),
    (heartbeat: 4_000, lost: 54_000), (heartbeat: 4_001, lost: 59_000),
    (heartbeat: 11_000, lost: 64_000),
  ])
  func givesUpSilentNodes(heartbeat: Int64, lost: Int64) {
    var cluster = Harness(nodes: [])
    cluster.run(for: .milliseconds(heartbeat))
    cluster.addNodes(["a", "b"])
    cluster.run(until: .worldBegins + .milliseconds(lost - 1))
    #expect(cluster.isReady("a") == .isTrue)
    cluster.run(until: .worldBegins + .milliseconds(lost))
    #expect(cluster.isReady("a") == .unknown)
  }

  @Test func marksALostNodeAndItsPods() {
    var cluster = Harness(nodes: [])
    cluster.addNodes(["a", "b"])
    cluster.attempt(.create(Harness.deployment(2)))
    cluster.settle()
    for (pod, node) in zip(cluster.pods, ["a", "b"]) { cluster.serve(pod, on: node) }
    cluster.run(for: .seconds(60), alive: ["a"])
    #expect(cluster.isReady("a") == .isTrue)
    let lost = cluster.state.node("b")
    #expect(lost?.status.conditions.allSatisfy { $0.status == .unknown } == true)
    #expect(lost?.status.conditions["Ready"]?.reason == "NodeStatusUnknown")
    #expect(
      lost?.spec.taints.map(\.text) == [
        "node.kubernetes.io/unreachable:NoSchedule", "node.kubernetes.io/unreachable:NoExecute",
      ])
    #expect(cluster.messages("RegisteredNode").count == 2)
    #expect(
      cluster.messages("NodeNotReady")
        == ["Node b status is now: NodeNotReady", "Node is not ready"])
    #expect(cluster.pods.map(\.isReady) == [true, false])
    #expect(cluster.web.status.availableReplicas == 1)
    #expect(
      cluster.web.status.conditions.map { "\($0.type) \($0.status.rawValue)" }
        == ["Progressing True", "Available False"])
  }

  @Test func evictsWhenPatienceEnds() {
    var cluster = Harness(nodes: [])
    cluster.addNodes(["a", "b"])
    cluster.attempt(.create(Harness.deployment(1)))
    cluster.settle()
    cluster.serve(cluster.pods[0], on: "b")
    // The node is given up after 54 s, and its pods put up with that for 300 s.
    cluster.run(for: .seconds(350), alive: ["a"])
    #expect(cluster.pods.map(\.metadata.isDeleting) == [false])
    cluster.run(for: .seconds(10), alive: ["a"])
    #expect(cluster.pods.map(\.metadata.isDeleting).sorted { !$0 && $1 } == [false, true])
    #expect(cluster.messages("TaintManagerEviction").count == 1)
  }

  @Test func forgivesANodeThatComesBack() {
    var cluster = Harness(nodes: [])
    cluster.addNodes(["a", "b"])
    cluster.attempt(.create(Harness.deployment(1)))
    cluster.settle()
    cluster.serve(cluster.pods[0], on: "b")
    cluster.run(for: .seconds(100), alive: ["a"])
    #expect(cluster.evicting == ["b:unreachable"])
    cluster.recover("b")
    #expect(cluster.evicting == [])
    #expect(cluster.state.node("b")?.spec.taints == [])
    cluster.run(for: .seconds(400), alive: ["a", "b"])
    #expect(cluster.pods.map(\.metadata.isDeleting) == [false])
    let name = cluster.pods[0].metadata.name
    #expect(
      cluster.messages("TaintManagerEviction") == ["Cancelling deletion of Pod default/\(name)"])
  }

  /// Which nodes' pods are driven away, after so many seconds, when these nodes stay alive.
  @Test(arguments: [
    // Nobody is left: the controller suspects itself.
    (nodes: 3, alive: 0, seconds: 400, evicting: 0),
    // Two of three is no disruption: one node every ten seconds.
    (nodes: 3, alive: 1, seconds: 60, evicting: 1),
    (nodes: 3, alive: 1, seconds: 70, evicting: 2),
    // Three of four is one, and in a small zone nobody is driven away then.
    (nodes: 4, alive: 1, seconds: 400, evicting: 0),
    // Three of six is below 55 %.
    (nodes: 6, alive: 3, seconds: 100, evicting: 3),
  ])
  func protectsZones(nodes: Int, alive: Int, seconds: Int64, evicting: Int) {
    var cluster = Harness(nodes: [])
    let names = (1...nodes).map { "node-\($0)" }
    cluster.addNodes(names)
    cluster.run(for: .seconds(seconds), alive: Array(names.prefix(alive)))
    #expect(cluster.evicting.count == evicting)
    #expect(cluster.state.all(Node.self).count { $0.readiness == .unknown } == nodes - alive)
  }

  @Test func evictsWhenOneZoneIsLeft() {
    var cluster = Harness(nodes: [])
    cluster.addNodes(["a1", "a2", "a3"], zone: "a")
    cluster.addNodes(["b1"], zone: "b")
    cluster.run(for: .seconds(120), alive: ["b1"])
    #expect(cluster.evicting.count == 3)
  }

  @Test func sharesOutThePodNetwork() {
    var cluster = Harness(nodes: [])
    cluster.addNodes(["b", "a"])
    cluster.addNodes(["c"])
    #expect(
      cluster.state.all(Node.self).map(\.spec.podCIDR)
        == ["10.244.1.0/24", "10.244.0.0/24", "10.244.2.0/24"])
    #expect(
      cluster.state.node("a")?.metadata.annotations["node.alpha.kubernetes.io/ttl"] == "0")
  }

  @Test func tearsOutWhatANodeOutOfServiceHolds() {
    var cluster = Harness(nodes: [])
    cluster.addNodes(["a", "b"])
    cluster.attempt(.create(Harness.deployment(1)))
    cluster.settle()
    cluster.serve(cluster.pods[0], on: "b")
    cluster.run(for: .seconds(70), alive: ["a"])
    #expect(cluster.pods.map(\.spec.nodeName) == ["b"])
    if var node = cluster.state.node("b") {
      node.spec.taints.append(Taint("node.kubernetes.io/out-of-service", .noExecute))
      cluster.attempt(.update(node))
    }
    cluster.run(for: .milliseconds(10), alive: ["a"])
    #expect(cluster.pods.count { $0.metadata.isDeleting } == 1, "told to go at once")
    cluster.run(for: .seconds(21), alive: ["a"])
    #expect(cluster.pods.map(\.spec.nodeName) == [""], "nobody has to confirm it")
  }

  @Test func removesThePodsOfAMissingNode() {
    var cluster = Harness(nodes: [])
    cluster.addNodes(["a", "b"])
    cluster.attempt(.create(Harness.deployment(1)))
    cluster.settle()
    cluster.serve(cluster.pods[0], on: "b")
    cluster.run(for: .seconds(5), alive: ["a"])
    cluster.attempt(.delete(.node("b"), DeleteOptions()))
    cluster.run(for: .seconds(50), alive: ["a"])
    #expect(cluster.pods.map(\.spec.nodeName) == ["b"])
    cluster.run(for: .seconds(15), alive: ["a"])
    #expect(cluster.pods.map(\.spec.nodeName) == [""])
    #expect(cluster.messages("RemovingNode").count == 1)
  }

  @Test(arguments: [
    (tolerated: [300], patience: 300 as Int?), (tolerated: [300, 20], patience: 20),
    (tolerated: [nil], patience: nil), (tolerated: [], patience: 0),
    (tolerated: [-5], patience: 0),
  ])
  func takesTheShortestPatience(tolerated: [Int?], patience: Int?) {
    let taints = tolerated.indices.map { Taint("taint-\($0)", .noExecute) }
    let tolerations = tolerated.enumerated().map { place, seconds in
      var toleration = Toleration()
      toleration.key = "taint-\(place)"
      toleration.op = .exists
      toleration.tolerationSeconds = seconds
      return toleration
    }
    let present = taints.isEmpty ? [Taint("other", .noExecute)] : taints
    #expect(TaintEvictionController.patience(of: tolerations, with: present) == patience)
  }
}
