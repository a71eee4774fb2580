/// Commands made of reserved words.
extension ShellReader {
  mutating func conditional() throws(ShellSyntaxError) -> ShellCommand {
    try expect("if")
    var branches: [ConditionalBranch] = []
    repeat {
      let condition = try list(until: ["then"])
      try expect("then")
      let body = try list(until: ["elif", "else", "fi"])
      branches.append(ConditionalBranch(condition: condition, body: body))
    } while takeWord("elif")
    let otherwise = takeWord("else") ? try list(until: ["fi"]) : nil
    try expect("fi")
    return .conditional(branches, otherwise: otherwise)
  }

  mutating func loop() throws(ShellSyntaxError) -> ShellCommand {
    let isUntil = peekWord() == "until"
    position += 5
    let condition = try list(until: ["do"])
    let body = try doGroup()
    return .loop(condition: condition, body: body, isUntil: isUntil)
  }

  private mutating func doGroup() throws(ShellSyntaxError) -> ShellCommand {
    try expect("do")
    let body = try list(until: ["done"])
    try expect("done")
    return body
  }

  mutating func forEach() throws(ShellSyntaxError) -> ShellCommand {
    try expect("for")
    skipBlanks()
    let name = takeName()
    guard !name.isEmpty else {
      throw ShellSyntaxError(message: "syntax error: bad for loop variable")
    }
    skipEmptyLines()
    var words: [ShellWord]?
    if takeWord("in") {
      words = []
      while true {
        skipBlanks()
        guard let byte = next, byte != UInt8(ascii: ";"), byte != Self.newline else { break }
        let start = position
        words?.append(try word())
        if position == start { throw unexpected() }
      }
    }
    _ = take(";")
    skipEmptyLines()
    return .forEach(name: name, words: words, body: try doGroup())
  }

  mutating func choice() throws(ShellSyntaxError) -> ShellCommand {
    try expect("case")
    skipBlanks()
    let subject = try word()
    try expect("in")
    skipEmptyLines()
    var branches: [ChoiceBranch] = []
    while peekWord() != "esac", next != nil {
      _ = take("(")
      var patterns: [ShellWord] = []
      repeat {
        skipBlanks()
        patterns.append(try word())
      } while take("|")
      guard take(")") else { throw unexpected(expecting: ")") }
      skipEmptyLines()
      let isEmpty = isAt(";;") || peekWord() == "esac"
      let body = isEmpty ? .sequence([]) : try list(until: ["esac"])
      branches.append(ChoiceBranch(patterns: patterns, body: body))
      _ = take(";;")
      skipEmptyLines()
    }
    try expect("esac")
    return .choice(subject, branches)
  }
}
