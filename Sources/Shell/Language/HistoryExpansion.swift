/// Puts earlier lines in place of `!!`, `!7`, `!-2`, `!get`, `!?text?`, `!$`, `!^`, `!*` and
/// `^old^new^`, as interactive shells do. Behind an event `:2`, `:$`, `:^` and `:*` choose words.
///
/// A `!` in single quotes or behind a backslash is left alone, and so is one before a blank, `=`,
/// `(`, a closing quote or the end: `[ ! -f x ]` and `?(@.a!="b")` name no events.
public struct HistoryExpansion {
  /// Why a line cannot be filled in.
  public enum Problem: Error, Hashable, Sendable {
    case notFound(String)
    case badWord(String)
    case substitutionFailed(String)

    public var message: String {
      switch self {
      case .notFound(let event): "\(event): event not found"
      case .badWord(let word): "\(word): bad word specifier"
      case .substitutionFailed(let text): "\(text): substitution failed"
      }
    }
  }

  /// The earlier lines, oldest first; asked for only where a line speaks of one.
  private let lines: [String]
  private let text: [Unicode.Scalar]
  private var place = 0
  private var result = String.UnicodeScalarView()

  /// Whether `text` may speak of earlier lines at all.
  public static func mayApply(to text: String) -> Bool {
    guard !FreeText.isSpoken(text) else { return false }
    return text.utf8.first == UInt8(ascii: "^") || text.utf8.contains(UInt8(ascii: "!"))
  }

  /// `text` filled in; nil when there is nothing to fill in.
  public static func expanded(
    _ text: String, from lines: [String]
  ) throws(Problem) -> String? {
    guard mayApply(to: text) else { return nil }
    var expansion = HistoryExpansion(lines: lines, text: Array(text.unicodeScalars))
    if text.hasPrefix("^") { return try expansion.substituted() }
    return try expansion.run()
  }

  // MARK: - The line

  private mutating func run() throws(Problem) -> String? {
    var quote: Unicode.Scalar?
    var isChanged = false
    while place < text.count {
      let scalar = text[place]
      // The lines of a here-document are data.
      if quote == nil, scalar == "\n", opensDocument { break }
      if quote == nil, scalar == "#", beginsWord {
        copy(upTo: text[place...].firstIndex(of: "\n") ?? text.count)
      } else if quote != "'", scalar == "\\" {
        // `\!` in double quotes would keep its backslash; the shell takes it away elsewhere.
        if quote == "\"", peek(1) == "!" {
          isChanged = true
          place += 1
        }
        copy(upTo: min(place + (quote == "\"" && text[place] == "!" ? 1 : 2), text.count))
      } else if scalar == quote {
        quote = nil
        copy(upTo: place + 1)
      } else if quote == nil, scalar == "'" || scalar == "\"" {
        quote = scalar
        copy(upTo: place + 1)
      } else if scalar == "!", quote != "'", isEvent(quote) {
        result.append(contentsOf: try event(quote).unicodeScalars)
        isChanged = true
      } else {
        copy(upTo: place + 1)
      }
    }
    copy(upTo: text.count)
    return isChanged ? String(result) : nil
  }

  private mutating func copy(upTo end: Int) {
    result.append(contentsOf: text[place..<end])
    place = end
  }

  private func peek(_ ahead: Int) -> Unicode.Scalar? {
    place + ahead < text.count ? text[place + ahead] : nil
  }

  private var beginsWord: Bool {
    place == 0 || " \t\n;&|(".unicodeScalars.contains(text[place - 1])
  }

  private var opensDocument: Bool {
    zip(text[..<place], text[..<place].dropFirst()).contains { $0.0 == "<" && $0.1 == "<" }
  }

  private func isEvent(_ quote: Unicode.Scalar?) -> Bool {
    guard let next = peek(1), next != quote else { return false }
    // `${!name}`, and `[!a-z]` in a pattern.
    if place > 0, text[place - 1] == "{" || text[place - 1] == "[" { return false }
    return !" \t\n\r=(;|&)<>'\"".unicodeScalars.contains(next)
  }

  // MARK: - Events

  /// What the event at hand stands for; the place moves behind it.
  private mutating func event(_ quote: Unicode.Scalar?) throws(Problem) -> String {
    let start = place
    place += 1
    guard let first = peek(0) else { return "!" }
    if "$^*".unicodeScalars.contains(first) {
      place += 1
      return try words(String(first), of: try line(lines.last, from: start))
    }
    let found: String?
    switch first {
    case "!":
      place += 1
      found = lines.last
    case "?":
      place += 1
      let piece = take { $0 != "?" && $0 != "\n" && $0 != quote }
      if peek(0) == "?" { place += 1 }
      found = lines.last { $0.contains(piece) }
    default:
      let isNumber = ("0"..."9").contains(first) || (first == "-" && isDigit(peek(1)))
      if isNumber {
        place += 1
        let digits = String(first) + take { ("0"..."9").contains($0) }
        found = Int(digits).flatMap(numbered)
      } else {
        let piece = take { !" \t\n;&|()<>:\"'".unicodeScalars.contains($0) }
        found = lines.last { $0.hasPrefix(piece) }
      }
    }
    let line = try line(found, from: start)
    return try designated(line)
  }

  /// `:2`, `:$` … behind an event.
  private mutating func designated(_ line: String) throws(Problem) -> String {
    guard peek(0) == ":", let sign = peek(1), isDigit(sign) || "$^*".unicodeScalars.contains(sign)
    else { return line }
    place += 1
    guard isDigit(sign) else {
      place += 1
      return try words(String(sign), of: line)
    }
    return try words(take { ("0"..."9").contains($0) }, of: line)
  }

  private func isDigit(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { ("0"..."9").contains($0) } ?? false
  }

  private mutating func take(while isWanted: (Unicode.Scalar) -> Bool) -> String {
    let start = place
    while place < text.count, isWanted(text[place]) { place += 1 }
    return Tokenizer.string(text[start..<place])
  }

  private func line(_ found: String?, from start: Int) throws(Problem) -> String {
    guard let found else { throw .notFound(Tokenizer.string(text[start..<place])) }
    return found
  }

  /// The first line has the number 1, the latest also -1.
  private func numbered(_ number: Int) -> String? {
    let place = number < 0 ? lines.count + number : number - 1
    return lines.indices.contains(place) ? lines[place] : nil
  }

  // MARK: - Words

  private func words(_ sign: String, of line: String) throws(Problem) -> String {
    let words = Self.words(of: line)
    switch sign {
    case "$": return words.last ?? ""
    case "*": return words.dropFirst().joined(separator: " ")
    default:
      let number = sign == "^" ? 1 : Int(sign) ?? Int.max
      guard words.indices.contains(number) else { throw .badWord(":\(sign)") }
      return words[number]
    }
  }

  /// The words of a line as they were written, quotes and all.
  static func words(of line: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    var quote: Unicode.Scalar?
    var isEscaped = false
    for scalar in line.unicodeScalars {
      let isBlank = scalar == " " || scalar == "\t" || scalar == "\n"
      if isBlank, quote == nil, !isEscaped {
        if !word.isEmpty { words.append(String(word)) }
        word = String.UnicodeScalarView()
        continue
      }
      word.append(scalar)
      if isEscaped {
        isEscaped = false
      } else if scalar == "\\", quote != "'" {
        isEscaped = true
      } else if scalar == quote {
        quote = nil
      } else if quote == nil, scalar == "'" || scalar == "\"" {
        quote = scalar
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }

  // MARK: - ^old^new^

  private func substituted() throws(Problem) -> String {
    let whole = Tokenizer.string(text)
    let parts = whole.split(separator: "^", maxSplits: 3, omittingEmptySubsequences: false)
    guard let line = lines.last else { throw .notFound(whole) }
    guard parts.count > 2, !parts[1].isEmpty, let range = line.firstRange(of: parts[1]) else {
      throw .substitutionFailed(whole)
    }
    var result = line
    result.replaceSubrange(range, with: parts[2])
    return result + (parts.count > 3 ? parts[3] : "")
  }
}
