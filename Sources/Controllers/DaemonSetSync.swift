import Engine
import Objects
import Store

/// One look at a DaemonSet: which nodes want its pod, which have it, and what follows.
struct DaemonSetSync {
  /// How many pods one look creates or deletes at most.
  static let burst = 250

  /// A node, whether it should get a pod, and whether one there may stay.
  struct Place {
    var node: String
    var shouldRun: Bool
    var mayStay: Bool
    /// In the order of age; ended pods on their way out do not count.
    var pods: [Pod]
  }

  let set: DaemonSet
  let hash: String
  /// All nodes, by name.
  let places: [Place]
  /// Pods by nodes that are no longer there.
  let lost: [(node: String, pods: [Pod])]
  /// Whether this look created or deleted pods.
  private(set) var hasActed = false
  private(set) var hasFailed = false

  init(of set: DaemonSet, pods: [Pod], hash: String, in draft: Draft) {
    self.set = set
    self.hash = hash
    let counted = pods.filter { !($0.metadata.isDeleting && $0.hasEnded) }
    var byNode = Dictionary(grouping: counted) { DaemonPod.target(of: $0) ?? "" }
    let wanted = DaemonNodes(of: set)
    places = draft.state.all(Node.self).map { node in
      let verdict = wanted.verdict(on: node)
      let here = byNode.removeValue(forKey: node.metadata.name) ?? []
      return Place(
        node: node.metadata.name, shouldRun: verdict.shouldRun, mayStay: verdict.mayStay,
        pods: here.sorted(by: DaemonPod.precedes))
    }
    byNode[""] = nil
    lost = byNode.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  // MARK: - The right pods on the right nodes

  /// Creates pods where they lack and deletes those too many, failed, or out of place.
  mutating func manage(_ backOff: inout DaemonBackOff, _ draft: inout Draft) {
    var needy: [String] = []
    var doomed: [Pod] = []
    for place in places {
      if place.shouldRun, place.pods.isEmpty {
        needy.append(place.node)
      } else if place.mayStay {
        let running = keepRunning(place, doomed: &doomed, &backOff, &draft)
        if !set.surges {
          doomed += running.dropFirst()
        } else if running.isEmpty, place.shouldRun {
          needy.append(place.node)
        } else if running.count > 1 {
          doomed += superfluous(running, at: draft.now)
        }
      } else {
        doomed += place.pods.filter { !$0.metadata.isDeleting }
      }
    }
    // Pods that wait for nodes which are gone.
    doomed += lost.flatMap(\.pods).filter { $0.spec.nodeName.isEmpty && !$0.metadata.isDeleting }
    act(creatingOn: needy, deleting: doomed, &draft)
  }

  /// The pods of a node that live. Those that ended are doomed, failed ones after a while.
  private func keepRunning(
    _ place: Place, doomed: inout [Pod], _ backOff: inout DaemonBackOff, _ draft: inout Draft
  ) -> [Pod] {
    var running: [Pod] = []
    for pod in place.pods where !pod.metadata.isDeleting {
      let name = "\(pod.key.namespacedName) on node \(place.node)"
      switch pod.status.phase {
      case .failed:
        if let wait = backOff.wait(for: set.key, on: place.node, at: draft.now) {
          draft.look(set.key, at: draft.now + wait)
        } else {
          draft.note(
            .warning, "FailedDaemonPod", "Found failed daemon pod \(name), will try to kill it",
            about: set)
          doomed.append(pod)
        }
      case .succeeded:
        draft.note(
          .normal, "SucceededDaemonPod",
          "Found succeeded daemon pod \(name), will try to delete it", about: set)
        doomed.append(pod)
      case .pending, .running, .unknown, nil: running.append(pod)
      }
    }
    return running
  }

  /// During an update that surges a node may have its oldest old and its oldest new pod until the
  /// new one is available, or while the old one is ready.
  private func superfluous(_ running: [Pod], at now: SimTime) -> [Pod] {
    let new = running.filter { $0.metadata.labels[RevisionLabel.hash] == hash }
    let old = running.filter { $0.metadata.labels[RevisionLabel.hash] != hash }
    var doomed = Array(new.dropFirst() + old.dropFirst())
    if let newest = new.first, let oldest = old.first,
      !oldest.isReady || isAvailable(newest, at: now)
    {
      doomed.append(oldest)
    }
    return doomed
  }

  func isAvailable(_ pod: Pod, at now: SimTime) -> Bool {
    pod.isAvailable(minReadySeconds: set.spec.minReadySeconds ?? 0, at: now)
  }

  /// Creates pods one, two, four, … at a time until a batch has a refusal, then deletes.
  mutating func act(creatingOn nodes: [String], deleting pods: [Pod], _ draft: inout Draft) {
    var rest = nodes.prefix(Self.burst)
    var batch = 1
    while !rest.isEmpty, !hasFailed {
      for node in rest.prefix(batch) {
        let pod = DaemonPod.make(for: set, on: node, hash: hash)
        let isCreated = PodControl.create(pod, for: set, &draft) != nil
        if isCreated { hasActed = true } else { hasFailed = true }
      }
      rest = rest.dropFirst(batch)
      batch *= 2
    }
    for pod in pods.prefix(Self.burst) {
      PodControl.delete(pod, for: set, &draft)
      hasActed = true
    }
  }
}
