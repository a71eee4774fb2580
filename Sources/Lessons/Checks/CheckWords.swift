/// A word of a check; quotes around it are gone.
struct CheckWord: Equatable, Sendable {
  var text: String
  /// Whether it stood in quotes: then it is never a keyword.
  var isQuoted: Bool
}

/// Splits a check at spaces, except inside quotes, brackets and braces.
struct CheckWords {
  private var words: [CheckWord] = []
  private var current = ""
  private var wasQuoted = false
  /// The brackets that are open, each as the character that closes it.
  private var open: [Character] = []

  static func split(_ text: String) throws(CheckError) -> [CheckWord] {
    var splitter = CheckWords()
    var rest = text[...]
    while let character = rest.popFirst() {
      if character == "\"" || character == "'" {
        // Quotes inside a path, as in ?(@.type=="Ready"), belong to the path.
        if splitter.open.isEmpty {
          try splitter.takeQuoted(until: character, &rest)
        } else {
          try splitter.takeVerbatim(until: character, &rest)
        }
      } else {
        splitter.take(character)
      }
    }
    if let closing = splitter.open.last {
      throw CheckError(message: "a \(closing) is missing")
    }
    splitter.finishWord()
    return splitter.words
  }

  /// The pieces between the commas of a list.
  static func pieces(of text: String) throws(CheckError) -> [String] {
    var pieces = [""]
    var splitter = CheckWords()
    var rest = text[...]
    while let character = rest.popFirst() {
      if character == ",", splitter.open.isEmpty {
        pieces.append("")
        continue
      }
      let before = rest
      if character == "\"" || character == "'" {
        try splitter.takeVerbatim(until: character, &rest)
      } else {
        splitter.take(character)
      }
      pieces[pieces.count - 1].append(character)
      pieces[pieces.count - 1] += before[..<rest.startIndex]
    }
    return pieces
  }

  private mutating func takeQuoted(
    until quote: Character, _ rest: inout Substring
  ) throws(CheckError) {
    wasQuoted = true
    while let character = rest.popFirst() {
      if character == quote { return }
      if character == "\\", quote == "\"", let next = rest.popFirst() {
        // Only quotes and newlines are written with a backslash; a pattern keeps its own.
        current += next == "n" ? "\n" : next == "\"" ? "\"" : "\\" + String(next)
      } else {
        current.append(character)
      }
    }
    throw CheckError(message: "a quote is not closed")
  }

  private mutating func takeVerbatim(
    until quote: Character, _ rest: inout Substring
  ) throws(CheckError) {
    current.append(quote)
    while let character = rest.popFirst() {
      current.append(character)
      if character == quote { return }
      if character == "\\", quote == "\"", let next = rest.popFirst() { current.append(next) }
    }
    throw CheckError(message: "a quote is not closed")
  }

  private static let brackets: [Character: Character] = ["[": "]", "{": "}", "(": ")"]

  private mutating func take(_ character: Character) {
    if character == " ", open.isEmpty {
      finishWord()
      return
    }
    if let closing = Self.brackets[character] {
      open.append(closing)
    } else if character == open.last {
      open.removeLast()
    }
    current.append(character)
  }

  private mutating func finishWord() {
    if !current.isEmpty || wasQuoted {
      words.append(CheckWord(text: current, isQuoted: wasQuoted))
    }
    current = ""
    wasQuoted = false
  }
}
