import Engine
import Kubectl
import Objects
import Store

/// How objects fared over a time, read from the changes that were made: a lane for each.
struct LaneBook {
  struct Record {
    var lane: Lanes.Lane
    /// The workload that a pod belongs to; its own name where there is none.
    var group: String
    /// How it is now, since when, and how that is worded; nil when there is nothing to draw.
    var state: LaneState?
    var word = ""
    var since: SimTime
    var restarts = 0
    /// Whether more than one thing happened to it.
    var isEventful: Bool { lane.stretches.count + lane.signs.count > 1 }
  }

  let from: SimTime
  private(set) var records: [ObjectKey: Record] = [:]
  /// Whose ReplicaSets are whose, by namespace and name.
  private var owners: [String: String] = [:]
  /// The workloads that pods belong to, by the UID of what looks after them.
  private var groups: [String: String] = [:]
  private let wants: (any APIObject, _ group: String) -> Bool
  private let state: ClusterState

  /// Reads changes from `from` on. `wants` says what has a lane, by the object and the workload
  /// that it belongs to.
  init(
    from: SimTime, in state: ClusterState,
    wants: @escaping (any APIObject, _ group: String) -> Bool
  ) {
    self.from = from
    self.state = state
    self.wants = wants
  }

  // MARK: - Reading

  mutating func follow(_ change: Change) {
    switch change.key.kind {
    case .replicaSet:
      guard let owner = change.object?.metadata.controller else { return }
      owners[change.key.namespacedName] = "\(owner.kind.lowercased())/\(owner.name)"
    case .pod, .node, .deployment, .statefulSet, .daemonSet: read(change)
    default: return
    }
  }

  private mutating func read(_ change: Change) {
    if records[change.key] == nil {
      guard let object = change.object else { return }
      let group = group(of: object)
      guard wants(object, group) else { return }
      begin(object, in: group)
      if change.verb != .created, let before = change.before {
        let start = max(from, before.metadata.creationTimestamp ?? from)
        take(before, at: start)
      }
    }
    if let after = change.after {
      take(after, at: change.time, from: change.before)
    } else {
      close(change.key, at: change.time)
      sign(change.key, "┤", .faint, "gone", at: change.time)
    }
  }

  /// Ends all lanes; what never changed has been as it is all the time.
  mutating func finish(at now: SimTime) {
    for kind in [Kind.pod, .node, .deployment, .statefulSet, .daemonSet] {
      for key in state.keys(kind) where records[key] == nil {
        guard let object = state[key] else { continue }
        let group = group(of: object)
        guard wants(object, group) else { continue }
        begin(object, in: group)
        take(object, at: max(from, object.metadata.creationTimestamp ?? from))
      }
    }
    for key in Array(records.keys) { close(key, at: now) }
  }

  private mutating func begin(_ object: any APIObject, in group: String) {
    let name = object is Pod ? object.metadata.name : "\(object.key)"
    records[object.key] = Record(lane: .init(label: Phrase(name)), group: group, since: from)
    if let pod = object as? Pod { records[object.key]?.restarts = Self.restarts(of: pod) }
  }

  /// `deployment/web` of a pod of web's, and of web itself.
  private mutating func group(of object: any APIObject) -> String {
    guard object is Pod, let controller = object.metadata.controller, controller.kind != "Node"
    else { return "\(object.key)" }
    if let known = groups[controller.uid] { return known }
    let group = group(under: controller, of: object)
    groups[controller.uid] = group
    return group
  }

  private func group(under controller: OwnerReference, of object: any APIObject) -> String {
    guard controller.kind == "ReplicaSet" else {
      return "\(controller.kind.lowercased())/\(controller.name)"
    }
    let name = "\(object.metadata.namespace)/\(controller.name)"
    if let owner = owners[name] { return owner }
    let set = state.get(ReplicaSet.self, controller.name, in: object.metadata.namespace)
    return set?.metadata.controller.map { "\($0.kind.lowercased())/\($0.name)" }
      ?? "replicaset/\(controller.name)"
  }

  // MARK: - Lanes

  private mutating func take(
    _ object: any APIObject, at time: SimTime, from before: (any APIObject)? = nil
  ) {
    switch object {
    case let pod as Pod: take(pod, at: time)
    case let node as Node: take(node, at: time)
    case let deployment as Deployment:
      let old = before as? Deployment
      take(
        .init(
          key: deployment.key, ready: deployment.status.availableReplicas,
          updated: deployment.status.updatedReplicas, wanted: deployment.spec.replicas ?? 1,
          oldWanted: old.map { $0.spec.replicas ?? 1 },
          hasNewTemplate: old.map { $0.spec.template != deployment.spec.template } ?? false),
        at: time)
    case let set as StatefulSet:
      let old = before as? StatefulSet
      take(
        .init(
          key: set.key, ready: set.status.readyReplicas, updated: set.status.updatedReplicas,
          wanted: set.spec.replicas ?? 1, oldWanted: old.map { $0.spec.replicas ?? 1 },
          hasNewTemplate: old.map { $0.spec.template != set.spec.template } ?? false), at: time)
    case let set as DaemonSet:
      let old = before as? DaemonSet
      take(
        .init(
          key: set.key, ready: set.status.numberReady, updated: set.status.updatedNumberScheduled,
          wanted: set.status.desiredNumberScheduled, oldWanted: nil,
          hasNewTemplate: old.map { $0.spec.template != set.spec.template } ?? false), at: time)
    default: break
    }
  }

  private mutating func take(_ pod: Pod, at time: SimTime) {
    let restarts = Self.restarts(of: pod)
    if restarts > records[pod.key]?.restarts ?? 0 {
      sign(pod.key, "↻", .warning, "restarts", at: time)
      records[pod.key]?.restarts = restarts
    }
    var state = PodState(pod)
    // Programs that end well when they are told to have not done their work.
    if state == .done, pod.metadata.isDeleting { state = .ending }
    if state == .done, records[pod.key]?.state != nil {
      sign(pod.key, "✓", .good, "done", at: time)
    }
    let lane = state.lane
    let isFailed = pod.status.phase == .failed
    set(pod.key, lane, isFailed ? "has failed" : lane?.word ?? "", at: time)
  }

  private static func restarts(of pod: Pod) -> Int {
    pod.status.containerStatuses.reduce(0) { $0 + $1.restartCount }
  }

  private mutating func take(_ node: Node, at time: SimTime) {
    let isReady = node.status.conditions.isTrue("Ready")
    // What has never been ready is not lost.
    let age = time - (node.metadata.creationTimestamp ?? time)
    let isNew =
      !isReady && age < .minutes(1) && records[node.key]?.lane.stretches.isEmpty ?? true
    if isNew { return set(node.key, .starting, "joins", at: time) }
    if !isReady { return set(node.key, .failing, "NotReady", at: time) }
    let isCordoned = node.spec.unschedulable == true
    set(node.key, isCordoned ? .cordoned : .ready, isCordoned ? "cordoned" : "Ready", at: time)
  }

  /// What of a workload can be seen in a lane.
  private struct Workload {
    var key: ObjectKey
    var ready: Int
    var updated: Int
    var wanted: Int
    var oldWanted: Int?
    var hasNewTemplate: Bool
  }

  private mutating func take(_ workload: Workload, at time: SimTime) {
    if let old = workload.oldWanted, old != workload.wanted {
      let digit = Array("0123456789")
      sign(
        workload.key, digit.indices.contains(workload.wanted) ? digit[workload.wanted] : "#",
        .strong, "scaled from \(old) to \(workload.wanted)", at: time)
    }
    if workload.hasNewTemplate { sign(workload.key, "▲", .strong, "a new version", at: time) }
    let isWhole = workload.ready >= workload.wanted && workload.updated >= workload.wanted
    let isNew = !isWhole && workload.ready >= workload.wanted
    set(
      workload.key, isWhole ? .ready : .running,
      isWhole ? "complete" : isNew ? "rolls out" : "lacks pods", at: time)
  }

  // MARK: - Pieces of lanes

  private mutating func set(_ key: ObjectKey, _ state: LaneState?, _ word: String, at time: SimTime)
  {
    guard let record = records[key], record.state != state || record.word != word else { return }
    close(key, at: time)
    records[key]?.state = state
    records[key]?.word = word
    records[key]?.since = max(from, time)
  }

  private mutating func close(_ key: ObjectKey, at time: SimTime) {
    guard let record = records[key], let state = record.state else { return }
    records[key]?.state = nil
    // What was over before anybody could see it is no part of the picture.
    guard time > record.since || record.lane.stretches.isEmpty else { return }
    records[key]?.lane.stretches.append(
      .init(from: record.since, to: max(record.since, time), state: state, word: record.word))
  }

  private mutating func sign(
    _ key: ObjectKey, _ sign: Character, _ tone: Tone, _ word: String, at time: SimTime
  ) {
    records[key]?.lane.signs.append(LaneSign(time: time, sign: sign, tone: tone, word: word))
  }
}

extension PodState {
  /// How it is drawn over time; nil once it is done.
  fileprivate var lane: LaneState? {
    switch self {
    case .ready: .ready
    case .running, .unknown: .running
    case .starting: .starting
    case .waiting: .waiting
    case .failing: .failing
    case .done: nil
    case .ending: .ending
    }
  }
}
