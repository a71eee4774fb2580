import Engine
import HashTreeCollections
import Objects
import Store

/// Things that happen to hardware. Each says what is to be looked at then.
extension Machines {
  /// Why something cannot be done to a machine.
  public enum Problem: Error, Hashable, Sendable {
    case noSuchMachine(String)
    case alreadyThere(String)
    case alreadyFailed(String)
    case notFailed(String)
    case noSuchContainer(pod: String, container: String)
    case nobodyRuns(String)
    case noSuchZone(String)

    public var message: String {
      switch self {
      case .noSuchMachine(let name): "there is no machine called \"\(name)\""
      case .alreadyThere(let name): "a machine called \"\(name)\" is there already"
      case .alreadyFailed(let name): "\(name) has failed already"
      case .notFailed(let name): "\(name) has not failed"
      case .noSuchContainer(let pod, let container):
        "no container \"\(container)\" runs in pod \"\(pod)\""
      case .noSuchZone(let zone): "no machine is in a zone called \"\(zone)\""
      case .nobodyRuns(let program): "nothing in this cluster runs \(program)"
      }
    }
  }

  /// The names of all machines, in the order in which they joined.
  public var names: [String] {
    machines.values.sorted { $0.number < $1.number }.map(\.name)
  }

  /// The names of a zone's machines, in the order in which they joined.
  public func names(inZone zone: String) -> [String] {
    names.filter {
      machines[$0]?.hardware.metadata.labels["topology.kubernetes.io/zone"] == zone
    }
  }

  /// Switches a new machine on; its kubelet will register it.
  public mutating func plugIn(
    _ hardware: Node, staticPods: [Pod] = [], at now: SimTime, using random: inout SeededRandom
  ) throws(Problem) -> Looks {
    let name = hardware.metadata.name
    guard machines[name] == nil else { throw .alreadyThere(name) }
    machines[name] = Machine(
      hardware, staticPods: staticPods, number: joined, at: now, using: &random)
    joined += 1
    if let address = machines[name]?.address { machineNames[address] = name }
    return [(.kubelet(node: name), now)]
  }

  /// Takes a machine away for good, with everything on it.
  public mutating func unplug(_ name: String) throws(Problem) {
    guard let machine = machines[name] else { throw .noSuchMachine(name) }
    machineNames[machine.address] = nil
    machines[name] = nil
  }

  /// Gives a machine more or less of something; its kubelet reports it at once.
  public mutating func resize(
    _ name: String, _ resources: ResourceList, at now: SimTime
  ) throws(Problem) -> Looks {
    guard var machine = machines[name] else { throw .noSuchMachine(name) }
    for (resource, amount) in resources {
      machine.hardware.status.capacity[resource] = amount
      machine.hardware.status.allocatable[resource] = amount
    }
    machines[name] = machine
    return [(.kubelet(node: name), now)]
  }

  /// Power is gone: kubelet and containers end without a word.
  public mutating func failNode(_ name: String) throws(Problem) {
    guard var machine = machines[name] else { throw .noSuchMachine(name) }
    guard machine.isPoweredOn else { throw .alreadyFailed("node \(name)") }
    machine.isPoweredOn = false
    machines[name] = machine
  }

  /// Power is back: the machine boots anew, and nothing of what ran runs any more.
  public mutating func recoverNode(
    _ name: String, at now: SimTime, using random: inout SeededRandom
  ) throws(Problem) -> Looks {
    guard var machine = machines[name] else { throw .noSuchMachine(name) }
    guard !machine.isPoweredOn else { throw .notFailed("node \(name)") }
    machine.isPoweredOn = true
    machine.isKubeletAlive = true
    machine.bootID = random.uuid()
    for key in machine.workers.keys { machine.workers[key]?.loseContainers(at: now) }
    return restartKubelet(of: &machine, at: now)
  }

  /// The kubelet stops; the containers run on, and nobody hears of them.
  public mutating func failKubelet(_ name: String) throws(Problem) {
    guard var machine = machines[name] else { throw .noSuchMachine(name) }
    guard machine.isKubeletAlive, machine.isPoweredOn else {
      throw .alreadyFailed("the kubelet of \(name)")
    }
    machine.isKubeletAlive = false
    machines[name] = machine
  }

  public mutating func recoverKubelet(_ name: String, at now: SimTime) throws(Problem) -> Looks {
    guard var machine = machines[name] else { throw .noSuchMachine(name) }
    guard machine.isPoweredOn, !machine.isKubeletAlive else {
      throw .notFailed("the kubelet of \(name)")
    }
    machine.isKubeletAlive = true
    return restartKubelet(of: &machine, at: now)
  }

  private mutating func restartKubelet(of machine: inout Machine, at now: SimTime) -> Looks {
    machine.startsAt = now
    machine.hasMissedNews = true
    machine.lastStatusAt = nil
    machines[machine.name] = machine
    let pods = machine.workers.keys.sorted()
    // Starting up takes the kubelet a moment; then it looks at every pod it finds.
    return [(.kubelet(node: machine.name), now + .seconds(1))]
      + pods.map { (.pod(node: machine.name, pod: $0), now + .seconds(2)) }
  }

  /// Kills the main process of a container, as an operator on the machine could.
  public mutating func killContainer(
    _ container: String, of pod: Pod, at now: SimTime
  ) throws(Problem) -> Looks {
    let node = pod.spec.nodeName
    guard var worker = machines[node]?.workers[pod.key], worker.isRunning(container) else {
      throw .noSuchContainer(pod: pod.metadata.name, container: container)
    }
    worker.signal(container, .kill, at: now)
    machines[node]?.workers[pod.key] = worker
    return [(.pod(node: node, pod: pod.key), now)]
  }

  /// The container runtime stops: what runs runs on, but nothing can be started or asked.
  public mutating func failRuntime(_ name: String, at now: SimTime) throws(Problem) -> Looks {
    guard let machine = machines[name] else { throw .noSuchMachine(name) }
    guard machine.isPoweredOn, machine.runtimeFailedAt == nil else {
      throw .alreadyFailed("the container runtime of \(name)")
    }
    machines[name]?.runtimeFailedAt = now
    // The kubelet holds out for half a minute before it believes it.
    return [(.kubelet(node: name), now + NodeReport.runtimePatience)]
  }

  public mutating func recoverRuntime(_ name: String, at now: SimTime) throws(Problem) -> Looks {
    guard let machine = machines[name] else { throw .noSuchMachine(name) }
    guard machine.runtimeFailedAt != nil else {
      throw .notFailed("the container runtime of \(name)")
    }
    machines[name]?.runtimeFailedAt = nil
    machines[name]?.hasMissedNews = true
    return [(.kubelet(node: name), now + .seconds(1))]
      + machine.workers.keys.sorted().map { (.pod(node: name, pod: $0), now + .seconds(1)) }
  }

  /// The registry goes away or comes back; nobody is told, kubelets find out when they pull.
  public mutating func setRegistry(
    answering isAnswering: Bool, at now: SimTime
  ) throws(Problem) -> Looks {
    guard isRegistryAnswering != isAnswering else {
      throw isAnswering ? .notFailed("the registry") : .alreadyFailed("the registry")
    }
    isRegistryAnswering = isAnswering
    return []
  }

  /// Something outside of all pods takes nearly all of what a machine has of a supply, or gives it
  /// back. Its kubelet finds out at its next round.
  public mutating func setSupply(
    _ supply: NodeSupply, of name: String, isPlentiful: Bool, at now: SimTime
  ) throws(Problem) -> Looks {
    guard let machine = machines[name] else { throw .noSuchMachine(name) }
    let isTaken = machine.pressure.taken[supply] != nil
    guard isTaken == isPlentiful else {
      let what = "the \(supply.rawValue) of \(name)"
      throw isPlentiful ? .notFailed(what) : .alreadyFailed(what)
    }
    let found = MachineSupply(supply, of: machine, at: now)
    // A little below what the kubelet wants to keep free.
    let left = Int128(found.threshold) * (supply == .memory ? 6 : 9) / 10
    let taken = Int(clamping: max(0, Int128(found.available) - left))
    machines[name]?.pressure.taken[supply] = isPlentiful ? nil : taken
    return []
  }

  public func isPoweredOn(_ name: String) -> Bool { machines[name]?.isPoweredOn ?? false }
  public func isKubeletAlive(_ name: String) -> Bool {
    (machines[name]?.isKubeletAlive ?? false) && isPoweredOn(name)
  }
}
