/// A UUID as its sixteen bytes: less than half of what its text takes.
public struct UniqueIdentifier: Hashable, Sendable {
  private let high: UInt64
  private let low: UInt64

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Nil where the text is not that of a UUID in lower case.
  public init?(_ text: String) {
    var digits: (high: UInt64, low: UInt64) = (0, 0)
    var count = 0
    var place = 0
    for byte in text.utf8 {
      defer { place += 1 }
      if Self.isBetween(place) {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard count < 32, let digit = Self.value(of: byte) else { return nil }
      if count < 16 {
        digits.high = digits.high << 4 | digit
      } else {
        digits.low = digits.low << 4 | digit
      }
      count += 1
    }
    guard count == 32 else { return nil }
    self.init(high: digits.high, low: digits.low)
  }

  /// `8a6e0804-2bd0-4672-b79d-d97027f9071a`
  public var text: String {
    String(unsafeUninitializedCapacity: Self.length) { bytes in
      var shift = 60
      var half = high
      for place in 0..<Self.length {
        if Self.isBetween(place) {
          bytes[place] = UInt8(ascii: "-")
          continue
        }
        bytes[place] = Self.byte(of: UInt8(truncatingIfNeeded: half >> UInt64(shift)) & 15)
        shift -= 4
        if shift < 0 { (shift, half) = (60, low) }
      }
      return Self.length
    }
  }

  private static let length = 36

  private static func isBetween(_ place: Int) -> Bool {
    place == 8 || place == 13 || place == 18 || place == 23
  }

  private static func value(of byte: UInt8) -> UInt64? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a") + 10)
    default: nil
    }
  }

  private static func byte(of digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
  }
}
