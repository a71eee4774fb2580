import Engine
import Objects
import Shell
import Simulation
import Store
import Terminal

/// A whole cluster whose pods run: machines, control plane, and what the user has created.
struct BuiltCluster {
  var world: World
  let nodes: Int
  /// What time building and changing it took; what a scene counts afterwards does not count.
  private(set) var watch = BenchWatch()
  private var deployments: [ObjectKey] = []
  private(set) var wanted = 0

  /// Pods of one Deployment.
  static let replicas = 100
  /// Until everything runs, or something is wrong.
  private static let patience = SimSpan.minutes(10)

  /// Machines, and a minute for them to become ready.
  init(nodes: Int) {
    self.nodes = nodes
    watch.start()
    world = ClusterStart(nodes: (0..<nodes).map(BenchObjects.node)).world()
    watch.stop()
  }

  /// A cluster of 30 pods a node, which Deployments of a hundred keep running.
  init(pods: Int, on stage: BenchStage) {
    self.init(nodes: max(3, (pods + 29) / 30))
    let replicas = min(pods, Self.replicas)
    for number in 0..<(pods / replicas) {
      create(BenchObjects.deployment(number, replicas: replicas))
      stage.show(number * replicas, of: pods, "pods created")
    }
    run(for: Self.patience, by: .seconds(1)) { cluster in
      let ready = cluster.readyReplicas
      stage.show(ready, of: pods, "pods ready")
      return ready == pods
    }
  }

  /// Creates a Deployment, and lets everybody take note of it before the next one.
  mutating func create(_ deployment: Deployment) {
    write(.create(deployment))
    deployments.append(deployment.key)
    wanted += deployment.spec.replicas ?? 1
  }

  /// Does what a user would, and lets everybody take note of it.
  mutating func write(_ intent: Intent) {
    watch.start()
    // A fresh cluster refuses nothing; if it did, the scene would not come to what it waits for,
    // and the result says so.
    _ = try? world.submit(intent, by: .user)
    world.settle()
    watch.stop()
  }

  /// Lets time pass until `isOver`, which is asked after every step, or until patience ends.
  mutating func run(
    for patience: SimSpan, by step: SimSpan, until isOver: (BuiltCluster) -> Bool
  ) {
    let end = world.now + patience
    while world.now < end {
      watch.start()
      world.run(until: min(end, world.now + step))
      watch.stop()
      if isOver(self) { return }
    }
  }

  /// What follows is measured anew.
  mutating func resetWatch() { watch = BenchWatch() }

  // MARK: - What there is

  /// What the Deployments say of themselves.
  var readyReplicas: Int {
    deployments.reduce(0) { $0 + (deployment($1)?.status.readyReplicas ?? 0) }
  }

  func deployment(_ key: ObjectKey) -> Deployment? {
    world.state.get(Deployment.self, key.name, in: key.namespace)
  }

  /// Pods that stay and all whose containers run; those on `lost` nodes do not count.
  func runningPods(without lost: Set<String> = []) -> [Pod] {
    world.state.all(Pod.self).filter { pod in
      !pod.metadata.isDeleting && pod.status.phase == .running
        && !lost.contains(pod.spec.nodeName)
        && pod.status.containerStatuses.count == pod.spec.containers.count
        && pod.status.containerStatuses.allSatisfy { $0.state.running != nil }
    }
  }

  /// A session in a copy of this world.
  var session: Session {
    var session = Session(ClusterStart(nodes: []), manner: .script, host: Host())
    session.world = world
    return session
  }
}
