import Engine
import Objects
import Scheduling
import Store

/// Which nodes nobody would miss.
struct ScaleDownPlan {
  struct Candidate {
    var node: String
    /// Those that would have to move.
    var pods: [Pod]
    /// The shares of cpu and memory that are requested.
    var shares: (cpu: Double, memory: Double)

    /// As Go prints it.
    var utilization: String {
      func text(_ share: Double) -> String { share == 0 ? "0" : "\(share)" }
      let (cpu, memory) = shares
      let larger = cpu >= memory ? "cpu" : "memory"
      return "{\(text(cpu)) \(text(memory)) 0 \(larger) \(text(max(cpu, memory)))}"
    }
  }

  private(set) var unneeded: [Candidate] = []
  private let state: ClusterState
  /// How many more pods each budget lets go, by its key.
  private var allowed: [ObjectKey: Int] = [:]

  /// Looks at the nodes in this order; what leaves one of them takes room on those behind it.
  init(of nodes: [Node], in state: ClusterState, _ supposition: Supposition) {
    self.state = state
    for budget in state.all(PodDisruptionBudget.self) {
      allowed[budget.key] = budget.status.disruptionsAllowed
    }
    var supposition = supposition
    for node in nodes {
      let shares = shares(of: node)
      let budgets = allowed
      guard max(shares.cpu, shares.memory) < ClusterAutoscaler.idleShare,
        let pods = movable(on: node)
      else {
        allowed = budgets
        continue
      }
      var smaller = supposition
      smaller.remove(node: node.metadata.name)
      guard pods.allSatisfy({ smaller.place($0).node != nil }) else {
        allowed = budgets
        continue
      }
      supposition = smaller
      unneeded.append(Candidate(node: node.metadata.name, pods: pods, shares: shares))
    }
  }

  /// The shares of cpu and memory that are requested.
  private func shares(of node: Node) -> (cpu: Double, memory: Double) {
    let room = node.status.allocatable
    let requests = state.pods(on: node.metadata.name).filter { !$0.hasEnded }
      .flatMap(\.spec.containers).reduce(into: ResourceList()) { $0 += $1.resources.requests }
    return (
      Double(requests.cpuMillis) / Double(max(1, room.cpuMillis)),
      Double(requests.memoryBytes) / Double(max(1, room.memoryBytes))
    )
  }

  /// The pods that would have to move; nil when one of them must not.
  private mutating func movable(on node: Node) -> [Pod]? {
    var movable: [Pod] = []
    for pod in state.pods(on: node.metadata.name) where !pod.hasEnded && !pod.metadata.isDeleting {
      if pod.belongsToItsNode { continue }
      guard mayMove(pod) else { return nil }
      movable.append(pod)
    }
    return movable
  }

  private mutating func mayMove(_ pod: Pod) -> Bool {
    let word = pod.metadata.annotations["cluster-autoscaler.kubernetes.io/safe-to-evict"]
    if word == "false" { return false }
    let budgets = state.all(PodDisruptionBudget.self, in: pod.metadata.namespace).filter {
      $0.spec.selector?.matches(pod.metadata.labels) ?? false
    }
    for budget in budgets {
      guard let left = allowed[budget.key], left > 0 else { return false }
      allowed[budget.key] = left - 1
    }
    if word == "true" { return true }
    // Nobody would make such a pod again, or what it keeps would be lost.
    let isSystem = pod.metadata.namespace == "kube-system" && budgets.isEmpty
    let isLocal = pod.spec.volumes.contains { $0.emptyDir != nil || $0.hostPath != nil }
    return pod.metadata.controller != nil && !isSystem && !isLocal
  }
}

extension Pod {
  /// Whether it comes and goes with its node: static pods and daemons.
  var belongsToItsNode: Bool {
    metadata.annotations["kubernetes.io/config.mirror"] != nil
      || metadata.controller?.kind == Kind.daemonSet.rawValue
  }
}
