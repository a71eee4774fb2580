/// A template cut into texts and the words of its actions.
enum TemplateLexer {
  enum Token: Equatable, Sendable {
    case text(String)
    case open
    case close
    /// `.name`
    case field(String)
    case dot
    /// `$`, `$name`
    case variable(String)
    case identifier(String)
    case string(String)
    case number(String)
    /// A character in single quotes, as its number.
    case character(Int)
    case pipe
    case leftParenthesis
    case rightParenthesis
    case declare
    case assign
    case comma
  }

  struct Piece: Sendable {
    var token: Token
    /// In bytes from the beginning.
    var offset: Int
    /// Whether white space stands in front of it.
    var isApart: Bool
    /// Where it ends.
    var end: Int
  }

  static func pieces(of text: String) throws(GoTemplate.Problem) -> [Piece] {
    var scanner = TemplateScanner(text)
    try scanner.scan()
    return scanner.pieces
  }
}

/// Works through a template byte by byte.
struct TemplateScanner {
  private(set) var pieces: [TemplateLexer.Piece] = []
  private let source: String
  private let bytes: [UInt8]
  private var place = 0
  private var isApart = false

  init(_ text: String) {
    source = text
    bytes = Array(text.utf8)
  }

  mutating func scan() throws(GoTemplate.Problem) {
    var trimsFront = false
    while true {
      let opening = find("{{", from: place)
      var end = opening ?? bytes.count
      let trimsEnd = opening.map { has("{{- ", at: $0) || has("{{-\n", at: $0) } ?? false
      var start = place
      if trimsFront { while start < end, Self.isSpace(bytes[start]) { start += 1 } }
      if trimsEnd { while end > start, Self.isSpace(bytes[end - 1]) { end -= 1 } }
      if start < end { add(.text(text(start, end)), from: start, to: end) }
      guard let opening else { return }
      place = opening + (trimsEnd ? 3 : 2)
      trimsFront = try action(from: opening)
    }
  }

  /// One action; whether the text behind it loses its white space.
  private mutating func action(from opening: Int) throws(GoTemplate.Problem) -> Bool {
    var inside = place
    while inside < bytes.count, Self.isSpace(bytes[inside]) { inside += 1 }
    if has("/*", at: inside) {
      guard let end = find("*/", from: inside), let close = find("}}", from: end) else {
        throw problem("unclosed comment", at: opening)
      }
      place = close + 2
      return bytes[close - 1] == UInt8(ascii: "-")
    }
    add(.open, from: opening, to: place)
    while place < bytes.count {
      if Self.isSpace(bytes[place]) {
        isApart = true
        place += 1
        if has("-}}", at: place) {
          add(.close, from: place, to: place + 3)
          return true
        }
        continue
      }
      if has("}}", at: place) {
        add(.close, from: place, to: place + 2)
        return false
      }
      try word()
    }
    throw problem("unclosed action", at: opening)
  }

  private mutating func word() throws(GoTemplate.Problem) {
    let start = place
    let byte = bytes[place]
    switch byte {
    case UInt8(ascii: "("): add(.leftParenthesis, from: start, to: start + 1)
    case UInt8(ascii: ")"): add(.rightParenthesis, from: start, to: start + 1)
    case UInt8(ascii: "|"): add(.pipe, from: start, to: start + 1)
    case UInt8(ascii: ","): add(.comma, from: start, to: start + 1)
    case UInt8(ascii: "="): add(.assign, from: start, to: start + 1)
    case UInt8(ascii: ":") where has(":=", at: start): add(.declare, from: start, to: start + 2)
    case UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "'"): try quoted(byte)
    case UInt8(ascii: "."), UInt8(ascii: "$"): named(byte)
    case _ where Self.isDigit(byte) || "+-".utf8.contains(byte):
      let end = endOfWord(from: start + 1) { Self.isWord($0) || ".+-".utf8.contains($0) }
      add(.number(text(start, end)), from: start, to: end)
    case _ where Self.isWord(byte):
      let end = endOfWord(from: start, Self.isWord)
      add(.identifier(text(start, end)), from: start, to: end)
    default:
      let scalar = text(start, bytes.count).unicodeScalars.first ?? " "
      let number = String(scalar.value, radix: 16, uppercase: true)
      let padded = String(repeating: "0", count: max(0, 4 - number.count)) + number
      throw problem("unexpected bad character U+\(padded) '\(scalar)' in command", at: start)
    }
  }

  /// `.`, `.name`, `$`, `$name`
  private mutating func named(_ sign: UInt8) {
    let end = endOfWord(from: place + 1, Self.isWord)
    let name = text(place + 1, end)
    if sign == UInt8(ascii: "$") {
      add(.variable(name), from: place, to: end)
    } else {
      add(name.isEmpty ? .dot : .field(name), from: place, to: end)
    }
  }

  private mutating func quoted(_ quote: UInt8) throws(GoTemplate.Problem) {
    let start = place
    var end = start + 1
    while end < bytes.count, bytes[end] != quote {
      if quote != UInt8(ascii: "`"), bytes[end] == UInt8(ascii: "\n") { break }
      end += bytes[end] == UInt8(ascii: "\\") && quote != UInt8(ascii: "`") ? 2 : 1
    }
    guard end < bytes.count, bytes[end] == quote else {
      let what =
        quote == UInt8(ascii: "'")
        ? "character constant" : quote == UInt8(ascii: "`") ? "raw quoted string" : "quoted string"
      throw problem("unterminated \(what)", at: start)
    }
    let inner = text(start + 1, end)
    switch quote {
    case UInt8(ascii: "`"): add(.string(inner), from: start, to: end + 1)
    case UInt8(ascii: "'"):
      let value = Self.unescaped(inner).unicodeScalars.first?.value ?? 0
      add(.character(Int(value)), from: start, to: end + 1)
    default: add(.string(Self.unescaped(inner)), from: start, to: end + 1)
    }
  }

  static func unescaped(_ text: String) -> String {
    let letters: [Character: String] = [
      "n": "\n", "t": "\t", "r": "\r", "\\": "\\", "\"": "\"", "'": "'", "a": "\u{7}",
      "b": "\u{8}", "f": "\u{c}", "v": "\u{b}",
    ]
    var result = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      guard character == "\\", let next = rest.popFirst() else {
        result.append(character)
        continue
      }
      let digits = next == "x" ? 2 : next == "u" ? 4 : next == "U" ? 8 : 0
      if digits > 0, let value = UInt32(rest.prefix(digits), radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        result.unicodeScalars.append(scalar)
        rest = rest.dropFirst(digits)
      } else {
        result += letters[next] ?? "\\\(next)"
      }
    }
    return result
  }

  // MARK: - Bytes

  private mutating func add(_ token: TemplateLexer.Token, from start: Int, to end: Int) {
    pieces.append(TemplateLexer.Piece(token: token, offset: start, isApart: isApart, end: end))
    isApart = false
    place = max(place, end)
  }

  private func endOfWord(from start: Int, _ belongs: (UInt8) -> Bool) -> Int {
    var end = start
    while end < bytes.count, belongs(bytes[end]) { end += 1 }
    return end
  }

  private func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<min(end, bytes.count)], as: UTF8.self)
  }

  private func has(_ text: String, at place: Int) -> Bool {
    bytes.dropFirst(max(0, place)).starts(with: text.utf8)
  }

  private func find(_ text: String, from start: Int) -> Int? {
    start >= bytes.count ? nil : bytes.indices[start...].first { has(text, at: $0) }
  }

  private func problem(_ text: String, at offset: Int) -> GoTemplate.Problem {
    let line = bytes.prefix(offset).count { $0 == UInt8(ascii: "\n") } + 1
    return GoTemplate.Problem("template: \(GoTemplate.name):\(line): \(text)")
  }

  private static func isSpace(_ byte: UInt8) -> Bool { " \t\r\n".utf8.contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  private static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 95
      || byte >= 128
  }
}
