import Engine
import Objects

extension FieldManagers.Component {
  /// The program behind an actor that writes an object of this kind; nil for whoever types.
  init?(_ actor: Actor, writing kind: Kind) {
    switch actor {
    case .user: return nil
    case .scheduler: self = .scheduler
    case .kubelet: self = .kubelet
    case .controller("cluster-autoscaler"): self = .nodeScaler
    case .controller(let name) where name.hasPrefix("rancher.io"): self = .provisioner
    case .controller: self = .controllerManager
    case .system: self = Self.makers[kind] ?? .installer
    }
  }

  /// Who makes on a real cluster what is simply there on ours.
  private static let makers: [Kind: FieldManagers.Component] = [
    .node: .kubelet, .namespace: .server, .service: .server, .priorityClass: .server,
    .endpoints: .server, .endpointSlice: .server, .serviceAccount: .controllerManager,
    .event: .controllerManager,
  ]
}

extension FieldManagers {
  /// How many writers other than those who apply are told apart; the oldest become one.
  private static let updatersKept = 10
  private static let ancient = "ancient-changes"

  /// What the scheduler reports about a pod that it cannot place.
  private static let schedulingReport: FieldSet = {
    var set = FieldSet()
    let list = ["f:status", "f:conditions"]
    let condition = list + ["k:{\"type\":\"PodScheduled\"}"]
    set.insert(list)
    set.insert(condition)
    for name in [
      "lastProbeTime", "lastTransitionTime", "message", "observedGeneration", "reason", "status",
      "type",
    ] {
      set.insert(condition + [FieldElement.field(name)])
    }
    return set
  }()

  /// Takes note of a component's write if no comparison is needed for that: it manages whatever
  /// nobody else does. False when others have fields in the same part.
  mutating func trace(
    _ component: Component, _ kind: Kind, _ part: ClusterState.WrittenPart, at now: SimTime
  ) -> Bool {
    if component == .scheduler, kind == .pod, part == .status {
      noteSchedulingReport(at: now)
      return true
    }
    for entry in entries where (entry.subresource == "status") == (part == .status) {
      let isOwn = entry.manager == component.rawValue
      if !isOwn, entry.manager != Component.scheduler.rawValue { return false }
    }
    switch part {
    case .whole:
      guard whole == nil || whole?.component == component else { return false }
      whole = Trace(component, at: now)
    case .status:
      guard status == nil || status?.component == component else { return false }
      status = Trace(component, at: now)
    }
    return true
  }

  private mutating func noteSchedulingReport(at now: SimTime) {
    let name = Component.scheduler.rawValue
    if let place = entries.firstIndex(where: { $0.manager == name }) {
      entries[place].time = now.wholeSecond
    } else {
      entries.append(
        Entry(
          name, .update, subresource: "status", apiVersion: Kind.pod.apiVersion,
          at: now.wholeSecond, fields: Self.schedulingReport))
    }
  }

  /// Gives a writer what it has changed, and takes that from everybody else.
  mutating func take(_ comparison: FieldComparison, by writer: Entry) {
    let written = comparison.written
    let gone = comparison.removed.union(written)
    var isKnown = false
    for place in entries.indices {
      if entries[place].isSameWriter(as: writer) {
        isKnown = true
        entries[place].fields = entries[place].fields.subtracting(comparison.removed)
          .union(written)
        if !written.isEmpty { entries[place].time = writer.time }
      } else {
        entries[place].fields = entries[place].fields.subtracting(gone)
      }
    }
    if !isKnown {
      var entry = writer
      entry.fields = written
      entries.append(entry)
    }
    entries.removeAll { $0.fields.isEmpty }
    joinAncient()
  }

  /// The API server remembers only so many: what the oldest wrote becomes one entry.
  private mutating func joinAncient() {
    let updaters = entries.filter { $0.operation == .update }.inServerOrder
    guard updaters.count > Self.updatersKept else { return }
    let old = updaters.prefix(updaters.count - Self.updatersKept + 1)
    var joined = old[old.startIndex]
    joined.manager = Self.ancient
    joined.subresource = ""
    joined.time = old.last?.time
    joined.fields = old.reduce(FieldSet()) { $0.union($1.fields) }
    entries.removeAll { entry in old.contains { $0.isSameWriter(as: entry) } }
    entries.append(joined)
  }
}
