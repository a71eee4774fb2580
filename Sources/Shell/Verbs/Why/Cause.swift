import Kubectl
import Objects
import Scheduling
import Simulation
import Store

/// Why an object is not as it should be, in one clause: `0/3 nodes are available: …` of a pod,
/// `web-x is Pending (0/3 nodes are available: …)` of what has pods.
struct Cause {
  let text: String

  /// Nil when nothing is known to be wrong.
  init?(of key: ObjectKey, in world: World) {
    let clause: String?
    switch world.state[key] {
    case let pod as Pod: clause = Self.account(of: pod, in: world)
    case let node as Node: clause = Self.clause(about: node)
    case let object?: clause = Self.clause(aboutPodsOf: object, in: world)
    case nil: clause = nil
    }
    guard let clause else { return nil }
    text = clause
  }

  // MARK: - Pods

  /// What is to be said of a pod that has been named.
  private static func account(of pod: Pod, in world: World) -> String? {
    guard let reason = reason(pod, in: world) else { return nil }
    let status = PodSummary(pod).status
    return status == pod.status.phase?.rawValue ? reason : "\(status) (\(reason))"
  }

  private static func clause(about pod: Pod, in world: World) -> String? {
    guard let reason = reason(pod, in: world) else { return nil }
    return "\(pod.metadata.name) is \(PodSummary(pod).status) (\(reason))"
  }

  private static func reason(_ pod: Pod, in world: World) -> String? {
    if pod.waitsForNode {
      let account = SchedulingAccount(of: pod, in: world)
      return account.decision.node == nil ? account.decision.failureMessage : nil
    }
    let statuses = pod.status.allContainerStatuses
    for status in statuses {
      if let waiting = status.state.waiting, let message = waiting.message, !message.isEmpty {
        return "container \(status.name): \(message)"
      }
      if let ended = status.state.terminated ?? status.lastState.terminated, ended.exitCode != 0 {
        let reason = ended.reason.map { ", \($0)" } ?? ""
        return "container \(status.name) ended with \(ended.exitCode)\(reason)"
      }
    }
    if pod.status.phase == .running, !pod.status.conditions.isTrue("Ready") {
      return pod.status.conditions["Ready"]?.message
    }
    return nil
  }

  // MARK: - What has pods

  /// The first pod of a workload that something is wrong with.
  private static func clause(aboutPodsOf object: any APIObject, in world: World) -> String? {
    var owners = [object.metadata.uid]
    var pods: [Pod] = []
    // A Deployment's pods belong to its ReplicaSets, a CronJob's to its Jobs: two levels.
    for _ in 0..<2 {
      let owned = owners.flatMap { world.state.ownedKeys(by: $0) }.compactMap { world.state[$0] }
      pods += owned.compactMap { $0 as? Pod }
      owners = owned.filter { !($0 is Pod) }.map(\.metadata.uid)
    }
    return pods.lazy.compactMap { clause(about: $0, in: world) }.first
  }

  // MARK: - Nodes

  private static func clause(about node: Node) -> String? {
    guard let ready = node.status.conditions["Ready"], ready.status != .isTrue else { return nil }
    return ready.message.map { "\(node.metadata.name) is NotReady (\($0))" }
  }
}
