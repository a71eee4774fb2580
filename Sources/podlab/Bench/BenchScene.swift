import ArgumentParser
import Engine
import Objects
import Store

/// A cluster and the pods that are to be placed in it.
enum BenchScene: String, CaseIterable, ExpressibleByArgument {
  case basic = "scheduling-basic"
  case spread
  case antiAffinity = "anti-affinity"
  case preemption
  case nodeFailure = "node-failure"
  case traffic
  case inside

  static let nodeCount = 5000

  /// Plays the scene and measures it.
  func run(reporting report: (BenchProgress) -> Void) -> BenchResult {
    if self == .traffic { return BenchTraffic.run(reporting: report) }
    if self == .inside { return BenchInside.run(reporting: report) }
    var cluster = BenchCluster()
    for number in 0..<Self.nodeCount { cluster.add(BenchObjects.node(number)) }
    let pods =
      switch self {
      case .basic: Self.playBasic(&cluster, report)
      case .spread: Self.playSpread(&cluster, report)
      case .antiAffinity: Self.playAntiAffinity(&cluster, report)
      case .preemption: Self.playPreemption(&cluster, report)
      case .nodeFailure: Self.playNodeFailure(&cluster, report)
      case .traffic, .inside: 0
      }
    report(.over)
    return BenchResult(
      scene: self, nodes: Self.nodeCount, total: pods, done: cluster.boundCount,
      nanoseconds: cluster.nanoseconds)
  }

  /// Ten thousand small pods that are all alike.
  private static func playBasic(
    _ cluster: inout BenchCluster, _ report: (BenchProgress) -> Void
  ) -> Int {
    place(10_000, in: &cluster, report) { BenchObjects.pod($0) }
  }

  /// Pods that must be spread evenly over three zones.
  private static func playSpread(
    _ cluster: inout BenchCluster, _ report: (BenchProgress) -> Void
  ) -> Int {
    var constraint = TopologySpreadConstraint()
    constraint.topologyKey = "topology.kubernetes.io/zone"
    constraint.maxSkew = 5
    constraint.whenUnsatisfiable = .doNotSchedule
    constraint.labelSelector = LabelSelector(matchLabels: ["app": "spread"])
    return place(10_000, in: &cluster, report) {
      BenchObjects.pod($0, labels: ["app": "spread"]) {
        $0.spec.topologySpreadConstraints = [constraint]
      }
    }
  }

  /// Pods of which no two may share a node.
  private static func playAntiAffinity(
    _ cluster: inout BenchCluster, _ report: (BenchProgress) -> Void
  ) -> Int {
    var term = PodAffinityTerm()
    term.labelSelector = LabelSelector(matchLabels: ["app": "alone"])
    term.topologyKey = "kubernetes.io/hostname"
    var affinity = Affinity()
    affinity.podAntiAffinity = PodAffinity()
    affinity.podAntiAffinity?.required = [term]
    return place(4000, in: &cluster, report) {
      BenchObjects.pod($0, labels: ["app": "alone"]) { $0.spec.affinity = affinity }
    }
  }

  /// Nodes full of unimportant pods, of which each important one pushes out three.
  private static func playPreemption(
    _ cluster: inout BenchCluster, _ report: (BenchProgress) -> Void
  ) -> Int {
    for number in 0..<(4 * nodeCount) {
      cluster.add(
        BenchObjects.pod(number, named: "filler", cpu: "900m") {
          $0.spec.nodeName = BenchObjects.nodeName(number / 4)
        })
    }
    var important = PriorityClass()
    important.metadata = ObjectMeta(name: "important")
    important.priority = 1000
    cluster.add(important)
    cluster.introduce()
    let count = 1000
    for number in 0..<count {
      cluster.add(
        BenchObjects.pod(number, cpu: "3") { $0.spec.priorityClassName = "important" })
    }
    // The scene plays the kubelets: whoever was pushed out is gone a moment later.
    for _ in 0..<20 where cluster.boundCount < count {
      cluster.schedule(for: .seconds(1)) { report(.at($0, of: count)) }
      for key in cluster.state.keys(.pod)
      where cluster.state[key]?.metadata.isDeleting ?? false {
        cluster.write(.delete(key, .now))
      }
    }
    return count
  }

  /// Every tenth node fails; what ran there is to be placed again by the owners' wishes.
  private static func playNodeFailure(
    _ cluster: inout BenchCluster, _ report: (BenchProgress) -> Void
  ) -> Int {
    let sets = (0..<50).map(BenchObjects.replicaSet)
    var owners: [ReplicaSet] = []
    for set in sets {
      cluster.add(set)
      let stored = cluster.state.get(ReplicaSet.self, set.metadata.name, in: "default")
      if let stored { owners.append(stored) }
    }
    for number in 0..<(10 * nodeCount) {
      cluster.add(
        BenchObjects.replica(number, of: owners[number % owners.count]) {
          $0.spec.nodeName = BenchObjects.nodeName(number / 10)
        })
    }
    cluster.introduce()
    var lost = 0
    for number in stride(from: 0, to: nodeCount, by: 10) {
      let name = BenchObjects.nodeName(number)
      guard var node = cluster.state.node(name) else { continue }
      node.spec.taints = [Taint("node.kubernetes.io/unreachable", .noExecute)]
      cluster.write(.update(node))
      for pod in cluster.state.pods(on: name) {
        cluster.write(.delete(pod.key, .now))
        let owner = owners.first { $0.metadata.uid == pod.metadata.controller?.uid }
        guard let owner else { continue }
        cluster.add(BenchObjects.replica(10 * nodeCount + lost, of: owner))
        lost += 1
      }
    }
    let total = lost
    cluster.schedule(for: .seconds(20)) { report(.at($0, of: total)) }
    return total
  }

  /// Creates pods and has them all placed.
  private static func place(
    _ count: Int, in cluster: inout BenchCluster, _ report: (BenchProgress) -> Void,
    _ pod: (Int) -> Pod
  ) -> Int {
    cluster.introduce()
    for number in 0..<count { cluster.add(pod(number)) }
    cluster.schedule(for: .seconds(20)) { report(.at($0, of: count)) }
    return count
  }
}
