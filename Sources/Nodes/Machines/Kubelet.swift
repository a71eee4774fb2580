import Engine
import Objects
import Store

/// The kubelet's own work: telling the API server that its machine is there and well.
struct Kubelet {
  let state: ClusterState
  let now: SimTime
  let hasServer: Bool
  /// Whether somebody wants to see every renewal of its lease.
  let isWatched: Bool

  static let leaseSeconds = 40
  static let renewal = SimSpan.seconds(10)
  /// An unchanged status is posted no more often than this.
  static let statusPeriod = SimSpan.minutes(5)
  static let version = "v1.36.2"

  /// One round: register, report, renew the lease.
  mutating func round(
    _ machine: inout Machine, using random: inout SeededRandom
  ) -> [Reaction<Machines.Key>] {
    let key = Machines.Key.kubelet(node: machine.name)
    var reactions: [Reaction<Machines.Key>] = []
    let isDisturbed = machine.isDisturbed
    (machine.isResting, machine.isDisturbed) = (false, false)
    // Without the server there is nobody to tell anything.
    guard hasServer else { return [.look(key, at: now + Self.renewal)] }
    if machine.startsAt != nil {
      reactions += start(&machine, key)
      machine.startsAt = nil
      if state.node(machine.name) == nil {
        // The runtime needs a moment before the kubelet calls the node ready.
        return reactions + [.look(key, at: now + .seconds(1))]
      }
    }
    guard let node = state.node(machine.name) else {
      // A Node that was deleted comes back only with a new start of its kubelet.
      return [.look(key, at: now + Self.renewal)]
    }
    if machine.hasMissedNews {
      machine.hasMissedNews = false
      reactions += state.pods(on: machine.name).map {
        .look(.pod(node: machine.name, pod: $0.key), at: now + .seconds(1))
      }
    }
    if machine.runtimeFailedAt == nil {
      reactions += EvictionManager(state: state, now: now).round(&machine)
    }
    let mirrors = mirrors(of: machine, node)
    let lease = state.get(Lease.self, machine.name, in: Lease.nodesNamespace)
    if reactions.isEmpty, mirrors.isEmpty, machine.hasNothingNew(since: node) {
      reactions += repeatReport(node, &machine)
      machine.isResting = !isDisturbed && mayRest(machine, node, lease)
    } else {
      reactions += report(node, &machine)
    }
    reactions += schedulability(node, &machine)
    reactions += renew(lease, of: machine, node)
    return reactions + mirrors + [.look(key, at: nextRound(of: machine))]
  }

  private func nextRound(of machine: Machine) -> SimTime {
    if machine.isResting { return nextReport(of: machine) }
    guard let since = machine.runtimeFailedAt else { return now + Self.renewal }
    // It says so when that has lasted long enough.
    let later = [NodeReport.runtimePatience, NodeReport.newsPatience].map { since + $0 }
    return later.filter { $0 > now }.reduce(now + Self.renewal, min)
  }

  // MARK: - Resting

  /// Whether no round can bring anything but another renewal, until the status is due or something
  /// happens to the machine or its Node.
  private func mayRest(_ machine: Machine, _ node: Node, _ lease: Lease?) -> Bool {
    guard let lease, !isWatched, !machine.hasNewUsage, machine.pressure.isIdle else { return false }
    return isOwned(lease, by: node)
  }

  /// The first round in which the status is due.
  private func nextReport(of machine: Machine) -> SimTime {
    let wait = (machine.lastStatusAt ?? now) + Self.statusPeriod - now
    let step = Self.renewal.milliseconds
    return now + .milliseconds(max(1, (wait.milliseconds + step - 1) / step) * step)
  }

  // MARK: - Starting

  private func start(_ machine: inout Machine, _ key: Machines.Key) -> [Reaction<Machines.Key>] {
    machine.wasUnschedulable = false
    var notes: [Reaction<Machines.Key>] = [note(machine, "Starting", "Starting kubelet.")]
    let stored = state.node(machine.name)
    if let stored, stored.status.nodeInfo.bootID != machine.bootID {
      notes.append(
        note(
          machine, "Rebooted", "Node \(machine.name) has been rebooted, boot id: \(machine.bootID)",
          .warning))
    }
    for reason in ["NodeHasSufficientMemory", "NodeHasNoDiskPressure", "NodeHasSufficientPID"] {
      notes.append(status(machine, reason))
    }
    guard stored == nil else { return notes }
    return [.submit(.create(NodeReport(machine, now).newNode))] + notes
  }

  private func status(_ machine: Machine, _ reason: String) -> Reaction<Machines.Key> {
    note(machine, reason, "Node \(machine.name) status is now: \(reason)")
  }

  /// The kubelet names its node, but does not know the object's uid.
  private func note(
    _ machine: Machine, _ reason: String, _ message: String, _ type: EventType = .normal
  ) -> Reaction<Machines.Key> {
    var subject = ObjectReference()
    subject.kind = Kind.node.rawValue
    subject.name = machine.name
    subject.uid = nil
    return .submit(.record(EventNote(type, reason, message, about: subject)))
  }

  /// Says that the Node takes pods again, or no more.
  private func schedulability(
    _ node: Node, _ machine: inout Machine
  ) -> [Reaction<Machines.Key>] {
    let isUnschedulable = node.spec.unschedulable == true
    if isUnschedulable == machine.wasUnschedulable { return [] }
    machine.wasUnschedulable = isUnschedulable
    return [status(machine, isUnschedulable ? "NodeNotSchedulable" : "NodeSchedulable")]
  }

  // MARK: - Reporting

  private func isReportDue(_ machine: Machine) -> Bool {
    machine.lastStatusAt.map { now - $0 >= Self.statusPeriod } ?? true
  }

  /// Says that all is as it was, when that is due.
  private func repeatReport(
    _ node: Node, _ machine: inout Machine
  ) -> [Reaction<Machines.Key>] {
    guard isReportDue(machine) else { return [] }
    machine.lastStatusAt = now
    var same = node
    same.metadata.resourceVersion = 0
    NodeReport.renewHeartbeats(in: &same.status, at: now)
    return [.submit(.updateStatus(same))]
  }

  private func report(_ node: Node, _ machine: inout Machine) -> [Reaction<Machines.Key>] {
    let isDue = isReportDue(machine)
    let wanted = NodeReport(machine, now).status(after: node)
    guard isDue || !wanted.saysTheSame(as: node.status) else {
      if machine.runtimeFailedAt == nil { machine.shown = ShownMachine(machine, in: node) }
      return []
    }
    machine.lastStatusAt = now
    var changed = node
    changed.metadata.resourceVersion = 0
    changed.status = wanted
    var reactions: [Reaction<Machines.Key>] = [.submit(.updateStatus(changed))]
    let (was, isNow) = (node.status.conditions.isTrue("Ready"), wanted.conditions.isTrue("Ready"))
    if was != isNow { reactions.append(status(machine, isNow ? "NodeReady" : "NodeNotReady")) }
    for supply in NodeSupply.allCases {
      let isShort = wanted.conditions.isTrue(supply.condition)
      guard isShort != node.status.conditions.isTrue(supply.condition) else { continue }
      reactions.append(status(machine, Self.word(supply, isShort: isShort)))
    }
    return reactions
  }

  private static func word(_ supply: NodeSupply, isShort: Bool) -> String {
    switch supply {
    case .memory: isShort ? "NodeHasInsufficientMemory" : "NodeHasSufficientMemory"
    case .disk: isShort ? "NodeHasDiskPressure" : "NodeHasNoDiskPressure"
    }
  }

  /// Shows the server the pods of the machine's own that it does not show.
  private func mirrors(of machine: Machine, _ node: Node) -> [Reaction<Machines.Key>] {
    machine.staticPods.filter { state.pod($0.key) == nil }.map { mirror in
      var pod = mirror
      var owner = owner(node)
      owner.controller = true
      pod.metadata.ownerReferences = [owner]
      pod.metadata.annotations["kubernetes.io/config.seen"] = now.rfc3339Micro
      return .submit(.create(pod))
    }
  }

  private func owner(_ node: Node) -> OwnerReference {
    var owner = OwnerReference()
    owner.apiVersion = "v1"
    owner.kind = Kind.node.rawValue
    owner.name = node.metadata.name
    owner.uid = node.metadata.uid
    return owner
  }

  private func isOwned(_ lease: Lease, by node: Node) -> Bool {
    let owners = lease.metadata.ownerReferences
    return owners.count == 1 && owners[0] == owner(node)
  }

  private func renew(
    _ stored: Lease?, of machine: Machine, _ node: Node
  ) -> [Reaction<Machines.Key>] {
    if machine.isResting, let stored, stored.pace == Self.renewal,
      stored.read(at: now).spec.renewTime == MicroTime(now)
    {
      // It has rested until now, and goes on.
      return []
    }
    var lease = stored ?? Lease()
    if stored == nil {
      lease.metadata.name = machine.name
      lease.metadata.namespace = Lease.nodesNamespace
    }
    if !isOwned(lease, by: node) { lease.metadata.ownerReferences = [owner(node)] }
    lease.spec.holderIdentity = machine.name
    lease.spec.leaseDurationSeconds = Self.leaseSeconds
    lease.spec.renewTime = MicroTime(now)
    lease.pace = machine.isResting ? Self.renewal : nil
    return [.submit(stored == nil ? .create(lease) : .update(lease))]
  }
}
