import Objects
import Simulation
import Store

/// Which nodes and pods are unwell. Kept up by what changes, so that a prompt never looks at
/// all of them.
struct HealthWatch: Sendable {
  private var unwell: Set<ObjectKey> = []
  /// The last change that has been looked at; nil before the first look.
  private var revision: Int?

  var count: Int { unwell.count }

  /// Looks at what has changed since the last time; at everything when the world is another one.
  mutating func follow(_ world: World, isAnother: Bool = false) {
    let latest = world.history.revision
    if let revision, revision <= latest, !isAnother {
      for change in world.history.changes(after: revision) { look(at: change) }
    } else {
      unwell = []
      for kind in [Kind.node, .pod] {
        for key in world.state.keys(kind) where Self.isUnwell(world.state[key]) {
          unwell.insert(key)
        }
      }
    }
    revision = latest
  }

  private mutating func look(at change: Change) {
    guard change.key.kind == .pod || change.key.kind == .node else { return }
    if Self.isUnwell(change.after) {
      unwell.insert(change.key)
    } else {
      unwell.remove(change.key)
    }
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
    return pod.status.initContainerStatuses.contains(where: isStuck)
      || pod.status.containerStatuses.contains(where: isStuck)
  }

  private static func isStuck(_ status: ContainerStatus) -> Bool {
    guard let reason = status.state.waiting?.reason else { return false }
    return reason != "ContainerCreating" && reason != "PodInitializing"
  }
}
