import Engine
import Objects

/// The taints the node controllers put on nodes, and when.
enum NodeConditionTaints {
  static let notReady = "node.kubernetes.io/not-ready"
  static let unreachable = "node.kubernetes.io/unreachable"
  static let unschedulable = "node.kubernetes.io/unschedulable"
  static let outOfService = "node.kubernetes.io/out-of-service"

  /// The keys of all taints that follow from what a node says about itself.
  private static let managed =
    [notReady, unreachable, unschedulable] + pressures.map(\.taint)

  private static let pressures = [
    (condition: "MemoryPressure", taint: "node.kubernetes.io/memory-pressure"),
    (condition: "DiskPressure", taint: "node.kubernetes.io/disk-pressure"),
    (condition: "NetworkUnavailable", taint: "node.kubernetes.io/network-unavailable"),
    (condition: "PIDPressure", taint: "node.kubernetes.io/pid-pressure"),
  ]

  /// The node's taints once those that keep new pods away agree with its conditions.
  static func taints(of node: Node, at now: SimTime) -> [Taint] {
    let wanted = wantedKeys(of: node)
    var taints = node.spec.taints.filter {
      $0.effect != .noSchedule || !managed.contains($0.key) || wanted.contains($0.key)
    }
    for key in wanted where !taints.has(key, .noSchedule) {
      taints.append(Taint(key, .noSchedule, at: now.wholeSecond))
    }
    return taints
  }

  private static func wantedKeys(of node: Node) -> [String] {
    var keys: [String] = []
    switch node.readiness {
    case .isFalse: keys.append(notReady)
    case .unknown: keys.append(unreachable)
    case .isTrue: break
    // A kubelet that has not reported yet has put its own taint on the node.
    case nil: if node.spec.taints.has(notReady, .noSchedule) { keys.append(notReady) }
    }
    for (condition, taint) in pressures where node.status.conditions.isTrue(condition) {
      keys.append(taint)
    }
    if node.spec.unschedulable ?? false { keys.append(unschedulable) }
    return keys
  }

  /// The taint that drives pods from a node in this state; nil when it is ready.
  static func evicting(_ readiness: ConditionStatus?) -> String? {
    switch readiness {
    case .isFalse: notReady
    case .unknown: unreachable
    case .isTrue, nil: nil
    }
  }
}

extension [Taint] {
  func has(_ key: String, _ effect: TaintEffect) -> Bool {
    contains { $0.key == key && $0.effect == effect }
  }
}
