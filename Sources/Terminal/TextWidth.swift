import CLibEdit

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How many columns text takes on a terminal, by the same table that libedit asks.
enum TextWidth {
  /// Makes libedit and this table read UTF-8, also where the locale is C.
  static func useUTF8() {
    setlocale(LC_CTYPE, "")
    if let name = nl_langinfo(Int32(CODESET)), strcmp(name, "UTF-8") == 0 { return }
    setlocale(LC_CTYPE, "C.UTF-8")
  }

  static func of(_ character: wchar_t) -> Int { max(0, Int(pl_wcwidth(character))) }

  static func of(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + of(wchar_t($1.value)) }
  }

  /// The beginning of `text` that fits into `columns`; `…` ends it when something is missing.
  static func fitted(_ text: String, columns: Int) -> String {
    guard of(text) > columns else { return text }
    guard columns > 0 else { return "" }
    return String(prefix(of: text, columns: columns - 1)) + "…"
  }

  /// The same of text with colours (`ESC [ … m`), which take no room and are all kept.
  static func cut(_ text: String, columns: Int) -> String {
    var room = columns
    var result = String.UnicodeScalarView()
    var isColour = false
    for scalar in text.unicodeScalars {
      if scalar == "\u{1B}" { isColour = true }
      if !isColour { room -= of(wchar_t(scalar.value)) }
      if isColour || room >= 0 { result.append(scalar) }
      if isColour, scalar == "m" { isColour = false }
    }
    return String(result)
  }

  /// The longest beginning of `text` within `columns`.
  static func prefix(of text: String, columns: Int) -> String.UnicodeScalarView {
    var room = columns
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      room -= of(wchar_t(scalar.value))
      guard room >= 0 else { break }
      result.append(scalar)
    }
    return result
  }
}

/// Text as libedit holds it.
enum WideText {
  /// On what takes no room of its own, such as combining marks and joiners of emoji, terminals do
  /// not agree: with this bit it is no character to print, and is shown as `\U+00301`.
  private static let unseen: wchar_t = 0x100_0000

  /// A character as libedit is to hold it.
  static func held(_ character: wchar_t) -> wchar_t {
    character >= 0x300 && pl_wcwidth(character) == 0 ? character | unseen : character
  }

  /// How a character is shown that cannot be printed.
  static func number(of character: wchar_t) -> String {
    let digits = String(character & ~unseen, radix: 16, uppercase: true)
    return "\\U+" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
  }

  static func string(_ characters: some Sequence<wchar_t>) -> String {
    var result = String.UnicodeScalarView()
    for character in characters {
      result.append(Unicode.Scalar(UInt32(character & ~unseen)) ?? "\u{FFFD}")
    }
    return String(result)
  }

  /// Ended by a zero, as C wants it; a zero inside would end it early and is left out.
  static func terminated(_ text: String) -> [wchar_t] {
    text.unicodeScalars.filter { $0.value != 0 }.map { held(wchar_t($0.value)) } + [0]
  }
}
