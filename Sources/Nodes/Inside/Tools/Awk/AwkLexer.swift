/// Words and signs of an awk program.
struct AwkLexer {
  enum Token: Equatable {
    case number(Double)
    case text(Bytes)
    case name(String)
    /// A name with a parenthesis right behind it.
    case function(String)
    case builtin(AwkBuiltin)
    case keyword(String)
    case sign(String)
    case newline
    case end
  }

  private let text: Bytes
  private var place = 0
  private(set) var line = 1

  private static let keywords: Set<String> = [
    "BEGIN", "END", "if", "else", "while", "for", "do", "break", "continue", "next", "nextfile",
    "exit", "return", "delete", "in", "function", "func", "print", "printf", "getline",
  ]
  private static let signs = [
    "**=", "++", "--", "+=", "-=", "*=", "/=", "%=", "^=", "**", "==", "<=", ">=", "!=", "!~", "&&",
    "||", ">>", "{", "}", "(", ")", "[", "]", ";", ",", "+", "-", "*", "/", "%", "^", "!", ">", "<",
    "|", "?", ":", "~", "$", "=",
  ].map { Bytes($0.utf8) }

  init(_ text: Bytes) { self.text = text }

  var problem: ToolProblem { ToolProblem(text: "cmd. line:\(line): Unexpected token") }

  mutating func next() throws(ToolProblem) -> Token {
    skipBlanks()
    guard place < text.count else { return .end }
    let byte = text[place]
    if byte == .newline {
      place += 1
      line += 1
      return .newline
    }
    if byte == UInt8(ascii: "\"") { return .text(try string()) }
    let isDotted = byte == 46 && place + 1 < text.count && text[place + 1].isDigit
    if byte.isDigit || isDotted { return .number(number()) }
    if byte.isLetter || byte == UInt8(ascii: "_") { return word() }
    for sign in Self.signs where text[place...].starts(with: sign) {
      place += sign.count
      return .sign(String(sign))
    }
    throw problem
  }

  private mutating func skipBlanks() {
    while place < text.count {
      if text[place] == 32 || text[place] == 9 || text[place] == 13 {
        place += 1
      } else if text[place] == .backslash, place + 1 < text.count, text[place + 1] == .newline {
        place += 2
        line += 1
      } else if text[place] == UInt8(ascii: "#") {
        while place < text.count, text[place] != .newline { place += 1 }
      } else {
        return
      }
    }
  }

  private mutating func string() throws(ToolProblem) -> Bytes {
    place += 1
    var result: Bytes = []
    while place < text.count, text[place] != UInt8(ascii: "\"") {
      let byte = text[place]
      if byte == .newline { throw problem }
      place += 1
      guard byte == .backslash, place < text.count else {
        result.append(byte)
        continue
      }
      if let special = Escapes.byte(text, at: &place) {
        result.append(special)
      } else {
        let next = text[place]
        place += 1
        if next == .newline { continue }
        // Other escapes stay as they are: a regular expression may want them.
        result += "\"/".utf8.contains(next) ? [next] : [.backslash, next]
      }
    }
    guard place < text.count else { throw problem }
    place += 1
    return result
  }

  private mutating func number() -> Double {
    if text[place] == 48, place + 1 < text.count {
      let digits = text[place...].prefix { $0.isLetter || $0.isDigit }
      let isHexadecimal = text[place + 1].lowered == UInt8(ascii: "x")
      let isOctal =
        text[place + 1].isDigit && !text[place...].dropFirst(digits.count).starts(with: ".".utf8)
      if isHexadecimal || isOctal, let number = NumberReader.magnitude(Bytes(digits)) {
        place += digits.count
        return Double(number.value)
      }
    }
    let (value, count) = NumberReader.decimal(text[place...])
    place += max(count, 1)
    return value
  }

  private mutating func word() -> Token {
    let begin = place
    while place < text.count, text[place].isWordByte { place += 1 }
    let word = String(Bytes(text[begin..<place]))
    if Self.keywords.contains(word) { return .keyword(word) }
    if let builtin = AwkBuiltin(rawValue: word) { return .builtin(builtin) }
    return place < text.count && text[place] == UInt8(ascii: "(") ? .function(word) : .name(word)
  }

  /// The rest of a regular expression whose opening slash was read, up to the closing one.
  mutating func regex(startingWith begin: Bytes) throws(ToolProblem) -> Bytes {
    var result = begin
    var isInBrackets = false
    while place < text.count, text[place] != .newline {
      let byte = text[place]
      place += 1
      if byte == .backslash, place < text.count {
        if text[place] == UInt8(ascii: "/") {
          result.append(text[place])
        } else if "ntrfva\"".utf8.contains(text[place]) {
          var inner = place
          let special = Escapes.byte(text, at: &inner)
          result.append(special ?? text[place])
        } else {
          result += [byte, text[place]]
        }
        place += 1
        continue
      }
      if byte == UInt8(ascii: "/"), !isInBrackets { return result }
      if byte == UInt8(ascii: "["), !isInBrackets {
        isInBrackets = true
        result.append(byte)
        for sign in "^]".utf8 where place < text.count && text[place] == sign {
          result.append(sign)
          place += 1
        }
        continue
      }
      if byte == UInt8(ascii: "]") { isInBrackets = false }
      result.append(byte)
    }
    throw problem
  }
}
