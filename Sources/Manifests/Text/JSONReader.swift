import Objects

/// Reads JSON by hand, byte by byte, so that bad input gets a line and a column.
struct JSONReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  var isAtEnd: Bool { position >= bytes.count }

  func error(_ problem: String) -> ManifestError {
    let before = bytes.prefix(position)
    let line = before.count { $0 == 0x0A } + 1
    let column = position - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
    return ManifestError(line: line, column: column, problem: problem)
  }

  mutating func skipSpace() {
    while !isAtEnd, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
  }

  private mutating func take(_ character: Character) -> Bool {
    guard !isAtEnd, bytes[position] == character.asciiValue else { return false }
    position += 1
    return true
  }

  private mutating func take(word: String) -> Bool {
    let word = Array(word.utf8)
    guard bytes[position...].starts(with: word) else { return false }
    position += word.count
    return true
  }

  mutating func value(depth: Int) throws(ManifestError) -> APIValue {
    guard depth < NodeReader.mostDepth else { throw error("nested too deep") }
    skipSpace()
    guard !isAtEnd else { throw error("unexpected end of JSON input") }
    switch bytes[position] {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t") where take(word: "true"): return .bool(true)
    case UInt8(ascii: "f") where take(word: "false"): return .bool(false)
    case UInt8(ascii: "n") where take(word: "null"): return .null
    default: return try number()
    }
  }

  private mutating func object(depth: Int) throws(ManifestError) -> APIValue {
    position += 1
    var members = Members()
    skipSpace()
    if take("}") { return .object(members) }
    while true {
      skipSpace()
      guard !isAtEnd, bytes[position] == UInt8(ascii: "\"") else {
        guard !isAtEnd else { throw error("unexpected end of JSON input") }
        let found = Character(Unicode.Scalar(bytes[position]))
        throw error("invalid character '\(found)' looking for beginning of object key string")
      }
      let name = try string()
      skipSpace()
      guard take(":") else { throw error("expected ':' after a name") }
      members[name] = try value(depth: depth + 1)
      skipSpace()
      if take("}") { return .object(members) }
      guard take(",") else { throw error("expected ',' or '}'") }
    }
  }

  private mutating func array(depth: Int) throws(ManifestError) -> APIValue {
    position += 1
    var items: [APIValue] = []
    skipSpace()
    if take("]") { return .array(items) }
    while true {
      items.append(try value(depth: depth + 1))
      skipSpace()
      if take("]") { return .array(items) }
      guard take(",") else { throw error("expected ',' or ']'") }
    }
  }

  private mutating func number() throws(ManifestError) -> APIValue {
    let start = position
    while !isAtEnd, "+-.0123456789eE".utf8.contains(bytes[position]) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if let whole = Int64(text) { return .integer(whole) }
    if let number = Double(text), number.isFinite { return .number(number) }
    position = start
    throw error("invalid character '\(Character(Unicode.Scalar(bytes[start])))'")
  }

  private mutating func string() throws(ManifestError) -> String {
    position += 1
    var result: [UInt8] = []
    while !isAtEnd {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: result, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        continue
      }
      guard !isAtEnd else { break }
      let escape = bytes[position]
      position += 1
      switch escape {
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "u"): result += Array(String(try unicode()).utf8)
      default: result.append(escape)
      }
    }
    throw error("a text in double quotes is not closed")
  }

  private mutating func unicode() throws(ManifestError) -> Character {
    let first = try hexadecimal()
    if (0xD800..<0xDC00).contains(first), take(word: "\\u") {
      let second = try hexadecimal()
      // Half of a character is none; what was read as its other half stands for itself.
      guard (0xDC00..<0xE000).contains(second) else {
        position -= 6
        return "\u{FFFD}"
      }
      let joined = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
      return Character(Unicode.Scalar(joined) ?? "\u{FFFD}")
    }
    return Character(Unicode.Scalar(first) ?? "\u{FFFD}")
  }

  private mutating func hexadecimal() throws(ManifestError) -> UInt32 {
    guard position + 4 <= bytes.count,
      let number = UInt32(
        String(decoding: bytes[position..<(position + 4)], as: UTF8.self), radix: 16)
    else { throw error("expected four hexadecimal digits") }
    position += 4
    return number
  }
}
