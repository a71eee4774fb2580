import Engine
import Objects

extension Event: Printed {
  static func header(wide: Bool) -> [String] {
    wide
      ? [
        "LAST SEEN", "TYPE", "REASON", "OBJECT", "SUBOBJECT", "SOURCE", "MESSAGE", "FIRST SEEN",
        "COUNT", "NAME",
      ] : ["LAST SEEN", "TYPE", "REASON", "OBJECT", "MESSAGE"]
  }

  func row(wide: Bool, at now: SimTime) -> [String] {
    let seen = Cell.age(of: lastSeen, at: now)
    let object = subject
    let text = (message ?? "").trimmingEnds()
    guard wide else { return [seen, type.rawValue, reason ?? "", object, text] }
    return [
      seen, type.rawValue, reason ?? "", object, involvedObject.fieldPath ?? "", sourceText, text,
      Cell.age(of: firstTimestamp ?? eventTime?.time, at: now), "\(times)", metadata.name,
    ]
  }

  /// `pod/web`
  var subject: String {
    let kind = involvedObject.kind?.lowercased() ?? ""
    return involvedObject.name.map { "\(kind)/\($0)" } ?? kind
  }

  /// When it last happened.
  var lastSeen: SimTime? {
    series?.lastObservedTime?.time ?? lastTimestamp ?? eventTime?.time
  }

  /// How often it happened.
  var times: Int { series?.count ?? max(count ?? 1, 1) }

  /// The component that reported it.
  var reporter: String {
    let component = source.component ?? ""
    return component.isEmpty ? reportingComponent : component
  }

  private var sourceText: String {
    let host = source.host ?? reportingInstance
    return host.isEmpty ? reporter : "\(reporter), \(host)"
  }
}

extension String {
  func trimmingEnds(where isTrimmed: (Character) -> Bool = \.isWhitespace) -> String {
    var rest = Substring(self)
    while let first = rest.first, isTrimmed(first) { rest.removeFirst() }
    while let last = rest.last, isTrimmed(last) { rest.removeLast() }
    return String(rest)
  }
}
