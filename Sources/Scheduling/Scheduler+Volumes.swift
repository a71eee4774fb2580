import Engine
import HashTreeCollections
import Objects
import Store

/// Pods whose volumes are found or made once their node is known: the scheduler says which node,
/// waits until the claims have their volumes, and binds the pod only then.
extension Scheduler {
  /// A pod that is as good as bound.
  struct Assumption: Sendable {
    var waiting: SchedulingQueue.Waiting
    var node: String
    /// When the scheduler gives up.
    var deadline: SimTime
    /// The claims for which somebody makes a volume on the node.
    var provisions: [String]
  }

  /// The node where a pod has its place but waits for its volumes; nil when it does not.
  public func node(reservedFor key: ObjectKey) -> String? { assumed[key]?.node }

  private static let patience = SimSpan.seconds(600)

  /// Holds room for the pod and asks for its volumes.
  mutating func assume(
    _ waiting: SchedulingQueue.Waiting, on node: String, _ plan: VolumePlan,
    in state: ClusterState, at now: SimTime
  ) -> [Reaction<Key>] {
    guard var promised = state.pod(waiting.pod.key) else { return [] }
    var placed = promised
    placed.spec.nodeName = node
    give(PodFacts(placed, waiting.pod.wishes), in: state)
    withdrawPromise(to: waiting.pod.key)
    let deadline = now + Self.patience
    assumed[waiting.pod.key] = Assumption(
      waiting: waiting, node: node, deadline: deadline,
      provisions: plan.provisions.map(\.metadata.name))
    var reactions: [Reaction<Key>] = []
    promised.metadata.resourceVersion = 0
    promised.status.nominatedNodeName = node
    reactions.append(.submit(.updateStatus(promised)))
    for (claim, volume) in plan.matches {
      var volume = volume
      if !volume.isMeant(for: claim) {
        volume.metadata.annotations[StorageAnnotations.boundByController] = "yes"
      }
      volume.spec.claimRef = ObjectReference(claim)
      reactions.append(.submit(.update(volume)))
    }
    for claim in plan.provisions where claim.selectedNode != node {
      var claim = claim
      claim.metadata.annotations[StorageAnnotations.selectedNode] = node
      reactions.append(.submit(.update(claim)))
    }
    reactions.append(.look(.volumes(waiting.pod.key), at: deadline))
    return reactions
  }

  /// Binds the pod when it has all its volumes; gives up when it cannot get them.
  mutating func lookAtVolumes(
    of key: ObjectKey, in state: ClusterState, at now: SimTime
  ) -> [Reaction<Key>] {
    guard let assumption = assumed[key], let pod = state.pod(key) else { return [] }
    if state.node(assumption.node) == nil {
      let node = "node \"\(assumption.node)\""
      return giveUp(key, "failed to get \(node): \(node) not found", in: state, at: now)
    }
    var isReady = true
    for name in assumption.waiting.pod.wishes.claims.map(\.name) {
      guard let claim = state.get(PersistentVolumeClaim.self, name, in: key.namespace) else {
        return giveUp(key, "persistentvolumeclaim \"\(name)\" not found", in: state, at: now)
      }
      if claim.isBound { continue }
      isReady = false
      // Whoever was to make the volume could not, and took the node back.
      if assumption.provisions.contains(name), claim.selectedNode != assumption.node {
        return giveUp(
          key, "provisioning failed for PVC \"\(name)\"", in: state, at: now)
      }
    }
    if isReady { return bind(PodFacts(pod, assumption.waiting.pod.wishes), to: assumption.node) }
    if now >= assumption.deadline {
      return giveUp(key, "context deadline exceeded", in: state, at: now)
    }
    return [.look(.volumes(key), at: assumption.deadline)]
  }

  private mutating func giveUp(
    _ key: ObjectKey, _ why: String, in state: ClusterState, at now: SimTime
  ) -> [Reaction<Key>] {
    guard var waiting = forgetAssumption(key, in: state, at: now), var pod = state.pod(key) else {
      return []
    }
    pod.status.nominatedNodeName = nil
    waiting.pod = facts(of: pod)
    queue.retry(waiting, at: now)
    let message = "running PreBind plugin \"VolumeBinding\": binding volumes: \(why)"
    let look = nextLook(at: now).map { [Reaction<Key>.look(.nextPod, at: $0)] } ?? []
    return complain(about: pod, "SchedulerError", message, at: now) + look
  }

  /// Gives up the room that is held for a pod; returns how it had waited.
  @discardableResult mutating func forgetAssumption(
    _ key: ObjectKey, in state: ClusterState, at now: SimTime
  ) -> SchedulingQueue.Waiting? {
    guard let assumption = assumed.removeValue(forKey: key) else { return nil }
    if let pod = take(key, from: assumption.node, in: state) { queue.tell(.podGone(pod), at: now) }
    return assumption.waiting
  }
}
