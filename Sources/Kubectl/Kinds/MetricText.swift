import Objects

/// A metric of an autoscaler beside what was last measured of it, as kubectl shows them.
struct MetricText {
  private let metric: MetricSpec
  /// What was measured, if it was measured at all.
  private let status: MetricStatus?

  /// The metrics of an autoscaler, in their order.
  static func all(of autoscaler: HorizontalPodAutoscaler) -> [MetricText] {
    let statuses = autoscaler.status.currentMetrics
    return autoscaler.spec.metrics.enumerated().map { place, metric in
      MetricText(metric: metric, status: place < statuses.count ? statuses[place] : nil)
    }
  }

  private static let unknown = "<unknown>"

  /// `cpu: 12%/80%`
  var cell: String {
    switch metric.type {
    case .resource, .containerResource:
      return "\(source.name): \(current(detailed: false))/\(target)"
    case .pods: return "\(Self.unknown)/\(foreignTarget("averageValue"))"
    case .object, .external:
      guard foreign?["target"]?["averageValue"] == nil else {
        return "\(Self.unknown)/\(foreignTarget("averageValue")) (avg)"
      }
      return "\(Self.unknown)/\(foreignTarget("value"))"
    }
  }

  /// The two cells of a line of `describe`.
  var described: (title: String, value: String) {
    switch metric.type {
    case .resource, .containerResource:
      let part = metric.type == .resource ? "" : " of container \"\(source.container ?? "")\""
      let kind = source.target.averageValue == nil ? "  (as a percentage of request)" : ""
      return (
        "resource \(source.name)\(part) on pods\(kind):", "\(current(detailed: true)) / \(target)"
      )
    case .pods:
      return ("\"\(name)\" on pods:", "\(Self.unknown) / \(foreignTarget("averageValue"))")
    case .object:
      let described = foreign?["describedObject"]
      let place = "\(described?["kind"]?.string ?? "")/\(described?["name"]?.string ?? "")"
      return ("\"\(name)\" on \(place) \(foreignForm)", foreignValue)
    case .external: return ("\"\(name)\" \(foreignForm)", foreignValue)
    }
  }

  // MARK: - Resources

  private var source: ResourceMetric {
    (metric.type == .resource ? metric.resource : metric.containerResource) ?? ResourceMetric()
  }

  private var target: String {
    if let amount = source.target.averageValue { return amount.text }
    return source.target.averageUtilization.map { "\($0)%" } ?? "<auto>"
  }

  private func current(detailed: Bool) -> String {
    let found = metric.type == .resource ? status?.resource : status?.containerResource
    guard let value = found?.current else { return Self.unknown }
    let average = value.averageValue?.text ?? Self.unknown
    if source.target.averageValue != nil { return average }
    guard let percent = value.averageUtilization else { return Self.unknown }
    return detailed ? "\(percent)% (\(average))" : "\(percent)%"
  }

  // MARK: - Others, which nobody here measures

  private var foreign: APIValue? {
    switch metric.type {
    case .pods: metric.pods
    case .object: metric.object
    case .external: metric.external
    case .resource, .containerResource: nil
    }
  }

  private var name: String { foreign?["metric"]?["name"]?.string ?? "" }

  private func foreignTarget(_ field: String) -> String {
    guard let value = foreign?["target"]?[field] else { return "<unset>" }
    var problems: [FieldProblem] = []
    return Quantity(value, at: FieldPath(), problems: &problems).text
  }

  private var foreignForm: String {
    foreign?["target"]?["averageValue"] == nil ? "(target value):" : "(target average value):"
  }

  private var foreignValue: String {
    let field = foreign?["target"]?["averageValue"] == nil ? "value" : "averageValue"
    return "\(Self.unknown) / \(foreignTarget(field))"
  }
}
