extension String {
  /// With `\x1b` for an escape character and so on, as Go's `%q` has it: what somebody has written
  /// does not steer the terminal of whoever is told of it.
  public var withControlsQuoted: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    var result = ""
    for scalar in unicodeScalars {
      guard scalar.isControl else {
        result.unicodeScalars.append(scalar)
        continue
      }
      let short: [Unicode.Scalar: String] = [
        "\u{07}": "a", "\u{08}": "b", "\u{0C}": "f", "\n": "n", "\r": "r", "\t": "t",
        "\u{0B}": "v",
      ]
      let digits = String(scalar.value, radix: 16)
      func padded(_ count: Int) -> String {
        String(repeating: "0", count: max(0, count - digits.count)) + digits
      }
      result += "\\" + (short[scalar] ?? (scalar.value < 0x80 ? "x" + padded(2) : "u" + padded(4)))
    }
    return result
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool {
    if isASCII { return value < 0x20 || value == 0x7F }
    return properties.generalCategory == .control || properties.generalCategory == .format
  }
}
