/// A text as a scalar of YAML, in the style that kubectl's printer picks for it.
struct YAMLText {
  private let text: String
  /// How far the line is written already.
  private let column: Int
  /// How far lines that go on are moved in.
  private let indent: Int

  /// Lines are cut at the first space behind this column.
  private static let width = 80

  static func write(_ text: String, column: Int, indent: Int) -> String {
    let writer = YAMLText(text: text, column: column, indent: indent)
    if text.contains("\n") {
      return writer.fitsBlock ? writer.block : writer.doubleQuoted
    }
    if text.unicodeScalars.contains(where: { !isPrintable($0) }) { return writer.doubleQuoted }
    guard ScalarText.needsQuotes(text) else { return writer.plain }
    return ScalarText.readsAsOther(text) ? writer.doubleQuoted : writer.singleQuoted
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFFFD: scalar.value != 0xFEFF
    default: false
    }
  }

  // MARK: - Lines

  private var padding: String { String(repeating: " ", count: indent) }

  /// Cuts between words that stand behind the last column: never at one of several spaces.
  private func folded(_ body: String, from column: Int) -> String {
    guard column + body.utf8.count > Self.width else { return body }
    let letters = Array(body.unicodeScalars)
    var result = String.UnicodeScalarView()
    var column = column
    for (place, letter) in letters.enumerated() {
      let isBetween =
        letter == " " && place > 0 && place < letters.count - 1
        && letters[place - 1] != " " && letters[place + 1] != " "
      if isBetween, column > Self.width {
        result.append(contentsOf: ("\n" + padding).unicodeScalars)
        column = indent
      } else {
        result.append(letter)
        column += 1
      }
    }
    return String(result)
  }

  private var plain: String { folded(text, from: column) }

  private var singleQuoted: String {
    let body = text.contains("'") ? text.replacing("'", with: "''") : text
    return "'" + folded(body, from: column + 1) + "'"
  }

  private var doubleQuoted: String {
    let letters = Array(text.unicodeScalars)
    var result = "\""
    var column = column + 1
    for (place, letter) in letters.enumerated() {
      let isInside = place > 0 && place < letters.count - 1
      if letter == " ", isInside, column > Self.width, letters[place - 1] != " " {
        result += "\n" + padding + (letters[place + 1] == " " ? "\\" : "")
        column = indent
        continue
      }
      let written = Self.escaped(letter)
      result += written
      column += written.unicodeScalars.count
    }
    return result + "\""
  }

  private static func escaped(_ letter: Unicode.Scalar) -> String {
    switch letter {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\t": return "\\t"
    case "\r": return "\\r"
    case "\0": return "\\0"
    case "\u{07}": return "\\a"
    case "\u{08}": return "\\b"
    case "\u{0B}": return "\\v"
    case "\u{0C}": return "\\f"
    case "\u{1B}": return "\\e"
    case "\u{85}": return "\\N"
    default:
      if isPrintable(letter) { return String(letter) }
      let digits = String(letter.value, radix: 16, uppercase: true)
      let (mark, count) =
        letter.value <= 0xFF ? ("x", 2) : letter.value <= 0xFFFF ? ("u", 4) : ("U", 8)
      return "\\" + mark + String(repeating: "0", count: count - digits.count) + digits
    }
  }

  // MARK: - Blocks

  /// A block shows spaces at the end of a line, and what cannot be seen, badly.
  private var fitsBlock: Bool {
    !text.contains(" \n") && text.last != " "
      && text.unicodeScalars.allSatisfy(Self.isPrintable)
  }

  /// A literal block; its indicator says whether the text begins with white space, and how many
  /// newlines end it.
  private var block: String {
    let newlines = text.reversed().prefix { $0 == "\n" }.count
    let keeps = newlines > 1 || text == "\n"
    let hint = text.first == " " || text.first == "\n" ? "2" : ""
    let indicator = "|" + hint + (newlines == 0 ? "-" : keeps ? "+" : "")
    let body = newlines == 0 ? text : String(text.dropLast())
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.isEmpty ? "" : padding + $0
    }
    return indicator + "\n" + lines.joined(separator: "\n")
  }
}
