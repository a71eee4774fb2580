import Engine
import HashTreeCollections
import Objects
import Store

/// What a process of one pod can reach beyond it: other pods, Services, machines, names.
public struct ClusterNetwork: Sendable {
  private let machines: Machines
  let state: ClusterState
  /// The machine that is being worked on, which is not among `machines` meanwhile.
  private let machine: Machine?
  /// What connections leave behind; it goes back to the machines afterwards.
  var traffic: Traffic
  /// How many requests led to this one: servers may ask others before they answer.
  private var depth = 0

  /// No chain of requests is longer: one that leads back to itself ends somewhere.
  private static let mostHops = 16

  /// Whether whoever asks has taken so long over it that the rules have followed all changes, as
  /// people do.
  let rulesAreSettled: Bool

  init(
    machines: Machines, state: ClusterState, machine: Machine?, traffic: Traffic? = nil,
    rulesAreSettled: Bool = false
  ) {
    self.rulesAreSettled = rulesAreSettled
    self.machines = machines
    self.state = state
    self.machine = machine
    self.traffic = traffic ?? machines.traffic
  }

  // MARK: - Requests

  /// Asks `port` of an address, wherever that leads.
  mutating func ask(
    _ address: String, port: Int, _ request: NetworkRequest, from client: NetworkClient,
    at now: SimTime
  ) -> NetworkAnswer {
    ask(
      route(to: address, port: port, by: request.transport, from: client, at: now), request,
      at: now)
  }

  /// Sends a request along a route that has been found.
  mutating func ask(
    _ route: NetworkRoute, _ request: NetworkRequest, at now: SimTime
  ) -> NetworkAnswer {
    switch route {
    case .pod(let address, let port, let source):
      guard depth < Self.mostHops, let place = podPlace(at: address) else { return .timedOut }
      return ask(place, port: port, request, from: source, at: now) ?? .refused
    case .node(let name, let port, let source):
      return askMachine(name, port: port, request, from: source, at: now)
    case .apiServer: return machines.hasServer ? APIServerDoor.answer(request) : .refused
    case .refused: return .refused
    case .unreachable: return .unreachable
    case .lost: return .timedOut
    }
  }

  /// Asks one pod; nil when it has no network yet or any more.
  private mutating func ask(
    _ place: PodPlace, port: Int, _ request: NetworkRequest, from source: String, at now: SimTime
  ) -> NetworkAnswer? {
    guard var sandbox = takeSandbox(place) else { return nil }
    depth += 1
    var lent: ClusterNetwork? = self
    traffic.asked = [:]
    let answer = sandbox.ask(port: port, request, from: source, at: now, network: &lent)
    if let lent { self = lent }
    depth -= 1
    traffic.asked[place.pod] = Traffic.Asked(node: place.node, sandbox: sandbox)
    return answer
  }

  /// A pod's inside as it is now, with what was asked of it just before.
  private mutating func takeSandbox(_ place: PodPlace) -> PodSandbox? {
    if let known = traffic.asked.removeValue(forKey: place.pod) { return known.sandbox }
    guard let machine = machine(named: place.node), machine.isPoweredOn,
      var sandbox = machine.workers[place.pod]?.sandbox
    else { return nil }
    machine.lendFiles(to: &sandbox)
    return sandbox
  }

  /// Asks the programs of a machine: pods that use its network, and what runs beside them.
  private mutating func askMachine(
    _ name: String, port: Int, _ request: NetworkRequest, from source: String, at now: SimTime
  ) -> NetworkAnswer {
    for pod in hostPods(on: name) where listens(pod, on: port, from: source) {
      let place = PodPlace(node: name, pod: pod)
      if let answer = ask(place, port: port, request, from: source, at: now) { return answer }
    }
    guard let machine = machine(named: name), port == 10250, machine.isKubeletAlive else {
      return .refused
    }
    return APIServerDoor.answer(request)
  }

  private func listens(_ pod: ObjectKey, on port: Int, from source: String) -> Bool {
    let listeners = sandbox(of: pod)?.listeners ?? []
    return listeners.contains {
      $0.port == port && (source == "127.0.0.1" || $0.bindAddress != "127.0.0.1")
    }
  }

  // MARK: - Machines and pods

  /// A pod that is on a machine.
  struct PodPlace: Hashable, Sendable {
    var node: String
    var pod: ObjectKey
  }

  func machine(named name: String) -> Machine? {
    machine?.name == name ? machine : machines.machines[name]
  }

  func machine(at address: String) -> Machine? {
    if let machine, machine.address == address { return machine }
    return machines.machineNames[address].flatMap { machines.machines[$0] }
  }

  /// Where the pod with an address of its own is.
  func podPlace(at address: String) -> PodPlace? {
    if let place = machines.podPlaces[address],
      machine(named: place.node)?.workers[place.pod]?.address == address
    {
      return place
    }
    // A pod that was given its address just now. Those on the machine's network have none.
    if machine?.address == address { return nil }
    let here = machine?.workers.first { $0.value.address == address }?.key
    return here.flatMap { key in machine.map { PodPlace(node: $0.name, pod: key) } }
  }

  func sandbox(of pod: ObjectKey) -> PodSandbox? {
    if let asked = traffic.asked[pod] { return asked.sandbox }
    guard let node = state.pod(pod)?.spec.nodeName, let machine = machine(named: node),
      machine.isPoweredOn
    else { return nil }
    return machine.workers[pod]?.sandbox
  }

  /// The pods on a machine that use its network, by name.
  private func hostPods(on node: String) -> [ObjectKey] {
    guard let machine = machine(named: node) else { return [] }
    return machine.workers.filter { $0.value.inside?.usesHostNetwork ?? false }.map(\.key).sorted()
  }

  /// Whether another pod of the machine that uses its network listens on a port.
  func isHostPortTaken(_ port: Int) -> Bool {
    guard let machine else { return false }
    return machine.workers.values.contains { worker in
      guard case .awake(let sandbox) = worker.inside, sandbox.usesHostNetwork else { return false }
      return sandbox.listeners.contains { $0.port == port }
    }
  }

  /// What listens at an address, for those who may look: the ports of the machine's other pods.
  func hostListeners(on node: String, besides own: ObjectKey?) -> [PodSandbox.Listener] {
    hostPods(on: node).filter { $0 != own }.flatMap { sandbox(of: $0)?.listeners ?? [] }
  }

  /// What the proxy of a machine knows of Services: while it is down, what it knew last.
  func rules(of node: String) -> ClusterState { machine(named: node)?.staleServices ?? state }
}
