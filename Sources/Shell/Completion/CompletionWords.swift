/// The command in hand, cut into the words before the cursor and the one at it.
struct CompletionWords: Equatable {
  /// Complete words of this command, quotes taken away.
  private(set) var before: [String] = []
  /// What there is of the word at the cursor.
  private(set) var word = ""
  /// Where that word begins in the line, in unicode scalars.
  private(set) var start = 0
  /// Whether the command stands behind a pipe.
  private(set) var isPiped = false
  /// Whether the word is the target of a redirection.
  private(set) var isTarget = false

  init(_ text: String) {
    var quote: Unicode.Scalar?
    var isEscaped = false
    var isInWord = false
    var offset = 0
    for scalar in text.unicodeScalars {
      defer { offset += 1 }
      if isEscaped || (quote != nil && scalar != quote) {
        isEscaped = false
        word.unicodeScalars.append(scalar)
      } else if quote != nil {
        quote = nil
      } else if scalar == "'" || scalar == "\"" {
        quote = scalar
        isInWord = true
      } else if scalar == "\\" {
        isEscaped = true
        isInWord = true
      } else if "|;&(){}\n".unicodeScalars.contains(scalar), !isInsideBraces(scalar) {
        begin(at: offset + 1, isPiped: scalar == "|")
        isInWord = false
      } else if scalar == " " || scalar == "\t" {
        if isInWord { finishWord() }
        isInWord = false
        start = offset + 1
      } else if scalar == ">" || scalar == "<" {
        if isInWord { finishWord() }
        isInWord = false
        isTarget = true
        start = offset + 1
      } else {
        isInWord = true
        word.unicodeScalars.append(scalar)
      }
    }
  }

  /// Braces and parentheses inside a word, as in a jsonpath, end nothing; `$(` does begin.
  private func isInsideBraces(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "{" || scalar == "}" { return true }
    return scalar == "(" ? !word.hasSuffix("$") && !word.isEmpty : false
  }

  private mutating func begin(at offset: Int, isPiped: Bool) {
    before = []
    word = ""
    start = offset
    isTarget = false
    self.isPiped = isPiped
  }

  private mutating func finishWord() {
    if !isTarget { before.append(word) }
    isTarget = false
    word = ""
  }
}
