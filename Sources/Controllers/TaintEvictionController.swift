import Engine
import HashTreeCollections
import Objects
import Store

/// Deletes pods from nodes with NoExecute taints once they have tolerated them long enough.
struct TaintEvictionController: ControlLoop {
  static let name = "taint-eviction-controller"
  static let watched: Set<Kind>? = [.pod, .node]

  /// A deletion to come.
  private struct Plan: Sendable {
    /// When the pod's patience began.
    var since: SimTime
    var at: SimTime
  }

  private var plans = TreeDictionary<ObjectKey, Plan>()

  init() {}

  mutating func observe(_ change: Change, in state: ClusterState, at now: SimTime) -> [Look] {
    if let (before, after) = change.sides(Pod.self) {
      guard let after else {
        plans[change.key] = nil
        return []
      }
      let isNew =
        before?.spec.nodeName != after.spec.nodeName
        || before?.spec.tolerations != after.spec.tolerations
        || before?.metadata.isDeleting != after.metadata.isDeleting
      return isNew && concerns(after, in: state) ? [(change.key, now)] : []
    }
    guard let (before, after) = change.sides(Node.self), let after,
      Self.evicting(before) != Self.evicting(after)
    else { return [] }
    return state.pods(on: after.metadata.name).map { ($0.key, now) }
  }

  private func concerns(_ pod: Pod, in state: ClusterState) -> Bool {
    plans[pod.key] != nil
      || !pod.spec.nodeName.isEmpty && !Self.evicting(state.node(pod.spec.nodeName)).isEmpty
  }

  private static func evicting(_ node: Node?) -> [Taint] {
    (node?.spec.taints ?? []).filter { $0.effect == .noExecute }
  }

  mutating func reconcile(_ object: ObjectKey?, _ draft: inout Draft) {
    guard let object, let pod = draft.state.pod(object), !pod.metadata.isDeleting else {
      if let object { plans[object] = nil }
      return
    }
    let taints = Self.evicting(draft.state.node(pod.spec.nodeName))
    guard let patience = Self.patience(of: pod.spec.tolerations, with: taints) else {
      cancel(pod, &draft)
      return
    }
    let plan = Plan(
      since: plans[object]?.since ?? draft.now,
      at: (plans[object]?.since ?? draft.now) + .seconds(Int64(patience)))
    if plan.at <= draft.now {
      evict(pod, &draft)
      return
    }
    if let former = plans[object], plan.at > former.at {
      // Patience that grew begins anew, as with the real controller.
      cancel(pod, &draft)
    }
    plans[object] = plan
    draft.look(object, at: plan.at)
  }

  /// Seconds a pod puts up with these taints: 0 when not at all, nil when for ever.
  static func patience(of tolerations: [Toleration], with taints: [Taint]) -> Int? {
    var used: [Toleration] = []
    for taint in taints {
      guard let toleration = tolerations.first(where: { $0.tolerates(taint) }) else { return 0 }
      used.append(toleration)
    }
    return used.compactMap(\.tolerationSeconds).min().map { max(0, $0) }
  }

  private mutating func evict(_ pod: Pod, _ draft: inout Draft) {
    plans[pod.key] = nil
    draft.note(
      .normal, "TaintManagerEviction", "Marking for deletion Pod \(pod.key.namespacedName)",
      about: Self.reference(pod))
    var marked = pod
    marked.status.conditions.set(
      PodCondition(
        "DisruptionTarget", .isTrue, reason: "DeletionByTaintManager",
        message: "Taint manager: deleting due to NoExecute taint", at: draft.now.wholeSecond))
    draft.attempt(.updateStatus(marked))
    draft.attempt(.delete(pod.key, DeleteOptions(uid: pod.metadata.uid)))
  }

  private mutating func cancel(_ pod: Pod, _ draft: inout Draft) {
    guard plans[pod.key] != nil else { return }
    plans[pod.key] = nil
    draft.note(
      .normal, "TaintManagerEviction", "Cancelling deletion of Pod \(pod.key.namespacedName)",
      about: Self.reference(pod))
  }

  /// The real controller names the pod without its uid: describe does not find these events.
  private static func reference(_ pod: Pod) -> ObjectReference {
    var reference = ObjectReference()
    reference.apiVersion = Kind.pod.apiVersion
    reference.kind = Kind.pod.rawValue
    reference.name = pod.metadata.name
    reference.namespace = pod.metadata.namespace
    return reference
  }
}
