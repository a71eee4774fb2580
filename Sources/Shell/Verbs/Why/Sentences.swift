import Engine
import Kubectl
import Objects
import Store

/// Changes and objects in words.
enum Sentences {
  static func name(_ actor: Actor) -> String {
    switch actor {
    case .user: "you"
    case .system: "podlab"
    case .scheduler: "the scheduler"
    case .kubelet(let node): "the kubelet of \(node)"
    case .controller(let name): name
    }
  }

  /// How the news begin that a pod has a node.
  static let bound = "bound to "

  /// What a change did, each a participle phrase: `created`, `bound to worker-1`.
  static func about(_ change: Change) -> [String] {
    switch change.verb {
    case .created: return ["created"]
    case .deleted: return ["removed"]
    case .updated: break
    }
    var sentences: [String] = []
    if let after = change.after, after.metadata.isDeleting,
      !(change.before?.metadata.isDeleting ?? false)
    {
      let grace = after.metadata.deletionGracePeriodSeconds.map { " within \($0) s" } ?? ""
      sentences.append("asked to end\(grace)")
    }
    if let pod = change.sides(Pod.self) { sentences += about(pod.before, pod.after) }
    if let node = change.sides(Node.self) { sentences += about(node.before, node.after) }
    if let sides = change.sides(Deployment.self) {
      sentences += scaled(sides.before?.spec.replicas, sides.after?.spec.replicas)
      if sides.before?.spec.template != sides.after?.spec.template {
        sentences.append("given a new pod template")
      }
    }
    if let sides = change.sides(ReplicaSet.self) {
      sentences += scaled(sides.before?.spec.replicas, sides.after?.spec.replicas)
    }
    return sentences
  }

  private static func scaled(_ before: Int?, _ after: Int?) -> [String] {
    guard let before, let after, before != after else { return [] }
    return ["scaled from \(before) to \(after)"]
  }

  private static func about(_ before: Pod?, _ after: Pod?) -> [String] {
    guard let before, let after else { return [] }
    var sentences: [String] = []
    if before.spec.nodeName != after.spec.nodeName {
      sentences.append(bound + after.spec.nodeName)
    }
    if before.status.phase != after.status.phase, let phase = after.status.phase {
      sentences.append("set to phase \(phase.rawValue)")
    }
    for status in after.status.allContainerStatuses {
      let old = before.status.allContainerStatuses.first { $0.name == status.name }
      if let ended = status.state.terminated ?? newly(status.lastState, old?.lastState),
        ended != old?.state.terminated
      {
        sentences.append(
          "told that container \(status.name) ended with \(ended.exitCode)"
            + (ended.reason.map { " (\($0))" } ?? ""))
      }
      if status.isStuck, let reason = status.state.waiting?.reason,
        reason != old?.state.waiting?.reason
      {
        sentences.append("told that container \(status.name) waits: \(reason)")
      }
    }
    let isReady = after.status.conditions.isTrue("Ready")
    if before.status.conditions.isTrue("Ready") != isReady {
      sentences.append(isReady ? "marked ready" : "marked not ready")
    }
    return sentences
  }

  private static func newly(
    _ state: ContainerState, _ old: ContainerState?
  ) -> ContainerState.Terminated? {
    state.terminated == old?.terminated ? nil : state.terminated
  }

  private static func about(_ before: Node?, _ after: Node?) -> [String] {
    guard let before, let after else { return [] }
    var sentences: [String] = []
    if let now = after.status.conditions["Ready"],
      now.status != before.status.conditions["Ready"]?.status
    {
      let why = now.message.map { ": \($0)" } ?? ""
      sentences.append("marked Ready=\(now.status.rawValue)\(why)")
    }
    for taint in after.spec.taints where !before.spec.taints.contains(where: same(as: taint)) {
      sentences.append("tainted \(text(of: taint))")
    }
    for taint in before.spec.taints where !after.spec.taints.contains(where: same(as: taint)) {
      sentences.append("freed of the taint \(text(of: taint))")
    }
    if before.status.capacity != after.status.capacity, !before.status.capacity.isEmpty {
      sentences.append("resized")
    }
    return sentences
  }

  private static func same(as taint: Taint) -> (Taint) -> Bool {
    { $0.key == taint.key && $0.effect == taint.effect }
  }

  static func text(of taint: Taint) -> String {
    "\(taint.key)\(taint.value.map { "=\($0)" } ?? ""):\(taint.effect.rawValue)"
  }

  // MARK: - How it is now

  /// `Running on worker-1`, `2 of 3 ready`.
  static func summary(of object: any APIObject) -> String {
    if let pod = object as? Pod {
      let place = pod.spec.nodeName.isEmpty ? "on no node yet" : "on \(pod.spec.nodeName)"
      return "\(PodSummary(pod).status), \(place)"
    }
    if let node = object as? Node {
      let isReady = node.status.conditions.isTrue("Ready")
      return (isReady ? "Ready" : "not ready")
        + (node.spec.unschedulable == true ? ", cordoned" : "")
    }
    if let deployment = object as? Deployment {
      return "\(deployment.status.readyReplicas) of \(deployment.spec.replicas ?? 1) ready"
    }
    if let set = object as? ReplicaSet {
      return "\(set.status.readyReplicas) of \(set.spec.replicas ?? 1) ready"
    }
    return object.metadata.isDeleting ? "ending" : "there"
  }
}
