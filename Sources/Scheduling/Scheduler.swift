import Engine
import Objects
import Store

/// The default scheduler: gives every pod without a node one that fits it best.
public struct Scheduler: Component {
  /// The scheduler takes one pod at a time from its queue, so it has one key.
  public enum Key: Hashable, Sendable {
    case nextPod
  }

  /// The name pods ask for it by.
  static let profile = "default-scheduler"

  var cache = NodeCache()
  var queue = SchedulingQueue()
  /// Pods that wait for their volumes on the node they have been given.
  var reservations = Reservations()
  private var nominations = Nominations()
  /// Bindings whose news are still on their way: a real scheduler binds in the background and
  /// hears of it only after it has gone through its line.
  private var unheard: [PodFacts] = []
  /// The pod of the last turn: should its binding be refused, it goes on waiting.
  var lastTried: SchedulingQueue.Waiting?
  /// The node to look at first: moves on so that large clusters fill evenly.
  private var startIndex = 0

  public init() {}

  public func actor(for key: Key) -> Actor { .scheduler }

  // MARK: - Taking note

  public mutating func observe(
    _ change: Change, in state: ClusterState, at now: SimTime
  ) -> [(key: Key, at: SimTime)] {
    if let sides = change.sides(Pod.self) {
      note(before: sides.before, after: sides.after, at: now)
    } else if let sides = change.sides(Node.self) {
      note(before: sides.before, after: sides.after, at: now)
      if sides.after == nil, !reservations.isEmpty { return [(.nextPod, now)] }
    } else if change.key.kind == .namespace {
      queue.tell(.namespaceChanged, at: now)
    } else if Self.storage.contains(change.key.kind) {
      queue.tell(ofStorage: change.key, at: now)
      if !reservations.isEmpty { return [(.nextPod, now)] }
    } else {
      return []
    }
    return nextLook(at: now).map { [(.nextPod, $0)] } ?? []
  }

  private static let storage: Set<Kind> = [
    .persistentVolume, .persistentVolumeClaim, .storageClass,
  ]

  private mutating func note(before: Pod?, after: Pod?, at now: SimTime) {
    let wasBound = before.map { Self.holdsRoom($0) } ?? false
    if let after, Self.holdsRoom(after) {
      let facts = PodFacts(after)
      queue.remove(facts.key)
      nominations.remove(facts.key)
      cache.put(facts)
      if let before, wasBound {
        let matters =
          before.spec != after.spec || before.metadata.labels != after.metadata.labels
          || before.metadata.isDeleting != after.metadata.isDeleting
        if matters {
          queue.tell(.podChanged(facts, before: PodFacts(before)), at: now)
        }
      } else {
        unheard.append(facts)
      }
      return
    }
    if let before, wasBound {
      cache.remove(before.key, from: before.spec.nodeName)
      queue.tell(.podGone(PodFacts(before)), at: now)
    }
    guard let after, Self.waits(after) else {
      if let before { forget(before.key) }
      return
    }
    if reservations[after.key] != nil { return }
    let facts = PodFacts(after)
    nominations.remove(facts.key)
    if let node = after.status.nominatedNodeName { nominations.add(facts, to: node) }
    guard let before, queue.contains(facts.key) || Self.waits(before) else {
      queue.add(facts, at: now)
      return
    }
    let changed =
      before.spec != after.spec || before.metadata.labels != after.metadata.labels
      || before.metadata.isDeleting != after.metadata.isDeleting
    queue.update(facts, mayBePlaced: changed, at: now)
  }

  /// A pod that waits no longer, and was given no node.
  private mutating func forget(_ key: ObjectKey) {
    queue.remove(key)
    nominations.remove(key)
    release(key)
  }

  /// A pod takes up room while it is bound and has not ended.
  private static func holdsRoom(_ pod: Pod) -> Bool {
    !pod.spec.nodeName.isEmpty && pod.status.phase != .succeeded && pod.status.phase != .failed
  }

  static func waits(_ pod: Pod) -> Bool {
    pod.spec.nodeName.isEmpty && pod.status.phase != .succeeded && pod.status.phase != .failed
      && !pod.metadata.isDeleting && (pod.spec.schedulerName ?? profile) == profile
      && pod.spec.schedulingGates.isEmpty
  }

  private mutating func note(before: Node?, after: Node?, at now: SimTime) {
    switch (before, after) {
    case (nil, let after?):
      cache.put(after)
      queue.tell(.nodeAdded(after), at: now)
    case (let before?, let after?):
      cache.put(after)
      // Heartbeats change nothing that matters here.
      let matters =
        before.spec != after.spec || before.metadata.labels != after.metadata.labels
        || before.status.allocatable != after.status.allocatable
      if matters { queue.tell(.nodeChanged(after, before: before), at: now) }
    case (let before?, nil):
      cache.remove(node: before)
      queue.tell(.nodeGone(before), at: now)
    case (nil, nil): break
    }
  }

  // MARK: - Scheduling

  public mutating func reconcile(
    _ key: Key, in state: ClusterState, at now: SimTime, using random: inout SeededRandom
  ) -> [Reaction<Key>] {
    var reactions = settleReservations(in: state, at: now)
    if !queue.isAnybodyInLine(at: now) {
      for pod in unheard { queue.tell(.podBound(pod), at: now) }
      unheard = []
    }
    if let waiting = queue.pop(at: now), let pod = state.pod(waiting.pod.key), Self.waits(pod) {
      lastTried = waiting
      reactions += schedule(waiting, in: state, at: now)
    }
    if let next = nextLook(at: now) { reactions.append(.look(.nextPod, at: next)) }
    return reactions
  }

  private mutating func nextLook(at now: SimTime) -> SimTime? {
    if !unheard.isEmpty { return now }
    return [queue.nextTime(after: now), reservations.nextEnd].compactMap(\.self).min()
  }

  private mutating func schedule(
    _ waiting: SchedulingQueue.Waiting, in state: ClusterState, at now: SimTime
  ) -> [Reaction<Key>] {
    cache.settleOrder()
    let cycle = Cycle(waiting.pod, cache, state)
    let decision = Decision(cycle, startingAt: startIndex, nominated: nominations)
    if !cycle.nodes.isEmpty {
      startIndex = (startIndex + decision.reports.count) % cycle.nodes.count
    }
    guard let node = decision.node else {
      return fail(waiting, decision, cycle, at: now)
    }
    if !cycle.volumes.waiting.isEmpty, let machine = state.node(node),
      let plan = cycle.volumes.plan(on: machine)
    {
      return reserve(waiting, on: node, plan, at: now)
    }
    return Self.binding(waiting.pod.pod, to: node)
  }

  private mutating func fail(
    _ waiting: SchedulingQueue.Waiting, _ decision: Decision, _ cycle: Cycle, at now: SimTime
  ) -> [Reaction<Key>] {
    var pod = waiting.pod.pod
    var message = decision.failureMessage
    var reactions: [Reaction<Key>] = []
    if decision.refusal != nil {
      // Pushing others out is thought of even then, and finds no nodes to look at.
      message += " not found"
    } else if decision.nodeCount > 0 {
      let preemption = Preemption(cycle: cycle, decision: decision, nominations: nominations)
      switch preemption.outcome() {
      case .ineligible(let why): message += Self.preemptionPrefix + why
      case .hopeless(let why):
        message += Self.preemptionPrefix + why
        pod.status.nominatedNodeName = nil
      case .victims(let victims, let node):
        pod.status.nominatedNodeName = node
        // Who is on its way out already needs no second push.
        let staying = victims.filter { !$0.pod.metadata.isDeleting }
        reactions = staying.flatMap { evict($0, for: pod, at: now) }
        reactions += withdraw(node, from: waiting.pod)
      }
    }
    // The pod goes back before anything is written, so that the news of it find it there.
    queue.putBack(waiting, rejectedBy: decision.rejecting, at: now)
    message = Self.shortened(message)
    var condition = PodCondition(
      "PodScheduled", .isFalse, reason: "Unschedulable", message: message, at: now.wholeSecond)
    condition.observedGeneration = pod.metadata.generation
    pod.status.conditions.set(condition)
    pod.metadata.resourceVersion = 0
    let note = EventNote(.warning, "FailedScheduling", message, about: waiting.pod.pod)
    return [.submit(.record(note)), .submit(.updateStatus(pod))] + reactions
  }

  /// Whoever was promised the node and matters less has to look elsewhere.
  private func withdraw(_ node: String, from pod: PodFacts) -> [Reaction<Key>] {
    nominations[node].filter { $0.priority < pod.priority && $0.key != pod.key }.map { other in
      var changed = other.pod
      changed.metadata.resourceVersion = 0
      changed.status.nominatedNodeName = nil
      return .submit(.updateStatus(changed))
    }
  }

  private static let preemptionPrefix = " no new claims to deallocate, preemption: "

  /// Events hold no more than 1,024 characters.
  private static func shortened(_ message: String) -> String {
    message.utf8.count <= 1024 ? message : message.prefix(1020) + " ..."
  }

  private func evict(_ victim: PodFacts, for pod: Pod, at now: SimTime) -> [Reaction<Key>] {
    var changed = victim.pod
    changed.metadata.resourceVersion = 0
    changed.status.conditions.set(
      PodCondition(
        "DisruptionTarget", .isTrue, reason: "PreemptionByScheduler",
        message: "\(Self.profile): preempting to accommodate a higher priority pod",
        at: now.wholeSecond))
    let note = EventNote(
      .normal, "Preempted",
      "Preempted by pod \(pod.metadata.uid) on node \(victim.pod.spec.nodeName)",
      about: victim.pod)
    return [
      .submit(.updateStatus(changed)), .submit(.record(note)),
      .submit(.delete(victim.key, DeleteOptions(uid: victim.pod.metadata.uid))),
    ]
  }

  public mutating func refused(
    _ intent: Intent, with rejection: Rejection, for key: Key, in state: ClusterState,
    at now: SimTime
  ) -> [Reaction<Key>] {
    guard case .bind(let pod, let node) = intent, let stored = state.pod(pod), Self.waits(stored)
    else {
      return []
    }
    let facts = PodFacts(stored)
    cache.remove(pod, from: node)
    var waiting = SchedulingQueue.Waiting(pod: facts, since: now, sequence: 0)
    if let lastTried, lastTried.pod.key == pod { waiting = lastTried }
    waiting.pod = facts
    queue.retry(waiting, at: now)
    return nextLook(at: now).map { [.look(.nextPod, at: $0)] } ?? []
  }
}

extension Scheduler {
  /// Where a pod would go now and why, worked out as the scheduler does it. Without the
  /// scheduler's memory the nodes are taken in the order in which they joined.
  public static func explain(_ pod: Pod, in state: ClusterState) -> Decision {
    var scheduler = Scheduler()
    let nodes = state.all(Node.self).sorted { joinedEarlier($0, $1) }
    for node in nodes { scheduler.cache.put(node) }
    for other in state.all(Pod.self) {
      if holdsRoom(other) {
        scheduler.cache.put(PodFacts(other))
      } else if waits(other), let node = other.status.nominatedNodeName {
        scheduler.nominations.add(PodFacts(other), to: node)
      }
    }
    return scheduler.explain(pod, in: state)
  }

  /// Where a pod would go now and why, as this scheduler sees the cluster.
  public func explain(_ pod: Pod, in state: ClusterState) -> Decision {
    var cache = cache
    cache.remove(pod.key, from: pod.spec.nodeName)
    var free = pod
    free.spec.nodeName = ""
    return Decision(
      Cycle(PodFacts(free), cache, state), startingAt: startIndex, nominated: nominations)
  }

  /// Machines that join together are numbered: `worker-2` comes before `worker-10`.
  private static func joinedEarlier(_ left: Node, _ right: Node) -> Bool {
    func rank(_ node: Node) -> (SimTime, Int, String) {
      let name = node.metadata.name
      return (node.metadata.creationTimestamp ?? .worldBegins, name.utf8.count, name)
    }
    return rank(left) < rank(right)
  }
}
