/// Chance as a value: the same seed gives the same numbers on every machine.
///
/// The generator is SplitMix64, small enough to be copied with every kept world.
public struct SeededRandom: RandomNumberGenerator, Hashable, Sendable {
  private var state: UInt64

  public init(seed: UInt64) {
    state = seed
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, but not including, `bound`, which must be positive.
  public mutating func below(_ bound: Int) -> Int {
    precondition(bound > 0, "a bound must be positive, not \(bound)")
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// The letters Kubernetes draws name suffixes from: no vowels, nothing that looks alike.
  public static let suffixAlphabet = Array("bcdfghjklmnpqrstvwxz2456789")

  /// A name suffix of `length` characters, as the API server makes them.
  public mutating func suffix(length: Int = 5) -> String {
    String((0..<length).map { _ in Self.suffixAlphabet[below(Self.suffixAlphabet.count)] })
  }

  /// `count` random bytes in hexadecimal.
  public mutating func hex(bytes count: Int) -> String {
    let digits = Array("0123456789abcdef")
    return String((0..<(count * 2)).map { _ in digits[below(16)] })
  }

  /// A version 4 UUID.
  public mutating func uuid() -> String {
    var digits = Array(hex(bytes: 16))
    digits[12] = "4"
    digits[16] = Array("89ab")[below(4)]
    let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
    return groups.map { String(digits[$0]) }.joined(separator: "-")
  }
}
