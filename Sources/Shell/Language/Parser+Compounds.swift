/// Loops and conditions: what holds other commands.
extension Parser {
  /// Words that end the commands inside a loop or an `if`.
  private static let closers = ["do", "done", "then", "elif", "else", "fi"]

  /// Words behind which a command begins.
  static let beforeCommands = ["!", "do", "then", "else", "elif", "if", "while", "until"]

  mutating func isCloser() throws(SyntaxProblem) -> Bool {
    guard case .word(let word) = try peek(), let text = word.bareText else { return false }
    return Self.closers.contains(text)
  }

  /// A loop or an `if`; nil when something else comes next.
  mutating func compound() throws(SyntaxProblem) -> Compound? {
    guard case .word(let word) = try peek() else { return nil }
    switch word.bareText {
    case "for": return .forLoop(try forLoop())
    case "while", "until": return .whileLoop(try whileLoop(isUntil: word.bareText == "until"))
    case "if": return .conditional(try conditional())
    default: return nil
    }
  }

  /// What stands behind `done` or `fi`.
  mutating func redirections() throws(SyntaxProblem) -> [Redirection] {
    var found: [Redirection] = []
    while true {
      switch try peek() {
      case .redirection(let redirection):
        _ = try next()
        found.append(redirection)
      case .redirect(let sign):
        _ = try next()
        found.append(try redirection(sign))
      case .word, .pipe, .and, .or, .semicolon, .background, .close, .newline, .end:
        return found
      }
    }
  }

  private mutating func forLoop() throws(SyntaxProblem) -> ForLoop {
    _ = try next()
    guard case .word(let nameWord) = try next(), let name = nameWord.bareText else {
      throw .unfinished(at: tokenizer.place)
    }
    try expect("in")
    var words: [Word] = []
    while case .word(let word) = try peek() {
      _ = try next()
      words.append(word)
    }
    try expect("do")
    let body = try inside()
    try expect("done")
    return ForLoop(variable: name, words: words, body: body)
  }

  private mutating func whileLoop(isUntil: Bool) throws(SyntaxProblem) -> WhileLoop {
    _ = try next()
    let condition = try condition()
    try expect("do")
    let body = try inside()
    try expect("done")
    return WhileLoop(condition: condition, isUntil: isUntil, body: body)
  }

  private mutating func conditional() throws(SyntaxProblem) -> Conditional {
    var branches: [Conditional.Branch] = []
    repeat {
      _ = try next()
      let condition = try condition()
      try expect("then")
      branches.append(Conditional.Branch(condition: condition, body: try inside()))
    } while try isKeyword("elif")
    var otherwise = Script()
    if try isKeyword("else") {
      _ = try next()
      otherwise = try inside()
    }
    try expect("fi")
    return Conditional(branches: branches, otherwise: otherwise)
  }

  /// Commands whose last one decides: there must be one.
  private mutating func condition() throws(SyntaxProblem) -> Script {
    let script = try inside()
    if script.isEmpty {
      let token = try peek()
      if token == .end { throw .unfinished(at: tokenizer.place) }
      throw .unexpected(token.text, at: tokenizer.place)
    }
    return script
  }

  /// The commands inside, up to the keyword that ends them.
  private mutating func inside() throws(SyntaxProblem) -> Script {
    guard tokenizer.depth + nesting < Tokenizer.depthLimit else {
      throw .tooDeep(at: tokenizer.place)
    }
    nesting += 1
    let script = try script(until: [])
    nesting -= 1
    return script
  }

  private mutating func expect(_ keyword: String) throws(SyntaxProblem) {
    try skipSeparators()
    let token = try next()
    if token == .end { throw .unfinished(at: tokenizer.place) }
    guard case .word(let word) = token, word.bareText == keyword else {
      throw .unexpected(token.text, at: tokenizer.place)
    }
  }
}
