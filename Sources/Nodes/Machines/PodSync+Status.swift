import Engine
import Objects
import Store

extension PodSync {
  /// Tells the API server how the pod stands, when that has changed.
  mutating func report(_ pod: Pod, _ worker: PodWorker, _ machine: Machine) {
    var wanted = pod
    wanted.metadata.resourceVersion = 0
    wanted.status = status(of: pod, worker, machine)
    if wanted.status != pod.status { reactions.append(.submit(.updateStatus(wanted))) }
  }

  private func status(of pod: Pod, _ worker: PodWorker, _ machine: Machine) -> PodStatus {
    var status = pod.status
    status.observedGeneration = pod.metadata.generation
    status.startTime = worker.startTime.wholeSecond
    if let rejection = worker.rejection {
      status.phase = .failed
      status.reason = rejection.reason
      status.message = rejection.message
      return status
    }
    status.hostIP = machine.address
    status.hostIPs = [address(machine.address)]
    if let address = worker.address {
      status.podIP = address
      status.podIPs = [self.address(address)]
    }
    status.initContainerStatuses = worker.containers.filter(\.isInit).map { $0.status() }
    status.containerStatuses = worker.containers.filter(\.isOrdinary).map { $0.status() }
      .sorted { $0.name < $1.name }
    status.ephemeralContainerStatuses = worker.containers.filter(\.isEphemeral)
      .map { $0.status() }.sorted { $0.name < $1.name }
    if pod.status.phase != .succeeded, pod.status.phase != .failed || worker.failure != nil {
      status.phase = phase(of: pod, worker)
    }
    if let failure = worker.failure {
      status.reason = failure.reason
      status.message = failure.message
    }
    if !status.containerStatuses.isEmpty, worker.hasSandbox || worker.address != nil {
      status.resources = .object(Members())
    }
    status.conditions =
      PodConditions(
        pod: pod, worker: worker, phase: status.phase, old: status.conditions, now: now
      ).conditions
    return status
  }

  private func address(_ text: String) -> PodAddress {
    var address = PodAddress()
    address.ip = text
    return address
  }

  /// Where the pod is in its life, decided as the kubelet decides it.
  private func phase(of pod: Pod, _ worker: PodWorker) -> PodPhase {
    let policy = pod.spec.restartPolicy ?? .always
    let inits = worker.containers.filter { $0.isInit && !$0.isSidecar }
    let serving = worker.containers.filter(\.isOrdinary)
    if inits.contains(where: {
      $0.phase == .ended && $0.end?.exitCode != 0 && !$0.restarts(under: policy)
    }) {
      return .failed
    }
    let isTerminal = worker.failure != nil || pod.metadata.isDeleting
    let wasInitialised = inits.allSatisfy { $0.phase == .ended && $0.end?.exitCode == 0 }
    if !wasInitialised, !isTerminal { return .pending }
    // Who was evicted, or had its time, has failed even if it never began.
    if worker.failure != nil, !worker.containers.contains(where: \.isRunning) { return .failed }
    if serving.contains(where: { !$0.isRunning && $0.phase != .ended && $0.end == nil }) {
      return isTerminal && pod.status.phase == .running ? .running : .pending
    }
    if worker.containers.contains(where: { $0.isRunning && !$0.isEphemeral }) { return .running }
    let allGood = serving.allSatisfy { $0.end?.exitCode == 0 }
    if isTerminal {
      return allGood && worker.failure == nil ? .succeeded : .failed
    }
    if serving.contains(where: { $0.restarts(under: policy) }) { return .running }
    return allGood ? .succeeded : .failed
  }
}
