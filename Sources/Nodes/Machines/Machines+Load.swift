import Engine
import HashTreeCollections
import Objects
import Store

/// Synthetic traffic: requests of a client that is on no machine, but uses one's rules.
extension Machines {
  /// What became of a request.
  public struct Delivery: Sendable {
    public var answer: NetworkAnswer
    /// The pod it was led to.
    public var pod: ObjectKey?
    /// The cpu time that it took there, in microseconds.
    public var cpuMicroseconds: Int64
    /// The cpu that the container there may use, in thousandths of a core.
    public var cpuMillis: Int
  }

  /// The address of the machine that such requests come from.
  public static let loadAddress = "192.168.0.2"

  /// Its machine is the first that runs, and stays the same as long as that does.
  private mutating func loadClient() -> NetworkClient {
    if machines[traffic.loadMachine]?.isPoweredOn != true {
      traffic.loadMachine = names.first { machines[$0]?.isPoweredOn ?? false } ?? ""
    }
    return NetworkClient(address: Self.loadAddress, node: traffic.loadMachine, isHost: true)
  }

  /// The addresses of a name, as a pod of `namespace` would find them; nil when no name server
  /// answers.
  public mutating func addresses(
    of name: String, in namespace: String, state: ClusterState, at now: SimTime
  ) -> [String]? {
    var pod = Pod()
    pod.metadata.namespace = namespace
    let client = loadClient()
    var network = ClusterNetwork(machines: self, state: state, machine: nil)
    let lookup = network.look(for: name, ResolverFile(for: pod), from: client, at: now)
    traffic.connections = network.traffic.connections
    switch lookup {
    case .found(let addresses, _): return addresses
    case .unknown: return []
    case .failed: return nil
    }
  }

  /// Sends one request from outside of all pods.
  public mutating func send(
    _ request: HTTPRequest, to address: String, port: Int, state: ClusterState, at now: SimTime
  ) -> Delivery {
    let client = loadClient()
    var network = ClusterNetwork(machines: self, state: state, machine: nil)
    let route = network.route(to: address, port: port, by: .tcp, from: client, at: now)
    traffic = network.traffic
    guard case .pod(let inner, let innerPort, let source) = route,
      let place = network.podPlace(at: inner)
    else {
      let answer = network.ask(route, .http(request), at: now)
      owedLooks += deliver(network.traffic, at: now)
      return Delivery(answer: answer, pod: nil, cpuMicroseconds: 0, cpuMillis: 1000)
    }
    // Nobody else holds the pod while it answers, so that nothing of it is copied.
    network = ClusterNetwork(machines: Machines(), state: state, machine: nil)
    guard var machine = machines[place.node], var sandbox = machine.workers[place.pod]?.sandbox
    else { return Delivery(answer: .unreachable, pod: nil, cpuMicroseconds: 0, cpuMillis: 1000) }
    machines[place.node] = nil
    machine.workers[place.pod]?.sandbox = nil
    machine.lendFiles(to: &sandbox)
    var lent: ClusterNetwork? = ClusterNetwork(machines: self, state: state, machine: machine)
    let spent = sandbox.cpuMicroseconds(at: now)
    let answer = sandbox.ask(
      port: innerPort, .http(request), from: source, at: now, network: &lent)
    let delivery = Delivery(
      answer: answer, pod: place.pod,
      cpuMicroseconds: sandbox.cpuMicroseconds(at: now) - spent,
      cpuMillis: Self.cpu(of: sandbox, port: innerPort, state.pod(place.pod), machine))
    if let wake = sandbox.nextWake {
      owedLooks.append((.pod(node: place.node, pod: place.pod), max(wake, now)))
    }
    machine.workers[place.pod]?.sandbox = sandbox
    machine.hasNewUsage = true
    machines[place.node] = machine
    if let lent { owedLooks += deliver(lent.traffic, at: now) }
    return delivery
  }

  /// The cpu that the container behind a port may use.
  private static func cpu(
    of sandbox: PodSandbox, port: Int, _ pod: Pod?, _ machine: Machine
  ) -> Int {
    let name = sandbox.listeners.first { $0.port == port }?.container
    let container = pod?.spec.containers.first { $0.name == name }
    let limit = container?.resources.limits["cpu"] ?? machine.hardware.status.capacity["cpu"]
    return max(1, limit?.milli ?? 1000)
  }
}

extension PodSandbox {
  /// The cpu time that its containers have wanted so far.
  fileprivate func cpuMicroseconds(at now: SimTime) -> Int64 {
    containers.values.reduce(0) { $0.addingClamped($1.meter.cpuMicroseconds(at: now)) }
  }
}
