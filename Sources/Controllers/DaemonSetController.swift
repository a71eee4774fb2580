import Engine
import Objects
import Store

/// Keeps one pod of each DaemonSet on every node that suits it.
struct DaemonSetController: ControlLoop {
  static let name = "daemonset-controller"
  static let watched: Set<Kind>? = [.daemonSet, .node, .pod, .controllerRevision]

  private var orphanedPods = Orphans()
  private var orphanedRevisions = Orphans()
  private var delays = RetryDelays()
  private var backOff = DaemonBackOff()

  init() {}

  mutating func observe(_ change: Change, in state: ClusterState, at now: SimTime) -> [Look] {
    let kind = change.key.kind
    if kind == .daemonSet {
      if change.verb == .deleted {
        delays.forget(change.key)
        backOff.forget(change.key)
      }
      return [(change.key, now)]
    }
    if kind == .node {
      return Self.concerns(change) ? state.keys(.daemonSet).map { ($0, now) } : []
    }
    if kind == .pod { orphanedPods.observe(change) } else { orphanedRevisions.observe(change) }
    return Self.owners(of: change, in: state).map { ($0, now) }
  }

  /// Whether a change of a node may change which pods belong there.
  private static func concerns(_ change: Change) -> Bool {
    guard let before = change.before as? Node, let after = change.after as? Node else {
      return true
    }
    return before.metadata.labels != after.metadata.labels || before.spec != after.spec
  }

  /// The set that controls a pod or revision, or those that might adopt it.
  private static func owners(of change: Change, in state: ClusterState) -> [ObjectKey] {
    var keys = change.owners(.daemonSet)
    if let after = change.after, change.leavesOrphan {
      keys += state.all(DaemonSet.self, in: change.key.namespace)
        .filter { $0.spec.selector.matches(after.metadata.labels) }
        .map(\.key)
    }
    return keys
  }

  mutating func reconcile(_ object: ObjectKey?, _ draft: inout Draft) {
    guard let object, let set = draft.state[object] as? DaemonSet, !set.metadata.isDeleting else {
      return
    }
    let revisions = Claims.claim(
      for: set, selector: set.spec.selector, orphans: orphanedRevisions, ControllerRevision.self,
      where: { _ in true }, &draft)
    let pods = Claims.claim(
      for: set, selector: set.spec.selector, orphans: orphanedPods, Pod.self, where: { _ in true },
      &draft)
    var history = DaemonSetHistory(of: set, revisions)
    guard let hash = history.settle(pods, &draft) else {
      draft.look(object, at: draft.now + delays.next(for: object))
      return
    }
    var sync = DaemonSetSync(of: set, pods: pods, hash: hash, in: draft)
    sync.manage(&backOff, &draft)
    if !sync.hasActed { sync.update(&draft) }
    history.cleanUp(pods, &draft)
    sync.updateStatus(&draft)
    if sync.hasFailed {
      draft.look(object, at: draft.now + delays.next(for: object))
    } else {
      delays.forget(object)
    }
  }
}
