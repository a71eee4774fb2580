import Objects

/// What a plain word of YAML stands for.
enum ScalarText {
  private static let trueWords: Set<String> = [
    "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON", "y", "Y",
  ]
  private static let falseWords: Set<String> = [
    "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF", "n", "N",
  ]

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
      return Int64(body.dropFirst(2), radix: radix).map { .integer(negative ? -$0 : $0) }
    }
    if body.count > 1, body.first == "0", body.allSatisfy(\.isNumber) {
      return Int64(body, radix: 8).map { .integer(negative ? -$0 : $0) } ?? decimal(digits)
    }
    if let whole = Int64(digits) { return .integer(whole) }
    return decimal(digits)
  }

  private static func decimal(_ digits: String) -> APIValue? {
    let allowed = digits.allSatisfy { $0.isNumber || ".eE+-".contains($0) }
    return allowed ? Double(digits).map(APIValue.number) : nil
  }

  /// Whether a text must be quoted so that it is read back as a text.
  static func needsQuotes(_ text: String) -> Bool {
    if text.isEmpty { return true }
    if trueWords.contains(text) || falseWords.contains(text) { return true }
    if case .string = value(of: text) {} else { return true }
    if looksLikeTime(text) || specialNumbers.contains(text) || text == "=" || text == "<<" {
      return true
    }
    guard let first = text.first else { return true }
    if text.first == " " || text.last == " " { return true }
    if "!&*#|>@`%{}[],\"'".contains(first) { return true }
    if "-?:".contains(first), text.count == 1 || text.dropFirst().first == " " { return true }
    if text.contains(": ") || text.contains(" #") || text.hasSuffix(":") { return true }
    if text == "---" || text == "..." { return true }
    return text.unicodeScalars.contains {
      $0.value < 0x20 || $0.value == 0x7F || $0.value == 0xFEFF
    }
  }

  private static let specialNumbers: Set<String> = [
    ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf",
    "-.INF",
  ]

  /// Whether a text would be read as a value of another type.
  static func readsAsOther(_ text: String) -> Bool {
    if text.isEmpty || specialNumbers.contains(text) || looksLikeTime(text) { return true }
    if case .string = value(of: text) { return false }
    return true
  }

  /// `2026-01-01` and longer: YAML would read a date.
  private static func looksLikeTime(_ text: String) -> Bool {
    let bytes = Array(text.utf8.prefix(10))
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return false }
    return [0, 1, 2, 3, 5, 6, 8, 9].allSatisfy { (0x30...0x39).contains(bytes[$0]) }
  }
}
