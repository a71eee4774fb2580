import Engine
import Objects

extension PodDisruptionBudget: Printed {
  static func header(wide: Bool) -> [String] {
    ["NAME", "MIN AVAILABLE", "MAX UNAVAILABLE", "ALLOWED DISRUPTIONS", "AGE"]
  }

  func row(wide: Bool, at now: SimTime) -> [String] {
    [
      metadata.name, spec.minAvailable?.text ?? "N/A", spec.maxUnavailable?.text ?? "N/A",
      "\(status.disruptionsAllowed)", age(at: now),
    ]
  }
}
