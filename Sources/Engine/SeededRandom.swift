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
  private static let suffixBytes = Array("bcdfghjklmnpqrstvwxz2456789".utf8)
  private static let hexBytes = Array("0123456789abcdef".utf8)

  /// A name suffix of `length` characters, as the API server makes them.
  public mutating func suffix(length: Int = 5) -> String {
    text(of: length, from: Self.suffixBytes)
  }

  /// `count` random bytes in hexadecimal.
  public mutating func hex(bytes count: Int) -> String {
    text(of: count * 2, from: Self.hexBytes)
  }

  /// The text of a version 4 UUID.
  public mutating func uuid() -> String { uniqueIdentifier().text }

  /// A version 4 UUID.
  public mutating func uniqueIdentifier() -> UniqueIdentifier {
    var high: UInt64 = 0
    var low: UInt64 = 0
    for _ in 0..<16 { high = high << 4 | UInt64(below(16)) }
    for _ in 0..<16 { low = low << 4 | UInt64(below(16)) }
    // The digits that tell the version and the variant.
    high = high & ~0xF000 | 0x4000
    low = low & ~(0xF << 60) | UInt64(8 + below(4)) << 60
    return UniqueIdentifier(high: high, low: low)
  }

  private mutating func text(of length: Int, from alphabet: [UInt8]) -> String {
    String(unsafeUninitializedCapacity: length) { bytes in
      for place in 0..<length { bytes[place] = alphabet[below(alphabet.count)] }
      return length
    }
  }
}
