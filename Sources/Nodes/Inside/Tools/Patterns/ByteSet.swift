/// A set of bytes, as a bracket expression or `tr` means it.
struct ByteSet: Hashable, Sendable {
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  init() {}

  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { insert(byte) }
  }

  static let all = ByteSet(0...255)

  static func == (left: ByteSet, right: ByteSet) -> Bool { left.words == right.words }

  func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
    hasher.combine(words.2)
    hasher.combine(words.3)
  }

  func contains(_ byte: UInt8) -> Bool {
    let word =
      switch byte >> 6 {
      case 0: words.0
      case 1: words.1
      case 2: words.2
      default: words.3
      }
    return word >> UInt64(byte & 63) & 1 == 1
  }

  mutating func insert(_ byte: UInt8) {
    let bit = UInt64(1) << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: words.0 |= bit
    case 1: words.1 |= bit
    case 2: words.2 |= bit
    default: words.3 |= bit
    }
  }

  mutating func formUnion(_ other: ByteSet) {
    words.0 |= other.words.0
    words.1 |= other.words.1
    words.2 |= other.words.2
    words.3 |= other.words.3
  }

  var inverted: ByteSet {
    var result = self
    result.words = (~words.0, ~words.1, ~words.2, ~words.3)
    return result
  }

  /// With the other case of every letter.
  var withBothCases: ByteSet {
    var result = self
    for byte in self.bytes {
      result.insert(byte.lowered)
      result.insert(byte.raised)
    }
    return result
  }

  /// The bytes in it, ascending.
  var bytes: [UInt8] { (UInt8(0)...255).filter(contains) }

  /// What `[:name:]` stands for in the C locale.
  static func named(_ name: String) -> ByteSet? {
    switch name {
    case "alpha": ByteSet((0...255).filter(\.isLetter))
    case "digit": ByteSet(UInt8(ascii: "0")...UInt8(ascii: "9"))
    case "alnum": ByteSet((0...255).filter { $0.isLetter || $0.isDigit })
    case "upper": ByteSet(UInt8(ascii: "A")...UInt8(ascii: "Z"))
    case "lower": ByteSet(UInt8(ascii: "a")...UInt8(ascii: "z"))
    case "space": ByteSet((0...255).filter(\.isSpace))
    case "blank": ByteSet([32, 9])
    case "punct": ByteSet((33...126).filter { !$0.isLetter && !$0.isDigit })
    case "print": ByteSet(32...126)
    case "graph": ByteSet(33...126)
    case "cntrl": ByteSet(Array(0...31) + [127])
    case "xdigit": ByteSet("0123456789abcdefABCDEF".utf8)
    default: nil
    }
  }

  static let word = ByteSet((0...255).filter(\.isWordByte))
  static let space = ByteSet((0...255).filter(\.isSpace))
}

extension UInt8 {
  static let newline = UInt8(ascii: "\n")
  static let backslash = UInt8(ascii: "\\")
  static let blank = UInt8(ascii: " ")

  var isDigit: Bool { self >= 48 && self <= 57 }
  var isLetter: Bool { (self | 32) >= 97 && (self | 32) <= 122 }
  var isSpace: Bool { self == 32 || (self >= 9 && self <= 13) }
  var isWordByte: Bool { isLetter || isDigit || self == UInt8(ascii: "_") }
  var isUpper: Bool { self >= 65 && self <= 90 }
  var isLower: Bool { self >= 97 && self <= 122 }
  var lowered: UInt8 { isUpper ? self + 32 : self }
  var raised: UInt8 { isLower ? self - 32 : self }

  /// The value of a digit of any base up to 36.
  var digitValue: Int? {
    if isDigit { return Int(self) - 48 }
    return isLetter ? Int(lowered) - 97 + 10 : nil
  }
}
