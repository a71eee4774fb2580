import Engine
import Objects

extension DaemonSet: Printed {
  static func header(wide: Bool) -> [String] {
    let narrow = [
      "NAME", "DESIRED", "CURRENT", "READY", "UP-TO-DATE", "AVAILABLE", "NODE SELECTOR", "AGE",
    ]
    return wide ? narrow + ["CONTAINERS", "IMAGES", "SELECTOR"] : narrow
  }

  func row(wide: Bool, at now: SimTime) -> [String] {
    let narrow = [
      metadata.name, "\(status.desiredNumberScheduled)", "\(status.currentNumberScheduled)",
      "\(status.numberReady)", "\(status.updatedNumberScheduled)", "\(status.numberAvailable)",
      Cell.orNone(spec.template.spec.nodeSelector.joined()), age(at: now),
    ]
    return wide ? narrow + Cell.containers(of: spec.template) + [spec.selector.text] : narrow
  }
}
