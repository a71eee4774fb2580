import Manifests
import Objects

/// What a scene has given at the sizes that were played.
struct BenchReport {
  private let scene: any BenchScene.Type
  private let outcomes: [(size: BenchSize, outcome: BenchOutcome)]

  init(_ scene: any BenchScene.Type, _ outcomes: [(size: BenchSize, outcome: BenchOutcome)]) {
    self.scene = scene
    self.outcomes = outcomes
  }

  /// What did not go as it should, a sentence each.
  var failures: [String] {
    outcomes.filter { $0.outcome.done != $0.outcome.wanted }.map { size, outcome in
      "\(scene.name) (\(size.rawValue)): \(outcome.done) of \(outcome.wanted) "
        + "went as they should"
    }
  }

  /// What one item costs at the largest size played, over what it costs at the smallest.
  private func growth(_ place: Int) -> Double? {
    guard let first = outcomes.first?.outcome, let last = outcomes.last?.outcome,
      outcomes.count > 1
    else { return nil }
    let measure = scene.measures[place]
    let before = measure.cost(first.values[place], items: first.items)
    guard before > 0 else { return nil }
    return measure.cost(last.values[place], items: last.items) / before
  }

  // MARK: - For people

  /// The line above all others.
  static func header(_ sizes: [BenchSize]) -> String {
    row("SCENE", "UNIT", sizes.map { $0.rawValue.uppercased() }, "GROWTH", "TARGET")
  }

  /// One line; more figures, where there are more, stand below.
  func lines(_ sizes: [BenchSize]) -> String {
    scene.measures.indices.map { place in
      let measure = scene.measures[place]
      let cells = sizes.map { size in
        outcomes.first { $0.size == size }.map { BenchNumber.text($0.outcome.values[place]) } ?? "-"
      }
      let growth = growth(place).map { "\(BenchNumber.decimal($0, places: 2))x" } ?? "-"
      return Self.row(
        place == 0 ? scene.name : "", measure.unit, cells, growth, target(place))
    }.joined()
  }

  /// What is wanted of the largest size, and whether it was reached.
  private func target(_ place: Int) -> String {
    guard let target = scene.measures[place].target else { return "" }
    guard let last = outcomes.last, last.size == .large else { return target.text }
    return target.text + (target.isMet(by: last.outcome.values[place]) ? "" : " !")
  }

  private static func row(
    _ name: String, _ unit: String, _ cells: [String], _ growth: String, _ target: String
  ) -> String {
    func left(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.count))
    }
    func right(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    var line =
      left(name, 16) + " " + left(unit, 10) + cells.map { " " + right($0, 9) }.joined()
      + right(growth, 8) + "  " + target
    while line.hasSuffix(" ") { line.removeLast() }
    return line + "\n"
  }

  // MARK: - For programs

  var json: String { JSON.encode(document, pretty: false) }

  private var document: APIValue {
    var members = Members()
    members["scene"] = .string(scene.name)
    members["sizes"] = .array(outcomes.map { .object(document(of: $0.outcome, at: $0.size)) })
    var growths = Members()
    for (place, measure) in scene.measures.enumerated() {
      if let growth = growth(place) { growths[measure.name] = Self.number(growth) }
    }
    if !growths.isEmpty { members["growth"] = .object(growths) }
    var targets = Members()
    for measure in scene.measures {
      switch measure.target {
      case .over(let bound): targets[measure.name] = .object(Members([("over", .number(bound))]))
      case .under(let bound): targets[measure.name] = .object(Members([("under", .number(bound))]))
      case nil: continue
      }
    }
    if !targets.isEmpty { members["targets"] = .object(targets) }
    return .object(members)
  }

  private func document(of outcome: BenchOutcome, at size: BenchSize) -> Members {
    var members = Members()
    members["size"] = .string(size.rawValue)
    members[scene.items] = .integer(Int64(outcome.items))
    members["wanted"] = .integer(Int64(outcome.wanted))
    members["done"] = .integer(Int64(outcome.done))
    for (measure, value) in zip(scene.measures, outcome.values) {
      members[measure.name] = Self.number(value)
    }
    for fact in outcome.facts { members[fact.name] = Self.number(fact.value) }
    return members
  }

  /// To a thousandth; whole numbers without a point. JSON has no word for what is not finite.
  private static func number(_ value: Double) -> APIValue {
    guard value.isFinite else { return .null }
    let rounded = (value * 1000).rounded() / 1000
    return Int64(exactly: rounded).map { .integer($0) } ?? .number(rounded)
  }
}
