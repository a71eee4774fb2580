import Engine
import Objects
import Store

/// Pods that have a node but wait there for their volumes before they are bound to it.
struct Reservations: Sendable {
  struct Place: Sendable {
    var waiting: SchedulingQueue.Waiting
    var node: String
    /// When the scheduler gives up.
    var until: SimTime
  }

  /// How long a pod's volumes may take.
  static let patience = SimSpan.minutes(10)

  private var places: [ObjectKey: Place] = [:]

  var isEmpty: Bool { places.isEmpty }

  /// When the first of them is given up.
  var nextEnd: SimTime? { places.values.map(\.until).min() }

  var keys: [ObjectKey] { places.keys.sorted() }

  subscript(key: ObjectKey) -> Place? {
    get { places[key] }
    set { places[key] = newValue }
  }
}

extension Scheduler {
  /// The node where a pod has its place but waits for its volumes; nil when it does not.
  public func node(reservedFor key: ObjectKey) -> String? { reservations[key]?.node }

  /// Keeps room for the pod on its node and sees to it that its volumes come there.
  mutating func reserve(
    _ waiting: SchedulingQueue.Waiting, on node: String, _ plan: VolumeFacts.Plan,
    at now: SimTime
  ) -> [Reaction<Key>] {
    let until = now + Reservations.patience
    var pod = waiting.pod.pod
    reservations[pod.key] = Reservations.Place(waiting: waiting, node: node, until: until)
    pod.spec.nodeName = node
    cache.put(PodFacts(pod))
    var reactions: [Reaction<Key>] = []
    for (volume, claim) in plan.kept {
      var volume = volume
      if volume.spec.claimRef?.uid == claim.metadata.uid { continue }
      if !volume.isMeant(for: claim) {
        volume.metadata.annotations[StorageAnnotations.boundByController] = "yes"
      }
      volume.spec.claimRef = ObjectReference(claim)
      reactions.append(.submit(.update(volume)))
    }
    for claim in plan.made where claim.selectedNode == nil {
      var claim = claim
      claim.metadata.annotations[StorageAnnotations.selectedNode] = node
      reactions.append(.submit(.update(claim)))
    }
    return reactions
  }

  /// Binds the pods whose volumes have come, and gives up those that have waited too long.
  mutating func settleReservations(in state: ClusterState, at now: SimTime) -> [Reaction<Key>] {
    var reactions: [Reaction<Key>] = []
    for key in reservations.keys {
      guard let place = reservations[key] else { continue }
      guard let pod = state.pod(key), Self.waits(pod) else {
        release(key)
        continue
      }
      let volumes = VolumeFacts(pod, state)
      if volumes.isReady {
        reservations[key] = nil
        lastTried = place.waiting
        reactions += Self.binding(pod, to: place.node)
      } else if let why = Self.failure(of: place, volumes, in: state, at: now) {
        release(key)
        var waiting = place.waiting
        waiting.pod = PodFacts(pod)
        queue.retry(waiting, at: now)
        let message = "running PreBind plugin \"VolumeBinding\": binding volumes: \(why)"
        reactions.append(
          .submit(.record(EventNote(.warning, "FailedScheduling", message, about: pod))))
      }
    }
    return reactions
  }

  /// Why the volumes of a pod will not come to its node; nil while they may.
  private static func failure(
    of place: Reservations.Place, _ volumes: VolumeFacts, in state: ClusterState, at now: SimTime
  ) -> String? {
    guard let node = state.node(place.node) else {
      return "failed to get node \"\(place.node)\": node \"\(place.node)\" not found"
    }
    // Whoever makes volumes takes the node's name off a claim that cannot be served there.
    if let claim = volumes.waiting.first(where: { $0.selectedNode == nil }),
      !(volumes.plan(on: node)?.kept.contains { $0.claim.key == claim.key } ?? false)
    {
      return "provisioning failed for PVC \"\(claim.metadata.name)\""
    }
    return now >= place.until ? "context deadline exceeded" : nil
  }

  /// Gives back the room of a pod that is not bound after all.
  mutating func release(_ key: ObjectKey) {
    guard let place = reservations[key] else { return }
    reservations[key] = nil
    cache.remove(key, from: place.node)
  }

  static func binding(_ pod: Pod, to node: String) -> [Reaction<Key>] {
    [
      .submit(.bind(pod: pod.key, node: node)),
      .submit(
        .record(
          EventNote(
            .normal, "Scheduled",
            "Successfully assigned \(pod.key.namespacedName) to \(node)", about: pod))),
    ]
  }
}
