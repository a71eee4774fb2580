import Engine
import HashTreeCollections
import Objects
import Store

/// The default scheduler: gives every pod without a node one that fits it best.
public struct Scheduler: Component {
  public enum Key: Hashable, Sendable {
    /// The scheduler takes one pod at a time from its queue.
    case nextPod
    /// A pod that has a node waits for its volumes.
    case volumes(ObjectKey)
  }

  /// The name pods ask for it by.
  static let profile = "default-scheduler"

  var cache = NodeCache()
  var queue = SchedulingQueue()
  var nominations = Nominations()
  /// What pods that are alike share.
  var memories = ShapeMemories()
  /// Bindings whose news are still on their way: a real scheduler binds in the background and
  /// hears of it only after it has gone through its line.
  private var unheard: [PodFacts] = []
  /// The pod of the last turn: should its binding be refused, it goes on waiting.
  var lastTried: SchedulingQueue.Waiting?
  /// The node to look at first: moves on so that large clusters fill evenly.
  var startIndex = 0
  /// Pods that have a node and wait for their volumes there: they hold room already.
  var assumed = TreeDictionary<ObjectKey, Assumption>()

  /// What is done with nodes of equal score.
  public let ties: TieBreak

  public init(ties: TieBreak = .first) {
    self.ties = ties
  }

  public func actor(for key: Key) -> Actor { .scheduler }

  // MARK: - Taking note

  public mutating func observe(
    _ change: Change, in state: ClusterState, at now: SimTime
  ) -> [(key: Key, at: SimTime)] {
    var looks: [(key: Key, at: SimTime)] = []
    let kind = change.key.kind
    if let sides = change.sides(Pod.self) {
      note(before: sides.before, after: sides.after, in: state, at: now)
    } else if let sides = change.sides(Node.self) {
      note(before: sides.before, after: sides.after, at: now)
      if sides.after == nil { looks = assumed.keys.sorted().map { (.volumes($0), now) } }
    } else if kind == .namespace {
      memories.forgetSurroundings()
      queue.tell(.namespaceChanged, at: now)
    } else if [.persistentVolumeClaim, .persistentVolume, .storageClass].contains(kind) {
      queue.tell(.storageChanged(change.key), at: now)
      looks = assumed.keys.sorted().map { (.volumes($0), now) }
    } else {
      if Self.selectsOthers(change) { memories.forgetSurroundings() }
      return []
    }
    if let next = nextLook(at: now) { looks.append((.nextPod, next)) }
    return looks
  }

  /// Whether a Service or a set means other pods than before: pods are spread by that.
  private static func selectsOthers(_ change: Change) -> Bool {
    if let sides = change.sides(Service.self) {
      return sides.before?.spec.selector != sides.after?.spec.selector
    }
    if let sides = change.sides(ReplicaSet.self) {
      return sides.before?.spec.selector != sides.after?.spec.selector
    }
    if let sides = change.sides(StatefulSet.self) {
      return sides.before?.spec.selector != sides.after?.spec.selector
    }
    if let sides = change.sides(ReplicationController.self) {
      return sides.before?.spec.selector != sides.after?.spec.selector
    }
    return false
  }

  private mutating func note(
    before: Pod?, after: Pod?, in state: ClusterState, at now: SimTime
  ) {
    let wasBound = before.map { Self.holdsRoom($0) } ?? false
    if let after, Self.holdsRoom(after) {
      noteBound(after, before: wasBound ? before : nil, in: state, at: now)
      return
    }
    if let before, wasBound {
      take(before.key, from: before.spec.nodeName, in: state)
      queue.tell(.podGone(PodFacts(before)), at: now)
    }
    guard let after, Self.waits(after) else {
      if let key = before?.key {
        forgetAssumption(key, in: state, at: now)
        queue.remove(key)
        nominations.remove(key)
      }
      return
    }
    if assumed[after.key] != nil { return }
    noteWaiting(after, before: before, at: now)
  }

  private mutating func noteWaiting(_ after: Pod, before: Pod?, at now: SimTime) {
    let facts = PodFacts(after)
    nominations.remove(facts.key)
    if let node = after.status.nominatedNodeName { nominations.add(facts, to: node) }
    guard let before, queue.contains(facts.key) || Self.waits(before) else {
      queue.add(facts, at: now)
      return
    }
    queue.update(facts, mayBePlaced: Self.differs(before, after), at: now)
  }

  private mutating func noteBound(
    _ after: Pod, before: Pod?, in state: ClusterState, at now: SimTime
  ) {
    let key = after.key
    queue.remove(key)
    nominations.remove(key)
    assumed[key] = nil
    if let before {
      let known = take(key, from: before.spec.nodeName, in: state)
      let isSame = !Self.differs(before, after)
      let facts = isSame ? known.map { PodFacts(after, as: $0) } : nil
      give(facts ?? PodFacts(after), in: state)
      if !isSame {
        queue.tell(.podChanged(PodFacts(after), before: PodFacts(before)), at: now)
      }
      return
    }
    take(key, from: after.spec.nodeName, in: state)
    let tried = lastTried?.pod
    let isTried =
      tried?.key == key && tried?.pod.metadata.uid == after.metadata.uid
      && tried?.pod.metadata.labels == after.metadata.labels
    let facts = isTried ? tried.map { PodFacts(after, as: $0) } : nil
    let bound = facts ?? PodFacts(after)
    give(bound, in: state)
    unheard.append(bound)
  }

  /// Whether a pod has changed in a way that matters for what fits where.
  private static func differs(_ before: Pod, _ after: Pod) -> Bool {
    before.spec != after.spec || before.metadata.labels != after.metadata.labels
      || before.metadata.isDeleting != after.metadata.isDeleting
      || (after.metadata.generation > 1 && before.counted != after.counted)
  }

  // MARK: - Room

  /// Counts a pod on its node.
  mutating func give(_ pod: PodFacts, in state: ClusterState) {
    guard let slot = cache.put(pod) else { return }
    memories.note(pod, at: slot, sign: 1, cache, state)
  }

  /// Takes a pod off its node.
  @discardableResult mutating func take(
    _ key: ObjectKey, from node: String, in state: ClusterState
  ) -> PodFacts? {
    guard let (pod, slot) = cache.remove(key, from: node) else { return nil }
    if let slot { memories.note(pod, at: slot, sign: -1, cache, state) }
    return pod
  }

  /// A pod takes up room while it is bound and has not ended.
  static func holdsRoom(_ pod: Pod) -> Bool {
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
      if before.spec.taints != after.spec.taints { memories.forgetTaints() }
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

  // MARK: - Looking

  public mutating func reconcile(
    _ key: Key, in state: ClusterState, at now: SimTime, using random: inout SeededRandom
  ) -> [Reaction<Key>] {
    switch key {
    case .volumes(let pod): return lookAtVolumes(of: pod, in: state, at: now)
    case .nextPod: break
    }
    var reactions: [Reaction<Key>] = []
    if !queue.isAnybodyInLine(at: now) {
      for pod in unheard { queue.tell(.podBound(pod), at: now) }
      unheard = []
    }
    if let waiting = queue.pop(at: now), let pod = state.pod(waiting.pod.key), Self.waits(pod) {
      lastTried = waiting
      reactions = schedule(waiting, in: state, at: now, using: &random)
    }
    if let next = nextLook(at: now) { reactions.append(.look(.nextPod, at: next)) }
    return reactions
  }

  mutating func nextLook(at now: SimTime) -> SimTime? {
    unheard.isEmpty ? queue.nextTime(after: now) : now
  }

  public mutating func refused(
    _ intent: Intent, with rejection: Rejection, for key: Key, in state: ClusterState,
    at now: SimTime
  ) -> [Reaction<Key>] {
    guard case .bind(let pod, _) = intent, let stored = state.pod(pod), Self.waits(stored) else {
      return []
    }
    let facts = PodFacts(stored)
    var waiting = SchedulingQueue.Waiting(pod: facts, since: now, sequence: 0)
    if let lastTried, lastTried.pod.key == pod { waiting = lastTried }
    if let known = forgetAssumption(pod, in: state, at: now) { waiting = known }
    waiting.pod = facts
    queue.retry(waiting, at: now)
    return nextLook(at: now).map { [.look(.nextPod, at: $0)] } ?? []
  }
}
