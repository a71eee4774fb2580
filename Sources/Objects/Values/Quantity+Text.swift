extension Quantity {
  private static let decimalSuffixes: [(suffix: String, power: Int)] = [
    ("n", -9), ("u", -6), ("m", -3), ("", 0), ("k", 3), ("M", 6), ("G", 9), ("T", 12), ("P", 15),
    ("E", 18),
  ]
  private static let binarySuffixes: [(suffix: String, shift: Int)] = [
    ("Ki", 10), ("Mi", 20), ("Gi", 30), ("Ti", 40), ("Pi", 50), ("Ei", 60),
  ]

  /// Reads a quantity as the API does; nil when the text is none.
  public init?(_ text: String) {
    var rest = Substring(text)
    let negative = rest.first == "-"
    if negative || rest.first == "+" { rest.removeFirst() }
    let digits = rest.prefix { ("0"..."9").contains($0) }
    rest.removeFirst(digits.count)
    var fraction: Substring = ""
    if rest.first == "." {
      rest.removeFirst()
      fraction = rest.prefix { ("0"..."9").contains($0) }
      rest.removeFirst(fraction.count)
    }
    guard !digits.isEmpty || !fraction.isEmpty, digits.count <= 19, fraction.count <= 18,
      let unit = Self.unit(String(rest)),
      let number = Int128(String(digits) + String(fraction))
    else { return nil }
    var scale: Int128 = 1
    for _ in 0..<fraction.count { scale *= 10 }
    let (product, overflow) = number.multipliedReportingOverflow(by: unit.nano)
    guard !overflow || unit.format == .binary && fraction.isEmpty else { return nil }
    // What is finer than a billionth rounds up, away from zero.
    var nano = overflow ? Int128.max : Self.ceiling(product, by: scale)
    if unit.format == .binary { nano = min(nano, Self.mostBinary) }
    self.init(nano: negative ? -nano : nano, format: unit.format)
  }

  /// The API cuts what has a binary suffix down to the last number of 64 bits, and nothing else.
  private static let mostBinary = Int128(Int64.max) * 1_000_000_000

  /// A suffix's size in billionths.
  private static func unit(_ suffix: String) -> (nano: Int128, format: Format)? {
    if let found = decimalSuffixes.first(where: { $0.suffix == suffix }) {
      return (power(of: 10, found.power + 9), .decimal)
    }
    if let found = binarySuffixes.first(where: { $0.suffix == suffix }) {
      return (Int128(1) << found.shift * 1_000_000_000, .binary)
    }
    guard let letter = suffix.first, letter == "e" || letter == "E",
      let exponent = Int(suffix.dropFirst()), (-9...18).contains(exponent)
    else { return nil }
    return (power(of: 10, exponent + 9), .exponent)
  }

  private static func power(of base: Int128, _ exponent: Int) -> Int128 {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }

  /// The canonical text: no fraction, the largest suffix that leaves a whole number.
  public var text: String {
    if nano == 0 { return "0" }
    switch format {
    case .binary:
      // Below 1Ki, or with a fraction, the API falls back to decimal suffixes.
      if nano % 1_000_000_000 == 0, nano.magnitude >= 1024 * 1_000_000_000 {
        return binaryText
      }
      return decimalText
    case .decimal: return decimalText
    case .exponent: return exponentText
    }
  }

  private var binaryText: String {
    var number = nano / 1_000_000_000
    var steps = 0
    while number % 1024 == 0, steps < Self.binarySuffixes.count {
      number /= 1024
      steps += 1
    }
    return "\(number)" + (steps == 0 ? "" : Self.binarySuffixes[steps - 1].suffix)
  }

  private var decimalText: String {
    var number = nano
    var place = 0
    while number % 1000 == 0, place < Self.decimalSuffixes.count - 1 {
      number /= 1000
      place += 1
    }
    return "\(number)\(Self.decimalSuffixes[place].suffix)"
  }

  private var exponentText: String {
    var number = nano
    var power = -9
    while number % 1000 == 0, power < 18 {
      number /= 1000
      power += 3
    }
    return power == 0 ? "\(number)" : "\(number)e\(power)"
  }
}

extension Quantity: ValueConvertible {
  public init(_ value: APIValue, at path: FieldPath, problems: inout [FieldProblem]) {
    let text: String
    switch value {
    case .string(let written): text = written
    case .integer(let number): text = "\(number)"
    case .number(let number): text = "\(number)"
    case .null, .bool, .array, .object:
      self = .zero
      problems.note(value, at: path, isNo: "quantity")
      return
    }
    if let quantity = Quantity(text) {
      self = quantity
    } else {
      self = .zero
      problems.append(
        .init(path, .invalid(value: "\"\(text)\"", why: Self.pattern)))
    }
  }

  /// The API server's own words for a text that is no quantity.
  public static let pattern =
    "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"

  public var value: APIValue { .string(text) }
}
