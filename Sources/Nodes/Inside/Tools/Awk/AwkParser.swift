/// Reads awk's language: rules, functions and statements.
struct AwkParser {
  var lexer: AwkLexer
  var token = AwkLexer.Token.newline
  var program = AwkProgram()
  /// Parameters of the function that is read.
  var locals: [String] = []
  /// Whether `in` ends an expression, as in the head of a `for`.
  var stopsAtIn = false
  /// Whether `>` ends an expression, as in `print`.
  var stopsAtMore = false
  var depth = 0
  private var rangeCount = 0
  private var functions: [String: Int] = [:]

  static let deepest = 120

  static func program(_ text: Bytes) throws(ToolProblem) -> AwkProgram {
    var parser = AwkParser(lexer: AwkLexer(text))
    parser.program.globals = AwkProgram.specials
    try parser.advance()
    try parser.skipSeparators()
    while parser.token != .end {
      try parser.rule()
      try parser.skipSeparators()
    }
    for function in parser.program.functions where !function.isDefined {
      throw ToolProblem(text: "cmd. line:1: Call to undefined function")
    }
    AwkArrays.find(in: &parser.program)
    return parser.program
  }

  // MARK: Tokens

  mutating func advance() throws(ToolProblem) { token = try lexer.next() }

  var problem: ToolProblem { lexer.problem }

  func isSign(_ sign: String) -> Bool { token == .sign(sign) }

  func isKeyword(_ word: String) -> Bool { token == .keyword(word) }

  mutating func take(_ sign: String) throws(ToolProblem) -> Bool {
    guard isSign(sign) else { return false }
    try advance()
    return true
  }

  mutating func expect(_ sign: String) throws(ToolProblem) {
    guard try take(sign) else { throw problem }
  }

  mutating func skipNewlines() throws(ToolProblem) {
    while token == .newline { try advance() }
  }

  private mutating func skipSeparators() throws(ToolProblem) {
    while token == .newline || isSign(";") { try advance() }
  }

  // MARK: Names

  func slot(_ name: String, _ globals: inout [String]) -> AwkSlot {
    if let place = locals.lastIndex(of: name) { return .local(place) }
    if let place = globals.firstIndex(of: name) { return .global(place) }
    globals.append(name)
    return .global(globals.count - 1)
  }

  mutating func slot(_ name: String) -> AwkSlot { slot(name, &program.globals) }

  mutating func function(_ name: String) -> Int {
    if let number = functions[name] { return number }
    program.functions.append(AwkProgram.Function(name: name))
    functions[name] = program.functions.count - 1
    return program.functions.count - 1
  }

  // MARK: Rules

  private mutating func rule() throws(ToolProblem) {
    switch token {
    case .keyword("BEGIN"):
      try advance()
      try skipNewlines()
      program.begin.append(try block())
    case .keyword("END"):
      try advance()
      try skipNewlines()
      program.end.append(try block())
    case .keyword("function"), .keyword("func"): try definition()
    case .sign("{"): program.rules.append(AwkProgram.Rule(pattern: .always, body: try block()))
    default:
      let first = try expression()
      var pattern = AwkProgram.Pattern.holds(first)
      if try take(",") {
        try skipNewlines()
        pattern = .range(first, try expression(), rangeCount)
        rangeCount += 1
      }
      let body = isSign("{") ? try block() : nil
      program.rules.append(AwkProgram.Rule(pattern: pattern, body: body))
    }
  }

  private mutating func definition() throws(ToolProblem) {
    try advance()
    let name: String
    switch token {
    case .name(let word), .function(let word): name = word
    default: throw problem
    }
    let number = function(name)
    try advance()
    try expect("(")
    locals = []
    while case .name(let parameter) = token {
      locals.append(parameter)
      try advance()
      if try !take(",") { break }
      try skipNewlines()
    }
    try expect(")")
    try skipNewlines()
    program.functions[number].parameters = locals.map { _ in false }
    program.functions[number].isDefined = true
    let body = try block()
    program.functions[number].body = body
    locals = []
  }

  // MARK: Statements

  private mutating func block() throws(ToolProblem) -> [AwkStatement] {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.deepest { throw problem }
    try expect("{")
    var statements: [AwkStatement] = []
    try skipSeparators()
    while !isSign("}") {
      if token == .end { throw problem }
      statements.append(try statement())
      try skipSeparators()
    }
    try advance()
    return statements
  }

  /// One statement, or several in braces.
  private mutating func body() throws(ToolProblem) -> [AwkStatement] {
    try skipNewlines()
    if try take(";") { return [] }
    if isSign("{") { return try block() }
    return [try statement()]
  }

  private mutating func statement() throws(ToolProblem) -> AwkStatement {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.deepest { throw problem }
    if isSign("{") { return .block(try block()) }
    guard case .keyword(let word) = token else { return try simpleStatement() }
    switch word {
    case "if": return try branch()
    case "while":
      try advance()
      try expect("(")
      let condition = try expression()
      try expect(")")
      return .whileLoop(condition, try body())
    case "do": return try doLoop()
    case "for": return try forLoop()
    default:
      let statement = try simpleStatement()
      try endOfStatement()
      return statement
    }
  }

  private mutating func endOfStatement() throws(ToolProblem) {
    if token == .newline || isSign(";") || isSign("}") || token == .end { return }
    throw problem
  }

  private mutating func branch() throws(ToolProblem) -> AwkStatement {
    try advance()
    try expect("(")
    let condition = try expression()
    try expect(")")
    let yes = try body()
    // An `else` may follow newlines and a semicolon.
    let before = self
    try skipSeparators()
    guard isKeyword("else") else {
      self = before
      return .branch(condition, yes, [])
    }
    try advance()
    return .branch(condition, yes, try body())
  }

  private mutating func doLoop() throws(ToolProblem) -> AwkStatement {
    try advance()
    let statements = try body()
    try skipSeparators()
    guard isKeyword("while") else { throw problem }
    try advance()
    try expect("(")
    let condition = try expression()
    try expect(")")
    return .doLoop(statements, condition)
  }

  private mutating func forLoop() throws(ToolProblem) -> AwkStatement {
    try advance()
    try expect("(")
    let before = self
    if case .name(let variable) = token {
      try advance()
      if isKeyword("in") {
        try advance()
        if case .name(let array) = token {
          try advance()
          if try take(")") {
            let (first, second) = (slot(variable), slot(array))
            return .forEach(first, second, try body())
          }
        }
      }
      self = before
    }
    let first = isSign(";") ? nil : try simpleStatement()
    try expect(";")
    try skipNewlines()
    let condition = isSign(";") ? nil : try expression()
    try expect(";")
    try skipNewlines()
    let step = isSign(")") ? nil : try simpleStatement()
    try expect(")")
    return .forLoop(first, condition, step, try body())
  }

  private mutating func simpleStatement() throws(ToolProblem) -> AwkStatement {
    guard case .keyword(let word) = token, word != "getline" else {
      return .expression(try expression())
    }
    switch word {
    case "print", "printf": return try output(word)
    case "delete": return try deletion()
    case "break", "continue", "next", "nextfile":
      try advance()
      return word == "break"
        ? .leaveLoop : word == "continue" ? .nextRound : word == "next" ? .nextRecord : .nextFile
    case "exit", "return":
      try advance()
      let isBare = token == .newline || isSign(";") || isSign("}") || token == .end
      let value = isBare ? nil : try expression()
      return word == "exit" ? .exit(value) : .giveBack(value)
    default: throw problem
    }
  }

  private mutating func deletion() throws(ToolProblem) -> AwkStatement {
    try advance()
    guard case .name(let name) = token else { throw problem }
    try advance()
    let array = slot(name)
    guard try take("[") else { return .delete(array, nil) }
    let subscripts = try list(until: "]")
    return .delete(array, subscripts)
  }

  private mutating func output(_ word: String) throws(ToolProblem) -> AwkStatement {
    try advance()
    var values: [AwkExpression] = []
    let stopped = stopsAtMore
    stopsAtMore = true
    defer { stopsAtMore = stopped }
    let isBare =
      token == .newline || isSign(";") || isSign("}") || isSign(">") || isSign(">>") || isSign("|")
      || token == .end
    if !isBare { values = try printed() }
    var redirection: AwkRedirection?
    if try take(">") {
      redirection = .file(try concatenation(withoutIn: true))
    } else if try take(">>") {
      redirection = .append(try concatenation(withoutIn: true))
    } else if try take("|") {
      program.runsCommands = true
      redirection = .command(try concatenation(withoutIn: true))
    }
    return word == "print" ? .print(values, redirection) : .printf(values, redirection)
  }

  /// What is printed: a list, perhaps in parentheses of its own.
  private mutating func printed() throws(ToolProblem) -> [AwkExpression] {
    if isSign("(") {
      let before = self
      try advance()
      stopsAtMore = false
      let values = try list(until: ")")
      stopsAtMore = true
      let isAll =
        token == .newline || token == .end
        || [";", "}", ">", ">>", "|"].contains { isSign($0) }
      if isAll { return values }
      self = before
    }
    var values = [try expression()]
    while try take(",") {
      try skipNewlines()
      values.append(try expression())
    }
    return values
  }
}
