import Engine
import Objects

extension ResourceQuota: Printed {
  static func header(wide: Bool) -> [String] { ["NAME", "REQUEST", "LIMIT", "AGE"] }

  func row(wide: Bool, at now: SimTime) -> [String] {
    func cell(_ wantsLimits: Bool) -> String {
      status.hard.filter { $0.name.hasPrefix("limits") == wantsLimits }
        .map { "\($0.name): \((status.used[$0.name] ?? .zero).text)/\($0.amount.text)" }
        .joined(separator: ", ")
    }
    return [metadata.name, cell(false), cell(true), age(at: now)]
  }
}

extension LimitRange: Printed {
  static func header(wide: Bool) -> [String] { ["NAME", "CREATED AT"] }

  func row(wide: Bool, at now: SimTime) -> [String] {
    [metadata.name, metadata.creationTimestamp?.rfc3339 ?? "<unknown>"]
  }
}
