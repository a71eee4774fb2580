import Engine
import HashTreeCollections
import Objects
import Store

/// Brings each Deployment's newest template in, ReplicaSet by ReplicaSet.
struct DeploymentController: ControlLoop {
  static let name = "deployment-controller"
  static let watched: Set<Kind>? = [.deployment, .replicaSet, .pod]

  /// The least time between two steps of one rollout. A real controller needs that long for a
  /// step, so pods made in two steps become ready one after the other, and the rollout reacts to
  /// each: without it, steps would be taken together that never are.
  static let pace = SimSpan.milliseconds(20)

  private var orphans = Orphans()
  /// When each rollout took its last step.
  private var steps = TreeDictionary<ObjectKey, SimTime>()
  private var delays = RetryDelays()

  init() {}

  mutating func observe(
    _ change: Change, in state: ClusterState, at now: SimTime
  ) -> [Look] {
    if change.key.kind == .deployment {
      if change.verb == .deleted {
        delays.forget(change.key)
        steps[change.key] = nil
      }
      return [(change.key, now)]
    }
    if let (_, after) = change.sides(ReplicaSet.self) {
      orphans.observe(change)
      var keys = change.owners(.deployment)
      if let after, change.leavesOrphan {
        keys += Self.candidates(for: after, in: state)
      }
      return keys.map { ($0, now) }
    }
    // A Deployment that recreates waits until the last of its old pods is gone.
    guard change.verb == .deleted, let pod = change.before as? Pod else { return [] }
    return Self.recreating(ownerOf: pod, in: state).map { [($0, now)] } ?? []
  }

  private static func recreating(ownerOf pod: Pod, in state: ClusterState) -> ObjectKey? {
    guard let owner = pod.metadata.controller,
      let set = state.get(ReplicaSet.self, owner.name, in: pod.metadata.namespace),
      let key = set.owner(.deployment), let deployment = state[key] as? Deployment,
      !deployment.isRolling
    else { return nil }
    return key
  }

  private static func candidates(for set: ReplicaSet, in state: ClusterState) -> [ObjectKey] {
    state.all(Deployment.self, in: set.metadata.namespace)
      .filter { $0.spec.selector.matches(set.metadata.labels) }
      .map(\.key)
  }

  mutating func reconcile(_ object: ObjectKey?, _ draft: inout Draft) {
    guard let object, let deployment = draft.state[object] as? Deployment else { return }
    let sets = Claims.claim(
      for: deployment, selector: deployment.spec.selector, orphans: orphans, ReplicaSet.self,
      where: { _ in true }, &draft)
    var rollout = Rollout(of: deployment, sets: sets)
    let nextStep = steps[object].map { $0 + Self.pace } ?? draft.now
    rollout.mayStep = nextStep <= draft.now
    rollout.advance(&draft)
    if rollout.hasStepped { steps[object] = draft.now }
    if !rollout.mayStep { draft.look(object, at: nextStep) }
    if rollout.hasFailed {
      draft.look(object, at: draft.now + delays.next(for: object))
    } else {
      delays.forget(object)
    }
  }
}
