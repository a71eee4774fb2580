/// One conversion of a format, `%-8.3f`: how a value is written.
struct FormatSpec: Sendable {
  var isLeft = false
  var hasSign = false
  var hasBlank = false
  var isAlternate = false
  var isZeroed = false
  var width = 0
  var precision: Int?
  var letter: UInt8 = UInt8(ascii: "s")

  /// Nobody needs wider columns, and whoever asks for them only wants to fill the memory.
  static let widest = 65_536
  /// Columns of which a text may have many fill it sooner.
  static let widestOfMany = 1024

  /// Reads what stands behind a percent sign; `star` gives the numbers that `*` stands for. Nil
  /// when the text ends before the letter.
  init?(_ text: Bytes, at place: inout Int, star: () -> Int) {
    while place < text.count, "-+ #0".utf8.contains(text[place]) {
      switch text[place] {
      case UInt8(ascii: "-"): isLeft = true
      case UInt8(ascii: "+"): hasSign = true
      case UInt8(ascii: " "): hasBlank = true
      case UInt8(ascii: "#"): isAlternate = true
      default: isZeroed = true
      }
      place += 1
    }
    width = Self.number(text, &place, star) ?? 0
    if width < 0 {
      isLeft = true
      width = -width
    }
    if place < text.count, text[place] == UInt8(ascii: ".") {
      place += 1
      precision = Self.number(text, &place, star) ?? 0
      if let precision, precision < 0 { self.precision = nil }
    }
    while place < text.count, "hlLqjzt".utf8.contains(text[place]) { place += 1 }
    guard place < text.count else { return nil }
    letter = text[place]
    place += 1
  }

  init(_ letter: Character, precision: Int? = nil) {
    self.letter = letter.asciiValue ?? UInt8(ascii: "s")
    self.precision = precision
  }

  private static func number(_ text: Bytes, _ place: inout Int, _ star: () -> Int) -> Int? {
    if place < text.count, text[place] == UInt8(ascii: "*") {
      place += 1
      return max(-widest, min(widest, star()))
    }
    var number: Int?
    while place < text.count, text[place].isDigit {
      number = min(widest, (number ?? 0) * 10 + Int(text[place] - 48))
      place += 1
    }
    return number
  }

  // MARK: Values

  func string(_ bytes: some Collection<UInt8>) -> Bytes {
    padded(Bytes(precision.map { bytes.prefix($0) } ?? bytes[...]))
  }

  func byte(_ byte: UInt8) -> Bytes { padded([byte]) }

  /// `d i o u x X c` of a whole number.
  func integer(_ number: Int) -> Bytes {
    let isSigned = letter == UInt8(ascii: "d") || letter == UInt8(ascii: "i")
    let base = letter == UInt8(ascii: "o") ? 8 : "xX".utf8.contains(letter) ? 16 : 10
    var digits =
      isSigned
      ? String(number.magnitude)
      : String(UInt(bitPattern: number), radix: base, uppercase: letter == UInt8(ascii: "X"))
    if let precision {
      if precision == 0, number == 0 { digits = "" }
      digits = String(repeating: "0", count: max(0, precision - digits.utf8.count)) + digits
    }
    if isAlternate, base == 8, !digits.hasPrefix("0") { digits = "0" + digits }
    var sign = isSigned ? self.sign(isNegative: number < 0) : ""
    if isAlternate, base == 16, number != 0 { sign = letter == UInt8(ascii: "X") ? "0X" : "0x" }
    return padded(sign: sign, digits, zeros: isZeroed && precision == nil)
  }

  /// `e f g` of a number.
  func number(_ value: Double) -> Bytes {
    let sign = self.sign(isNegative: value.sign == .minus && !value.isNaN)
    guard value.isFinite else {
      let text = value.isNaN ? "nan" : "inf"
      return padded(sign: sign, letter.isUpper ? text.uppercased() : text, zeros: false)
    }
    let digits = DecimalDigits(value.magnitude)
    let precision = precision ?? 6
    var text: String
    switch letter.lowered {
    case UInt8(ascii: "e"): text = digits.scientific(precision, keepsPoint: isAlternate)
    case UInt8(ascii: "g"): text = digits.general(max(precision, 1), keepsZeros: isAlternate)
    default: text = digits.fixed(precision, keepsPoint: isAlternate)
    }
    if letter.isUpper { text = text.uppercased() }
    return padded(sign: sign, text, zeros: isZeroed)
  }

  private func sign(isNegative: Bool) -> String {
    isNegative ? "-" : hasSign ? "+" : hasBlank ? " " : ""
  }

  private func padded(sign: String, _ digits: String, zeros: Bool) -> Bytes {
    let missing = width - sign.utf8.count - digits.utf8.count
    if zeros, !isLeft, missing > 0 {
      return Bytes((sign + String(repeating: "0", count: missing) + digits).utf8)
    }
    return padded(Bytes((sign + digits).utf8))
  }

  private func padded(_ bytes: Bytes) -> Bytes {
    let blanks = Bytes(repeating: .blank, count: max(0, width - bytes.count))
    return isLeft ? bytes + blanks : blanks + bytes
  }
}
