import Engine
import HashTreeCollections
import Objects
import Store

/// What users ask of containers: commands and logs, through the kubelet of their machine.
extension Machines {
  /// Why a container cannot be asked.
  public enum AccessProblem: Error, Hashable, Sendable {
    /// No machine answers for the pod: `10.0.0.1:10250` cannot be reached.
    case kubeletUnreachable(address: String)
    case containerNotRunning(String)
    /// It was never started; the reason it waits for.
    case waiting(String)
    case noPreviousLife(String)
    /// The kubelet answers, but its container runtime does not.
    case runtimeDown
    /// The program could not be started.
    case notStarted(String)
  }

  /// The address of a machine, which error messages name.
  func reachable(_ pod: Pod) throws(AccessProblem) -> Machine {
    guard let machine = machines[pod.spec.nodeName] else {
      throw .kubeletUnreachable(address: pod.status.hostIP ?? "")
    }
    guard machine.isPoweredOn, machine.isKubeletAlive else {
      throw .kubeletUnreachable(address: machine.address)
    }
    return machine
  }

  /// The machine of a pod, when its runtime can be told to do something in a container.
  func commandable(_ pod: Pod) throws(AccessProblem) -> Machine {
    let machine = try reachable(pod)
    guard machine.runtimeFailedAt == nil else { throw .runtimeDown }
    return machine
  }

  /// Runs a command in a container, to its end.
  public mutating func execute(
    _ words: [String], in container: String, of pod: Pod, stdin: String?, state: ClusterState,
    at now: SimTime
  ) throws(AccessProblem) -> ExecOutcome {
    var machine = try commandable(pod)
    guard var worker = machine.workers[pod.key], var sandbox = worker.sandbox,
      worker.isRunning(container), sandbox.exit(of: container) == nil
    else { throw .containerNotRunning(container) }
    if let program = words.first, let failure = sandbox.execFailure(program, in: container) {
      throw .notStarted(failure)
    }
    machines[machine.name] = nil
    machine.workers[pod.key] = nil
    machine.lendFiles(to: &sandbox)
    var network = ClusterNetwork(
      machines: self, state: state, machine: machine, rulesAreSettled: true)
    let outcome = sandbox.execute(
      words, in: container, stdin: stdin, at: now, network: &network)
    machine.takeFiles(from: sandbox)
    worker.sandbox = sandbox
    machine.workers[pod.key] = worker
    machines[machine.name] = machine
    owedLooks += deliver(network.traffic, at: now)
    return outcome
  }

  /// What is to be looked at since commands have asked something of it; told once.
  public mutating func takeOwedLooks() -> Looks {
    defer { owedLooks = [] }
    return owedLooks
  }
}
