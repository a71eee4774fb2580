import Engine
import Kubectl
import Objects
import Simulation
import Store
import Testing

/// Looks at every write of a world, one after the other, and complains of what must not be.
struct Witness {
  private var seen = 0
  /// What is bound where, by node.
  private var pods: [String: [ObjectKey: Pod]] = [:]
  private var places: [ObjectKey: String] = [:]
  private var nodes: [String: ResourceList] = [:]
  private var bindings: [String: String] = [:]
  private var all: [ObjectKey: Pod] = [:]
  private var budgets: [ObjectKey: PodDisruptionBudget] = [:]
  private(set) var complaints: [String] = []

  mutating func watch(_ world: World) {
    for change in world.history.changes(after: seen) {
      if let node = change.sides(Node.self) {
        nodes[change.key.name] = node.after?.status.allocatable
      }
      if let sides = change.sides(PodDisruptionBudget.self) { budgets[change.key] = sides.after }
      if let sides = change.sides(Pod.self) {
        if let before = sides.before, let after = sides.after { judge(before, after) }
        all[change.key] = sides.after
        note(sides.before, sides.after, change)
      }
    }
    seen = world.history.revision
  }

  private mutating func note(_ before: Pod?, _ after: Pod?, _ change: Change) {
    if let place = places.removeValue(forKey: change.key) { pods[place]?[change.key] = nil }
    guard let after, !after.spec.nodeName.isEmpty else { return }
    let uid = after.metadata.uid
    let node = after.spec.nodeName
    if let known = bindings[uid], known != node {
      complaints.append("\(change.key) was bound to \(known), then to \(node)")
    }
    bindings[uid] = node
    guard after.status.phase != .succeeded, after.status.phase != .failed else { return }
    pods[node, default: [:]][change.key] = after
    places[change.key] = node
    if change.actor == .scheduler, before?.spec.nodeName.isEmpty ?? true { weigh(node, change) }
  }

  /// What is evicted can be spared. The budgets of chance sessions want a number of pods.
  private mutating func judge(_ before: Pod, _ after: Pod) {
    guard !before.metadata.isDeleting, after.metadata.isDeleting,
      after.status.conditions["DisruptionTarget"]?.reason == "EvictionByEvictionAPI"
    else { return }
    for budget in budgets.values where budget.metadata.namespace == before.metadata.namespace {
      guard let selector = budget.spec.selector, selector.matches(before.metadata.labels),
        case .int(let wanted)? = budget.spec.minAvailable
      else { continue }
      let healthy = all.values.count { pod in
        pod.metadata.namespace == before.metadata.namespace && !pod.metadata.isDeleting
          && pod.status.conditions.isTrue("Ready") && selector.matches(pod.metadata.labels)
      }
      let spared = before.status.conditions.isTrue("Ready") ? 1 : 0
      if before.status.phase == .running, healthy - spared < wanted {
        complaints.append("\(before.key) was evicted though only \(healthy) of \(wanted) are well")
      }
    }
  }

  /// What the scheduler puts on a node has room there.
  private mutating func weigh(_ node: String, _ change: Change) {
    guard let room = nodes[node] else {
      complaints.append("\(change.key) was bound to \(node), which is not there")
      return
    }
    let here = (pods[node] ?? [:]).values
    var requested = ResourceList()
    for pod in here { requested += pod.totalRequests }
    for (name, amount) in requested where amount > room[name] ?? .zero {
      complaints.append("\(node) is asked for \(amount.text) \(name) since \(change.key) is there")
    }
    if here.count > room["pods"]?.whole ?? 0 { complaints.append("\(node) has too many pods") }
  }
}

extension World {
  /// Services whose ready addresses are not those of their ready pods.
  var wrongServices: [String] {
    state.all(Service.self).filter { !$0.spec.selector.isEmpty }.compactMap { service in
      let namespace = service.metadata.namespace
      let slices = state.all(EndpointSlice.self, in: namespace).filter {
        $0.metadata.labels["kubernetes.io/service-name"] == service.metadata.name
      }
      let ready = slices.flatMap(\.endpoints).filter { $0.conditions.ready ?? true }
      let pods = state.all(Pod.self, in: namespace).filter { pod in
        service.spec.selector.allSatisfy { pod.metadata.labels[$0.key] == $0.value }
          && pod.status.conditions.isTrue("Ready") && !pod.metadata.isDeleting
          && pod.status.phase != .succeeded && pod.status.phase != .failed
      }
      let addresses = Set(ready.flatMap(\.addresses))
      let wanted = Set(pods.compactMap(\.status.podIP))
      return addresses == wanted
        ? nil : "\(service.key): \(addresses.sorted()) instead of \(wanted.sorted())"
    }
  }

  /// What keeps pods and has not got them.
  var unfulfilled: [String] {
    var found: [String] = []
    for set in state.all(Deployment.self) where set.status.readyReplicas != set.spec.replicas ?? 1 {
      found.append("\(set.key): \(set.status.readyReplicas) of \(set.spec.replicas ?? 1)")
    }
    for set in state.all(ReplicaSet.self) where set.status.replicas != set.spec.replicas ?? 1 {
      found.append("\(set.key): \(set.status.replicas) of \(set.spec.replicas ?? 1)")
    }
    for set in state.all(StatefulSet.self) where set.status.readyReplicas != set.spec.replicas ?? 1
    {
      found.append("\(set.key): \(set.status.readyReplicas) of \(set.spec.replicas ?? 1)")
    }
    for set in state.all(DaemonSet.self)
    where set.status.numberReady != set.status.desiredNumberScheduled {
      found.append("\(set.key): \(set.status.numberReady) of \(set.status.desiredNumberScheduled)")
    }
    for job in state.all(Job.self) where job.metadata.controller == nil {
      let hasEnded =
        job.status.conditions.isTrue("Complete") || job.status.conditions.isTrue("Failed")
      if !hasEnded { found.append("\(job.key) does not end") }
    }
    let stuck = state.all(Pod.self).filter {
      $0.metadata.deletionTimestamp.map { now - $0 > .minutes(1) } ?? false
    }
    return found + stuck.map { "\($0.key) does not end" }
  }
}
