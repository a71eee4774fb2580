import Engine
import HashTreeCollections
import Objects
import Store

/// Notices nodes that have fallen silent, and marks them so that pods keep away or leave.
struct NodeLifecycleController: ControlLoop {
  static let name = "node-lifecycle-controller"
  static let component = "node-controller"
  static let watched: Set<Kind>? = [.node, .lease]

  /// How often the heartbeats are compared.
  static let period = SimSpan.seconds(5)
  /// How long a kubelet may be silent.
  static let grace = SimSpan.seconds(50)
  /// How long a kubelet may take to report for the first time.
  static let startupGrace = SimSpan.seconds(60)
  /// When the rounds fall within their period: a few seconds after the world begins.
  private static let phase = SimSpan.seconds(4)

  /// The uids of the nodes whose joining was reported, by name.
  var known = TreeDictionary<String, String>()
  /// When nodes were last heard of by leases that are gone or say otherwise now, by name.
  private var heard = TreeDictionary<String, SimTime>()
  var zones = ZoneHealth()
  var checks = NodeChecks()
  /// Whether nodes may have come or gone since the last round.
  private var hasOtherNodes = true
  /// Heartbeats count as no older than this: the controller itself was cut off until then, or had
  /// not begun its work. Nil until its first round.
  var heartbeatsCountFrom: SimTime?

  init() {}

  /// The first round at or after `time`.
  static func round(notBefore time: SimTime) -> SimTime {
    let since = (time - .worldBegins - phase).milliseconds
    let step = period.milliseconds
    let rounds = since > 0 ? (since + step - 1) / step : since / step
    return .worldBegins + phase + .milliseconds(rounds * step)
  }

  mutating func observe(
    _ change: Change, in state: ClusterState, at now: SimTime
  ) -> [Look] {
    if let (before, _) = change.sides(Lease.self) {
      guard change.key.namespace == Lease.nodesNamespace else { return [] }
      checks.note(change.key.name)
      // What was heard stays heard, whatever becomes of the lease; nobody is heard from later on.
      let renewed = (before?.read(at: now).spec.renewTime?.time).map { min($0, now) }
      heard[change.key.name] = [heard[change.key.name], renewed].compactMap(\.self).max()
      // A kubelet that nobody needed to look after may have fallen silent.
      return [(nil, Self.round(notBefore: now))]
    }
    guard let (before, after) = change.sides(Node.self) else { return [] }
    checks.note(change.key.name)
    if before == nil || after == nil { hasOtherNodes = true }
    var looks: [Look] = []
    if let after, NodeConditionTaints.taints(of: after, at: now) != after.spec.taints {
      looks.append((change.key, now))
    }
    if before == nil || after == nil || before?.readiness != after?.readiness {
      looks.append((nil, Self.round(notBefore: now)))
    }
    return looks
  }

  mutating func reconcile(_ object: ObjectKey?, _ draft: inout Draft) {
    guard let object else {
      makeRound(&draft)
      return
    }
    if var node = draft.state[object] as? Node {
      node.spec.taints = NodeConditionTaints.taints(of: node, at: draft.now)
      draft.attempt(.update(node))
    }
    markDue(&draft)
  }

  private mutating func makeRound(_ draft: inout Draft) {
    heartbeatsCountFrom = heartbeatsCountFrom ?? draft.now
    if hasOtherNodes { greet(&draft) }
    hasOtherNodes = false
    let due = checks.takeDue(at: draft.now)
    for name in due ?? draft.state.all(Node.self).map(\.metadata.name) {
      checks.keep(draft.state.node(name).map { check($0, &draft) }, of: name)
    }
    if checks.hasOtherCounts { judgeZones(&draft) }
    markDue(&draft)
    if let next = checks.nextDeadline {
      let later = max(next, draft.now + .milliseconds(1))
      draft.look(nil, at: Self.round(notBefore: later))
    }
  }

  /// Reports who joined and who left since the last round.
  private mutating func greet(_ draft: inout Draft) {
    let nodes = draft.state.all(Node.self)
    for node in nodes where known[node.metadata.name] == nil {
      let name = node.metadata.name
      known[name] = node.metadata.uid
      draft.note(
        .normal, "RegisteredNode", "Node \(name) event: Registered Node \(name) in Controller",
        about: node)
    }
    // Nobody has left while no more are known than there are.
    guard known.count > nodes.count else { return }
    for name in known.keys.sorted() where draft.state.node(name) == nil {
      var reference = ObjectReference()
      reference.apiVersion = Kind.node.apiVersion
      reference.kind = Kind.node.rawValue
      reference.name = name
      reference.uid = known[name]
      known[name] = nil
      heard[name] = nil
      zones.drop(name)
      draft.note(
        .normal, "RemovingNode", "Node \(name) event: Removing Node \(name) from Controller",
        about: reference)
    }
  }

  /// Judges one node by its heartbeats.
  private mutating func check(_ node: Node, _ draft: inout Draft) -> NodeChecks.Finding {
    let deadline = deadline(of: node, in: draft.state)
    if let deadline, deadline <= draft.now, node.readiness != .unknown {
      declareLost(node, &draft)
    }
    let current = draft.state.node(node.metadata.name) ?? node
    switch current.readiness {
    case .isTrue, nil:
      markReachable(current, &draft)
    case .isFalse, .unknown:
      plan(current, &draft)
    }
    return NodeChecks.Finding(
      deadline: current.readiness == .unknown ? nil : deadline, zone: current.failureZone,
      countsForZone: current.countsForZone, isReady: current.readiness == .isTrue)
  }

  /// When a node's silence becomes too long, if it stays silent; nil while it is known to go on.
  private func deadline(of node: Node, in state: ClusterState) -> SimTime? {
    let lease = state.get(Lease.self, node.metadata.name, in: Lease.nodesNamespace)
    if lease?.pace != nil { return nil }
    let condition = node.status.conditions["Ready"]
    let isReady = condition?.status == .isTrue
    let beats = [
      lease?.spec.renewTime?.time, heard[node.metadata.name], condition?.lastHeartbeatTime,
      // Only a kubelet says that it is ready.
      isReady ? condition?.lastTransitionTime : nil,
    ]
    // A heartbeat is noticed in the round after it.
    let noticed = beats.compactMap { $0 }.max().map(Self.round)
    let created = node.metadata.creationTimestamp ?? .worldBegins
    let since = max(noticed ?? created, heartbeatsCountFrom ?? created)
    return since + (condition == nil ? Self.startupGrace : Self.grace)
  }
}
