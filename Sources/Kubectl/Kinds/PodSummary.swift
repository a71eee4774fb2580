import Engine
import Objects

/// What a line of `get pods` says about a pod: the three cells that take thought.
public struct PodSummary: Equatable, Sendable {
  /// Ready containers, sidecars included.
  public private(set) var ready = 0
  /// Containers that count, sidecars included.
  public private(set) var total = 0
  public private(set) var status = ""
  public private(set) var restarts = 0
  /// When a container last ended, so far as it has been started again.
  public private(set) var lastRestart: SimTime?

  public init(_ pod: Pod) {
    let sidecars = pod.spec.initContainers.filter { $0.restartPolicy == .always }.map(\.name)
    total = pod.spec.containers.count + sidecars.count
    status = Self.phaseText(pod)
    let initializing = readInitContainers(of: pod, sidecars: sidecars)
    if !initializing || pod.status.conditions.isTrue("Initialized") {
      readContainers(of: pod, sidecars: sidecars)
    }
    if pod.metadata.isDeleting, !pod.hasEnded { status = "Terminating" }
  }

  /// `2/3`
  public var readyText: String { "\(ready)/\(total)" }

  /// `0`, or `3 (10s ago)`
  public func restartsText(at now: SimTime) -> String {
    guard restarts > 0, let lastRestart else { return "\(restarts)" }
    return "\(restarts) (\(Cell.age(of: lastRestart, at: now)) ago)"
  }

  private static func phaseText(_ pod: Pod) -> String {
    let isGated = pod.status.conditions.contains {
      $0.type == "PodScheduled" && $0.reason == "SchedulingGated"
    }
    if isGated { return "SchedulingGated" }
    return pod.status.reason ?? pod.status.phase?.rawValue ?? ""
  }

  /// The first init container that has something to say decides; true when there is one.
  private mutating func readInitContainers(of pod: Pod, sidecars: [String]) -> Bool {
    for (position, container) in pod.status.initContainerStatuses.enumerated() {
      count(container)
      if container.state.terminated?.exitCode == 0 { continue }
      if sidecars.contains(container.name), container.started == true {
        if container.ready { ready += 1 }
        continue
      }
      if let ended = container.state.terminated {
        status = "Init:" + Self.reason(of: ended)
      } else if let reason = container.state.waiting?.reason, !reason.isEmpty,
        reason != "PodInitializing"
      {
        status = "Init:" + reason
      } else {
        status = "Init:\(position)/\(pod.spec.initContainers.count)"
      }
      return true
    }
    return false
  }

  /// From last to first, so that the first container with something to say wins.
  private mutating func readContainers(of pod: Pod, sidecars: [String]) {
    restarts = 0
    lastRestart = nil
    for container in pod.status.initContainerStatuses where sidecars.contains(container.name) {
      count(container)
    }
    var isAnyRunning = false
    var error: String?
    for container in pod.status.containerStatuses.reversed() {
      count(container)
      if let reason = container.state.waiting?.reason, !reason.isEmpty {
        status = reason
      } else if let ended = container.state.terminated {
        status = Self.reason(of: ended)
        if ended.exitCode != 0 { error = status }
      } else if container.ready, container.state.running != nil {
        isAnyRunning = true
        ready += 1
      }
    }
    guard status == "Completed" else { return }
    if isAnyRunning, pod.status.conditions.isTrue("Ready") {
      status = "Running"
    } else if let error {
      status = error
    } else if isAnyRunning {
      status = "NotReady"
    }
  }

  private mutating func count(_ container: ContainerStatus) {
    restarts += container.restartCount
    guard let ended = container.lastState.terminated?.finishedAt else { return }
    lastRestart = max(lastRestart ?? ended, ended)
  }

  private static func reason(of ended: ContainerState.Terminated) -> String {
    if let reason = ended.reason, !reason.isEmpty { return reason }
    if let signal = ended.signal, signal != 0 { return "Signal:\(signal)" }
    return "ExitCode:\(ended.exitCode)"
  }
}
