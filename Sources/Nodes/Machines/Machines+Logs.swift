import Engine
import HashTreeCollections
import Objects

/// What a container has printed in one of its lives.
public struct ContainerLog: Sendable {
  /// The container's identifier in that life.
  public var life: String?
  /// Whole lines only, while more may follow.
  public var lines: [LogLine]
  /// Whether more may follow.
  public var isOpen: Bool
}

extension Machines {
  /// What a container printed in its present life, or in the one before.
  public func log(
    of container: String, pod: Pod, previous: Bool
  ) throws(AccessProblem) -> ContainerLog {
    let machine = try reachable(pod)
    guard let worker = machine.workers[pod.key],
      let run = worker.containers.first(where: { $0.spec.name == container })
    else { throw .waiting("ContainerCreating") }
    if previous { return try worker.previousLog(of: container, run, pod) }
    if run.identifier == nil { throw .waiting(run.waiting?.reason ?? "ContainerCreating") }
    return worker.log(of: container, run)
  }

  /// The log of one life of a container, for as long as it is kept; nil when it is gone, or its
  /// kubelet does not answer.
  public func log(of container: String, pod: Pod, life: String?) -> ContainerLog? {
    guard let machine = try? reachable(pod), let worker = machine.workers[pod.key],
      let run = worker.containers.first(where: { $0.spec.name == container })
    else { return nil }
    if run.identifier == life { return worker.log(of: container, run) }
    // It has been started again since: what is kept is the end of the life that was followed.
    guard let lines = worker.sandbox?.logs(of: container, previous: true) else { return nil }
    return ContainerLog(life: life, lines: lines, isOpen: false)
  }
}

extension PodWorker {
  /// The log of the life that the pod's status calls the last one. Only one container that has
  /// ended is kept: once the next one has ended too, it is gone, whatever the status still says.
  fileprivate func previousLog(
    of container: String, _ run: ContainerRun, _ pod: Pod
  ) throws(Machines.AccessProblem) -> ContainerLog {
    let statuses =
      pod.status.containerStatuses + pod.status.initContainerStatuses
      + pod.status.ephemeralContainerStatuses
    let wanted = statuses.first { $0.name == container }?.lastState.terminated?.containerID
    if let wanted, wanted == run.identifier { return log(of: container, run) }
    guard run.isRunning, let lines = sandbox?.logs(of: container, previous: true) else {
      throw .noPreviousLife(container)
    }
    return ContainerLog(life: nil, lines: lines, isOpen: false)
  }

  fileprivate func log(of container: String, _ run: ContainerRun) -> ContainerLog {
    var lines = sandbox?.logs(of: container) ?? []
    let isOpen = run.isRunning && sandbox != nil && sandbox?.exit(of: container) == nil
    // The runtime writes a line when it is whole.
    if isOpen, sandbox?.containers[container]?.openStream != nil { lines.removeLast() }
    return ContainerLog(life: run.identifier, lines: lines, isOpen: isOpen)
  }
}
