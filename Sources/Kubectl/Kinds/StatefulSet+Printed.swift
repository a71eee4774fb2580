import Engine
import Objects

extension StatefulSet: Printed {
  static func header(wide: Bool) -> [String] {
    let narrow = ["NAME", "READY", "AGE"]
    return wide ? narrow + ["CONTAINERS", "IMAGES"] : narrow
  }

  func row(wide: Bool, at now: SimTime) -> [String] {
    let narrow = [
      metadata.name, "\(status.readyReplicas)/\(spec.replicas ?? 1)", age(at: now),
    ]
    return wide ? narrow + Cell.containers(of: spec.template) : narrow
  }
}

extension ControllerRevision: Printed {
  static func header(wide: Bool) -> [String] { ["NAME", "CONTROLLER", "REVISION", "AGE"] }

  func row(wide: Bool, at now: SimTime) -> [String] {
    let owner = metadata.controller.map { owner in
      let kind = Kind(rawValue: owner.kind)?.qualifiedSingular ?? owner.kind.lowercased()
      return "\(kind)/\(owner.name)"
    }
    return [metadata.name, Cell.orNone(owner), "\(revision)", age(at: now)]
  }
}
