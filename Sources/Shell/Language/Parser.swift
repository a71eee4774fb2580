/// Reads tokens as a script.
struct Parser {
  private(set) var tokenizer: Tokenizer
  private var ahead: Token?
  /// How many commands stand around the one in hand.
  var nesting = 0

  init(_ tokenizer: Tokenizer) {
    self.tokenizer = tokenizer
  }

  /// Reads a whole text.
  static func parse(_ text: String) throws(SyntaxProblem) -> Script {
    guard text.utf8.count <= Tokenizer.lengthLimit else {
      throw .tooLong(limit: Tokenizer.lengthLimit)
    }
    var parser = Parser(Tokenizer(text))
    let script = try parser.script(until: [])
    let rest = try parser.peek()
    guard rest == .end else { throw .unexpected(rest.text, at: parser.tokenizer.place) }
    return script
  }

  /// Reads the next command with all that belongs to it: here-documents, loops, continuations.
  /// Nil at the end. The text is the command's own, so that it can be run again.
  mutating func command() throws(SyntaxProblem) -> (script: Script, text: String)? {
    try skipSeparators()
    guard try peek() != .end else { return nil }
    let start = wordStart
    var script = Script()
    while true {
      script.chains.append(try chain())
      let end = tokenizer.position
      switch try next() {
      case .newline, .end:
        return (script, Tokenizer.string(tokenizer.text[start..<tokenizer.position]))
      case .semicolon:
        // A here-document begins on the next line, so what stands between belongs to it as well.
        if tokenizer.awaitsDocument { continue }
        return (script, Tokenizer.string(tokenizer.text[start..<max(start, end - 1)]))
      case let token: throw .unexpected(token.text, at: tokenizer.place)
      }
    }
  }

  // MARK: - Tokens

  /// Where the token that was peeked at begins.
  private var wordStart = 0

  mutating func peek() throws(SyntaxProblem) -> Token {
    if let ahead { return ahead }
    wordStart = tokenizer.position
    let token = try tokenizer.next()
    ahead = token
    return token
  }

  mutating func next() throws(SyntaxProblem) -> Token {
    let token = try peek()
    ahead = nil
    return token
  }

  /// Takes this token if it comes next.
  mutating func take(_ token: Token) throws(SyntaxProblem) -> Bool {
    guard try peek() == token else { return false }
    ahead = nil
    return true
  }

  private mutating func skipNewlines() throws(SyntaxProblem) {
    while try take(.newline) {}
  }

  mutating func skipSeparators() throws(SyntaxProblem) {
    while true {
      let token = try peek()
      guard token == .newline || token == .semicolon else { return }
      ahead = nil
    }
  }

  mutating func isKeyword(_ keyword: String) throws(SyntaxProblem) -> Bool {
    guard case .word(let word) = try peek() else { return false }
    return word.bareText == keyword
  }

  // MARK: - Grammar

  /// Chains up to the end of input or one of these tokens, which stays; inside a loop or an `if`
  /// its next keyword ends them too.
  mutating func script(until stops: [Token]) throws(SyntaxProblem) -> Script {
    var script = Script()
    while true {
      try skipSeparators()
      let token = try peek()
      if token == .end || stops.contains(token) { return script }
      if nesting > 0, try isCloser() { return script }
      script.chains.append(try chain())
      let after = try peek()
      let ends = after == .end || after == .newline || after == .semicolon
      guard ends || stops.contains(after) else {
        throw .unexpected(after.text, at: tokenizer.place)
      }
    }
  }

  private mutating func chain() throws(SyntaxProblem) -> Chain {
    var chain = Chain(first: try pipeline())
    while true {
      let link: Chain.Link
      if try take(.and) {
        link = .and
      } else if try take(.or) {
        link = .or
      } else {
        try leaveInBackground(chain)
        return chain
      }
      try skipNewlines()
      chain.rest.append(Chain.Follower(link: link, pipeline: try pipeline()))
    }
  }

  /// Nothing runs in the background here, but what kubectl's `port-forward` opens stays open while
  /// others work: behind it `&` is as good as `;`.
  private mutating func leaveInBackground(_ chain: Chain) throws(SyntaxProblem) {
    guard try peek() == .background else { return }
    guard chain.rest.isEmpty, chain.first.stages.count == 1,
      case .simple(let command)? = chain.first.stages.first,
      command.words.prefix(2).contains(where: { $0.plainText == "port-forward" })
    else {
      throw .unsupported(
        "running in the background (&)", at: tokenizer.place(of: tokenizer.position - 1))
    }
    ahead = .semicolon
  }

  private mutating func pipeline() throws(SyntaxProblem) -> Pipeline {
    var isNegated = false
    while try isKeyword("!") {
      _ = try next()
      isNegated.toggle()
    }
    var pipeline = Pipeline(isNegated: isNegated, stages: [try stage()])
    while try take(.pipe) {
      try skipNewlines()
      pipeline.stages.append(try stage())
    }
    return pipeline
  }

  private mutating func stage() throws(SyntaxProblem) -> Stage {
    let token = try peek()
    if token == .end { throw .unfinished(at: tokenizer.place) }
    if try isCloser() { throw .unexpected(token.text, at: tokenizer.place) }
    if let compound = try compound() { return .compound(compound, try redirections()) }
    return .simple(try simpleCommand())
  }

  private mutating func simpleCommand() throws(SyntaxProblem) -> SimpleCommand {
    var command = SimpleCommand()
    var isEmpty = true
    while true {
      switch try peek() {
      case .word(let word):
        _ = try next()
        if command.words.isEmpty, let assignment = Self.assignment(word) {
          command.assignments.append(assignment)
        } else {
          command.words.append(word)
        }
      case .redirection(let redirection):
        _ = try next()
        command.redirections.append(redirection)
      case .redirect(let sign):
        _ = try next()
        command.redirections.append(try redirection(sign))
      case .pipe, .and, .or, .semicolon, .background, .close, .newline, .end:
        guard !isEmpty else { throw .unexpected(try peek().text, at: tokenizer.place) }
        return command
      }
      isEmpty = false
    }
  }

  mutating func redirection(_ sign: RedirectSign) throws(SyntaxProblem) -> Redirection {
    let token = try next()
    guard case .word(let target) = token else {
      if token == .end { throw .unfinished(at: tokenizer.place) }
      throw .unexpected(token.text, at: tokenizer.place)
    }
    switch sign {
    case .read: return .read(target)
    case .string: return .document(Word(target.parts + [.quoted("\n")]))
    case .write(let descriptor, let appending):
      return .write(descriptor: descriptor, to: target, appending: appending)
    }
  }

  /// `NAME=value`, where the name and the sign are unquoted.
  private static func assignment(_ word: Word) -> SimpleCommand.Assignment? {
    guard case .literal(let text)? = word.parts.first,
      let sign = text.unicodeScalars.firstIndex(of: "=")
    else { return nil }
    let name = text.unicodeScalars[..<sign]
    guard let first = name.first, Tokenizer.beginsName(first),
      name.allSatisfy(Tokenizer.continuesName)
    else { return nil }
    let rest = String(text.unicodeScalars[sign...].dropFirst())
    let value = (rest.isEmpty ? [] : [.literal(rest)]) + word.parts.dropFirst()
    return SimpleCommand.Assignment(name: String(name), value: Word(value))
  }
}
