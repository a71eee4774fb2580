import Engine
import Objects
import Scheduling
import Store

/// A cluster as it would be: nodes come and go, pods are put where the scheduler would put them.
struct Supposition {
  private var state: ClusterState
  private var scheduler: Scheduler
  private let now: SimTime

  init(_ state: ClusterState, _ scheduler: Scheduler, at now: SimTime) {
    self.state = state
    self.scheduler = scheduler
    self.now = now
  }

  /// Puts a node in, as it will be when it is ready, with the pods that every node gets.
  mutating func add(_ node: Node) {
    var node = node
    node.spec.taints.removeAll { $0.key == "node.kubernetes.io/not-ready" }
    let isThere = state[node.key] != nil
    follow(state[node.key], node)
    if isThere { return }
    for set in state.all(DaemonSet.self) {
      let wanted = set.spec.template.spec.nodeSelector
      guard wanted.allSatisfy({ node.metadata.labels[$0.key] == $0.value }) else { continue }
      var pod = Pod()
      pod.metadata = ObjectMeta(
        name: "\(set.metadata.name)-\(node.metadata.name)", namespace: set.metadata.namespace)
      pod.spec = set.spec.template.spec
      pod.spec.nodeName = node.metadata.name
      follow(nil, pod)
    }
  }

  mutating func remove(node name: String) {
    for pod in state.pods(on: name) { follow(pod, nil) }
    if let node = state.node(name) { follow(node, nil) }
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
      follow(state.pod(pod.key), bound)
    }
    return decision
  }

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
