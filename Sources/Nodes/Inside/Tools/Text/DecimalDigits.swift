/// All decimal digits of a number, none of them rounded: what C's printf rounds from.
struct DecimalDigits: Sendable {
  /// From the first that is not zero; empty for zero.
  private let digits: [UInt8]
  /// How many of the digits stand in front of the point; negative for zeros behind it.
  private let point: Int

  /// Of a number that is neither negative nor infinite.
  init(_ value: Double) {
    guard value > 0 else {
      digits = []
      point = 0
      return
    }
    let exponent = Int(value.exponent) - 52
    let significand =
      value.isNormal ? value.significandBitPattern | 1 << 52 : value.significandBitPattern
    let power = value.isNormal ? exponent : -1074
    // Digits of the number's mantissa times two to the power, or times five for each halving.
    var parts = [UInt32(significand % 1_000_000_000), UInt32(significand / 1_000_000_000)]
    for _ in 0..<abs(power) { Self.multiply(&parts, by: power > 0 ? 2 : 5) }
    var all: [UInt8] = []
    for part in parts {
      var rest = part
      for _ in 0..<9 {
        all.append(UInt8(rest % 10))
        rest /= 10
      }
    }
    while all.last == 0 { all.removeLast() }
    digits = all.reversed()
    point = all.count - (power < 0 ? -power : 0)
  }

  private static func multiply(_ parts: inout [UInt32], by factor: UInt64) {
    var carry: UInt64 = 0
    for place in parts.indices {
      let product = UInt64(parts[place]) * factor + carry
      parts[place] = UInt32(product % 1_000_000_000)
      carry = product / 1_000_000_000
    }
    if carry > 0 { parts.append(UInt32(carry)) }
  }

  /// The first `count` digits, rounded half to even, and where the point is then.
  private func rounded(to count: Int) -> (digits: [UInt8], point: Int) {
    guard count < digits.count else {
      return (digits + Array(repeating: 0, count: count - digits.count), point)
    }
    guard count >= 0 else { return ([], point) }
    var kept = Array(digits[..<count])
    let next = digits[count]
    let isExactHalf = next == 5 && digits[(count + 1)...].allSatisfy { $0 == 0 }
    let goesUp = isExactHalf ? (kept.last ?? 0) % 2 == 1 : next >= 5
    guard goesUp else { return (kept, point) }
    var place = count - 1
    while place >= 0, kept[place] == 9 {
      kept[place] = 0
      place -= 1
    }
    if place >= 0 {
      kept[place] += 1
      return (kept, point)
    }
    return ([1] + kept, point + 1)
  }

  private static func text(_ digits: some Sequence<UInt8>) -> String {
    String(decoding: digits.map { $0 + 48 }, as: UTF8.self)
  }

  /// `%.2f`
  func fixed(_ precision: Int, keepsPoint: Bool = false) -> String {
    var (kept, point) = digits.isEmpty ? ([], 0) : rounded(to: self.point + precision)
    if kept.count < point + precision {
      kept += Array(repeating: 0, count: max(0, point + precision - kept.count))
    }
    let zeros = max(0, -point)
    let whole = point > 0 ? Self.text(kept[..<point]) : "0"
    var fraction = Array(repeating: UInt8(0), count: min(zeros, precision))
    fraction += kept[max(0, point)...]
    fraction += Array(repeating: 0, count: max(0, precision - fraction.count))
    let behind = Self.text(fraction.prefix(precision))
    return precision > 0 || keepsPoint ? whole + "." + behind : whole
  }

  /// `%.2e`
  func scientific(_ precision: Int, keepsPoint: Bool = false) -> String {
    let (kept, point) = rounded(to: precision + 1)
    let exponent = digits.isEmpty ? 0 : point - 1
    return Self.mantissa(Array(kept.prefix(precision + 1)), keepsPoint)
      + Self.text(exponent: exponent)
  }

  /// `%.6g`
  func general(_ precision: Int, keepsZeros: Bool = false) -> String {
    let (kept, point) = rounded(to: precision)
    let exponent = digits.isEmpty ? 0 : point - 1
    if exponent >= -4, exponent < precision {
      let text = fixed(precision - 1 - exponent, keepsPoint: keepsZeros)
      return keepsZeros || !text.contains(".") ? text : Self.withoutZeros(text)
    }
    let mantissa = Self.mantissa(Array(kept.prefix(precision)), keepsZeros)
    let text = keepsZeros || !mantissa.contains(".") ? mantissa : Self.withoutZeros(mantissa)
    return text + Self.text(exponent: exponent)
  }

  private static func mantissa(_ digits: [UInt8], _ keepsPoint: Bool) -> String {
    let behind = text(digits.dropFirst())
    return text(digits.prefix(1)) + (behind.isEmpty && !keepsPoint ? "" : "." + behind)
  }

  private static func text(exponent: Int) -> String {
    let magnitude = String(exponent.magnitude)
    return (exponent < 0 ? "e-" : "e+") + (magnitude.utf8.count < 2 ? "0" : "") + magnitude
  }

  private static func withoutZeros(_ text: String) -> String {
    var text = text
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}
