import Objects

/// Reads a JSONPath template.
struct JSONPathParser {
  private let characters: [Character]
  private var position = 0

  init(_ text: String) {
    characters = Array(text)
  }

  private var next: Character? { position < characters.count ? characters[position] : nil }

  private func isNext(_ word: String) -> Bool {
    characters[position...].starts(with: Array(word))
  }

  /// The texts and actions of the template, in order. A backslash in a text is only itself.
  mutating func pieces() throws(JSONPath.Problem) -> [JSONPath.Piece] {
    var pieces: [JSONPath.Piece] = []
    while let character = next {
      if character == "{" {
        position += 1
        pieces.append(.action(try action()))
      } else {
        let text = characters[position...].prefix { $0 != "{" }
        position += text.count
        pieces.append(.text(String(text)))
      }
    }
    return pieces
  }

  /// Everything up to the closing brace, which is taken.
  private mutating func action() throws(JSONPath.Problem) -> [JSONPath.Step] {
    var steps: [JSONPath.Step] = []
    while true {
      guard let character = next, !Self.endsLine(character) else {
        throw JSONPath.Problem(message: "unclosed action")
      }
      if character == "}" {
        position += 1
        return steps
      }
      if isNext("[?(") {
        steps.append(try filter())
      } else if isNext("..") {
        if case .recursive? = steps.last {
          throw JSONPath.Problem(message: "invalid multiple recursive descent")
        }
        position += 2
        steps.append(.recursive)
        if let name = next, Self.beginsWord(name) { steps.append(field()) }
      } else {
        steps += try step(character)
      }
    }
  }

  private mutating func step(_ character: Character) throws(JSONPath.Problem) -> [JSONPath.Step] {
    switch character {
    case " ", "@", "$":
      // The object at hand, whatever it is: $ goes back to nothing.
      position += 1
      return []
    case "[": return try array()
    case "\"", "'": return [.text(try quoted(character))]
    case ".":
      position += 1
      return [field()]
    case "+", "-", "0"..."9": return [try number()]
    default:
      guard Self.beginsWord(character) else {
        throw JSONPath.Problem(
          message: "unrecognized character in action: U+\(Self.code(character))")
      }
      return [word()]
    }
  }

  private static func code(_ character: Character) -> String {
    let digits = String(character.unicodeScalars.first?.value ?? 0, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + " '\(character)'"
  }

  private static func beginsWord(_ character: Character) -> Bool {
    character == "_" || character.isLetter || character.isNumber
  }

  private static func endsLine(_ character: Character) -> Bool {
    character == "\n" || character == "\r"
  }

  private static func endsWord(_ character: Character) -> Bool {
    endsLine(character) || " \t.,[]$@{}".contains(character)
  }

  /// A member's name; a backslash keeps the character behind it in the name.
  private mutating func field() -> JSONPath.Step {
    var name = ""
    while let character = next, !Self.endsWord(character) {
      position += 1
      if character == "\\" {
        if let kept = next {
          position += 1
          if kept != "\\" { name.append(kept) }
        }
      } else {
        name.append(character)
      }
    }
    return name == "*" ? .wildcard : .member(name)
  }

  private mutating func word() -> JSONPath.Step {
    let name = String(characters[position...].prefix { !Self.endsWord($0) })
    position += name.count
    return name == "true" || name == "false" ? .literal(.bool(name == "true")) : .word(name)
  }

  private mutating func number() throws(JSONPath.Problem) -> JSONPath.Step {
    var text = ""
    if let sign = next, "+-".contains(sign) {
      text.append(sign)
      position += 1
    }
    while let character = next, character == "." || character.isNumber {
      text.append(character)
      position += 1
    }
    if let whole = Int64(text) { return .literal(.integer(whole)) }
    if let number = Double(text) { return .literal(.number(number)) }
    throw JSONPath.Problem(message: "cannot parse number \(text)")
  }

  private mutating func quoted(_ quote: Character) throws(JSONPath.Problem) -> String {
    position += 1
    let start = position
    while let character = next, !(character == quote && characters[position - 1] != "\\") {
      if character == "\n" { break }
      position += 1
    }
    guard next == quote else { throw JSONPath.Problem(message: "unterminated quoted string") }
    let text = String(characters[start..<position])
    position += 1
    guard let plain = GoQuoting.unquoted(text, quote) else {
      throw JSONPath.Problem(
        message: "unquote string \(quote)\(text)\(quote) error invalid syntax")
    }
    return plain
  }

  // MARK: - Brackets

  private mutating func array() throws(JSONPath.Problem) -> [JSONPath.Step] {
    position += 1
    let inner = String(characters[position...].prefix { $0 != "]" && $0 != "\n" })
    position += inner.count
    guard next == "]" else { throw JSONPath.Problem(message: "unterminated array") }
    position += 1
    let choices = inner.split(separator: ",", omittingEmptySubsequences: false)
    guard choices.count > 1 else { return try Self.steps(inBrackets: inner) }
    var union: [[JSONPath.Step]] = []
    for choice in choices {
      var text = choice
      while text.first == " " { text.removeFirst() }
      while text.last == " " { text.removeLast() }
      union.append(try Self.steps(inBrackets: String(text)))
    }
    return [.union(union)]
  }

  private static func steps(
    inBrackets text: String
  ) throws(JSONPath.Problem) -> [JSONPath.Step] {
    if text.count >= 2, text.first == "'", text.last == "'",
      !text.dropFirst().dropLast().contains("'")
    {
      var parser = JSONPathParser(".\(text.dropFirst().dropLast())}")
      return try parser.action()
    }
    return [.slice(try slice(text == "*" ? ":" : text))]
  }

  /// `1`, `-1`, `0:2`, `1:`, `::2`; nothing at all means the first item.
  private static func slice(_ text: String) throws(JSONPath.Problem) -> JSONPath.Slice {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let isWellFormed =
      parts.count <= 3
      && parts.allSatisfy { part in
        (part.first == "-" ? part.dropFirst() : part[...]).allSatisfy { ("0"..."9").contains($0) }
      }
    guard isWellFormed else {
      throw JSONPath.Problem(message: "invalid array index \(text)")
    }
    if let part = parts.first(where: { !$0.isEmpty && Int($0) == nil }) {
      throw JSONPath.Problem(message: "array index \(part) is not a number")
    }
    var slice = JSONPath.Slice(from: Int(parts[0]))
    if parts.count > 1 {
      slice.to = Int(parts[1])
    } else {
      // Behind the last number comes the first, as in Go: no list has that place either.
      slice.to = (slice.from ?? 0) &+ 1
      slice.isOneItem = true
    }
    if parts.count > 2 { slice.by = Int(parts[2]) }
    return slice
  }

  /// A filter ends with the first closing parenthesis outside of its first quoted text.
  private mutating func filter() throws(JSONPath.Problem) -> JSONPath.Step {
    position += 3
    let start = position
    var quote: Character?
    var isQuoteOver = false
    while true {
      guard let character = next, character != "\n" else {
        throw JSONPath.Problem(message: "unterminated filter")
      }
      if character == ")", (quote != nil) == isQuoteOver { break }
      if character == "\"" || character == "'" {
        if quote == nil {
          quote = character
        } else if character == quote, characters[position - 1] != "\\" {
          isQuoteOver = true
        }
      }
      position += 1
    }
    let text = String(characters[start..<position])
    position += 1
    guard next == "]" else { throw JSONPath.Problem(message: "unclosed array expect ]") }
    position += 1
    return .filter(try Self.filter(text))
  }

  private static func filter(_ text: String) throws(JSONPath.Problem) -> JSONPath.Filter {
    let signs = "!<>="
    let left = text.prefix { !signs.contains($0) }
    let op = text.dropFirst(left.count).prefix { signs.contains($0) }
    let right = text.dropFirst(left.count + op.count)
    guard !left.isEmpty, !op.isEmpty, !right.isEmpty else {
      var parser = JSONPathParser(text + "}")
      return JSONPath.Filter(left: try parser.action())
    }
    var leftParser = JSONPathParser(left + "}")
    var rightParser = JSONPathParser(right + "}")
    return JSONPath.Filter(
      left: try leftParser.action(), op: String(op), right: try rightParser.action())
  }
}
