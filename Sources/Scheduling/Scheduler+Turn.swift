import Engine
import Objects
import Store

/// One pod's turn.
extension Scheduler {
  mutating func schedule(
    _ waiting: SchedulingQueue.Waiting, in state: ClusterState, at now: SimTime,
    using random: inout SeededRandom
  ) -> [Reaction<Key>] {
    let pod = waiting.pod
    cache.settleOrder()
    if let node = onlyNode(for: pod, in: state) { return bind(pod, to: node) }
    if pod.wishes.namedNodes?.count == 1 {
      return decide(waiting, Cycle(pod, cache, state), in: state, at: now, using: &random)
    }
    if cache.needsTopologies(of: pod) { cache.settleTopologies(Surroundings.keys(pod)) }
    let cycle = Cycle(pod, cache, state, surroundings.recall(pod, cache, state))
    guard pod.hasNoVolumesOfItsOwn else {
      return decide(waiting, cycle, in: state, at: now, using: &random)
    }
    if let node = promisedNode(cycle) {
      startIndex = (startIndex + 1) % cycle.order.count
      return bind(pod, to: node)
    }
    let memory = shapes.recall(pod, cache)
    if let placement = shapes.place(
      with: memory, cycle, startingAt: startIndex, nominations, ties, using: &random)
    {
      startIndex = (startIndex + placement.examined) % cycle.order.count
      let node = cache[placement.slot]?.name ?? ""
      return bind(pod, to: node)
    }
    if let rejections = shapes.rejections(
      of: pod, with: memory, cycle, startingAt: startIndex, nominations)
    {
      return fail(waiting, rejections, cycle, remembering: memory, in: state, at: now)
    }
    return decide(waiting, cycle, in: state, at: now, using: &random)
  }

  /// The node that the pod has been promised, once it fits there: it is taken whatever others
  /// offer.
  private func promisedNode(_ cycle: Cycle) -> String? {
    guard let name = cycle.pod.nominatedNode, let node = cache[name] else { return nil }
    return nominations.verdict(on: node, in: cycle).verdict == .fits ? name : nil
  }

  /// Asks every plugin about every node.
  private mutating func decide(
    _ waiting: SchedulingQueue.Waiting, _ cycle: Cycle, in state: ClusterState, at now: SimTime,
    using random: inout SeededRandom
  ) -> [Reaction<Key>] {
    var decision = Decision(cycle, startingAt: startIndex, nominated: nominations)
    decision.settleTies(ties, using: &random)
    if !cycle.order.isEmpty {
      startIndex = (startIndex + decision.reports.count) % cycle.order.count
    }
    guard let node = decision.node else {
      let rejections = Rejections(decision, of: cycle.pod, in: cache)
      return fail(waiting, rejections, cycle, remembering: nil, in: state, at: now)
    }
    if let facts = cache[node], let plan = VolumePlan(cycle.volumes, on: facts.node),
      !plan.isEmpty
    {
      return assume(waiting, on: node, plan, in: state, at: now)
    }
    return bind(waiting.pod, to: node)
  }

  /// The node of a pod that names one and no other, as those of a DaemonSet do, if it fits there
  /// and nobody else has a word on it: there is nothing to compare. Such pods have hardly
  /// anything in common, so nothing is remembered of them.
  private func onlyNode(for pod: PodFacts, in state: ClusterState) -> String? {
    guard let named = pod.wishes.namedNodes, named.count == 1, let name = named.first,
      pod.hasNoVolumesOfItsOwn, pod.nominatedNode == nil, pod.wishes.constraints.isEmpty,
      !pod.hasAffinity, cache.affinityCount == 0, let node = cache[name]
    else { return nil }
    // Every node is looked at in vain, but this one: the next pod begins at the same node.
    let cycle = Cycle(pod, cache, state, .unseen)
    let found = nominations.verdict(on: node, in: cycle)
    return found.verdict == .fits ? name : nil
  }

  func bind(_ pod: PodFacts, to node: String) -> [Reaction<Key>] {
    let text = "Successfully assigned \(pod.key.namespacedName) to \(node)"
    return [
      .submit(.bind(pod: pod.key, node: node)),
      .submit(.record(EventNote(.normal, "Scheduled", text, about: pod.reference))),
    ]
  }

  private mutating func fail(
    _ waiting: SchedulingQueue.Waiting, _ rejections: Rejections, _ cycle: Cycle,
    remembering memory: Int?, in state: ClusterState, at now: SimTime
  ) -> [Reaction<Key>] {
    guard var pod = state.pod(waiting.pod.key) else { return [] }
    var message = rejections.message
    var reactions: [Reaction<Key>] = []
    if rejections.objection != nil {
      // Nobody has looked at the nodes: whoever would help now finds nothing to go by.
      message += Self.nothingKnown
    } else if rejections.nodeCount > 0 {
      switch preempt(cycle, rejections, remembering: memory) {
      case .ineligible(let why): message += Self.preemptionPrefix + why
      case .hopeless(let why):
        message += Self.preemptionPrefix + why
        pod.status.nominatedNodeName = nil
      case .victims(let victims, let node):
        pod.status.nominatedNodeName = node
        // Who is on its way out already needs no second push.
        let staying = victims.filter { !$0.isDeleting }.compactMap { state.pod($0.key) }
        reactions = staying.flatMap { evict($0, for: pod, at: now) }
        reactions += withdraw(node, from: waiting.pod, in: state)
      }
    }
    // The pod goes back before anything is written, so that the news of it find it there.
    queue.putBack(waiting, rejectedBy: rejections.plugins, at: now)
    return complain(about: pod, "Unschedulable", message, at: now) + reactions
  }

  private mutating func preempt(
    _ cycle: Cycle, _ rejections: Rejections, remembering memory: Int?
  ) -> Preemption.Outcome {
    var attempts = memory.map { shapes.takeAttempts(of: $0) } ?? []
    let outcome = Preemption(cycle, rejections, nominations).outcome(knowing: &attempts)
    guard let memory else { return outcome }
    // What is promised to the pod itself does not stand in its way, but in that of others.
    let promised = cycle.pod.nominatedNode.flatMap { cache.slot(of: $0) }
    if let promised, promised < attempts.count { attempts[promised] = nil }
    shapes.keep(attempts, of: memory)
    return outcome
  }

  /// Says in an event and in the pod's conditions why it has no node.
  func complain(
    about pod: Pod, _ reason: String, _ message: String, at now: SimTime
  ) -> [Reaction<Key>] {
    let message = Self.shortened(message)
    let note = EventNote(.warning, "FailedScheduling", message, about: pod)
    var pod = pod
    var condition = PodCondition(
      "PodScheduled", .isFalse, reason: reason, message: message, at: now.wholeSecond)
    condition.observedGeneration = pod.metadata.generation
    pod.status.conditions.set(condition)
    pod.metadata.resourceVersion = 0
    return [.submit(.record(note)), .submit(.updateStatus(pod))]
  }

  /// Whoever was promised the node and matters less has to look elsewhere.
  private func withdraw(
    _ node: String, from pod: PodFacts, in state: ClusterState
  ) -> [Reaction<Key>] {
    let lesser = nominations[node].filter { $0.priority < pod.priority && $0.key != pod.key }
    return lesser.compactMap { state.pod($0.key) }.map { other in
      var changed = other
      changed.metadata.resourceVersion = 0
      changed.status.nominatedNodeName = nil
      return .submit(.updateStatus(changed))
    }
  }

  static let preemptionPrefix = " no new claims to deallocate, preemption: "
  static let nothingKnown = " not found"

  /// Events hold no more than 1,024 characters.
  private static func shortened(_ message: String) -> String {
    message.utf8.count <= 1024 ? message : message.prefix(1020) + " ..."
  }

  private func evict(_ victim: Pod, for pod: Pod, at now: SimTime) -> [Reaction<Key>] {
    var changed = victim
    changed.metadata.resourceVersion = 0
    changed.status.conditions.set(
      PodCondition(
        "DisruptionTarget", .isTrue, reason: "PreemptionByScheduler",
        message: "\(Self.profile): preempting to accommodate a higher priority pod",
        at: now.wholeSecond))
    let note = EventNote(
      .normal, "Preempted",
      "Preempted by pod \(pod.metadata.uid) on node \(victim.spec.nodeName)",
      about: victim)
    return [
      .submit(.updateStatus(changed)), .submit(.record(note)),
      .submit(.delete(victim.key, DeleteOptions(uid: victim.metadata.uid))),
    ]
  }
}
