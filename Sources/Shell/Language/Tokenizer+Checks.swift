/// The words of a check that would mean something else anywhere else in a command line.
extension Tokenizer {
  /// A comparison, or a word in brackets; nil when the word at hand is like any other.
  mutating func checkWord() throws(SyntaxProblem) -> Word? {
    switch peek() {
    case "<", ">": comparison()
    case ".", "[", "{": try bracketed()
    default: nil
    }
  }

  private mutating func comparison() -> Word? {
    let length = peek(1) == "=" ? 2 : 1
    // `>file` and `2>&1` stay what they are.
    if let next = peek(length), next != " ", next != "\t" { return nil }
    let sign = Self.string(text[position..<min(position + length, text.count)])
    position += length
    return Word([.quoted(sign)])
  }

  /// Paths, lists and probes go on to the blank behind their last bracket, quotes and all.
  private mutating func bracketed() throws(SyntaxProblem) -> Word {
    let start = place
    var parts: [WordPart] = []
    var plain = String.UnicodeScalarView()
    var open = 0
    var quote: Unicode.Scalar?
    while let scalar = peek(), scalar != "\n" {
      if scalar == "$", quote != "'" {
        if !plain.isEmpty { parts.append(.quoted(String(plain))) }
        plain = String.UnicodeScalarView()
        parts.append(try dollar(quoted: true))
        continue
      }
      if let closing = quote {
        if scalar == closing { quote = nil }
      } else {
        switch scalar {
        case "\"", "'": quote = scalar
        case "[", "{", "(": open += 1
        case "]", "}", ")": open -= 1
        case " ", "\t", ";", "|", "&": if open <= 0 { return Word(finished(parts, plain)) }
        default: break
        }
        // A closing parenthesis of the shell's own ends the word.
        if open < 0 { return Word(finished(parts, plain)) }
      }
      plain.append(scalar)
      position += 1
    }
    if let quote { throw .unterminatedQuote(String(quote), at: start) }
    return Word(finished(parts, plain))
  }

  private func finished(_ parts: [WordPart], _ plain: String.UnicodeScalarView) -> [WordPart] {
    plain.isEmpty ? parts : parts + [.quoted(String(plain))]
  }
}
