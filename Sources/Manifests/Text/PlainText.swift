/// What a bare word of YAML is read as, by the rules of the library kubectl prints with.
enum PlainText {
  private static let words: Set<String> = [
    "", "~", "null", "Null", "NULL", "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on",
    "On", "ON", "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF",
    ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf",
    "-.INF",
  ]

  /// Whether the bare text is read back as the same text.
  static func readsAsText(_ text: String) -> Bool {
    if words.contains(text) { return false }
    guard let first = text.utf8.first else { return false }
    let isDigit = (0x30...0x39).contains(first)
    guard isDigit || "+-.".utf8.contains(first) else { return true }
    return !isNumber(text) && !isTime(text) && !isSexagesimal(text)
  }

  private static func isNumber(_ text: String) -> Bool {
    let plain = text.filter { $0 != "_" }
    var body = Substring(plain)
    if body.first == "+" || body.first == "-" { body.removeFirst() }
    return isInteger(body) || isFloating(body)
  }

  /// With the signs of other bases in front, as Go reads whole numbers.
  private static func isInteger(_ body: Substring) -> Bool {
    let lower = body.lowercased()
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where lower.hasPrefix(prefix) {
      return UInt64(lower.dropFirst(2), radix: radix) != nil
    }
    if lower.count > 1, lower.hasPrefix("0") { return UInt64(lower, radix: 8) != nil }
    return UInt64(lower) != nil && lower.first?.isNumber ?? false
  }

  /// `1.5`, `.5`, `1.`, `1e3`
  private static func isFloating(_ body: Substring) -> Bool {
    var rest = body
    let whole = takeDigits(&rest)
    var fraction = 0
    if rest.first == "." {
      rest.removeFirst()
      fraction = takeDigits(&rest)
    }
    if whole == 0, fraction == 0 { return false }
    guard let mark = rest.first else { return true }
    guard mark == "e" || mark == "E" else { return false }
    rest.removeFirst()
    if rest.first == "+" || rest.first == "-" { rest.removeFirst() }
    return takeDigits(&rest) > 0 && rest.isEmpty
  }

  private static func takeDigits(_ text: inout Substring) -> Int {
    let digits = text.prefix { ("0"..."9").contains($0) }
    text.removeFirst(digits.count)
    return digits.count
  }

  /// `190:20:30`: numbers to the base of sixty, which older readers know.
  private static func isSexagesimal(_ text: String) -> Bool {
    var body = Substring(text)
    if body.first == "+" || body.first == "-" { body.removeFirst() }
    var parts = body.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count > 1, let first = parts.first?.first, ("0"..."9").contains(first) else {
      return false
    }
    if let last = parts.last, let point = last.firstIndex(of: ".") {
      guard last[last.index(after: point)...].allSatisfy(isDigitOrLine) else { return false }
      parts[parts.count - 1] = last[..<point]
    }
    guard parts[0].allSatisfy(isDigitOrLine) else { return false }
    return parts.dropFirst().allSatisfy { part in
      (1...2).contains(part.count) && part.allSatisfy { ("0"..."9").contains($0) }
        && (part.count == 1 || (part.first ?? "9") < "6")
    }
  }

  private static func isDigitOrLine(_ character: Character) -> Bool {
    ("0"..."9").contains(character) || character == "_"
  }

  /// `2026-01-31`, alone or with a time behind it.
  private static func isTime(_ text: String) -> Bool {
    var rest = Substring(text)
    guard let year = number(&rest, 4...4), take("-", &rest), let month = number(&rest, 1...2),
      take("-", &rest), let day = number(&rest, 1...2), (1...12).contains(month), day >= 1
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard day <= days[month - 1] else { return false }
    if rest.isEmpty { return true }
    let needsZone = rest.first == "T" || rest.first == "t"
    guard needsZone || rest.first == " " else { return false }
    rest.removeFirst()
    guard let hour = number(&rest, 1...2), take(":", &rest), let minute = number(&rest, 1...2),
      take(":", &rest), let second = number(&rest, 1...2), hour < 24, minute < 60, second < 60
    else { return false }
    if take(".", &rest) { _ = takeDigits(&rest) }
    return needsZone ? isZone(rest) : rest.isEmpty
  }

  private static func isZone(_ text: Substring) -> Bool {
    if text == "Z" { return true }
    var rest = text
    guard rest.first == "+" || rest.first == "-" else { return false }
    rest.removeFirst()
    return number(&rest, 2...2) != nil && take(":", &rest) && number(&rest, 2...2) != nil
      && rest.isEmpty
  }

  private static func number(_ text: inout Substring, _ counts: ClosedRange<Int>) -> Int? {
    let digits = text.prefix { ("0"..."9").contains($0) }.prefix(counts.upperBound)
    guard counts.contains(digits.count) else { return nil }
    text.removeFirst(digits.count)
    return Int(digits)
  }

  private static func take(_ character: Character, _ text: inout Substring) -> Bool {
    guard text.first == character else { return false }
    text.removeFirst()
    return true
  }
}
