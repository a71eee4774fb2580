import Engine
import Objects

extension ConfigMap: Printed {
  static func header(wide: Bool) -> [String] { ["NAME", "DATA", "AGE"] }

  func row(wide: Bool, at now: SimTime) -> [String] {
    [metadata.name, "\(data.count + binaryData.count)", age(at: now)]
  }
}

extension Namespace: Printed {
  static func header(wide: Bool) -> [String] { ["NAME", "STATUS", "AGE"] }

  func row(wide: Bool, at now: SimTime) -> [String] {
    [metadata.name, (status.phase ?? .active).rawValue, age(at: now)]
  }
}

extension Lease: Printed {
  static func header(wide: Bool) -> [String] { ["NAME", "HOLDER", "AGE"] }

  func row(wide: Bool, at now: SimTime) -> [String] {
    [metadata.name, spec.holderIdentity ?? "", age(at: now)]
  }
}

extension PriorityClass: Printed {
  static func header(wide: Bool) -> [String] {
    ["NAME", "VALUE", "GLOBAL-DEFAULT", "AGE", "PREEMPTIONPOLICY"]
  }

  func row(wide: Bool, at now: SimTime) -> [String] {
    [
      metadata.name, "\(priority)", "\(globalDefault ?? false)", age(at: now),
      (preemptionPolicy ?? .preemptLowerPriority).rawValue,
    ]
  }
}
