import Engine
import Objects

extension Deployment: Printed {
  static func header(wide: Bool) -> [String] {
    let narrow = ["NAME", "READY", "UP-TO-DATE", "AVAILABLE", "AGE"]
    return wide ? narrow + ["CONTAINERS", "IMAGES", "SELECTOR"] : narrow
  }

  func row(wide: Bool, at now: SimTime) -> [String] {
    let narrow = [
      metadata.name, "\(status.readyReplicas)/\(spec.replicas ?? 1)", "\(status.updatedReplicas)",
      "\(status.availableReplicas)", age(at: now),
    ]
    return wide ? narrow + Cell.containers(of: spec.template) + [spec.selector.text] : narrow
  }
}

extension ReplicaSet: Printed {
  static func header(wide: Bool) -> [String] {
    let narrow = ["NAME", "DESIRED", "CURRENT", "READY", "AGE"]
    return wide ? narrow + ["CONTAINERS", "IMAGES", "SELECTOR"] : narrow
  }

  func row(wide: Bool, at now: SimTime) -> [String] {
    let narrow = [
      metadata.name, "\(spec.replicas ?? 1)", "\(status.replicas)", "\(status.readyReplicas)",
      age(at: now),
    ]
    return wide ? narrow + Cell.containers(of: spec.template) + [spec.selector.text] : narrow
  }
}
