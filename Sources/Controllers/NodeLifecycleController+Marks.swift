import Engine
import Objects
import Store

extension NodeLifecycleController {
  private static let reported = ["Ready", "MemoryPressure", "DiskPressure", "PIDPressure"]

  /// Says of a silent node that nothing is known of it, and of its pods that they are not ready.
  func declareLost(_ node: Node, _ draft: inout Draft) {
    var lost = node
    for type in Self.reported {
      var condition =
        lost.status.conditions[type]
        ?? Condition(
          type, .unknown, reason: "NodeStatusNeverUpdated",
          message: "Kubelet never posted node status.", at: draft.now.wholeSecond)
      if condition.lastHeartbeatTime == nil {
        condition.lastHeartbeatTime = node.metadata.creationTimestamp
      }
      if condition.status != .unknown {
        condition.status = .unknown
        condition.reason = "NodeStatusUnknown"
        condition.message = "Kubelet stopped posting node status."
        condition.lastTransitionTime = draft.now.wholeSecond
      }
      lost.status.conditions.set(condition)
    }
    draft.attempt(.updateStatus(lost))
    if var marked = draft.state.node(node.metadata.name) {
      marked.spec.taints = NodeConditionTaints.taints(of: marked, at: draft.now)
      draft.attempt(.update(marked))
    }
    guard node.readiness == .isTrue else { return }
    let name = node.metadata.name
    draft.note(
      .normal, "NodeNotReady", "Node \(name) status is now: NodeNotReady", about: node)
    for pod in draft.state.pods(on: name) { markNotReady(pod, &draft) }
  }

  /// Only the condition changes: what the containers do, nobody knows.
  private func markNotReady(_ pod: Pod, _ draft: inout Draft) {
    guard var condition = pod.status.conditions["Ready"], condition.status == .isTrue else {
      return
    }
    var pod = pod
    condition.status = .isFalse
    condition.lastTransitionTime = draft.now.wholeSecond
    pod.status.conditions.set(condition)
    draft.attempt(.updateStatus(pod))
    draft.note(.warning, "NodeNotReady", "Node is not ready", about: pod)
  }

  /// Takes away what drives pods from a node.
  mutating func markReachable(_ node: Node, _ draft: inout Draft) {
    zones.drop(node.metadata.name)
    guard node.spec.taints.contains(where: Self.isEvicting) else { return }
    var node = node
    node.spec.taints.removeAll(where: Self.isEvicting)
    draft.attempt(.update(node))
  }

  private static func isEvicting(_ taint: Taint) -> Bool {
    taint.effect == .noExecute
      && (taint.key == NodeConditionTaints.notReady || taint.key == NodeConditionTaints.unreachable)
  }

  /// Queues a node for the taint that drives its pods away; one that has the other such taint
  /// changes it at once.
  mutating func plan(_ node: Node, _ draft: inout Draft) {
    guard let key = NodeConditionTaints.evicting(node.readiness) else { return }
    if node.spec.taints.has(key, .noExecute) { return }
    if node.spec.taints.contains(where: Self.isEvicting) {
      mark(node, with: key, &draft)
    } else {
      zones.enqueue(node.metadata.name, in: node.failureZone)
    }
  }

  private func mark(_ node: Node, with key: String, _ draft: inout Draft) {
    var node = node
    node.spec.taints.removeAll(where: Self.isEvicting)
    node.spec.taints.append(Taint(key, .noExecute, at: draft.now.wholeSecond))
    draft.attempt(.update(node))
  }

  /// Counts each zone's nodes, and draws the conclusions for all of them.
  mutating func judgeZones(_ draft: inout Draft) {
    switch zones.update(checks.takeCounts()) {
    case .none: return
    case .allFailed: for node in draft.state.all(Node.self) { markReachable(node, &draft) }
    case .recovered: heartbeatsCountFrom = draft.now
    }
    checks.noteAll()
  }

  /// Marks the nodes whose turn it is, and asks to be woken for the next one's.
  mutating func markDue(_ draft: inout Draft) {
    for name in zones.takeDue(at: draft.now) {
      checks.note(name)
      guard let node = draft.state.node(name),
        let key = NodeConditionTaints.evicting(node.readiness)
      else { continue }
      mark(node, with: key, &draft)
    }
    if let turn = zones.nextTurn { draft.look(turn.node, at: turn.time) }
  }
}
