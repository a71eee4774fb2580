import Engine
import Objects

extension HorizontalPodAutoscaler: Printed {
  static func header(wide: Bool) -> [String] {
    ["NAME", "REFERENCE", "TARGETS", "MINPODS", "MAXPODS", "REPLICAS", "AGE"]
  }

  func row(wide: Bool, at now: SimTime) -> [String] {
    [
      metadata.name, "\(spec.scaleTargetRef.kind)/\(spec.scaleTargetRef.name)", targets,
      spec.minReplicas.map { "\($0)" } ?? "<unset>", "\(spec.maxReplicas)",
      "\(status.currentReplicas)", age(at: now),
    ]
  }

  /// Two metrics at most, then how many more.
  private var targets: String {
    let cells = MetricText.all(of: self).map(\.cell)
    if cells.isEmpty { return "<none>" }
    let text = cells.prefix(2).joined(separator: ", ")
    return cells.count > 2 ? "\(text) + \(cells.count - 2) more..." : text
  }
}
