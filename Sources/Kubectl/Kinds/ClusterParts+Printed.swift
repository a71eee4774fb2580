import Engine
import Objects

extension ComponentStatus: Printed {
  static func header(wide: Bool) -> [String] { ["NAME", "STATUS", "MESSAGE", "ERROR"] }

  func row(wide: Bool, at now: SimTime) -> [String] {
    let condition = conditions.first { $0.type == "Healthy" }
    let status = condition.map { $0.status == "True" ? "Healthy" : "Unhealthy" } ?? "Unknown"
    return [metadata.name, status, condition?.message ?? "", condition?.error ?? ""]
  }
}

extension RuntimeClass: Printed {
  static func header(wide: Bool) -> [String] { ["NAME", "HANDLER", "AGE"] }

  func row(wide: Bool, at now: SimTime) -> [String] {
    [metadata.name, handler, age(at: now)]
  }
}

extension CSINode: Printed {
  static func header(wide: Bool) -> [String] { ["NAME", "DRIVERS", "AGE"] }

  func row(wide: Bool, at now: SimTime) -> [String] {
    [metadata.name, "\(spec.drivers.count)", age(at: now)]
  }
}
