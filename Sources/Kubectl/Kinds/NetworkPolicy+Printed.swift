import Engine
import Objects

extension NetworkPolicy: Printed {
  static func header(wide: Bool) -> [String] { ["NAME", "POD-SELECTOR", "AGE"] }

  func row(wide: Bool, at now: SimTime) -> [String] {
    [metadata.name, spec.podSelector.text, age(at: now)]
  }
}
