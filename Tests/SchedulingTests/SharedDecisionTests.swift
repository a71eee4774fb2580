import Engine
import Objects
import Store
import Testing

@testable import Scheduling

/// What pods of one shape share and what is kept from pod to pod must never show: a scheduler that
/// has heard the same and remembers no pod chooses the same node, having looked at as many.
@Suite struct SharedDecisionTests {
  @Test(arguments: 0..<8) func choosesAsIfItRememberedNothing(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var lab = Lab(priorityClass(100), service("web"), replicaSet("web"), replicaSet("api"))
    let size = seed % 3 == 0 ? 130 : Int.random(in: 2...12, using: &random)
    for number in 0..<size { lab.add(Self.node(number, &random)) }
    var pods = 0
    var forgetful = Forgetful()
    for _ in 0..<25 {
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        Self.step(&lab, &pods, &random)
      }
      lab.run(for: .seconds(1))
      forgetful.catchUp(with: lab)
    }
    #expect(forgetful.checked > 10)
  }
}

/// Hears what the scheduler hears, and places no pod.
private struct Forgetful {
  private var scheduler = Scheduler()
  private var state = ClusterState()
  private var heard = 0
  /// How many pods it has been asked about.
  private(set) var checked = 0

  /// Has each pod that got a node meanwhile placed again.
  mutating func catchUp(with lab: Lab) {
    for change in lab.changes[heard...] {
      if let sides = change.sides(Pod.self), let old = sides.before, let new = sides.after,
        old.spec.nodeName.isEmpty, !new.spec.nodeName.isEmpty
      {
        // Where to begin is told: it has not gone round the nodes itself.
        scheduler.startIndex = lab.starts[change.key] ?? 0
        let decision = scheduler.explain(old, in: state)
        #expect(decision.node == new.spec.nodeName, "\(change.key) would be elsewhere")
        checked += 1
      }
      state.follow(change)
      _ = scheduler.observe(change, in: state, at: change.time)
    }
    heard = lab.changes.count
  }
}

// MARK: - What happens

extension SharedDecisionTests {
  private static func node(_ number: Int, _ random: inout SeededRandom) -> Node {
    SchedulingTests.node(
      "n\(number)", has: "cpu=\(Int.random(in: 1...4, using: &random)) pods=12",
      labels: ["topology.kubernetes.io/zone": "z\(number % 3)"],
      taints: number % 7 == 0 ? [Taint("soft", .preferNoSchedule)] : []
    ) {
      if number % 2 == 0 { $0.status.images = [image(number)] }
    }
  }

  private static func image(_ number: Int) -> ContainerImage {
    var image = ContainerImage()
    image.names = ["registry.k8s.io/pause:3.10", "x\(number)"]
    image.sizeBytes = 400 << 20
    return image
  }

  private static func step(_ lab: inout Lab, _ pods: inout Int, _ random: inout SeededRandom) {
    let nodes = lab.state.all(Node.self).map(\.metadata.name)
    let bound = lab.state.all(Pod.self).filter { !$0.spec.nodeName.isEmpty }
    let node = nodes[Int.random(in: 0..<nodes.count, using: &random)]
    switch Int.random(in: 0..<16, using: &random) {
    case 0: lab.add(Self.node(1000 + lab.changes.count, &random))
    case 1:
      lab.change(node) { (node: inout Node) in
        node.spec.unschedulable = node.spec.unschedulable == true ? nil : true
      }
    case 2: lab.change(node) { (node: inout Node) in node.metadata.labels["disk"] = "ssd" }
    case 3:
      guard var changed = lab.state.node(node) else { return }
      changed.status.images.append(image(pods))
      lab.attempt(.updateStatus(changed))
    case 4:
      lab.change(node) { (node: inout Node) in
        node.spec.taints = node.spec.taints.isEmpty ? [Taint("hard", .noSchedule)] : []
      }
    case 5, 6:
      if let pod = bound.randomElement(using: &random) { lab.finish(pod.metadata.name) }
    case 7, 8:
      guard var pod = bound.randomElement(using: &random) else { return }
      pod.status.phase = .running
      pod.status.startTime = lab.now
      lab.attempt(.updateStatus(pod))
    case 9:
      guard var pod = bound.randomElement(using: &random) else { return }
      pod.status.phase = .succeeded
      lab.attempt(.updateStatus(pod))
    case 10:
      lab.change("web") { (service: inout Service) in
        service.spec.selector = ["app": service.spec.selector["app"] == "web" ? "api" : "web"]
      }
    default:
      let kind = Int.random(in: 0..<9, using: &random)
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        lab.add(pod(pods, kind, of: lab))
        pods += 1
      }
    }
  }

  /// Several pods of one kind come one after the other.
  private static func pod(_ number: Int, _ kind: Int, of lab: Lab) -> Pod {
    let app = kind % 2 == 0 ? "web" : "api"
    let labels: StringMap = ["app": app]
    return SchedulingTests.pod(
      "p\(number)", wants: "cpu=\(kind + 1)00m", labels: labels, priority: kind == 8 ? 100 : nil
    ) {
      if kind < 4, let owner = lab.state.get(ReplicaSet.self, app, in: "default") {
        $0.metadata.ownerReferences = [OwnerReference(controller: owner)]
      }
      switch kind {
      case 1:
        $0.spec.topologySpreadConstraints = [
          spread(labels, over: "topology.kubernetes.io/zone", skew: 2)
        ]
      case 2: $0.requireAway(term(labels, per: "kubernetes.io/hostname"))
      case 3: $0.preferNear(term(["app": "web"], per: "topology.kubernetes.io/zone"), weight: 10)
      case 4:
        $0.spec.topologySpreadConstraints = [
          spread(labels, over: "kubernetes.io/hostname"),
          spread(labels, over: "topology.kubernetes.io/zone", .scheduleAnyway),
        ]
      case 5: $0.hostPort(80)
      case 6: $0.preferNodes(nodes("disk", .isIn, "ssd"), weight: 5)
      case 7: $0.requireNodes(nodes(named: "n\(number % 3)"))
      default: break
      }
    }
  }

  private func service(_ name: String) -> Service {
    var service = Service()
    service.metadata = ObjectMeta(name: name, namespace: "default")
    service.spec.selector = ["app": name]
    var port = ServicePort()
    port.port = 80
    service.spec.ports = [port]
    return service
  }

  private func replicaSet(_ name: String) -> ReplicaSet {
    var set = ReplicaSet()
    set.metadata = ObjectMeta(name: name, namespace: "default")
    set.spec.selector = LabelSelector(matchLabels: ["app": name])
    set.spec.template.metadata.labels = ["app": name]
    set.spec.template.spec = SchedulingTests.pod("template").spec
    return set
  }
}
