import Objects

/// Reads a JSONPath template.
struct JSONPathParser {
  private let characters: [Character]
  private var position = 0

  init(_ text: String) {
    characters = Array(text)
  }

  private var next: Character? { position < characters.count ? characters[position] : nil }

  private mutating func take(_ word: String) -> Bool {
    let word = Array(word)
    guard characters.dropFirst(position).starts(with: word) else { return false }
    position += word.count
    return true
  }

  /// Pieces up to `{end}`, or to the end of the template.
  mutating func pieces(untilEnd isInRange: Bool) throws(JSONPath.Problem) -> [JSONPath.Piece] {
    var pieces: [JSONPath.Piece] = []
    while let character = next {
      guard character == "{" else {
        pieces.append(.text(takeText()))
        continue
      }
      position += 1
      skipSpaces()
      if take("end}") || take("end }") {
        guard isInRange else { throw JSONPath.Problem(message: "not in range, nothing to end") }
        return pieces
      }
      if take("range ") {
        let steps = try path(until: "}")
        try close()
        pieces.append(.range(steps, body: try self.pieces(untilEnd: true)))
      } else if next == "\"" || next == "'" {
        pieces.append(.text(try quoted()))
        try close()
      } else {
        pieces.append(.path(try path(until: "}")))
        try close()
      }
    }
    if isInRange { throw JSONPath.Problem(message: "unclosed range, missing {end}") }
    return pieces
  }

  private mutating func takeText() -> String {
    var text = ""
    while let character = next, character != "{" {
      position += 1
      if character == "\\", let escaped = next {
        position += 1
        text.append(Self.unescaped(escaped))
      } else {
        text.append(character)
      }
    }
    return text
  }

  private static func unescaped(_ character: Character) -> Character {
    switch character {
    case "n": "\n"
    case "t": "\t"
    case "r": "\r"
    default: character
    }
  }

  private mutating func skipSpaces() { while next == " " { position += 1 } }

  private mutating func close() throws(JSONPath.Problem) {
    skipSpaces()
    guard take("}") else { throw JSONPath.Problem(message: "unclosed action") }
  }

  private mutating func quoted() throws(JSONPath.Problem) -> String {
    guard let quote = next else { return "" }
    position += 1
    var text = ""
    while let character = next {
      position += 1
      if character == quote { return text }
      if character == "\\", let escaped = next {
        position += 1
        text.append(Self.unescaped(escaped))
      } else {
        text.append(character)
      }
    }
    throw JSONPath.Problem(message: "unterminated quoted string")
  }

  /// Steps up to one of the `ends`, which stays.
  private mutating func path(until ends: String) throws(JSONPath.Problem) -> [JSONPath.Step] {
    var steps: [JSONPath.Step] = []
    skipSpaces()
    while let character = next, !ends.contains(character), character != " " {
      switch character {
      case "$":
        position += 1
        steps.append(.root)
      case "@": position += 1
      case ".":
        position += 1
        if next == "." {
          position += 1
          steps.append(.recursive)
        }
        if next == "*" {
          position += 1
          steps.append(.wildcard)
        } else if next != "[", next != nil, !ends.contains(next ?? " ") {
          let name = takeName(ends)
          if !name.isEmpty { steps.append(.member(name)) }
        }
      case "[": steps.append(try bracket())
      case "*":
        position += 1
        steps.append(.wildcard)
      default:
        let name = takeName(ends)
        guard !name.isEmpty else {
          throw JSONPath.Problem(
            message: "unrecognized character in action: U+\(Self.code(character))")
        }
        steps.append(.member(name))
      }
    }
    return steps
  }

  private static func code(_ character: Character) -> String {
    let digits = String(character.unicodeScalars.first?.value ?? 0, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + " '\(character)'"
  }

  private mutating func takeName(_ ends: String) -> String {
    var name = ""
    while let character = next, !".[]() ,=!<>".contains(character), !ends.contains(character) {
      position += 1
      if character == "\\", let escaped = next {
        position += 1
        name.append(escaped)
      } else {
        name.append(character)
      }
    }
    return name
  }

  // MARK: - Brackets

  private mutating func bracket() throws(JSONPath.Problem) -> JSONPath.Step {
    position += 1
    skipSpaces()
    if take("?(") {
      let filter = try filter()
      guard take(")") else { throw JSONPath.Problem(message: "unterminated filter") }
      try closeBracket()
      return .filter(filter)
    }
    guard characters[position...].contains("]") else {
      throw JSONPath.Problem(message: "unterminated array")
    }
    var choices: [[JSONPath.Step]] = []
    repeat {
      skipSpaces()
      choices.append([try choice()])
      skipSpaces()
    } while take(",")
    try closeBracket()
    return choices.count == 1 ? choices[0][0] : .union(choices)
  }

  private mutating func closeBracket() throws(JSONPath.Problem) {
    skipSpaces()
    guard take("]") else { throw JSONPath.Problem(message: "unterminated array") }
  }

  private mutating func choice() throws(JSONPath.Problem) -> JSONPath.Step {
    if next == "'" || next == "\"" { return .member(try quoted()) }
    if take("*") { return .wildcard }
    var text = ""
    while let character = next, character != "]", character != ",", character != " " {
      text.append(character)
      position += 1
    }
    if text.contains(":") {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      let numbers = parts.map { Int($0) }
      guard parts.count <= 3, zip(parts, numbers).allSatisfy({ $0.isEmpty || $1 != nil }) else {
        throw JSONPath.Problem(message: "invalid array index \(text)")
      }
      return .slice(
        from: numbers[0], to: numbers.count > 1 ? numbers[1] : nil,
        by: numbers.count > 2 ? numbers[2] ?? 1 : 1)
    }
    if let index = Int(text) { return .index(index) }
    guard !text.isEmpty, text.first?.isLetter ?? false else {
      throw JSONPath.Problem(message: "invalid array index \(text)")
    }
    return .member(text)
  }

  private mutating func filter() throws(JSONPath.Problem) -> JSONPath.Filter {
    let left = try side()
    skipSpaces()
    for op in ["==", "!=", "<=", ">=", "<", ">"] where take(op) {
      skipSpaces()
      return JSONPath.Filter(left: left, op: op, right: try side())
    }
    return JSONPath.Filter(left: left)
  }

  private mutating func side() throws(JSONPath.Problem) -> JSONPath.Filter.Side {
    skipSpaces()
    if next == "\"" || next == "'" { return .literal(.string(try quoted())) }
    if next == "@" || next == "$" || next == "." { return .path(try path(until: "=!<>)")) }
    var text = ""
    while let character = next, !"=!<>) ".contains(character) {
      text.append(character)
      position += 1
    }
    return .literal(ScalarText.value(of: text))
  }
}
