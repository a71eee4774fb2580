import Engine
import HashTreeCollections
import Objects
import Store

/// Taking note of what happens. Most of it is no concern of the scheduler's: it is told of every
/// status and every heartbeat, and these must cost next to nothing.
extension Scheduler {
  public mutating func observe(
    _ change: Change, in state: ClusterState, at now: SimTime
  ) -> [(key: Key, at: SimTime)] {
    var looks: [(key: Key, at: SimTime)] = []
    switch change.key.kind {
    case .pod: notePod(change, in: state, at: now)
    case .node:
      noteNode(change, at: now)
      if change.after == nil { looks = assumed.keys.sorted().map { (.volumes($0), now) } }
    case .namespace:
      surroundings.forget()
      queue.tell(.namespaceChanged, at: now)
    case .persistentVolumeClaim, .persistentVolume, .storageClass:
      queue.tell(.storageChanged(change.key), at: now)
      looks = assumed.keys.sorted().map { (.volumes($0), now) }
    case .service, .replicaSet, .statefulSet, .replicationController:
      noteSelection(change)
      return []
    default: return []
    }
    if let next = nextLook(at: now) { looks.append((.nextPod, next)) }
    return looks
  }

  /// Whether a Service or a set means other pods than before: pods are spread by that.
  private mutating func noteSelection(_ change: Change) {
    let key = change.key
    if let sides = change.sides(Service.self) {
      let selectors = [sides.before?.spec.selector, sides.after?.spec.selector]
      if selectors[0] == selectors[1] { return }
      let picking = selectors.compactMap(\.self).map { LabelSelector(matchLabels: $0) }
      surroundings.forget { pod in
        pod.key.namespace == key.namespace && picking.contains { $0.matches(pod.labels) }
      }
    } else if Self.selectsOthers(change) {
      surroundings.forget { pod in
        pod.key.namespace == key.namespace && pod.wishes.owner?.name == key.name
      }
    }
  }

  private static func selectsOthers(_ change: Change) -> Bool {
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

  // MARK: - Pods

  private mutating func notePod(_ change: Change, in state: ClusterState, at now: SimTime) {
    guard let sides = change.sides(Pod.self) else { return }
    let wasBound = sides.before.map(Self.holdsRoom) ?? false
    let isBound = sides.after.map(Self.holdsRoom) ?? false
    if wasBound, isBound, let before = sides.before, let after = sides.after,
      Self.isNoNews(before, after)
    {
      return
    }
    note(before: sides.before, after: sides.after, wasBound, isBound, in: state, at: now)
  }

  private mutating func note(
    before: Pod?, after: Pod?, _ wasBound: Bool, _ isBound: Bool, in state: ClusterState,
    at now: SimTime
  ) {
    if let after, isBound {
      noteBound(after, before: wasBound ? before : nil, in: state, at: now)
      return
    }
    if let before, wasBound {
      let known = take(before.key, from: before.spec.nodeName, in: state)
      if !queue.isNobodyResting {
        queue.tell(.podGone(PodFacts(before, known?.wishes ?? PodWishes(before))), at: now)
      }
    }
    guard let after, Self.waits(after) else {
      if let key = before?.key {
        forgetAssumption(key, in: state, at: now)
        queue.remove(key)
        withdrawPromise(to: key)
      }
      return
    }
    if assumed[after.key] != nil { return }
    noteWaiting(after, before: before, at: now)
  }

  private mutating func noteWaiting(_ after: Pod, before: Pod?, at now: SimTime) {
    let facts = facts(of: after)
    withdrawPromise(to: facts.key)
    if let node = facts.nominatedNode {
      nominations.add(facts, to: node)
      cache.touch(node)
    }
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
    let waited = queue.remove(key)
    withdrawPromise(to: key)
    let wasAssumed = assumed.isEmpty ? nil : assumed.removeValue(forKey: key)
    if let before {
      let isSame = !Self.differs(before, after)
      if isSame, renew(after) { return }
      take(key, from: before.spec.nodeName, in: state)
      let bound = facts(of: after)
      give(bound, in: state)
      if !isSame, !queue.isNobodyResting {
        queue.tell(.podChanged(bound, before: PodFacts(before)), at: now)
      }
      return
    }
    if let wasAssumed { take(key, from: wasAssumed.node, in: state) }
    let tried = waited ?? lastTried?.pod
    let isTried = tried?.key == key && tried?.uid == after.metadata.uid
    let bound = (isTried ? tried.map { PodFacts(after, $0.wishes) } : nil) ?? facts(of: after)
    give(bound, in: state)
    unheard.append(bound)
  }

  /// Notes what is new of a bound pod that keeps its labels and wishes: since when it runs. False
  /// when it is not known on its node.
  private mutating func renew(_ pod: Pod) -> Bool {
    guard let known = cache.pod(pod.key, on: pod.spec.nodeName) else { return false }
    return cache.exchange(PodFacts(pod, known.wishes))
  }

  /// What is promised on a node matters to others there as the pods do that it has.
  mutating func withdrawPromise(to key: ObjectKey) {
    if let node = nominations.remove(key) { cache.touch(node) }
  }

  /// What is to be known of a pod; what it asks for is shared with its like.
  mutating func facts(of pod: Pod) -> PodFacts { PodFacts(pod, wishes.wishes(of: pod)) }

  /// Whether a pod has changed in a way that matters for what fits where.
  private static func differs(_ before: Pod, _ after: Pod) -> Bool {
    before.spec != after.spec || before.metadata.labels != after.metadata.labels
      || before.metadata.isDeleting != after.metadata.isDeleting
      || (after.metadata.generation > 1 && before.counted != after.counted)
  }

  /// Whether nothing that is known of a pod that keeps its room is different now.
  private static func isNoNews(_ before: Pod, _ after: Pod) -> Bool {
    before.$spec == after.$spec && before.metadata.labels == after.metadata.labels
      && before.metadata.isDeleting == after.metadata.isDeleting
      && before.status.startTime == after.status.startTime
      && before.metadata.uid == after.metadata.uid && after.metadata.generation <= 1
  }

  // MARK: - Room

  /// Counts a pod on its node.
  mutating func give(_ pod: PodFacts, in state: ClusterState) {
    guard let slot = cache.put(pod) else { return }
    surroundings.note(pod, at: slot, sign: 1, cache, state)
  }

  /// Takes a pod off its node.
  @discardableResult mutating func take(
    _ key: ObjectKey, from node: String, in state: ClusterState
  ) -> PodFacts? {
    guard let (pod, slot) = cache.remove(key, from: node) else { return nil }
    if let slot { surroundings.note(pod, at: slot, sign: -1, cache, state) }
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

  static func waits(_ key: ObjectKey, in state: ClusterState) -> Bool {
    state.pod(key).map(waits) ?? false
  }

  // MARK: - Nodes

  private mutating func noteNode(_ change: Change, at now: SimTime) {
    guard let sides = change.sides(Node.self) else { return }
    switch (sides.before, sides.after) {
    case (nil, let after?):
      cache.put(after)
      queue.tell(.nodeAdded(after), at: now)
    case (let before?, let after?):
      if Self.isHeartbeat(before, after) { return }
      cache.put(after)
      if before.spec.taints != after.spec.taints { surroundings.forgetTaints() }
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

  private static func isHeartbeat(_ before: Node, _ after: Node) -> Bool {
    before.$spec == after.$spec && before.metadata.labels == after.metadata.labels
      && before.status.allocatable == after.status.allocatable
      && before.status.images == after.status.images
  }
}
