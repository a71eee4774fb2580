import Engine
import Objects

/// What controllers ask of a pod.
extension Pod {
  /// Neither ended nor on its way out.
  var isActive: Bool { !hasEnded && !metadata.isDeleting }

  var isReady: Bool { status.conditions.isTrue("Ready") }

  /// Since when the pod has been ready; nil when it is not.
  var readySince: SimTime? {
    guard let condition = status.conditions["Ready"], condition.status == .isTrue else {
      return nil
    }
    return condition.lastTransitionTime
  }

  /// When a pod that stays ready counts as available; nil when it is not ready.
  func availableFrom(minReadySeconds: Int) -> SimTime? {
    guard isReady else { return nil }
    guard minReadySeconds > 0 else { return SimTime(milliseconds: 0) }
    return readySince.map { $0 + .seconds(Int64(minReadySeconds)) }
  }

  func isAvailable(minReadySeconds: Int, at now: SimTime) -> Bool {
    availableFrom(minReadySeconds: minReadySeconds).map { $0 <= now } ?? false
  }

  /// The restarts of its most restarted container.
  var mostRestarts: Int {
    (status.containerStatuses + status.initContainerStatuses).map(\.restartCount).max() ?? 0
  }
}
