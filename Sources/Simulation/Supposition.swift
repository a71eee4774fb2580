import Engine
import Objects
import Scheduling
import Store

/// A cluster as it would be: objects come, change and go, and pods are put where the scheduler
/// would put them. No time passes, and nobody but the scheduler is asked.
public struct Supposition: Sendable {
  private var state: ClusterState
  private var scheduler: Scheduler
  private let now: SimTime

  /// The world as it is, to begin with.
  public init(_ world: World) {
    self.init(world.state, world.scheduler, at: world.now)
  }

  init(_ state: ClusterState, _ scheduler: Scheduler, at now: SimTime) {
    self.state = state
    self.scheduler = scheduler
    self.now = now
  }

  /// Puts a node in, as it will be when it is ready, with the pods that every node gets.
  public mutating func add(_ node: Node) {
    var node = node
    node.spec.taints.removeAll { $0.key == "node.kubernetes.io/not-ready" }
    let isThere = state[node.key] != nil
    put(node)
    if isThere { return }
    for set in state.all(DaemonSet.self) {
      let wanted = set.spec.template.spec.nodeSelector
      guard wanted.allSatisfy({ node.metadata.labels[$0.key] == $0.value }) else { continue }
      var pod = Pod()
      pod.metadata = ObjectMeta(
        name: "\(set.metadata.name)-\(node.metadata.name)", namespace: set.metadata.namespace)
      pod.spec = set.spec.template.spec
      pod.spec.nodeName = node.metadata.name
      put(pod)
    }
  }

  mutating func remove(node name: String) {
    for pod in state.pods(on: name) { remove(pod.key) }
    remove(.node(name))
  }

  /// Finds a node for a pod and puts it there.
  mutating func place(_ pod: Pod) -> Decision {
    var free = pod
    free.spec.nodeName = ""
    free.status.nominatedNodeName = nil
    let decision = scheduler.explain(free, in: state)
    if let node = decision.node {
      var bound = free
      bound.spec.nodeName = node
      put(bound)
    }
    return decision
  }

  /// Where the scheduler would put a pod, and why.
  public func decision(about pod: Pod) -> Decision { scheduler.explain(pod, in: state) }

  /// Puts an object in place of what is there under its name.
  public mutating func put(_ object: any APIObject) { follow(state[object.key], object) }

  public mutating func remove(_ key: ObjectKey) { follow(state[key], nil) }

  private mutating func follow(_ before: (any APIObject)?, _ after: (any APIObject)?) {
    guard let key = (after ?? before)?.key else { return }
    let change = Change(
      revision: state.revision + 1, time: now, actor: .system, cause: nil,
      verb: before == nil ? .created : after == nil ? .deleted : .updated, key: key,
      before: before, after: after)
    state.follow(change)
    _ = scheduler.observe(change, in: state, at: now)
  }
}
