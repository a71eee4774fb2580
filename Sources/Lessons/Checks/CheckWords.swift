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
  /// How many brackets are open.
  private var depth = 0

  static func split(_ text: String) throws(CheckError) -> [CheckWord] {
    var splitter = CheckWords()
    var rest = text[...]
    while let character = rest.popFirst() {
      // Quotes inside a path, as in ?(@.type=="Ready"), belong to the path.
      if character == "\"" || character == "'", splitter.depth == 0 {
        try splitter.takeQuoted(until: character, &rest)
      } else {
        splitter.take(character)
      }
    }
    splitter.finishWord()
    return splitter.words
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

  private mutating func take(_ character: Character) {
    if character == " ", depth == 0 {
      finishWord()
      return
    }
    if "[{(".contains(character) { depth += 1 }
    if "]})".contains(character) { depth = max(0, depth - 1) }
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
