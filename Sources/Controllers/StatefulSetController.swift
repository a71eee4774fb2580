import Engine
import Objects
import Store

/// Keeps the numbered pods of each StatefulSet, with their claims.
struct StatefulSetController: ControlLoop {
  static let name = "statefulset-controller"
  static let watched: Set<Kind>? = [.statefulSet, .pod, .controllerRevision]

  private var orphanedPods = Orphans()
  private var orphanedRevisions = Orphans()
  private var pace = BurstPace()
  private var delays = RetryDelays()

  init() {}

  mutating func observe(_ change: Change, in state: ClusterState, at now: SimTime) -> [Look] {
    let kind = change.key.kind
    if kind == .statefulSet {
      if change.verb == .deleted {
        delays.forget(change.key)
        pace.forget(change.key)
      }
      return [(change.key, now)]
    }
    if kind == .pod { orphanedPods.observe(change) } else { orphanedRevisions.observe(change) }
    return Self.owners(of: change, in: state).map { ($0, now) }
  }

  /// The set that controls a pod or revision, or those that might adopt it.
  private static func owners(of change: Change, in state: ClusterState) -> [ObjectKey] {
    var keys = change.owners(.statefulSet)
    if let after = change.after, change.leavesOrphan {
      keys += state.all(StatefulSet.self, in: change.key.namespace)
        .filter { $0.spec.selector.matches(after.metadata.labels) }
        .map(\.key)
    }
    return keys
  }

  mutating func reconcile(_ object: ObjectKey?, _ draft: inout Draft) {
    guard let object, let set = draft.state[object] as? StatefulSet else { return }
    let revisions = Claims.claim(
      for: set, selector: set.spec.selector, orphans: orphanedRevisions, ControllerRevision.self,
      where: { _ in true }, &draft)
    let pods = Claims.claim(
      for: set, selector: set.spec.selector, orphans: orphanedPods, Pod.self,
      where: { StatefulPod.ordinal(of: $0, in: set) != nil }, &draft)
    var history = StatefulSetHistory(of: set, revisions)
    guard history.settle(&draft) else {
      draft.look(object, at: draft.now + delays.next(for: object))
      return
    }
    let missing = StatefulSetSync.missing(of: set, among: pods)
    let mayAct =
      missing == 0 || set.isOrdered || set.metadata.isDeleting
      || pace.allows(object, creating: missing, of: StatefulSetSync.burst, &draft)
    var sync = StatefulSetSync(of: set, pods: pods, history: history, makesPods: mayAct)
    if mayAct { sync.advance(&draft) }
    sync.updateStatus(&draft)
    history.cleanUp(pods, &draft)
    if sync.hasFailed {
      draft.look(object, at: draft.now + delays.next(for: object))
    } else {
      delays.forget(object)
    }
  }
}
