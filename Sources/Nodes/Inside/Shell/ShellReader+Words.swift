extension ShellReader {
  mutating func takeName() -> String {
    var name = ""
    while let character = next, character.isLetter || character.isNumber || character == "_" {
      name.append(character)
      position += 1
    }
    return name
  }

  /// Assignments, words and redirections up to an operator.
  mutating func simple() throws(ShellSyntaxError) -> ShellCommand {
    var command = SimpleCommand()
    while true {
      if let redirection = try redirection() {
        command.redirections.append(redirection)
        continue
      }
      skipBlanks()
      guard let character = next, !"\n;&|()".contains(character) else { break }
      if command.words.isEmpty, let assignment = try assignment() {
        command.assignments.append(assignment)
        continue
      }
      let start = position
      command.words.append(try word())
      if position == start { throw unexpected(String(character)) }
      if command.words.count == 1, command.assignments.isEmpty, next == "(", peek(1) == ")" {
        return try function(command.words[0])
      }
    }
    if command.words.isEmpty, command.assignments.isEmpty, command.redirections.isEmpty {
      throw unexpected(next.map { $0 == "\n" ? "newline" : String($0) } ?? "end of file")
    }
    return .simple(command)
  }

  private mutating func function(_ word: ShellWord) throws(ShellSyntaxError) -> ShellCommand {
    guard case .text(let name, _)? = word.parts.first else { throw unexpected("(") }
    position += 2
    skipNewlines()
    try expect("{")
    let body = try list(until: ["}"])
    try expect("}")
    return .function(name: name, body: body)
  }

  private mutating func assignment() throws(ShellSyntaxError) -> SimpleCommand.Assignment? {
    let start = position
    guard let first = next, first.isLetter || first == "_" else { return nil }
    let name = takeName()
    guard next == "=" else {
      position = start
      return nil
    }
    position += 1
    guard let character = next, !" \t\n;&|".contains(character) else {
      return .init(name: name, value: ShellWord(parts: []))
    }
    return .init(name: name, value: try word())
  }

  // MARK: - Redirections

  mutating func redirection() throws(ShellSyntaxError) -> Redirection? {
    skipBlanks()
    var descriptor: Int?
    if let digit = next?.wholeNumberValue, digit <= 2, let sign = peek(1), "<>".contains(sign) {
      descriptor = digit
      position += 1
    }
    if take("<<") { return try hereDocument() }
    if take(">>") {
      skipBlanks()
      return Redirection(descriptor: descriptor ?? 1, target: .append(try word()))
    }
    if take(">&") {
      guard let number = next?.wholeNumberValue else { throw unexpected(">&") }
      position += 1
      return Redirection(descriptor: descriptor ?? 1, target: .copy(of: number))
    }
    if take(">") {
      skipBlanks()
      return Redirection(descriptor: descriptor ?? 1, target: .write(try word()))
    }
    if take("<") {
      skipBlanks()
      return Redirection(descriptor: descriptor ?? 0, target: .read(try word()))
    }
    return nil
  }

  /// The text of a here-document stands after the line; it is cut out of the script here.
  private mutating func hereDocument() throws(ShellSyntaxError) -> Redirection {
    let strips = take("-")
    skipBlanks()
    let isQuoted = next == "'" || next == "\""
    let delimiter = try word()
    guard case .text(let end, _)? = delimiter.parts.first else { throw unexpected("<<") }
    guard let newline = characters[position...].firstIndex(of: "\n") else {
      return Redirection(
        descriptor: 0, target: .text(ShellWord(parts: [])))
    }
    var lines: [String] = []
    var place = newline + 1
    while place < characters.count {
      let stop = characters[place...].firstIndex(of: "\n") ?? characters.count
      var line = String(characters[place..<stop])
      place = min(stop + 1, characters.count)
      if strips { line = String(line.drop { $0 == "\t" }) }
      if line == end { break }
      lines.append(line)
    }
    characters.removeSubrange((newline + 1)..<place)
    let text = lines.map { $0 + "\n" }.joined()
    if isQuoted {
      return Redirection(
        descriptor: 0, target: .text(ShellWord(parts: [.text(text, quoted: true)])))
    }
    var inner = ShellReader(text)
    return Redirection(
      descriptor: 0, target: .text(ShellWord(parts: try inner.quotedParts(until: nil))))
  }

  mutating func takeHereTexts() {}

  // MARK: - Words

  mutating func word() throws(ShellSyntaxError) -> ShellWord {
    var parts: [ShellWord.Part] = []
    var text = ""
    while let character = next, !" \t\n;&|()<>".contains(character) {
      if character == "\\", peek(1) == "\n" {
        position += 2
        continue
      }
      guard "'\"\\$`".contains(character) else {
        text.append(character)
        position += 1
        continue
      }
      if !text.isEmpty { parts.append(.text(text, quoted: false)) }
      text = ""
      parts += try special(character)
    }
    if !text.isEmpty { parts.append(.text(text, quoted: false)) }
    return ShellWord(parts: parts)
  }

  /// A quoted or expanded part of a word.
  private mutating func special(
    _ character: Character
  ) throws(ShellSyntaxError) -> [ShellWord.Part] {
    switch character {
    case "$": return [try dollar(quoted: false)]
    case "`": return [try backticks(quoted: false)]
    case "'":
      position += 1
      let quoted = characters[position...].prefix { $0 != "'" }
      position += quoted.count + 1
      guard position <= characters.count else {
        throw ShellSyntaxError(message: "syntax error: unterminated quoted string")
      }
      return [.text(String(quoted), quoted: true)]
    case "\"":
      position += 1
      let inner = try quotedParts(until: "\"")
      position += 1
      return inner.isEmpty ? [.text("", quoted: true)] : inner
    default:
      position += 1
      guard let escaped = next else { return [] }
      position += 1
      return [.text(String(escaped), quoted: true)]
    }
  }

  /// What stands inside double quotes, or in a here-document.
  mutating func quotedParts(until end: Character?) throws(ShellSyntaxError) -> [ShellWord.Part] {
    var parts: [ShellWord.Part] = []
    var text = ""
    while let character = next, character != end {
      if character == "$" || character == "`" {
        if !text.isEmpty { parts.append(.text(text, quoted: true)) }
        text = ""
        parts.append(try character == "$" ? dollar(quoted: true) : backticks(quoted: true))
        continue
      }
      position += 1
      if character == "\\", let escaped = next, "$`\"\\\n".contains(escaped) {
        position += 1
        if escaped != "\n" { text.append(escaped) }
      } else {
        text.append(character)
      }
    }
    if end != nil, next == nil {
      throw ShellSyntaxError(message: "syntax error: unterminated quoted string")
    }
    if !text.isEmpty { parts.append(.text(text, quoted: true)) }
    return parts
  }

  private mutating func backticks(quoted: Bool) throws(ShellSyntaxError) -> ShellWord.Part {
    position += 1
    var text = ""
    while let character = next, character != "`" {
      text.append(character)
      position += 1
    }
    position += 1
    return .command(try ShellReader.read(text), quoted: quoted)
  }

  private mutating func dollar(quoted: Bool) throws(ShellSyntaxError) -> ShellWord.Part {
    position += 1
    guard let character = next else { return .text("$", quoted: quoted) }
    if character == "(" {
      if peek(1) == "(" { return try arithmetic() }
      position += 1
      let start = position
      var inner = ShellReader("")
      inner.characters = Array(characters[start...])
      let command = try inner.list(until: [])
      guard inner.next == ")" else {
        throw ShellSyntaxError(message: "syntax error: unexpected end of file (expecting \")\")")
      }
      position = start + inner.position + 1
      return .command(command, quoted: quoted)
    }
    if character == "{" { return try braces(quoted: quoted) }
    if "?$#@*!".contains(character) || character.isNumber {
      position += 1
      return .variable(String(character), operator: "", word: "", quoted: quoted)
    }
    let name = takeName()
    if name.isEmpty { return .text("$", quoted: quoted) }
    return .variable(name, operator: "", word: "", quoted: quoted)
  }

  private mutating func arithmetic() throws(ShellSyntaxError) -> ShellWord.Part {
    position += 2
    var text = ""
    var depth = 0
    while let character = next {
      if depth == 0, character == ")", peek(1) == ")" {
        position += 2
        return .arithmetic(text)
      }
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      text.append(character)
      position += 1
    }
    throw ShellSyntaxError(message: "syntax error: missing '))'")
  }

  private mutating func braces(quoted: Bool) throws(ShellSyntaxError) -> ShellWord.Part {
    position += 1
    if next == "#", let after = peek(1), after != "}" {
      position += 1
      let name = takeName()
      guard take("}") else { throw ShellSyntaxError(message: "bad substitution") }
      return .variable(name, operator: "length", word: "", quoted: quoted)
    }
    var name = takeName()
    if name.isEmpty, let special = next {
      name = String(special)
      position += 1
    }
    var sign = ""
    while let character = next, ":-+=?#%".contains(character), sign.count < 2 {
      sign.append(character)
      position += 1
    }
    var text = ""
    while let character = next, character != "}" {
      text.append(character)
      position += 1
    }
    guard next == "}" else { throw ShellSyntaxError(message: "bad substitution") }
    position += 1
    return .variable(name, operator: sign, word: text, quoted: quoted)
  }
}
