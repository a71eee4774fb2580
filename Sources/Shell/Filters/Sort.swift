/// Lines in order.
enum Sort: Filter {
  static let name = "sort"
  static let summary = "lines in order: -n -h -V -r -u -f -k FIELD -t SEPARATOR"

  static func run(_ call: FilterCall) throws(FilterProblem) -> FilterOutput {
    let options = try OptionReader(
      call.arguments, for: name, flags: "nruhVfsb", values: "kt",
      long: ["reverse": "r", "unique": "u", "numeric-sort": "n", "key": "k"])
    let lines = Lines(try call.text(of: options.operands, for: name)).lines
    let keys = try options.values("k").map { text throws(FilterProblem) in
      try SortKey(text, all: options)
    }
    let whole = [SortKey(all: options)]
    let used = keys.isEmpty ? whole : keys
    let isReversed = options.has("r")
    var sorted = lines.map { line in (line, used.map { $0.value(of: line) }) }
    sorted.sort { left, right in
      for (place, key) in used.enumerated() {
        let order = key.compare(left.1[place], right.1[place])
        if order != 0 { return order < 0 }
      }
      // Equal keys: the whole lines decide, as in sort(1).
      return isReversed ? left.0 > right.0 : left.0 < right.0
    }
    var result: [String] = []
    var last: [SortKey.Value]?
    for (line, values) in sorted {
      let isRepeated =
        last.map { last in
          used.indices.allSatisfy { used[$0].compare(last[$0], values[$0]) == 0 }
        } ?? false
      if options.has("u"), isRepeated { continue }
      result.append(line)
      last = values
    }
    return FilterOutput(text: Lines.text(result))
  }
}

/// What to sort by: a stretch of fields, as text or as a number.
struct SortKey {
  enum Value: Equatable {
    case text(String)
    case number(Double, String)
  }

  private var first = 1
  private var last: Int?
  private var isNumeric: Bool
  private var hasUnits: Bool
  private var isVersion: Bool
  private var isReversed: Bool
  private var ignoresCase: Bool
  private var separator: Character?
  private var isWhole = true

  init(all options: OptionReader) {
    isNumeric = options.has("n")
    hasUnits = options.has("h")
    isVersion = options.has("V")
    isReversed = options.has("r")
    ignoresCase = options.has("f")
    separator = options.value("t")?.first
  }

  /// `2`, `2,3`, `2n`, `4,4nr`.
  init(_ text: String, all options: OptionReader) throws(FilterProblem) {
    self.init(all: options)
    isWhole = false
    let letters = text.filter(\.isLetter)
    isNumeric = isNumeric || letters.contains("n")
    hasUnits = hasUnits || letters.contains("h")
    isReversed = isReversed || letters.contains("r")
    let ends = text.split(separator: ",").map { part in
      Int(part.prefix { $0.isNumber }) ?? 0
    }
    guard let start = ends.first, start > 0 else {
      throw FilterProblem("sort: invalid field specification '\(text)'", status: 2)
    }
    first = start
    last = ends.count > 1 ? ends[1] : nil
  }

  func value(of line: String) -> Value {
    var text = line
    if !isWhole {
      let fields =
        separator.map { line.split(separator: $0, omittingEmptySubsequences: false) }
        ?? line.split(whereSeparator: \.isWhitespace)
      let joined = fields.dropFirst(first - 1).prefix((last ?? .max - 1) - first + 1)
      text = joined.joined(separator: separator.map { String($0) } ?? " ")
    }
    if ignoresCase { text = text.uppercased() }
    guard isNumeric || hasUnits || isVersion else { return .text(text) }
    let trimmed = text.drop(while: \.isWhitespace)
    let digits = trimmed.prefix { $0.isNumber || $0 == "." || $0 == "-" }
    let number = Double(digits) ?? 0
    guard hasUnits, let unit = trimmed.dropFirst(digits.count).first else {
      return .number(number, text)
    }
    let powers = "KMGTPE"
    let power = powers.firstIndex(of: Character(unit.uppercased()))
      .map { powers.distance(from: powers.startIndex, to: $0) + 1 }
    return .number(number * Double(1 << (10 * (power ?? 0))), text)
  }

  /// Below 0 when `left` comes first.
  func compare(_ left: Value, _ right: Value) -> Int {
    let order: Int
    switch (left, right) {
    case (.number(let left, _), .number(let right, _)):
      order = left < right ? -1 : left > right ? 1 : 0
    case (.text(let left), .text(let right)), (.text(let left), .number(_, let right)),
      (.number(_, let left), .text(let right)):
      order = left < right ? -1 : left > right ? 1 : 0
    }
    return isReversed ? -order : order
  }
}
