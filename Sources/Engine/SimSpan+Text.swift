extension SimSpan {
  /// Reads a duration as Go writes it: `300ms`, `5s`, `1m30s`, `1.5h`; a bare `0` is zero.
  ///
  /// Nil when the text is no duration or longer than about ten thousand years.
  public init?(goText text: String) {
    var rest = Substring(text)
    let negative = rest.first == "-"
    if negative || rest.first == "+" { rest.removeFirst() }
    if rest == "0" {
      self = .zero
      return
    }
    guard !rest.isEmpty else { return nil }
    var total = 0.0
    while !rest.isEmpty {
      let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      guard let amount = Double(number) else { return nil }
      rest.removeFirst(number.count)
      let unit = rest.prefix { $0.isLetter }
      rest.removeFirst(unit.count)
      guard let milliseconds = Self.unitMilliseconds[String(unit)] else { return nil }
      total += amount * milliseconds
    }
    guard total < 3.2e14 else { return nil }
    let rounded = Int64(total.rounded())
    self.init(milliseconds: negative ? -rounded : rounded)
  }

  private static let unitMilliseconds: [String: Double] = [
    "ns": 1e-6, "us": 1e-3, "µs": 1e-3, "ms": 1, "s": 1000, "m": 60_000, "h": 3_600_000,
  ]

  /// As Go prints a duration: `10s`, `1m20s`, `5m0s`, `1.5s`, `400ms`, `0s`.
  public var goText: String {
    if milliseconds == 0 { return "0s" }
    let sign = milliseconds < 0 ? "-" : ""
    let magnitude = milliseconds.magnitude
    if magnitude < 1000 { return "\(sign)\(magnitude)ms" }
    let hours = magnitude / 3_600_000
    let minutes = magnitude / 60_000 % 60
    let fraction = magnitude % 1000
    var text = "\(magnitude / 1000 % 60)"
    if fraction > 0 {
      var digits = String(String(1000 + fraction).dropFirst())
      while digits.last == "0" { digits.removeLast() }
      text += "." + digits
    }
    text += "s"
    if hours > 0 { return "\(sign)\(hours)h\(minutes)m\(text)" }
    return minutes > 0 ? "\(sign)\(minutes)m\(text)" : sign + text
  }

  /// As kubectl prints an age: `119s`, `5m30s`, `179m`, `7h59m`, `47h`, `7d23h`, `729d`, `3y4d`.
  ///
  /// The bounds are those of `HumanDuration` in apimachinery.
  public var ageText: String {
    let seconds = self.seconds
    if seconds < -1 { return "<invalid>" }
    if seconds < 0 { return "0s" }
    if seconds < 120 { return "\(seconds)s" }
    let minutes = seconds / 60
    if minutes < 10 { return Self.pair(minutes, "m", seconds % 60, "s") }
    if minutes < 180 { return "\(minutes)m" }
    let hours = seconds / 3600
    if hours < 8 { return Self.pair(hours, "h", minutes % 60, "m") }
    if hours < 48 { return "\(hours)h" }
    let days = hours / 24
    if hours < 192 { return Self.pair(days, "d", hours % 24, "h") }
    if days < 730 { return "\(days)d" }
    if days < 8 * 365 { return Self.pair(days / 365, "y", days % 365, "d") }
    return "\(days / 365)y"
  }

  private static func pair(_ large: Int64, _ unit: String, _ small: Int64, _ part: String) -> String
  {
    small == 0 ? "\(large)\(unit)" : "\(large)\(unit)\(small)\(part)"
  }
}
