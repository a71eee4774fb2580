import Engine
import HashTreeCollections
import Objects
import Store

extension PodSync {
  /// Takes a new pod on, or refuses it: it may have been bound past the scheduler, or the machine
  /// may have shrunk.
  mutating func admitted(_ pod: Pod, on machine: inout Machine) -> PodWorker {
    var worker = PodWorker(pod, at: now)
    guard let node = state.node(machine.name),
      let refusal = refusal(of: pod, asking: worker.granted, by: node, machine)
    else { return worker }
    worker.rejection = (refusal.reason, "Pod was rejected: \(refusal.message)")
    reactions.append(
      .submit(.record(EventNote(.warning, refusal.reason, refusal.message, about: pod))))
    return worker
  }

  private func refusal(
    of pod: Pod, asking claim: PodClaim, by node: Node, _ machine: Machine
  ) -> (reason: String, message: String)? {
    if let refusal = Self.pressure(on: machine, against: pod) { return refusal }
    if let message = Self.forbiddenSysctl(of: pod) { return ("SysctlForbidden", message) }
    let allowed = node.status.allocatable["pods"]?.whole ?? 110
    let ports = hostPorts(of: pod)
    if ports.isEmpty, fits(pod, claim, node, on: machine, podLimit: allowed) { return nil }
    let others = others(on: machine)
    if others.count + 1 > allowed {
      return (
        "OutOfpods",
        "Node didn't have enough resource: pods, requested: 1, used: \(others.count), "
          + "capacity: \(allowed)"
      )
    }
    let room = node.status.allocatable
    if let lack = lack(for: claim, in: room, beside: granted(to: others, on: machine)) {
      return ("OutOf\(lack.name)", lack.message)
    }
    if !Self.isSelected(node, by: pod) {
      return (
        "NodeAffinity",
        "Predicate NodeAffinity failed: node(s) didn't match Pod's node affinity/selector"
      )
    }
    if !ports.isEmpty, others.contains(where: { !ports.isDisjoint(with: hostPorts(of: $0)) }) {
      return (
        "NodePorts",
        "Predicate NodePorts failed: node(s) didn't have free ports for the requested pod ports"
      )
    }
    return nil
  }

  /// Whether there would be room even if none of the pods here had ended: most often there is, and
  /// nobody need be asked how it fares.
  private func fits(
    _ pod: Pod, _ claim: PodClaim, _ node: Node, on machine: Machine, podLimit: Int
  ) -> Bool {
    var count = 0
    var granted = PodClaim()
    for place in machine.workers.everyPlace {
      guard let claim = place.wrappedValue?.granted else { continue }
      count += 1
      granted += claim
    }
    return count < podLimit && Self.isSelected(node, by: pod)
      && lack(for: claim, in: node.status.allocatable, beside: granted) == nil
  }

  private static func isSelected(_ node: Node, by pod: Pod) -> Bool {
    pod.spec.nodeSelector.allSatisfy { node.metadata.labels[$0.key] == $0.value }
  }

  func granted(to pods: [Pod], on machine: Machine) -> PodClaim {
    pods.reduce(into: PodClaim()) { $0 += machine.workers[$1.key]?.granted ?? PodClaim() }
  }

  /// The other pods that the machine holds room for.
  func others(on machine: Machine) -> [Pod] {
    state.pods(on: machine.name).filter {
      $0.key != key && !$0.hasEnded && machine.workers[$0.key] != nil
    }
  }

  /// What there is too little of beside what the other pods have been granted.
  func lack(
    for claim: PodClaim, in room: ResourceList, beside granted: PodClaim
  ) -> (name: String, message: String)? {
    for supply in PodClaim.Supply.allCases {
      let (name, wanted, used) = (supply.rawValue, claim[supply], granted[supply])
      guard wanted > 0, let total = room[name].map(supply.amount), used > total - wanted else {
        continue
      }
      return (
        name,
        "Node didn't have enough resource: \(name), requested: \(wanted), used: \(used), "
          + "capacity: \(total)"
      )
    }
    return nil
  }

  /// A machine that runs short of something takes no more pods, but those of the system; short of
  /// memory it still takes those that have asked for theirs.
  private static func pressure(
    on machine: Machine, against pod: Pod
  ) -> (reason: String, message: String)? {
    if EvictionManager.isCritical(pod) { return nil }
    let isMemoryShort = machine.pressure.isOn(.memory)
    let isDiskShort = machine.pressure.isOn(.disk)
    guard isMemoryShort || isDiskShort else { return nil }
    if !isDiskShort {
      let taint = Taint("node.kubernetes.io/memory-pressure", .noSchedule)
      let isBestEffort = pod.status.qosClass == .bestEffort
      if !isBestEffort || pod.spec.tolerations.tolerate(taint) { return nil }
    }
    let conditions = NodeSupply.allCases.filter { machine.pressure.isOn($0) }.map(\.condition)
    return ("Evicted", "The node had condition: [\(conditions.joined(separator: " "))]. ")
  }

  /// Settings of the kernel that cannot harm other pods.
  private static let safeSysctls: Set<String> = [
    "kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.tcp_syncookies",
    "net.ipv4.ping_group_range", "net.ipv4.ip_unprivileged_port_start",
    "net.ipv4.ip_local_reserved_ports", "net.ipv4.tcp_keepalive_time", "net.ipv4.tcp_fin_timeout",
    "net.ipv4.tcp_keepalive_intvl", "net.ipv4.tcp_keepalive_probes", "net.ipv4.tcp_rmem",
    "net.ipv4.tcp_wmem",
  ]

  private static func forbiddenSysctl(of pod: Pod) -> String? {
    for sysctl in pod.spec.securityContext?["sysctls"]?.array ?? [] {
      // Either sign may part the words of its name.
      guard let given = sysctl["name"]?.string else { continue }
      let name = given.replacing("/", with: ".")
      guard safeSysctls.contains(name) else {
        return "forbidden sysctl: \"\(name)\" not allowlisted"
      }
      if name.hasPrefix("net."), pod.spec.hostNetwork == true {
        return "forbidden sysctl: \"\(name)\" not allowed with host net enabled"
      }
      if name.hasPrefix("kernel."), pod.spec.unlisted["hostIPC"]?.bool == true {
        return "forbidden sysctl: \"\(name)\" not allowed with host ipc enabled"
      }
    }
    return nil
  }

  private func hostPorts(of pod: Pod) -> Set<Int> {
    Set(pod.spec.containers.flatMap { $0.ports.compactMap(\.hostPort) })
  }
}
