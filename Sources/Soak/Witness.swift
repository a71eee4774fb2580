import Engine
import Objects
import Simulation
import Store

/// Looks at every write of a world, one after the other, and complains of what must not be.
public struct Witness: Sendable {
  private var seen = 0
  /// What is bound where, by node.
  private var pods: [String: [ObjectKey: Pod]] = [:]
  private var places: [ObjectKey: String] = [:]
  private var nodes: [String: ResourceList] = [:]
  private var bindings: [String: String] = [:]
  private var all: [ObjectKey: Pod] = [:]
  private var budgets: [ObjectKey: PodDisruptionBudget] = [:]
  public private(set) var complaints: [String] = []

  public init() {}

  /// Looks at what has been written since it last looked.
  public mutating func watch(_ world: World) {
    world.history.forEach(after: seen) { change in
      if let node = change.sides(Node.self) {
        nodes[change.key.name] = node.after?.status.allocatable
      }
      if let sides = change.sides(PodDisruptionBudget.self) { budgets[change.key] = sides.after }
      if let sides = change.sides(Pod.self) {
        if let before = sides.before, let after = sides.after { judge(before, after) }
        all[change.key] = sides.after
        note(sides.before, sides.after, change)
      }
      return true
    }
    seen = world.history.revision
  }

  private mutating func note(_ before: Pod?, _ after: Pod?, _ change: Change) {
    if let place = places.removeValue(forKey: change.key) { pods[place]?[change.key] = nil }
    if after == nil, let uid = before?.metadata.uid { bindings[uid] = nil }
    guard let after, !after.spec.nodeName.isEmpty else { return }
    let uid = after.metadata.uid
    let node = after.spec.nodeName
    if let known = bindings[uid], known != node {
      complaints.append("\(change.key) was bound to \(known), then to \(node)")
    }
    bindings[uid] = node
    guard !after.hasEnded else { return }
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

  /// The complaints that have not been taken yet.
  public mutating func takeComplaints() -> [String] {
    defer { complaints = [] }
    return complaints
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
