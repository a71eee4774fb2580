import Engine
import HashTreeCollections
import Objects
import Store

extension PodSync {
  /// Takes a new pod on, or refuses it: it may have been bound past the scheduler, or the machine
  /// may have shrunk.
  mutating func admitted(_ pod: Pod, on machine: inout Machine) -> PodWorker {
    var worker = PodWorker(pod, at: now)
    guard let node = state.node(machine.name), let refusal = refusal(of: pod, by: node, machine)
    else { return worker }
    worker.rejection = (refusal.reason, "Pod was rejected: \(refusal.message)")
    reactions.append(
      .submit(.record(EventNote(.warning, refusal.reason, refusal.message, about: pod))))
    return worker
  }

  private func refusal(
    of pod: Pod, by node: Node, _ machine: Machine
  ) -> (reason: String, message: String)? {
    if let refusal = Self.pressure(on: machine, against: pod) { return refusal }
    let allowed = node.status.allocatable["pods"]?.whole ?? 110
    let ports = hostPorts(of: pod)
    if ports.isEmpty, fits(pod, node, beside: Array(machine.workers.values), podLimit: allowed) {
      return nil
    }
    let others = others(on: machine)
    if others.count + 1 > allowed {
      return (
        "OutOfpods",
        "Node didn't have enough resource: pods, requested: 1, used: \(others.count), "
          + "capacity: \(allowed)"
      )
    }
    let room = node.status.allocatable
    if let lack = lack(for: pod, in: room, beside: workers(of: others, on: machine)) {
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
    _ pod: Pod, _ node: Node, beside everybody: [PodWorker], podLimit: Int
  ) -> Bool {
    everybody.count < podLimit && Self.isSelected(node, by: pod)
      && lack(for: pod, in: node.status.allocatable, beside: everybody) == nil
  }

  private static func isSelected(_ node: Node, by pod: Pod) -> Bool {
    pod.spec.nodeSelector.allSatisfy { node.metadata.labels[$0.key] == $0.value }
  }

  func workers(of pods: [Pod], on machine: Machine) -> [PodWorker] {
    pods.compactMap { machine.workers[$0.key] }
  }

  /// The other pods that the machine holds room for.
  func others(on machine: Machine) -> [Pod] {
    state.pods(on: machine.name).filter {
      $0.key != key && !$0.hasEnded && machine.workers[$0.key] != nil
    }
  }

  /// What there is too little of beside what the other pods have been granted.
  func lack(
    for pod: Pod, in room: ResourceList, beside others: [PodWorker]
  ) -> (name: String, message: String)? {
    for name in ["cpu", "memory", "ephemeral-storage"] {
      let wanted = Self.amount(name, pod.spec.initContainers, pod.spec.containers)
      let total = room[name].map { name == "cpu" ? $0.milli : $0.whole }
      guard wanted > 0, let total else { continue }
      let used = others.reduce(0) { $0 + $1.granted(name) }
      guard wanted + used > total else { continue }
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

  /// What a pod asks for at most at any time: its containers together, or an init container beside
  /// the sidecars that run by then. Millicores of cpu, else whole units.
  static func amount(
    _ name: String, _ initContainers: [Container], _ containers: [Container]
  ) -> Int {
    var sidecars = 0
    var most = 0
    for container in initContainers {
      let asked = asked(name, container.resources)
      if container.restartPolicy == .always {
        sidecars += asked
        most = max(most, sidecars)
      } else {
        most = max(most, sidecars + asked)
      }
    }
    return max(most, sidecars + containers.reduce(0) { $0 + asked(name, $1.resources) })
  }

  fileprivate static func asked(_ name: String, _ resources: ResourceRequirements) -> Int {
    resources.requests[name].map { name == "cpu" ? $0.milli : $0.whole } ?? 0
  }

  private func hostPorts(of pod: Pod) -> Set<Int> {
    Set(pod.spec.containers.flatMap { $0.ports.compactMap(\.hostPort) })
  }
}

extension PodWorker {
  /// What the pod has been granted of a resource. Millicores of cpu, else whole units.
  fileprivate func granted(_ name: String) -> Int {
    var sum = 0
    // By place: every container of the machine is asked for each new pod, and none need be copied.
    for place in containers.indices {
      if containers[place].isInit { return grantedWithInit(name) }
      sum += PodSync.asked(name, containers[place].spec.resources)
    }
    return sum
  }

  private func grantedWithInit(_ name: String) -> Int {
    PodSync.amount(
      name, containers.filter(\.isInit).map(\.spec), containers.filter { !$0.isInit }.map(\.spec))
  }
}
