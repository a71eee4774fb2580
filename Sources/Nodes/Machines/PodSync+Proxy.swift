import Objects

extension PodSync {
  /// While the proxy of a machine does not run, the machine keeps to the Services it last heard of.
  func followServices(_ worker: PodWorker, _ machine: inout Machine) {
    let program = Machines.proxy
    guard key.namespace == "kube-system", worker.runs(program) else { return }
    let isAtWork = worker.isRunning(program) && worker.inside?.exit(of: program) == nil
    if isAtWork {
      machine.staleServices = nil
    } else if machine.staleServices == nil {
      machine.staleServices = state
    }
  }
}
