import Objects

/// What a plain word of YAML stands for.
enum ScalarText {
  private static let trueWords: Set<String> = [
    "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON", "y", "Y",
  ]
  private static let falseWords: Set<String> = [
    "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF", "n", "N",
  ]

  /// What YAML has and JSON has not: `.inf`, `-.Inf`, `.NaN`.
  static func boundless(_ text: String) -> Double? {
    switch text {
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": .infinity
    case "-.inf", "-.Inf", "-.INF": -.infinity
    case ".nan", ".NaN", ".NAN": .nan
    default: nil
    }
  }

  static func value(of text: String) -> APIValue {
    if text.isEmpty || ["~", "null", "Null", "NULL"].contains(text) { return .null }
    if text.count <= 5 {
      if trueWords.contains(text) { return .bool(true) }
      if falseWords.contains(text) { return .bool(false) }
    }
    guard let first = text.utf8.first, (0x30...0x39).contains(first) || "+-.".utf8.contains(first)
    else { return .string(text) }
    return number(text) ?? .string(text)
  }

  private static func number(_ text: String) -> APIValue? {
    let digits = text.filter { $0 != "_" }
    var body = Substring(digits)
    let negative = body.first == "-"
    if negative || body.first == "+" { body.removeFirst() }
    guard let first = body.first, first.isNumber || first == "." else { return nil }
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where body.hasPrefix(prefix) {
      let rest = body.dropFirst(2)
      guard rest.first?.isHexDigit == true else { return nil }
      return Int64((negative ? "-" : "") + rest, radix: radix).map { .integer($0) }
    }
    if body.count > 1, body.first == "0", body.allSatisfy(\.isNumber) {
      return Int64(body, radix: 8).map { .integer(negative ? -$0 : $0) } ?? decimal(digits)
    }
    if let whole = Int64(digits) { return .integer(whole) }
    return decimal(digits)
  }

  private static func decimal(_ digits: String) -> APIValue? {
    let allowed = digits.allSatisfy { $0.isNumber || ".eE+-".contains($0) }
    // A number that no machine can hold stays the text that it is.
    guard allowed, let number = Double(digits), number.isFinite else { return nil }
    return .number(number)
  }
}
