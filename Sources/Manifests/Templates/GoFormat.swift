/// Go's print and printf, as far as templates need them.
enum GoFormat {
  /// Values one after the other, with a space between two that are no strings.
  static func print(_ values: [TemplateValue]) -> String {
    var text = ""
    for (place, value) in values.enumerated() {
      if place > 0, !value.isString, !values[place - 1].isString { text += " " }
      text += value.inner
    }
    return text
  }

  static func printf(_ format: String, _ values: [TemplateValue]) -> String {
    var text = ""
    var rest = format[...]
    var left = values[...]
    while let character = rest.popFirst() {
      guard character == "%" else {
        text.append(character)
        continue
      }
      let flags = rest.prefix { "+-# 0".contains($0) }
      rest = rest.dropFirst(flags.count)
      let width = rest.prefix { $0.isNumber }
      rest = rest.dropFirst(width.count)
      var precision: Int?
      if rest.first == "." {
        let digits = rest.dropFirst().prefix { $0.isNumber }
        precision = Int(digits) ?? 0
        rest = rest.dropFirst(digits.count + 1)
      }
      guard let verb = rest.popFirst() else { return text + "%!(NOVERB)" }
      if verb == "%" {
        text += "%"
        continue
      }
      guard let value = left.popFirst() else {
        text += "%!\(verb)(MISSING)"
        continue
      }
      let shown = Verb(letter: verb, flags: String(flags), precision: precision).text(of: value)
      text += padded(shown, to: Int(width) ?? 0, String(flags), isNumber: value.isNumber)
    }
    guard !left.isEmpty else { return text }
    let extra = left.map { "\($0.typeName)=\($0.inner)" }.joined(separator: ", ")
    return text + "%!(EXTRA \(extra))"
  }

  /// Nobody reads wider columns.
  private static let widest = 10_000

  private static func padded(
    _ text: String, to width: Int, _ flags: String, isNumber: Bool
  ) -> String {
    let missing = min(width, widest) - text.unicodeScalars.count
    guard missing > 0 else { return text }
    if flags.contains("-") { return text + String(repeating: " ", count: missing) }
    guard flags.contains("0"), isNumber else {
      return String(repeating: " ", count: missing) + text
    }
    let zeros = String(repeating: "0", count: missing)
    return text.hasPrefix("-") ? "-" + zeros + text.dropFirst() : zeros + text
  }
}

/// One verb of a format, such as `%5.2f` without its width.
private struct Verb {
  var letter: Character
  var flags: String
  var precision: Int?

  func text(of value: TemplateValue) -> String {
    switch (letter, value) {
    case ("v", _): return value.inner
    case ("s", .string(let text)): return precision.map { String(text.prefix($0)) } ?? text
    case ("s", .list(let items)):
      return "[" + items.map { text(of: $0) }.joined(separator: " ") + "]"
    case ("q", .string(let text)): return Self.quoted(text)
    case ("t", .bool(let flag)): return flag ? "true" : "false"
    case ("d", .whole(let number)): return sign(number >= 0) + "\(number)"
    case ("x", .whole(let number)): return String(number, radix: 16)
    case ("X", .whole(let number)): return String(number, radix: 16, uppercase: true)
    case ("o", .whole(let number)): return String(number, radix: 8)
    case ("b", .whole(let number)): return String(number, radix: 2)
    case ("c", .whole(let number)):
      return UInt32(exactly: number).flatMap(Unicode.Scalar.init).map { String($0) } ?? "\u{fffd}"
    case ("x", .string(let text)): return Self.hexadecimal(text)
    case ("f", .floating(let number)), ("F", .floating(let number)):
      return sign(number >= 0) + Self.fixed(number, precision ?? 6)
    case ("g", .floating(let number)): return sign(number >= 0) + GoNumber.shortest(number)
    case ("T", _): return value.typeName
    default: return "%!\(letter)(\(value.typeName)=\(value.inner))"
    }
  }

  private func sign(_ isPositive: Bool) -> String {
    isPositive && flags.contains("+") ? "+" : ""
  }

  private static func hexadecimal(_ text: String) -> String {
    text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// With so many digits behind the point, rounded half to even in binary as C does.
  private static func fixed(_ number: Double, _ digits: Int) -> String {
    let digits = min(digits, 15)
    guard number.isFinite, number.magnitude < 1e15 else { return GoNumber.shortest(number) }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let whole = number.magnitude.rounded(.towardZero)
    var fraction = ((number.magnitude - whole) * scale).rounded(.toNearestOrEven)
    var carried = whole
    if fraction >= scale {
      fraction -= scale
      carried += 1
    }
    let sign = number < 0 ? "-" : ""
    guard digits > 0 else {
      return sign + "\(Int64(number.magnitude.rounded(.toNearestOrEven)))"
    }
    let text = "\(Int64(fraction))"
    return sign + "\(Int64(carried))." + String(repeating: "0", count: digits - text.count) + text
  }
}

extension TemplateValue {
  fileprivate var isString: Bool {
    if case .string = self { true } else { false }
  }

  fileprivate var isNumber: Bool {
    switch self {
    case .whole, .floating: true
    case .missing, .null, .bool, .string, .list, .object: false
    }
  }
}
