import Engine
import Nodes
import Objects
import Simulation
import Store

/// What people and chance do to a cluster, one command line after the other. The same seed gives
/// the same life.
///
/// It begins on podlab's own cluster: its lines are a script for anybody's shell.
public struct RandomLife: Sendable {
  var random: SeededRandom
  /// How many machines there are in all.
  let nodeCount: Int
  /// What is broken, as `recover` takes it, oldest first.
  private(set) var broken: [String] = []
  private(set) var tainted: Set<String> = []
  /// How many machines have been added on the way.
  var added = 0

  public init(nodes: Int, seed: UInt64) {
    random = SeededRandom(seed: seed ^ 0x50ac)
    nodeCount = max(nodes, 4)
  }

  /// Whether somebody who keeps order in the cluster is not at work.
  public var isLeaderless: Bool {
    broken.contains { $0.hasPrefix("component") || $0 == "node control-plane" }
  }

  /// Makes the cluster as large as it is to be.
  public var opening: [String] {
    let machines = (4..<max(nodeCount, 4)).map {
      "add node worker-\($0) --zone zone-\($0 % 3)"
    }
    let rest = [
      "advance 2m", "kubectl create priorityclass urgent --value=1000",
      "kubectl create namespace team-1", "kubectl create namespace team-2", "advance 10s",
    ]
    return machines + rest
  }

  /// What is done next.
  public mutating func next(in world: World) -> String {
    // What is broken is mended the sooner the more of it there is.
    if !broken.isEmpty, isLeaderless || chance(broken.count, of: 12) {
      return "recover \(broken.removeFirst())"
    }
    let families: [(weight: Int, make: (inout RandomLife, World) -> String)] = [
      (30, { life, _ in life.deployment() }), (14, { life, _ in life.otherWorkload() }),
      (14, { life, _ in life.surroundings() }), (8, { $0.pods($1) }), (8, { $0.machines($1) }),
      (8, { $0.fault($1) }), (4, { life, _ in life.namespaces() }),
      (5, { life, _ in life.access() }),
      (4, { life, _ in life.traffic() }),
    ]
    var ticket = random.below(families.reduce(0) { $0 + $1.weight })
    for family in families {
      if ticket < family.weight { return family.make(&self, world) }
      ticket -= family.weight
    }
    return "kubectl get pods -A"
  }

  /// How long nothing is done; `mean` on the average.
  public mutating func pause(mean: SimSpan) -> SimSpan {
    // A component that is down is missed at once.
    let longest = isLeaderless ? 300 : max(2, Int(2 * mean.seconds))
    return .seconds(Int64(1 + random.below(longest)))
  }

  /// Mends all that is broken and takes away what rightly keeps pods from running: after this, and
  /// an hour, all is to be well.
  public mutating func healing(_ world: World) -> [String] {
    var lines = broken.map { "recover \($0)" } + ["load stop", "advance 5m"]
    broken = []
    for node in world.state.all(Node.self) where node.spec.unschedulable == true {
      lines.append("kubectl uncordon \(node.metadata.name)")
    }
    lines += tainted.sorted().map { "kubectl taint node \($0) soak-" }
    tainted = []
    // A machine whose Node was deleted comes back when its kubelet starts anew.
    for name in world.machines.names where world.state.node(name) == nil {
      lines += ["fail kubelet \(name)", "recover kubelet \(name)"]
    }
    for namespace in Self.teams where world.state.get(Namespace.self, namespace) != nil {
      lines += [
        "kubectl delete quota,limits,hpa --all -n \(namespace)",
        "kubectl delete deployment big -n \(namespace) --wait=false",
      ]
      // Pods that read it do not start without it.
      if world.state.get(ConfigMap.self, "conf", in: namespace) == nil {
        lines.append("kubectl create configmap conf --from-literal=key=0 -n \(namespace)")
      }
    }
    for set in world.state.all(Deployment.self) where Self.teams.contains(set.metadata.namespace) {
      let name = "deployment/\(set.metadata.name) -n \(set.metadata.namespace)"
      if set.spec.paused == true { lines.append("kubectl rollout resume \(name)") }
      lines.append("kubectl set image \(name) '*=nginx:1.27'")
    }
    return lines + Self.releases(of: world.state) + ["advance 1h"]
  }

  /// A claim that is being deleted lets nothing start on it again, and goes when its pods have:
  /// they are deleted, and what comes in their place gets a new one.
  private static func releases(of state: ClusterState) -> [String] {
    state.all(Pod.self).filter { pod in
      pod.spec.volumes.compactMap { $0.claimName(in: pod) }.contains { name in
        state.get(PersistentVolumeClaim.self, name, in: pod.metadata.namespace)?.metadata
          .isDeleting ?? false
      }
    }.map { "kubectl delete pod \($0.metadata.name) -n \($0.metadata.namespace) --wait=false" }
  }

  // MARK: - Chance

  static let teams = ["default", "team-1", "team-2", "team-3"]
  static let apps = ["app-1", "app-2", "app-3", "app-4"]

  /// As many replicas as one workload has at most.
  var mostReplicas: Int { min(60, max(3, nodeCount / 6)) }

  mutating func pick(_ choices: [String]) -> String { choices[random.below(choices.count)] }
  mutating func chance(_ share: Int, of whole: Int) -> Bool { random.below(whole) < share }
  mutating func team() -> String { pick(Self.teams) }
  mutating func app() -> String { pick(Self.apps) }
  mutating func worker() -> String { "worker-\(1 + random.below(nodeCount - 1))" }

  mutating func noteBroken(_ what: String) {
    if !broken.contains(what) { broken.append(what) }
  }

  mutating func noteTainted(_ node: String, _ isTainted: Bool) {
    if isTainted { tainted.insert(node) } else { tainted.remove(node) }
  }

  /// A line that applies a manifest written as JSON.
  func apply(_ manifest: String, in namespace: String) -> String {
    "echo '\(manifest)' | kubectl apply -n \(namespace) -f -"
  }
}
