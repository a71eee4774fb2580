/// Bytes as letters, digits, `+` and `/`, the way Secrets and binary data travel.
public enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static let digits: [UInt8: UInt32] = Dictionary(
    uniqueKeysWithValues: alphabet.enumerated().map { ($0.element, UInt32($0.offset)) })

  public static func encode(_ text: String) -> String { encode(Array(text.utf8)) }

  public static func encode(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits: UInt32 = 0
      for offset in 0..<3 {
        bits = bits << 8 | (offset < group.count ? UInt32(group[start + offset]) : 0)
      }
      for place in 0..<4 {
        let digit = Int(bits >> UInt32(18 - 6 * place) & 63)
        result.append(place <= group.count ? alphabet[digit] : UInt8(ascii: "="))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// How many bytes a text stands for, if it can be decoded.
  public static func byteCount(_ text: String) -> Int {
    let digits = text.utf8.count { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    return digits / 4 * 3 - text.utf8.reversed().prefix { $0 == UInt8(ascii: "=") }.count
  }

  /// The bytes a text stands for, or the position of the first byte that cannot be there.
  public static func decode(_ text: String) -> Result<[UInt8], Corruption> {
    var result: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    var padding = 0
    let bytes = Array(text.utf8)
    for (position, byte) in bytes.enumerated() {
      // Line breaks are passed over, as Go does it.
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { continue }
      if byte == UInt8(ascii: "="), count % 4 >= 2, padding < 4 - count % 4 {
        padding += 1
        continue
      }
      guard padding == 0, let digit = digits[byte] else {
        return .failure(Corruption(position: position))
      }
      bits = bits << 6 | digit
      count += 1
      if count % 4 == 0 {
        result += [UInt8(bits >> 16 & 255), UInt8(bits >> 8 & 255), UInt8(bits & 255)]
        bits = 0
      }
    }
    let rest = count % 4
    guard padding == (rest == 0 ? 0 : 4 - rest), rest != 1 else {
      return .failure(Corruption(position: bytes.count))
    }
    if rest == 2 { result.append(UInt8(bits >> 4 & 255)) }
    if rest == 3 { result += [UInt8(bits >> 10 & 255), UInt8(bits >> 2 & 255)] }
    return .success(result)
  }

  /// The text behind a base64 text; nil when it is none.
  public static func text(_ encoded: String) -> String? {
    guard case .success(let bytes) = decode(encoded) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Where a text ceases to be base64.
  public struct Corruption: Error, Hashable, Sendable {
    public var position: Int

    public init(position: Int) { self.position = position }
  }
}
