import Engine
import Objects

extension Pod: Printed {
  static func header(wide: Bool) -> [String] {
    let narrow = ["NAME", "READY", "STATUS", "RESTARTS", "AGE"]
    return wide ? narrow + ["IP", "NODE", "NOMINATED NODE", "READINESS GATES"] : narrow
  }

  func row(wide: Bool, at now: SimTime) -> [String] {
    let summary = PodSummary(self)
    let narrow = [
      metadata.name, summary.readyText, summary.status, summary.restartsText(at: now),
      age(at: now),
    ]
    guard wide else { return narrow }
    return narrow + [
      Cell.orNone(status.podIP), Cell.orNone(spec.nodeName),
      Cell.orNone(status.nominatedNodeName), gates,
    ]
  }

  /// How many of the pod's readiness gates are met: `1/2`.
  private var gates: String {
    if spec.readinessGates.isEmpty { return "<none>" }
    let met = spec.readinessGates.count { status.conditions.isTrue($0.conditionType) }
    return "\(met)/\(spec.readinessGates.count)"
  }
}
