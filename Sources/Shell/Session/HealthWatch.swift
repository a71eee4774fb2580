import Engine
import Objects
import Simulation
import Store

/// Which nodes and pods are unwell. Kept up by what changes, so that a prompt never looks at
/// all of them.
struct HealthWatch: Sendable {
  private var unwell: Set<ObjectKey> = []
  /// Pods that run and are not ready, where and since when.
  private var unready: [ObjectKey: (node: ObjectKey, since: SimTime)] = [:]
  /// The last change that has been looked at; nil before the first look.
  private var revision: Int?

  /// Most pods need a moment to become ready.
  private static let patience = SimSpan.seconds(30)

  /// How many are unwell at this time. A lost node counts, not what it took along.
  func count(at now: SimTime) -> Int {
    unwell.count
      + unready.values.count { now - $0.since > Self.patience && !unwell.contains($0.node) }
  }

  /// Looks at what has changed since the last time; at everything when the world is another one.
  mutating func follow(_ world: World, isAnother: Bool = false) {
    let latest = world.history.revision
    if let revision, revision <= latest, !isAnother {
      for change in world.history.changes(after: revision) { look(at: change) }
    } else {
      unwell = []
      unready = [:]
      for kind in [Kind.node, .pod] {
        for key in world.state.keys(kind) { look(at: world.state[key], key) }
      }
    }
    revision = latest
  }

  private mutating func look(at change: Change) {
    guard change.key.kind == .pod || change.key.kind == .node else { return }
    look(at: change.after, change.key)
  }

  private mutating func look(at object: (any APIObject)?, _ key: ObjectKey) {
    let isUnwell = Self.isUnwell(object)
    if isUnwell { unwell.insert(key) } else { unwell.remove(key) }
    unready[key] = isUnwell ? nil : (object as? Pod).flatMap(Self.unready)
  }

  private static func unready(_ pod: Pod) -> (node: ObjectKey, since: SimTime)? {
    guard pod.metadata.deletionTimestamp == nil, pod.status.phase == .running,
      let ready = pod.status.conditions["Ready"], ready.status == .isFalse,
      let since = ready.lastTransitionTime
    else { return nil }
    return (.node(pod.spec.nodeName), since)
  }

  private static func isUnwell(_ object: (any APIObject)?) -> Bool {
    if let pod = object as? Pod { return isUnwell(pod) }
    if let node = object as? Node { return node.status.conditions["Ready"]?.status != .isTrue }
    return false
  }

  private static func isUnwell(_ pod: Pod) -> Bool {
    // What has to go is nobody's worry any more.
    guard pod.metadata.deletionTimestamp == nil else { return false }
    if pod.status.phase == .failed {
      // A Job goes on with another pod, and says itself when it gives up.
      return !pod.metadata.ownerReferences.contains { $0.kind == "Job" }
    }
    if pod.status.conditions["PodScheduled"]?.reason == "Unschedulable" { return true }
    return pod.status.allContainerStatuses.contains(where: \.isStuck)
  }
}
