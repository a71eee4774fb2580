import Engine
import Nodes
import Objects
import Scheduling
import Store

extension World {
  /// Gives the cluster an autoscaler, in place of the one it may have.
  public mutating func setAutoscaler(_ group: ClusterAutoscaler.Group?) {
    let orders = autoscaler?.orders ?? []
    autoscaler = group.map { ClusterAutoscaler($0) }
    autoscaler?.orders = orders
    if autoscaler != nil { queue.add(.autoscaler(.round), at: now + ClusterAutoscaler.period) }
  }

  mutating func perform(_ key: AutoscalerKey) {
    switch key {
    case .arrival(let name):
      guard let group = autoscaler?.group,
        autoscaler?.orders.contains(where: { $0.node == name }) ?? false
      else { return }
      // A machine of that name may have been added by hand meanwhile.
      try? plugIn(group.node(named: name))
    case .round:
      guard autoscaler != nil else { return }
      queue.add(.autoscaler(.round), at: now + ClusterAutoscaler.period)
      guard isServerRunning else { return }
      let lookedAt = now
      autoscaler?.lookedAt = lookedAt
      forgetArrived()
      emptyNodes()
      let isGrowing = grow()
      shrink(isGrowing: isGrowing)
    }
  }

  /// An order is done with once its node is known, or its machine was taken away again.
  private mutating func forgetArrived() {
    let open = (autoscaler?.orders ?? []).filter { order in
      state.node(order.node) == nil && (order.arrivesAt > now || hasMachine(order.node))
    }
    autoscaler?.orders = open
  }

  private func supposition(with group: ClusterAutoscaler.Group) -> Supposition {
    var supposition = Supposition(self)
    // Machines on their way are reckoned with as if they were there.
    for node in groupNodes where !node.status.conditions.isTrue("Ready") {
      supposition.add(node)
    }
    for order in autoscaler?.orders ?? [] { supposition.add(group.node(named: order.node)) }
    return supposition
  }

  /// The nodes it looks after, by name.
  private var groupNodes: [Node] { state.all(Node.self).filter(ClusterAutoscaler.owns) }

  private var groupSize: Int {
    groupNodes.filter { autoscaler?.leaving[$0.metadata.name] == nil }.count
      + (autoscaler?.orders.count ?? 0)
  }

  // MARK: - Growing

  /// Pods that the scheduler has found no node for.
  private var homeless: [Pod] {
    state.pods(on: "").filter { pod in
      let scheduled = pod.status.conditions["PodScheduled"]
      return scheduled?.status == .isFalse && scheduled?.reason == "Unschedulable"
        && pod.status.nominatedNodeName == nil && !pod.metadata.isDeleting && !pod.hasEnded
    }
  }

  /// Whether there are pods without a node that the autoscaler has not looked at yet.
  var isAutoscalerAwaited: Bool {
    guard let autoscaler else { return false }
    guard let lookedAt = autoscaler.lookedAt else { return !homeless.isEmpty }
    return homeless.contains { pod in
      (pod.status.conditions["PodScheduled"]?.lastTransitionTime ?? now) >= lookedAt.wholeSecond
    }
  }

  /// Buys what waiting pods need; whether anything was bought.
  private mutating func grow() -> Bool {
    guard let group = autoscaler?.group else { return false }
    let waiting = homeless
    let size = groupSize
    // Fewer than the least are made up for without anybody's waiting.
    let missing = max(0, group.minimum - size)
    guard !waiting.isEmpty || missing > 0 else { return false }
    let plan = ScaleUpPlan(
      for: waiting, in: supposition(with: group), buying: group,
      named: freeNames(max(0, group.maximum - size)))
    let bought = max(plan.newNodes.count, missing)
    tell(plan, from: size, to: size + plan.newNodes.count, group)
    guard bought > 0 else { return false }
    for name in freeNames(bought) {
      let arrival = now + ClusterAutoscaler.bootTime
      autoscaler?.orders.append(ClusterAutoscaler.Order(node: name, arrivesAt: arrival))
      queue.add(.autoscaler(.arrival(name)), at: arrival)
    }
    let boughtAt = now
    autoscaler?.lastBoughtAt = boughtAt
    return true
  }

  private func freeNames(_ count: Int) -> [String] {
    let ordered = (autoscaler?.orders ?? []).map(\.node)
    var names: [String] = []
    var number = 1
    while names.count < count {
      let name = "worker-\(number)"
      if state.node(name) == nil, !hasMachine(name), !ordered.contains(name) { names.append(name) }
      number += 1
    }
    return names
  }

  private mutating func tell(
    _ plan: ScaleUpPlan, from old: Int, to new: Int, _ group: ClusterAutoscaler.Group
  ) {
    if new > old {
      note(
        .normal, "ScaledUpGroup",
        "Scale-up: setting group \(group.name) size to \(new) instead of \(old) "
          + "(max: \(group.maximum))", about: Self.autoscalerStatus)
    }
    for pod in plan.helped {
      note(
        .normal, "TriggeredScaleUp",
        "pod triggered scale-up: [{\(group.name) \(old)->\(new) (max: \(group.maximum))}]",
        about: ObjectReference(pod))
    }
    for unhelped in plan.unhelped {
      let reasons = unhelped.reasons.sorted().map { "1 \($0)" }.joined(separator: ", ")
      note(
        .normal, "NotTriggerScaleUp", "pod didn't trigger scale-up: \(reasons)",
        about: ObjectReference(unhelped.pod))
    }
  }

  // MARK: - Shrinking

  private mutating func shrink(isGrowing: Bool) {
    guard let autoscaler else { return }
    let room = max(0, groupSize - autoscaler.group.minimum)
    let plan = room > 0 ? scaleDownPlan(autoscaler) : nil
    let unneeded = Array((plan?.unneeded ?? []).prefix(room))
    var since: [String: SimTime] = [:]
    for candidate in unneeded {
      since[candidate.node] = autoscaler.unneeded[candidate.node] ?? now
    }
    self.autoscaler?.unneeded = since
    markCandidates()
    let mayGiveBack = autoscaler.lastBoughtAt.map { now - $0 >= ClusterAutoscaler.patience } ?? true
    guard !isGrowing, mayGiveBack else { return }
    let ripe = unneeded.filter {
      since[$0.node].map { now - $0 >= ClusterAutoscaler.patience } ?? false
    }
    let empty = ripe.filter(\.pods.isEmpty)
    for candidate in empty { release(candidate) }
    // Nodes with pods go one at a time.
    let isEmptying = !(self.autoscaler?.leaving.isEmpty ?? true)
    if !isEmptying, let first = ripe.first { release(first) }
  }

  private func scaleDownPlan(_ autoscaler: ClusterAutoscaler) -> ScaleDownPlan {
    let disabled = "cluster-autoscaler.kubernetes.io/scale-down-disabled"
    let nodes = groupNodes.filter { node in
      node.status.conditions.isTrue("Ready") && autoscaler.leaving[node.metadata.name] == nil
        && node.metadata.annotations[disabled] != "true"
    }
    // Those that have been unneeded for longest first, the youngest machines before older ones.
    let ordered = nodes.sorted { left, right in
      func rank(_ node: Node) -> (SimTime, Int, String) {
        let since = autoscaler.unneeded[node.metadata.name] ?? now
        let joined = node.metadata.creationTimestamp ?? now
        return (since, -Int(joined.seconds), node.metadata.name)
      }
      return rank(left) < rank(right)
    }
    return ScaleDownPlan(of: ordered, in: state, supposition(with: autoscaler.group))
  }

  /// Shows which nodes are about to go, so that new pods rather go elsewhere.
  private mutating func markCandidates() {
    let key = ClusterAutoscaler.candidateTaint
    for node in groupNodes {
      let isCandidate = autoscaler?.unneeded[node.metadata.name] != nil
      guard isCandidate != node.spec.taints.contains(where: { $0.key == key }) else { continue }
      set(key, .preferNoSchedule, on: node, isCandidate)
    }
  }

  private mutating func set(_ key: String, _ effect: TaintEffect, on node: Node, _ isOn: Bool) {
    var node = node
    node.spec.taints.removeAll { $0.key == key }
    if isOn {
      var taint = Taint(key, effect)
      taint.value = "\(now.seconds)"
      node.spec.taints.append(taint)
    }
    write(.update(node))
  }

  /// Begins to empty a node.
  private mutating func release(_ candidate: ScaleDownPlan.Candidate) {
    guard autoscaler?.leaving[candidate.node] == nil, let node = state.node(candidate.node) else {
      return
    }
    let since = now
    autoscaler?.leaving[candidate.node] = since
    autoscaler?.unneeded[candidate.node] = nil
    set(ClusterAutoscaler.leavingTaint, .noSchedule, on: node, true)
    let isEmpty = candidate.pods.isEmpty
    note(
      .normal, isEmpty ? "ScaleDownEmpty" : "ScaleDown",
      isEmpty
        ? "Scale-down: removing empty node \"\(candidate.node)\""
        : "Scale-down: removing node \(candidate.node), utilization: \(candidate.utilization), "
          + "pods to reschedule: "
          + candidate.pods.map { "\($0.metadata.namespace)/\($0.metadata.name)" }
          .joined(separator: ","),
      about: Self.autoscalerStatus)
    note(
      .normal, "ScaleDown", "marked the node as toBeDeleted/unschedulable",
      about: ObjectReference(node))
    for pod in candidate.pods { evict(pod) }
  }

  private mutating func evict(_ pod: Pod) {
    guard write(.evict(pod: pod.key, DeleteOptions(uid: pod.metadata.uid))) else { return }
    note(.normal, "ScaleDown", "deleting pod for node scale down", about: ObjectReference(pod))
  }

  /// Goes on with the nodes that are being emptied; those that are empty are given back.
  private mutating func emptyNodes() {
    for (name, since) in (autoscaler?.leaving ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard let node = state.node(name) else {
        autoscaler?.leaving[name] = nil
        continue
      }
      let pods = state.pods(on: name).filter { !$0.belongsToItsNode && !$0.hasEnded }
      if pods.isEmpty {
        autoscaler?.leaving[name] = nil
        note(
          .normal, "ScaleDown", "node removed by cluster autoscaler", about: ObjectReference(node))
        try? unplug(name)
      } else if now - since >= ClusterAutoscaler.longestDrain {
        autoscaler?.leaving[name] = nil
        set(ClusterAutoscaler.leavingTaint, .noSchedule, on: node, false)
        note(
          .warning, "ScaleDownFailed", "failed to drain the node, aborting ScaleDown",
          about: ObjectReference(node))
      } else {
        for pod in pods where !pod.metadata.isDeleting { evict(pod) }
      }
    }
  }

  // MARK: - Writing

  /// Where it reports what it does to the group.
  private static var autoscalerStatus: ObjectReference {
    var reference = ObjectReference()
    reference.apiVersion = "v1"
    reference.kind = Kind.configMap.rawValue
    reference.namespace = "kube-system"
    reference.name = "cluster-autoscaler-status"
    return reference
  }

  @discardableResult
  private mutating func write(_ intent: Intent) -> Bool {
    do throws(Rejection) {
      try submit(intent, by: .controller(ClusterAutoscaler.component))
      return true
    } catch {
      return false
    }
  }

  private mutating func note(
    _ type: EventType, _ reason: String, _ message: String, about object: ObjectReference
  ) {
    write(.record(EventNote(type, reason, message, about: object)))
  }
}
