extension ContainerStatus {
  /// Whether it waits, and not for what every container waits for at first: after a crash, for an
  /// image that cannot be had, for a ConfigMap that is not there.
  public var isStuck: Bool {
    guard let reason = state.waiting?.reason else { return false }
    return reason != "ContainerCreating" && reason != "PodInitializing"
  }
}

extension PodStatus {
  /// Of the containers that come first and of the others.
  public var allContainerStatuses: [ContainerStatus] { initContainerStatuses + containerStatuses }
}

extension Pod {
  /// Whether a container is stuck, or has ended badly.
  public var isInTrouble: Bool {
    status.allContainerStatuses.contains {
      $0.isStuck || $0.state.terminated.map { $0.exitCode != 0 } ?? false
    }
  }
}
