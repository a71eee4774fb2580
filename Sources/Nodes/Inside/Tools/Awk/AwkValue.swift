/// What awk computes with.
enum AwkValue: Sendable {
  case unset
  case number(Double)
  case text(Bytes)
  /// Text from outside: it counts as a number where it looks like one.
  case input(Bytes)

  /// The number it stands for where one is needed.
  var number: Double {
    switch self {
    case .unset: 0
    case .number(let value): value
    case .text(let bytes), .input(let bytes): Self.number(bytes).value
    }
  }

  /// The number a text begins with, and whether it is all of it.
  private static func number(_ bytes: Bytes) -> (value: Double, isAll: Bool) {
    let trimmed = bytes.drop(while: \.isSpace)
    var end = trimmed.endIndex
    while end > trimmed.startIndex, trimmed[end - 1].isSpace { end -= 1 }
    let text = trimmed[..<end]
    if text.count > 2, text.first == 48, text.dropFirst().first?.lowered == UInt8(ascii: "x") {
      let digits = text.prefix { $0.lowered == 120 || ($0.digitValue ?? 16) < 16 }
      let number = NumberReader.magnitude(Bytes(digits))
      return (Double(number?.value ?? 0), digits.count == text.count)
    }
    let (value, count) = NumberReader.decimal(text)
    return (value, count > 0 && count == text.count)
  }

  /// As text; `format` is for numbers that are not whole.
  func text(_ format: Bytes) -> Bytes {
    switch self {
    case .unset: return []
    case .text(let bytes), .input(let bytes): return bytes
    case .number(let value):
      if let whole = Int(exactly: value) { return Bytes(String(whole).utf8) }
      var place = 1
      let spec = format.first == UInt8(ascii: "%") ? FormatSpec(format, at: &place) { 0 } : nil
      return (spec ?? FormatSpec("g", precision: 6)).number(value)
    }
  }

  var isTrue: Bool {
    switch self {
    case .unset: return false
    case .number(let value): return value != 0
    case .text(let bytes): return !bytes.isEmpty
    case .input(let bytes):
      let (value, isAll) = Self.number(bytes)
      return isAll ? value != 0 : !bytes.isEmpty
    }
  }

  /// The number it counts as in a comparison; nil when it counts as text.
  private var comparable: Double? {
    switch self {
    case .unset: return 0
    case .number(let value): return value
    case .text: return nil
    case .input(let bytes):
      let (value, isAll) = Self.number(bytes)
      return isAll ? value : nil
    }
  }

  func holds(_ comparison: AwkComparison, _ other: AwkValue, _ format: Bytes) -> Bool {
    if let a = comparable, let b = other.comparable {
      switch comparison {
      case .less: return a < b
      case .lessOrEqual: return a <= b
      case .equal: return a == b
      case .notEqual: return a != b
      case .more: return a > b
      case .moreOrEqual: return a >= b
      }
    }
    let (a, b) = (text(format), other.text(format))
    switch comparison {
    case .less: return a.lexicographicallyPrecedes(b)
    case .lessOrEqual: return !b.lexicographicallyPrecedes(a)
    case .equal: return a == b
    case .notEqual: return a != b
    case .more: return b.lexicographicallyPrecedes(a)
    case .moreOrEqual: return !a.lexicographicallyPrecedes(b)
    }
  }
}

/// An array of awk: it is walked in the order of busybox's hash table, which scripts show.
struct AwkArray: Sendable {
  private var values: [Bytes: AwkValue] = [:]
  private var chains: [[Bytes]] = Array(repeating: [], count: 61)
  private var growth = 0

  private static let sizes = [251, 1021, 4093, 16_381, 65_521]

  var count: Int { values.count }

  /// All subscripts.
  var keys: [Bytes] { chains.flatMap { $0.reversed() } }

  private static func hash(_ key: Bytes) -> UInt32 {
    key.reduce(UInt32(0)) { hash, byte in
      UInt32(bitPattern: Int32(Int8(bitPattern: byte))) &+ hash &* 63
    }
  }

  private func chain(_ key: Bytes) -> Int { Int(Self.hash(key)) % chains.count }

  func contains(_ key: Bytes) -> Bool { values[key] != nil }

  /// Reading makes an element, too.
  mutating func value(_ key: Bytes) -> AwkValue {
    if let value = values[key] { return value }
    set(key, .unset)
    return .unset
  }

  mutating func set(_ key: Bytes, _ value: AwkValue) {
    guard values.updateValue(value, forKey: key) == nil else { return }
    if values.count > chains.count * 8, growth < Self.sizes.count { grow() }
    chains[chain(key)].append(key)
  }

  private mutating func grow() {
    let old = chains
    chains = Array(repeating: [], count: Self.sizes[growth])
    growth += 1
    for chain in old {
      for key in chain.reversed() { chains[self.chain(key)].append(key) }
    }
  }

  mutating func remove(_ key: Bytes) {
    guard values.removeValue(forKey: key) != nil else { return }
    chains[chain(key)].removeAll { $0 == key }
  }
}
