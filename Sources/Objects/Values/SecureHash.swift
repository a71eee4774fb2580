/// SHA-1 and SHA-256 as FIPS 180 defines them.
public enum SecureHash {
  private static func padded(_ bytes: [UInt8]) -> [UInt8] {
    let bits = UInt64(bytes.count) * 8
    var all = bytes + [0x80]
    all += [UInt8](repeating: 0, count: (120 - all.count % 64) % 64)
    return all + (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) }
  }

  private static func words(_ block: ArraySlice<UInt8>) -> [UInt32] {
    stride(from: block.startIndex, to: block.endIndex, by: 4).map { place in
      block[place..<(place + 4)].reduce(0) { $0 << 8 | UInt32($1) }
    }
  }

  private static func left(_ value: UInt32, _ count: UInt32) -> UInt32 {
    value << count | value >> (32 - count)
  }

  private static func text(_ state: [UInt32]) -> String {
    state.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  /// SHA-1 in forty hexadecimal digits.
  public static func one(_ bytes: [UInt8]) -> String {
    var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0]
    let all = padded(bytes)
    for start in stride(from: 0, to: all.count, by: 64) {
      var w = words(all[start..<(start + 64)])
      for place in 16..<80 {
        w.append(left(w[place - 3] ^ w[place - 8] ^ w[place - 14] ^ w[place - 16], 1))
      }
      var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
      for place in 0..<80 {
        let mixed: UInt32
        let constant: UInt32
        switch place / 20 {
        case 0: (mixed, constant) = (b & c | ~b & d, 0x5a82_7999)
        case 1: (mixed, constant) = (b ^ c ^ d, 0x6ed9_eba1)
        case 2: (mixed, constant) = (b & c | b & d | c & d, 0x8f1b_bcdc)
        default: (mixed, constant) = (b ^ c ^ d, 0xca62_c1d6)
        }
        let next = left(a, 5) &+ mixed &+ e &+ constant &+ w[place]
        (e, d, c, b, a) = (d, c, left(b, 30), a, next)
      }
      for (place, value) in [a, b, c, d, e].enumerated() { state[place] &+= value }
    }
    return text(state)
  }

  private static let primes: [UInt64] = {
    var found: [UInt64] = []
    var number: UInt64 = 2
    while found.count < 64 {
      if !found.contains(where: { number % $0 == 0 }) { found.append(number) }
      number += 1
    }
    return found
  }()

  /// The first 32 bits behind the point of a prime's cube root or square root.
  private static func fraction(_ prime: UInt64, isCube: Bool) -> UInt32 {
    // The largest number whose power does not exceed prime * 2^(32 * power).
    var low: UInt64 = 0
    var high: UInt64 = 1 << 37
    while low + 1 < high {
      let middle = (low + high) / 2
      let square = middle.multipliedFullWidth(by: middle)
      let isSmall: Bool
      if isCube {
        // middle^3 against prime * 2^96, both without their lowest 64 bits.
        let top = square.high.multipliedFullWidth(by: middle)
        let rest = square.low.multipliedFullWidth(by: middle)
        let (sum, carry) = top.low.addingReportingOverflow(rest.high)
        let highest = top.high + (carry ? 1 : 0)
        isSmall = highest == 0 && sum < prime << 32
      } else {
        isSmall = square.high < prime
      }
      if isSmall { low = middle } else { high = middle }
    }
    return UInt32(truncatingIfNeeded: low)
  }

  private static let constants = primes.map { fraction($0, isCube: true) }
  private static let beginning = primes.prefix(8).map { fraction($0, isCube: false) }

  /// SHA-256 in sixty-four hexadecimal digits.
  public static func two(_ bytes: [UInt8]) -> String {
    var state = Array(beginning)
    let all = padded(bytes)
    for start in stride(from: 0, to: all.count, by: 64) {
      var w = words(all[start..<(start + 64)])
      for place in 16..<64 {
        let (x, y) = (w[place - 15], w[place - 2])
        let first = left(x, 25) ^ left(x, 14) ^ x >> 3
        let second = left(y, 15) ^ left(y, 13) ^ y >> 10
        w.append(w[place - 16] &+ first &+ w[place - 7] &+ second)
      }
      var v = state
      for place in 0..<64 {
        let choice = v[4] & v[5] ^ ~v[4] & v[6]
        let first = left(v[4], 26) ^ left(v[4], 21) ^ left(v[4], 7)
        let one = v[7] &+ first &+ choice &+ constants[place] &+ w[place]
        let majority = v[0] & v[1] ^ v[0] & v[2] ^ v[1] & v[2]
        let second = left(v[0], 30) ^ left(v[0], 19) ^ left(v[0], 10)
        v = [one &+ second &+ majority, v[0], v[1], v[2], v[3] &+ one, v[4], v[5], v[6]]
      }
      for place in 0..<8 { state[place] &+= v[place] }
    }
    return text(state)
  }
}
