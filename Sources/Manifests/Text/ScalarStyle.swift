/// How the YAML printer of kubectl writes one text: bare, in quotes, or as a block of lines.
///
/// The rules are those of the YAML library kubectl is built on: first whether the bare text would
/// be read back as a text, then whether its characters may stand bare where it stands.
struct ScalarStyle {
  /// The longest line before a space in a text becomes a line break.
  private static let width = 80

  private let text: String
  private let characters: [Unicode.Scalar]
  /// Keys are never broken into lines.
  private let isKey: Bool

  init(_ text: String, isKey: Bool = false) {
    self.text = text
    self.isKey = isKey
    characters = Array(text.unicodeScalars)
  }

  /// The text as it is written at `column`, its further lines `indent` spaces in.
  func written(column: Int, indent: Int) -> String {
    let facts = ScalarFacts(characters)
    if characters.contains("\n"), !isKey, facts.allowsBlock { return block(indent: indent) }
    if !characters.contains("\n"), PlainText.readsAsText(text), facts.allowsPlain,
      !(isKey && text.isEmpty)
    {
      return folded(column: column, indent: indent, quote: "")
    }
    let mayBeSingle = !characters.contains("\n") && PlainText.readsAsText(text)
    if mayBeSingle, facts.allowsSingleQuotes {
      return folded(column: column, indent: indent, quote: "'")
    }
    return doubleQuoted(column: column, indent: indent)
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  /// Bare or in single quotes; a space beyond the width becomes a line break.
  private func folded(column start: Int, indent: Int, quote: String) -> String {
    var result = quote
    var column = start + quote.count
    var wasSpace = false
    for (place, character) in characters.enumerated() {
      let isInner = quote.isEmpty || (place > 0 && place < characters.count - 1)
      let isSpaceNext = place + 1 < characters.count && characters[place + 1] == " "
      if character == " ", !isKey, !wasSpace, column > Self.width, isInner, !isSpaceNext {
        result += "\n" + spaces(indent)
        column = indent
      } else {
        if character == "'", !quote.isEmpty { result += "'" }
        result.unicodeScalars.append(character)
        column += 1
      }
      wasSpace = character == " "
    }
    return result + quote
  }

  private func doubleQuoted(column start: Int, indent: Int) -> String {
    var result = "\""
    var column = start + 1
    var wasSpace = false
    for (place, character) in characters.enumerated() {
      let isInner = place > 0 && place < characters.count - 1
      if character == " ", !isKey, !wasSpace, column > Self.width, isInner {
        result += "\n" + spaces(indent)
        column = indent
        if characters[place + 1] == " " {
          result += "\\"
          column += 1
        }
      } else {
        let piece = Self.escaped(character)
        result += piece
        column += piece.unicodeScalars.count
      }
      wasSpace = character == " "
    }
    return result + "\""
  }

  private static func escaped(_ character: Unicode.Scalar) -> String {
    let short: [Unicode.Scalar: String] = [
      "\0": "\\0", "\u{07}": "\\a", "\u{08}": "\\b", "\t": "\\t", "\n": "\\n", "\u{0B}": "\\v",
      "\u{0C}": "\\f", "\r": "\\r", "\u{1B}": "\\e", "\"": "\\\"", "\\": "\\\\",
      "\u{85}": "\\N", "\u{2028}": "\\L", "\u{2029}": "\\P",
    ]
    if let escape = short[character] { return escape }
    if ScalarFacts.isPrintable(character) { return String(character) }
    let digits = String(character.value, radix: 16, uppercase: true)
    let (letter, count) =
      character.value <= 0xFF ? ("x", 2) : character.value <= 0xFFFF ? ("u", 4) : ("U", 8)
    return "\\\(letter)" + String(repeating: "0", count: count - digits.count) + digits
  }

  /// A literal block: its head says how far it is indented, where that cannot be seen, and how
  /// many line breaks end the text.
  private func block(indent: Int) -> String {
    let breaks = characters.reversed().prefix { $0 == "\n" }.count
    let startsBlank = characters.first == " " || characters.first == "\n"
    let ending =
      breaks == 0 ? "-" : breaks > 1 || characters.count == 1 ? "+" : ""
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if breaks > 0 { lines.removeLast() }
    let body = lines.map { $0.isEmpty ? "" : spaces(indent) + $0 }
    return "|" + (startsBlank ? "2" : "") + ending + "\n" + body.joined(separator: "\n")
  }
}

/// What the characters of a text allow.
struct ScalarFacts {
  private(set) var allowsPlain = true
  private(set) var allowsSingleQuotes = true
  private(set) var allowsBlock = true

  init(_ characters: [Unicode.Scalar]) {
    guard let first = characters.first, let last = characters.last else {
      allowsBlock = false
      return
    }
    let isMarker = characters.count >= 3 && Set(characters.prefix(3)).count == 1
    if isMarker, first == "-" || first == "." { allowsPlain = false }
    if first == " " || last == " " { allowsPlain = false }
    if last == " " { allowsBlock = false }
    if characters.contains(where: Self.isBreak) { allowsPlain = false }
    for (place, character) in characters.enumerated() {
      look(at: character, place, in: characters)
    }
  }

  private mutating func look(
    at character: Unicode.Scalar, _ place: Int, in characters: [Unicode.Scalar]
  ) {
    let before = place > 0 ? characters[place - 1] : nil
    let next = place + 1 < characters.count ? characters[place + 1] : nil
    let isEndOfWord = next.map(Self.isBlank) ?? true
    if place == 0 {
      if "#,[]{}&*!|>'\"%@`".unicodeScalars.contains(character) { allowsPlain = false }
      if "?:-".unicodeScalars.contains(character), isEndOfWord { allowsPlain = false }
    } else {
      if character == ":", isEndOfWord { allowsPlain = false }
      if character == "#", before.map(Self.isBlank) ?? false { allowsPlain = false }
    }
    if !Self.isPrintable(character) {
      allowsPlain = false
      allowsSingleQuotes = false
      allowsBlock = false
    }
    guard let before else { return }
    if Self.isBreak(before), character == " " {
      allowsPlain = false
      allowsSingleQuotes = false
    }
    if before == " ", Self.isBreak(character) {
      allowsPlain = false
      allowsSingleQuotes = false
      allowsBlock = false
    }
  }

  private static func isBreak(_ character: Unicode.Scalar) -> Bool {
    ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(character)
  }

  private static func isBlank(_ character: Unicode.Scalar) -> Bool {
    character == " " || character == "\t" || isBreak(character)
  }

  /// Characters that stand for themselves; those beyond the first plane do not.
  static func isPrintable(_ character: Unicode.Scalar) -> Bool {
    switch character.value {
    case 0x0A, 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD: true
    default: false
    }
  }
}
