/// One of the figures that a scene gives.
struct BenchMeasure {
  /// How it grows with what there is to do.
  enum Kind {
    /// Spent on all items together.
    case whole
    /// Spent on one thing, whatever surrounds it.
    case single
    /// Items in a second.
    case rate
  }

  /// What podlab wants to reach at the largest size.
  enum Target {
    case over(Double)
    case under(Double)

    func isMet(by value: Double) -> Bool {
      switch self {
      case .over(let bound): value > bound
      case .under(let bound): value < bound
      }
    }

    var text: String {
      switch self {
      case .over(let bound): "over \(BenchNumber.text(bound))"
      case .under(let bound): "under \(BenchNumber.text(bound))"
      }
    }
  }

  /// As the table shows it: `pods/s`.
  var unit: String
  /// As JSON names it: `podsPerSecond`.
  var name: String
  var kind: Kind
  var target: Target?

  /// What one item costs, in whatever unit.
  func cost(_ value: Double, items: Int) -> Double {
    switch kind {
    case .whole: value / Double(max(1, items))
    case .single: value
    case .rate: value > 0 ? 1 / value : .infinity
    }
  }

  /// Process time for all of it.
  static func seconds(target: Target? = nil) -> BenchMeasure {
    BenchMeasure(unit: "s", name: "seconds", kind: .whole, target: target)
  }

  /// Process time for one of many.
  static func milliseconds(_ what: String? = nil, target: Target? = nil) -> BenchMeasure {
    BenchMeasure(
      unit: what.map { "ms \($0)" } ?? "ms",
      name: what.map { "\($0)Milliseconds" } ?? "milliseconds", kind: .single, target: target)
  }

  static func rate(of items: String, target: Target? = nil) -> BenchMeasure {
    BenchMeasure(
      unit: "\(items)/s", name: "\(items)PerSecond", kind: .rate, target: target)
  }
}

/// What came of a scene at one size.
struct BenchOutcome {
  /// How many items there were.
  var items: Int
  /// How many of `wanted` things went as they should.
  var done: Int
  var wanted: Int
  /// One for each measure of the scene.
  var values: [Double]
  /// What else is worth knowing, by the names it has in JSON.
  var facts: [(name: String, value: Double)] = []
}

/// Numbers as a person reads them.
enum BenchNumber {
  /// Three or four digits that count, and commas between the thousands.
  static func text(_ value: Double) -> String {
    guard value.isFinite else { return "-" }
    if value >= 100 { return grouped(Int(value.rounded())) }
    if value == value.rounded() { return "\(Int(value))" }
    return decimal(value, places: value >= 10 ? 1 : value >= 1 ? 2 : 3)
  }

  static func grouped(_ number: Int) -> String {
    var text = "\(number)"
    var place = text.count - 3
    while place > 0 {
      text.insert(",", at: text.index(text.startIndex, offsetBy: place))
      place -= 3
    }
    return text
  }

  /// 1.5 with two places is `1.50`. Not for negative numbers.
  static func decimal(_ value: Double, places: Int) -> String {
    let scale = (0..<places).reduce(1) { product, _ in product * 10 }
    let whole = Int((value * Double(scale)).rounded())
    let rest = "\(whole % scale)"
    return "\(whole / scale)." + String(repeating: "0", count: places - rest.count) + rest
  }
}
