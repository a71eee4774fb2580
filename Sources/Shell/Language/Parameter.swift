/// `${…}` with more in it than a name.
struct Parameter: Equatable, Sendable {
  enum Operation: Equatable, Sendable {
    /// `${#name}`
    case length
    /// `${name:-word}`; without the colon an empty value counts as one.
    case fallback(Word)
    /// `${name:=word}`
    case assign(Word)
    /// `${name:?word}`
    case demand(Word)
    /// `${name:+word}`
    case replace(Word)
  }

  var name: String
  var operation: Operation
  /// Whether an empty value counts as none: the colon.
  var minds = false
}

extension Tokenizer {
  /// What stands behind `${`, with the closing brace.
  mutating func braced(from start: Int, quoted: Bool) throws(SyntaxProblem) -> WordPart {
    position += 1
    if peek() == "#", peek(1) != "}" {
      position += 1
      let name = parameterName()
      guard !name.isEmpty else { throw unsupported(start) }
      try closeBrace(start)
      return .filled(Parameter(name: name, operation: .length), quoted: quoted)
    }
    let name = parameterName()
    if peek() == nil { throw .unfinished(at: place(of: start)) }
    guard !name.isEmpty else { throw unsupported(start) }
    if peek() == "}" {
      position += 1
      return .variable(name, quoted: quoted)
    }
    let minds = peek() == ":"
    if minds { position += 1 }
    guard let sign = peek(), "-=?+".unicodeScalars.contains(sign) else { throw unsupported(start) }
    position += 1
    let word = Word(try insideBraces(quoted: quoted))
    try closeBrace(start)
    let operation: Parameter.Operation
    switch sign {
    case "-": operation = .fallback(word)
    case "=": operation = .assign(word)
    case "?": operation = .demand(word)
    default: operation = .replace(word)
    }
    return .filled(Parameter(name: name, operation: operation, minds: minds), quoted: quoted)
  }

  private func unsupported(_ start: Int) -> SyntaxProblem {
    peek() == nil
      ? .unfinished(at: place(of: start))
      : .unsupported("this kind of ${…}", at: place(of: start))
  }

  private mutating func closeBrace(_ start: Int) throws(SyntaxProblem) {
    guard peek() == "}" else { throw unsupported(start) }
    position += 1
  }

  /// A name, or the digits and signs that stand for what a script is given.
  mutating func parameterName() -> String {
    guard let first = peek() else { return "" }
    if "@*#?".unicodeScalars.contains(first) {
      position += 1
      return String(first)
    }
    let start = position
    let isNumber = ("0"..."9").contains(first)
    while let scalar = peek(), isNumber ? ("0"..."9").contains(scalar) : Self.continuesName(scalar)
    {
      position += 1
    }
    return Self.string(text[start..<position])
  }

  private mutating func insideBraces(quoted: Bool) throws(SyntaxProblem) -> [WordPart] {
    var parts: [WordPart] = []
    while let scalar = peek(), scalar != "}" {
      switch scalar {
      case "'" where !quoted: parts.append(.quoted(try singleQuoted()))
      case "\"": parts += try doubleQuoted()
      case "\\": parts += try escaped()
      case "$": parts.append(try dollar(quoted: quoted))
      case "`": throw .unsupported("` (use $(…))", at: place)
      default:
        parts.append(quoted ? .quoted(String(scalar)) : .literal(String(scalar)))
        position += 1
      }
    }
    return parts
  }
}
