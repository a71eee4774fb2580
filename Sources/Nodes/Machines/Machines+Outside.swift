import Engine
import HashTreeCollections
import Objects
import Store

/// Requests of those who sit outside the cluster.
extension Machines {
  /// Asks a port of a pod from within its own network, as the runtime does for `port-forward`; nil
  /// when the pod has no network.
  public mutating func askInside(
    _ pod: Pod, port: Int, _ request: NetworkRequest, at now: SimTime
  ) -> NetworkAnswer? {
    guard let machine = machines[pod.spec.nodeName], machine.isPoweredOn, machine.isKubeletAlive,
      var sandbox = machine.workers[pod.key]?.sandbox
    else { return nil }
    let answer = sandbox.ask(port: port, request, from: "127.0.0.1", at: now)
    machines[pod.spec.nodeName]?.workers[pod.key]?.sandbox = sandbox
    return answer
  }

  /// The address of the user's own machine, as servers log it: the gateway of the machines.
  public static let outsideAddress = "172.18.0.1"

  /// Asks a port of a machine: what is published there, or a pod that uses its network. Addresses
  /// of pods and Services lead nowhere from outside.
  public mutating func askFromOutside(
    _ address: String, port: Int, _ request: NetworkRequest, state: ClusterState, at now: SimTime
  ) -> NetworkAnswer {
    guard machineNames[address] != nil else { return .timedOut }
    var network = ClusterNetwork(
      machines: self, state: state, machine: nil, rulesAreSettled: true)
    let client = NetworkClient(address: Self.outsideAddress, node: "", isHost: true)
    let answer = network.ask(address, port: port, request, from: client, at: now)
    owedLooks += deliver(network.traffic, at: now)
    return answer
  }
}
