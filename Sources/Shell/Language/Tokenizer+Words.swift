extension Tokenizer {
  /// Reads one word: literal text, quotes, variables, substitutions, as far as they touch.
  mutating func word() throws(SyntaxProblem) -> Word {
    var parts: [WordPart] = []
    while let scalar = peek(), !Self.endsWord(scalar) {
      switch scalar {
      case "'": parts.append(.quoted(try singleQuoted()))
      case "\"": parts += try doubleQuoted()
      case "\\": parts += try escaped()
      case "$": parts.append(try dollar(quoted: false))
      case "`": throw .unsupported("` (use $(…))", at: place)
      default: parts.append(.literal(literal()))
      }
    }
    if parts.isEmpty { throw .unfinished(at: place) }
    return Word(parts)
  }

  private static func endsWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\t", "\n", "\r", "|", "&", ";", "<", ">", "(", ")": true
    default: false
    }
  }

  private mutating func literal() -> String {
    let start = position
    while let scalar = peek(), !Self.endsWord(scalar),
      scalar != "'", scalar != "\"", scalar != "\\", scalar != "$", scalar != "`"
    {
      position += 1
    }
    return Self.string(text[start..<position])
  }

  mutating func singleQuoted() throws(SyntaxProblem) -> String {
    position += 1
    let start = position
    while let scalar = peek(), scalar != "'" { position += 1 }
    guard peek() != nil else { throw .unterminatedQuote("'", at: place(of: start - 1)) }
    position += 1
    return Self.string(text[start..<(position - 1)])
  }

  mutating func doubleQuoted() throws(SyntaxProblem) -> [WordPart] {
    position += 1
    return try filledText(until: "\"")
  }

  /// Text whose variables and substitutions count, up to a closing quote or the end of input.
  mutating func filledText(until closing: Unicode.Scalar?) throws(SyntaxProblem) -> [WordPart] {
    let start = position
    var parts: [WordPart] = []
    var plain = String.UnicodeScalarView()
    func flushed() -> [WordPart] { parts + (plain.isEmpty ? [] : [.quoted(String(plain))]) }
    while let scalar = peek(), scalar != closing {
      if scalar == "$" {
        parts = flushed()
        plain = String.UnicodeScalarView()
        parts.append(try dollar(quoted: true))
      } else if scalar == "\\", let next = peek(1), Self.isEscapable(next, closing) {
        position += 2
        if next != "\n" { plain.append(next) }
      } else {
        plain.append(scalar)
        position += 1
      }
    }
    if closing != nil {
      guard peek() != nil else { throw .unterminatedQuote("\"", at: place(of: start - 1)) }
      position += 1
    }
    let all = flushed()
    return all.isEmpty ? [.quoted("")] : all
  }

  private static func isEscapable(_ scalar: Unicode.Scalar, _ closing: Unicode.Scalar?) -> Bool {
    scalar == closing || scalar == "$" || scalar == "\\" || scalar == "`" || scalar == "\n"
  }

  mutating func escaped() throws(SyntaxProblem) -> [WordPart] {
    guard let next = peek(1) else { throw .unfinished(at: place) }
    position += 2
    return next == "\n" ? [] : [.quoted(String(next))]
  }

  // MARK: - What begins with a dollar sign

  mutating func dollar(quoted: Bool) throws(SyntaxProblem) -> WordPart {
    let start = position
    position += 1
    switch peek() {
    case "(": return .command(try substitution(from: start), quoted: quoted)
    case "{": return try braced(from: start, quoted: quoted)
    case "?", "@", "*", "#":
      return .variable(parameterName(), quoted: quoted)
    case let digit? where ("0"..."9").contains(digit):
      position += 1
      return .variable(String(digit), quoted: quoted)
    case let scalar? where Self.beginsName(scalar): return .variable(name(), quoted: quoted)
    default: return .quoted("$")
    }
  }

  /// `<(…)`, whose `<` has been read.
  mutating func processSubstitution() throws(SyntaxProblem) -> Word {
    Word([.process(try substitution(from: position - 1))])
  }

  private mutating func substitution(
    from start: Int
  ) throws(SyntaxProblem) -> Script {
    guard depth < Self.depthLimit else { throw .tooDeep(at: place(of: start)) }
    guard peek() == "(", peek(1) != "(" else {
      throw .unsupported("arithmetic $((…))", at: place(of: start))
    }
    position += 1
    var inner = Parser(Tokenizer(inside: self))
    do throws(SyntaxProblem) {
      let script = try inner.script(until: [.close])
      guard try inner.take(.close) else { throw .unterminatedSubstitution(at: place(of: start)) }
      position = inner.tokenizer.position
      return script
    } catch {
      // Whatever is missing inside, it is this substitution that has to go on.
      if case .unfinished = error { throw .unterminatedSubstitution(at: place(of: start)) }
      throw error
    }
  }

  private mutating func name() -> String {
    let start = position
    while let scalar = peek(), Self.continuesName(scalar) { position += 1 }
    return Self.string(text[start..<position])
  }

  static func beginsName(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
    beginsName(scalar) || ("0"..."9").contains(scalar)
  }
}
