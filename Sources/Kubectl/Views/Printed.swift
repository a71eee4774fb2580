import Engine
import Objects

/// A kind with a table of its own for `get`; others show NAME and AGE.
protocol Printed: APIObject {
  static func header(wide: Bool) -> [String]
  func row(wide: Bool, at now: SimTime) -> [String]
}

extension Kind {
  func header(wide: Bool) -> [String] {
    (facts.type as? any Printed.Type)?.header(wide: wide) ?? ["NAME", "AGE"]
  }
}

extension APIObject {
  /// The cells of this object's line in a table of its kind.
  func cells(wide: Bool, at now: SimTime) -> [String] {
    (self as? any Printed)?.row(wide: wide, at: now) ?? [metadata.name, age(at: now)]
  }

  func age(at now: SimTime) -> String { Cell.age(of: metadata.creationTimestamp, at: now) }
}

/// Texts that many tables share.
enum Cell {
  /// How long ago something was.
  static func age(of time: SimTime?, at now: SimTime) -> String {
    time.map { (now.wholeSecond - $0.wholeSecond).ageText } ?? "<unknown>"
  }

  static func orNone(_ text: String?) -> String {
    guard let text, !text.isEmpty else { return "<none>" }
    return text
  }

  static func orUnknown(_ text: String) -> String { text.isEmpty ? "<unknown>" : text }

  static func list(_ items: [String]) -> String { orNone(items.joined(separator: ",")) }

  /// The containers' names and images, as wide tables show them.
  static func containers(of template: PodTemplate) -> [String] {
    let containers = template.spec.containers
    return [
      containers.map(\.name).joined(separator: ","), containers.map(\.image).joined(separator: ","),
    ]
  }
}
