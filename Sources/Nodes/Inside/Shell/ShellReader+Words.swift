/// Words: text, quotes, and what is to be expanded in them.
extension ShellReader {
  /// A word, up to where an unquoted operator or blank ends it.
  mutating func word(tildeAfterColon: Bool = false) throws(ShellSyntaxError) -> ShellWord {
    ShellWord(parts: try parts(tildeAfterColon: tildeAfterColon) { Self.endsWord($0) })
  }

  /// The parts up to an unquoted byte that ends them.
  private mutating func parts(
    tildeAfterColon: Bool = false, until isEnd: (UInt8) -> Bool
  ) throws(ShellSyntaxError) -> [ShellWord.Part] {
    var parts: [ShellWord.Part] = []
    var text: [UInt8] = []
    func flush(_ parts: inout [ShellWord.Part], _ text: inout [UInt8]) {
      if text.isEmpty { return }
      parts.append(.text(String(decoding: text, as: UTF8.self), quoted: false))
      text = []
    }
    while let byte = next, !isEnd(byte) {
      if byte == UInt8(ascii: "\\"), peek(1) == Self.newline {
        position += 2
      } else if byte == UInt8(ascii: "~"), parts.isEmpty,
        text.isEmpty || tildeAfterColon && text.last == UInt8(ascii: ":")
      {
        flush(&parts, &text)
        position += 1
        parts.append(.home(takeName()))
      } else if "'\"\\$`".utf8.contains(byte) {
        flush(&parts, &text)
        parts += try special(byte)
      } else {
        text.append(byte)
        position += 1
      }
    }
    flush(&parts, &text)
    return parts
  }

  /// A quoted or expanded part of a word.
  private mutating func special(_ byte: UInt8) throws(ShellSyntaxError) -> [ShellWord.Part] {
    switch byte {
    case UInt8(ascii: "$"): return [try dollar(quoted: false)]
    case UInt8(ascii: "`"): return [try backticks(quoted: false)]
    case UInt8(ascii: "'"):
      position += 1
      guard let end = bytes[position...].firstIndex(of: byte) else { throw unterminated }
      defer { position = end + 1 }
      return [.text(String(decoding: bytes[position..<end], as: UTF8.self), quoted: true)]
    case UInt8(ascii: "\""):
      position += 1
      let inner = try quotedParts(until: byte)
      position += 1
      return inner.isEmpty ? [.text("", quoted: true)] : inner
    default:
      position += 1
      guard next != nil else { return [.text("\\", quoted: true)] }
      let start = position
      position += 1
      // The whole of a character, however many bytes it has.
      while let more = next, more & 0xC0 == 0x80 { position += 1 }
      return [.text(String(decoding: bytes[start..<position], as: UTF8.self), quoted: true)]
    }
  }

  private var unterminated: ShellSyntaxError {
    ShellSyntaxError(message: "syntax error: unterminated quoted string", isIncomplete: true)
  }

  /// What stands inside double quotes, or in a here-document.
  mutating func quotedParts(
    until end: UInt8?, isDocument: Bool = false
  ) throws(ShellSyntaxError) -> [ShellWord.Part] {
    var parts: [ShellWord.Part] = []
    var text: [UInt8] = []
    while let byte = next, byte != end {
      if byte == UInt8(ascii: "$") || byte == UInt8(ascii: "`") {
        if !text.isEmpty {
          parts.append(.text(String(decoding: text, as: UTF8.self), quoted: true))
        }
        text = []
        parts.append(
          try byte == UInt8(ascii: "$") ? dollar(quoted: true) : backticks(quoted: true))
        continue
      }
      position += 1
      if byte == UInt8(ascii: "\\"), let escaped = next,
        (isDocument ? "$`\\\n" : "$`\"\\\n").utf8.contains(escaped)
      {
        position += 1
        if escaped != Self.newline { text.append(escaped) }
      } else {
        text.append(byte)
      }
    }
    if end != nil, next == nil { throw unterminated }
    if !text.isEmpty { parts.append(.text(String(decoding: text, as: UTF8.self), quoted: true)) }
    return parts
  }

  private mutating func backticks(quoted: Bool) throws(ShellSyntaxError) -> ShellWord.Part {
    position += 1
    var text: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "`") {
      position += 1
      if byte == UInt8(ascii: "\\"), let escaped = next,
        (quoted ? "`\\$\"" : "`\\$").utf8.contains(escaped)
      {
        text.append(escaped)
        position += 1
      } else {
        text.append(byte)
      }
    }
    guard next != nil else { throw unterminated }
    position += 1
    return .command(try ShellReader.read(String(decoding: text, as: UTF8.self)), quoted: quoted)
  }

  private mutating func dollar(quoted: Bool) throws(ShellSyntaxError) -> ShellWord.Part {
    position += 1
    guard let byte = next else { return .text("$", quoted: quoted) }
    if isAt("(("), let sum = try arithmetic(quoted: quoted) { return sum }
    if byte == UInt8(ascii: "(") {
      position += 1
      skipEmptyLines()
      let command: ShellCommand = isAt(")") ? .sequence([]) : try list(until: [])
      guard take(")") else { throw unexpected(expecting: ")") }
      return .command(command, quoted: quoted)
    }
    if byte == UInt8(ascii: "{") { return try braces(quoted: quoted) }
    if "?$#@*!-".utf8.contains(byte) || Self.isDigit(byte) {
      position += 1
      let name = String(decoding: [byte], as: UTF8.self)
      return .parameter(ShellParameter(name: name), quoted: quoted)
    }
    let name = takeName()
    if name.isEmpty { return .text("$", quoted: quoted) }
    return .parameter(ShellParameter(name: name), quoted: quoted)
  }

  /// `((…))`; nil when it is a command in two pairs of parentheses.
  private mutating func arithmetic(quoted: Bool) throws(ShellSyntaxError) -> ShellWord.Part? {
    let start = position
    var place = position + 2
    var depth = 0
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "(") { depth += 1 }
      if bytes[place] == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      }
      place += 1
    }
    guard place + 1 < bytes.count else {
      throw ShellSyntaxError(message: "syntax error: missing '))'", isIncomplete: true)
    }
    guard bytes[place + 1] == UInt8(ascii: ")") else {
      position = start
      return nil
    }
    var inner = ShellReader(String(decoding: bytes[(start + 2)..<place], as: UTF8.self))
    position = place + 2
    return .arithmetic(try inner.quotedParts(until: nil), quoted: quoted)
  }

  // MARK: - Braces

  private mutating func braces(quoted: Bool) throws(ShellSyntaxError) -> ShellWord.Part {
    position += 1
    if isAt("#"), let after = peek(1), after != UInt8(ascii: "}"), after != UInt8(ascii: "#") {
      position += 1
      let name = try parameterName()
      guard take("}") else { throw Self.badSubstitution }
      return .parameter(ShellParameter(name: name, operation: .length), quoted: quoted)
    }
    let name = try parameterName()
    let operation = try self.operation(quoted: quoted)
    guard isAt("}") else {
      throw next == nil ? unterminatedBraces : Self.badSubstitution
    }
    position += 1
    return .parameter(ShellParameter(name: name, operation: operation), quoted: quoted)
  }

  private static let badSubstitution = ShellSyntaxError(message: "syntax error: bad substitution")

  private var unterminatedBraces: ShellSyntaxError {
    ShellSyntaxError(
      message: "syntax error: unterminated quoted string", isIncomplete: true)
  }

  private mutating func parameterName() throws(ShellSyntaxError) -> String {
    let start = position
    while let byte = next, Self.isDigit(byte) { position += 1 }
    if position > start { return String(decoding: bytes[start..<position], as: UTF8.self) }
    let name = takeName()
    if !name.isEmpty { return name }
    guard let byte = next, "?$#@*!-".utf8.contains(byte) else { throw Self.badSubstitution }
    position += 1
    return String(decoding: [byte], as: UTF8.self)
  }

  private mutating func operation(
    quoted: Bool
  ) throws(ShellSyntaxError) -> ShellParameter.Operation {
    let hasColon = isAt(":")
    if hasColon { position += 1 }
    guard let sign = next else { return .value }
    if "-=+?".utf8.contains(sign) {
      position += 1
      let word = try braceWord(quoted: quoted)
      switch sign {
      case UInt8(ascii: "-"): return .useDefault(word, colon: hasColon)
      case UInt8(ascii: "="): return .assign(word, colon: hasColon)
      case UInt8(ascii: "+"): return .alternative(word, colon: hasColon)
      default: return .fail(word, colon: hasColon)
      }
    }
    if hasColon {
      let start = try braceWord(quoted: true, alsoUntil: UInt8(ascii: ":"))
      guard isAt(":") else { return .substring(start, length: nil) }
      position += 1
      return .substring(start, length: try braceWord(quoted: true))
    }
    if sign == UInt8(ascii: "#") || sign == UInt8(ascii: "%") {
      position += 1
      let isLongest = next == sign
      if isLongest { position += 1 }
      let word = try braceWord(quoted: false)
      return sign == UInt8(ascii: "#")
        ? .removePrefix(word, longest: isLongest) : .removeSuffix(word, longest: isLongest)
    }
    guard sign == UInt8(ascii: "/") else { return .value }
    position += 1
    let all = isAt("/")
    if all { position += 1 }
    let pattern = try braceWord(quoted: false, alsoUntil: sign)
    var replacement = ShellWord(parts: [])
    if isAt("/") {
      position += 1
      replacement = try braceWord(quoted: quoted)
    }
    return .replace(pattern, with: replacement, all: all)
  }

  /// The word behind an operator in braces. Inside double quotes its blanks do not part fields.
  private mutating func braceWord(
    quoted: Bool, alsoUntil other: UInt8? = nil
  ) throws(ShellSyntaxError) -> ShellWord {
    try goDeeper()
    defer { goUp() }
    let found = try parts { $0 == UInt8(ascii: "}") || $0 == other }
    guard quoted else { return ShellWord(parts: found) }
    return ShellWord(
      parts: found.map { part in
        switch part {
        case .text(let text, _): .text(text, quoted: true)
        case .parameter(let parameter, _): .parameter(parameter, quoted: true)
        case .command(let command, _): .command(command, quoted: true)
        case .arithmetic(let inner, _): .arithmetic(inner, quoted: true)
        case .home(let name): .text("~" + name, quoted: true)
        }
      })
  }
}
