import Engine
import HashTreeCollections
import Objects
import Store

/// Removes pods that no kubelet is ever going to remove.
struct PodGarbageCollector: ControlLoop {
  static let name = "pod-garbage-collector-controller"
  static let watched: Set<Kind>? = [.node, .pod]

  static let period = SimSpan.seconds(20)
  /// How long a node must be missing before its pods are given up.
  static let quarantine = SimSpan.seconds(40)
  /// How many ended pods are kept.
  static let endedPodsKept = 12_500

  /// When a missing node's pods may be given up, by the node's name.
  private var confirmed = TreeDictionary<String, SimTime>()
  private var endedPods = 0

  init() {}

  /// The first pass at or after `time`.
  static func pass(notBefore time: SimTime) -> SimTime {
    let since = max(0, (time - .worldBegins).milliseconds)
    let step = period.milliseconds
    return .worldBegins + .milliseconds((since + step - 1) / step * step)
  }

  mutating func observe(_ change: Change, in state: ClusterState, at now: SimTime) -> [Look] {
    if let (_, after) = change.sides(Node.self) {
      let isGone = after == nil || after?.isOutOfService == true
      return isGone ? [(change.key, Self.pass(notBefore: now))] : []
    }
    guard let (before, after) = change.sides(Pod.self) else { return [] }
    endedPods += (after?.hasEnded == true ? 1 : 0) - (before?.hasEnded == true ? 1 : 0)
    var looks: [Look] = []
    if endedPods > Self.endedPodsKept { looks.append((nil, Self.pass(notBefore: now))) }
    if let node = after?.spec.nodeName, !node.isEmpty {
      let stored = state.node(node)
      if stored == nil || stored?.isOutOfService == true {
        looks.append((.node(node), Self.pass(notBefore: now)))
      }
    }
    return looks
  }

  mutating func reconcile(_ object: ObjectKey?, _ draft: inout Draft) {
    guard let object else {
      dropOldest(&draft)
      return
    }
    let pods = draft.state.pods(on: object.name)
    if let node = draft.state.node(object.name) {
      confirmed[object.name] = nil
      guard node.isOutOfService, node.readiness != .isTrue else { return }
      for pod in pods where pod.metadata.isDeleting { giveUp(pod, &draft) }
    } else if pods.isEmpty {
      confirmed[object.name] = nil
    } else if let moment = confirmed[object.name], moment <= draft.now {
      for pod in pods { giveUp(pod, because: "PodGC: node no longer exists", &draft) }
    } else {
      let moment = confirmed[object.name] ?? draft.now + Self.quarantine
      confirmed[object.name] = moment
      draft.look(object, at: Self.pass(notBefore: moment))
    }
  }

  /// Whoever waits for the pod has to see that it has failed before it is gone. `why` is told of
  /// those that nobody had begun to delete.
  private func giveUp(_ pod: Pod, because why: String? = nil, _ draft: inout Draft) {
    var pod = pod
    if !pod.hasEnded {
      pod.status.phase = .failed
      if let why {
        pod.status.conditions.set(
          PodCondition(
            "DisruptionTarget", .isTrue, reason: "DeletionByPodGC", message: why,
            at: draft.now.wholeSecond))
      }
      draft.attempt(.updateStatus(pod))
    }
    remove(pod, &draft)
  }

  private func remove(_ pod: Pod, _ draft: inout Draft) {
    draft.attempt(
      .delete(pod.key, DeleteOptions(gracePeriodSeconds: 0, uid: pod.metadata.uid)))
  }

  /// Drops ended pods beyond those that are kept: evicted ones first, then the oldest.
  private func dropOldest(_ draft: inout Draft) {
    let ended = draft.state.all(Pod.self).filter(\.hasEnded)
    guard ended.count > Self.endedPodsKept else { return }
    let worthless = ended.sorted { left, right in
      let evicted = (left.status.reason == "Evicted", right.status.reason == "Evicted")
      if evicted.0 != evicted.1 { return evicted.0 }
      let created = (left.metadata.creationTimestamp, right.metadata.creationTimestamp)
      if let before = created.0, let after = created.1, before != after { return before < after }
      return left.key < right.key
    }
    for pod in worthless.prefix(ended.count - Self.endedPodsKept) { remove(pod, &draft) }
  }
}
