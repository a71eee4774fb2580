/// Reads a script into a command.
struct ShellReader {
  var characters: [Character]
  var position = 0
  /// Here-documents whose text begins after the next newline.
  var awaited: [(delimiter: String, expands: Bool, index: Int)] = []
  var hereTexts: [String] = []
  private var depth = 0

  init(_ text: String) {
    characters = Array(text)
  }

  static func read(_ text: String) throws(ShellSyntaxError) -> ShellCommand {
    var reader = ShellReader(text)
    let command = try reader.list(until: [])
    guard reader.position >= reader.characters.count else {
      throw reader.unexpected(String(reader.characters[reader.position]))
    }
    return command
  }

  var next: Character? { position < characters.count ? characters[position] : nil }

  func peek(_ offset: Int) -> Character? {
    position + offset < characters.count ? characters[position + offset] : nil
  }

  func unexpected(_ text: String) -> ShellSyntaxError {
    ShellSyntaxError(message: "syntax error: unexpected \"\(text)\"")
  }

  mutating func skipBlanks() {
    while let character = next {
      if character == " " || character == "\t" {
        position += 1
      } else if character == "\\", peek(1) == "\n" {
        position += 2
      } else if character == "#" {
        while let rest = next, rest != "\n" {
          _ = rest
          position += 1
        }
      } else {
        return
      }
    }
  }

  mutating func skipNewlines() {
    skipBlanks()
    while next == "\n" || next == ";" {
      position += 1
      skipBlanks()
    }
  }

  mutating func take(_ text: String) -> Bool {
    skipBlanks()
    let wanted = Array(text)
    guard characters.dropFirst(position).starts(with: wanted) else { return false }
    position += wanted.count
    return true
  }

  /// A reserved word standing alone.
  mutating func peekWord() -> String {
    skipBlanks()
    var place = position
    var word = ""
    while place < characters.count, characters[place].isLetter || "{}!".contains(characters[place])
    {
      word.append(characters[place])
      place += 1
    }
    if place < characters.count, !" \t\n;&|()<>".contains(characters[place]) { return "" }
    return word
  }

  mutating func takeWord(_ word: String) -> Bool {
    guard peekWord() == word else { return false }
    position += word.count
    return true
  }

  mutating func expect(_ word: String) throws(ShellSyntaxError) {
    skipNewlines()
    guard takeWord(word) else {
      let found = next.map(String.init) ?? "end of file"
      throw ShellSyntaxError(
        message: "syntax error: unexpected \(found == "end of file" ? found : "\"\(found)\"") "
          + "(expecting \"\(word)\")")
    }
  }

  /// Commands up to one of the words in `ends`, a closing parenthesis, or the end.
  mutating func list(until ends: [String]) throws(ShellSyntaxError) -> ShellCommand {
    depth += 1
    defer { depth -= 1 }
    guard depth < 60 else { throw ShellSyntaxError(message: "nested too deep") }
    var commands: [ShellCommand] = []
    skipNewlines()
    while let character = next, character != ")", !(character == ";" && peek(1) == ";") {
      if ends.contains(peekWord()) { break }
      let command = try andOr()
      skipBlanks()
      if next == "&", peek(1) != "&" {
        position += 1
        commands.append(.background(command))
      } else {
        commands.append(command)
      }
      skipBlanks()
      if next == ";", peek(1) == ";" { break }
      if next == ";" || next == "\n" {
        if next == "\n" { takeHereTexts() }
        skipNewlines()
      } else if case .background? = commands.last {
        skipNewlines()
      } else if next != nil, next != ")" {
        throw unexpected(String(characters[position]))
      }
    }
    return commands.count == 1 ? commands[0] : .sequence(commands)
  }

  private mutating func andOr() throws(ShellSyntaxError) -> ShellCommand {
    var left = try pipeline()
    while true {
      if take("&&") {
        skipNewlines()
        left = .and(left, try pipeline())
      } else if take("||") {
        skipNewlines()
        left = .or(left, try pipeline())
      } else {
        return left
      }
    }
  }

  private mutating func pipeline() throws(ShellSyntaxError) -> ShellCommand {
    let isNegated = takeWord("!")
    var stages = [try command()]
    skipBlanks()
    while next == "|", peek(1) != "|" {
      position += 1
      skipNewlines()
      stages.append(try command())
      skipBlanks()
    }
    return stages.count == 1 && !isNegated ? stages[0] : .pipeline(stages, negated: isNegated)
  }

  private mutating func command() throws(ShellSyntaxError) -> ShellCommand {
    skipBlanks()
    if next == "(" {
      position += 1
      let body = try list(until: [])
      guard take(")") else { throw unexpected("end of file") }
      return .group(body, redirections: try redirections(), isSubshell: true)
    }
    switch peekWord() {
    case "{":
      position += 1
      let body = try list(until: ["}"])
      try expect("}")
      return .group(body, redirections: try redirections(), isSubshell: false)
    case "if": return try conditional()
    case "while", "until": return try loop()
    case "for": return try forEach()
    case "case": return try choice()
    default: return try simple()
    }
  }

  private mutating func redirections() throws(ShellSyntaxError) -> [Redirection] {
    var found: [Redirection] = []
    while let redirection = try redirection() { found.append(redirection) }
    return found
  }

  private mutating func wrapped(_ command: ShellCommand) throws(ShellSyntaxError) -> ShellCommand {
    let after = try redirections()
    return after.isEmpty
      ? command : .group(command, redirections: after, isSubshell: false)
  }

  private mutating func conditional() throws(ShellSyntaxError) -> ShellCommand {
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
    return try wrapped(.conditional(branches, otherwise: otherwise))
  }

  private mutating func loop() throws(ShellSyntaxError) -> ShellCommand {
    let isUntil = peekWord() == "until"
    position += 5
    let condition = try list(until: ["do"])
    try expect("do")
    let body = try list(until: ["done"])
    try expect("done")
    return try wrapped(.loop(condition: condition, body: body, isUntil: isUntil))
  }

  private mutating func forEach() throws(ShellSyntaxError) -> ShellCommand {
    try expect("for")
    skipBlanks()
    let name = takeName()
    skipNewlines()
    var words: [ShellWord]?
    if takeWord("in") {
      words = []
      while true {
        skipBlanks()
        guard let character = next, character != ";", character != "\n" else { break }
        words?.append(try word())
      }
    }
    skipNewlines()
    try expect("do")
    let body = try list(until: ["done"])
    try expect("done")
    return try wrapped(.forEach(name: name, words: words, body: body))
  }

  private mutating func choice() throws(ShellSyntaxError) -> ShellCommand {
    try expect("case")
    skipBlanks()
    let subject = try word()
    skipNewlines()
    try expect("in")
    skipNewlines()
    var branches: [ChoiceBranch] = []
    while peekWord() != "esac", next != nil {
      _ = take("(")
      var patterns = [try word()]
      while take("|") {
        skipBlanks()
        patterns.append(try word())
      }
      guard take(")") else { throw unexpected(next.map(String.init) ?? "end of file") }
      let body = try list(until: ["esac"])
      branches.append(ChoiceBranch(patterns: patterns, body: body))
      _ = take(";;")
      skipNewlines()
    }
    try expect("esac")
    return .choice(subject, branches)
  }
}
