/// Expressions, from those that bind weakest to those that bind strongest.
extension AwkParser {
  mutating func list(until sign: String) throws(ToolProblem) -> [AwkExpression] {
    var values: [AwkExpression] = []
    let (atIn, atMore) = (stopsAtIn, stopsAtMore)
    (stopsAtIn, stopsAtMore) = (false, false)
    defer { (stopsAtIn, stopsAtMore) = (atIn, atMore) }
    try skipNewlines()
    while !isSign(sign) {
      values.append(try expression())
      try skipNewlines()
      if try !take(",") { break }
      try skipNewlines()
    }
    try expect(sign)
    return values
  }

  mutating func expression() throws(ToolProblem) -> AwkExpression {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.deepest { throw problem }
    let left = try conditional()
    guard left.isTarget, case .sign(let sign) = token else { return left }
    let operations: [String: AwkOperation] = [
      "+=": .add, "-=": .subtract, "*=": .multiply, "/=": .divide, "%=": .remainder, "^=": .power,
      "**=": .power,
    ]
    if sign == "=" {
      try advance()
      try skipNewlines()
      return .assign(left, try expression())
    }
    guard let operation = operations[sign] else { return left }
    try advance()
    try skipNewlines()
    return .change(left, operation, try expression())
  }

  private mutating func conditional() throws(ToolProblem) -> AwkExpression {
    let condition = try either()
    guard try take("?") else { return condition }
    try skipNewlines()
    let yes = try expression()
    try skipNewlines()
    try expect(":")
    try skipNewlines()
    return .conditional(condition, yes, try expression())
  }

  private mutating func either() throws(ToolProblem) -> AwkExpression {
    var left = try both()
    while try take("||") {
      try skipNewlines()
      left = .or(left, try both())
    }
    return left
  }

  private mutating func both() throws(ToolProblem) -> AwkExpression {
    var left = try membership()
    while try take("&&") {
      try skipNewlines()
      left = .and(left, try membership())
    }
    return left
  }

  private mutating func membership() throws(ToolProblem) -> AwkExpression {
    var left = try matching()
    while isKeyword("in"), !stopsAtIn {
      try advance()
      guard case .name(let array) = token else { throw problem }
      try advance()
      left = .contains(slot(array), [left])
    }
    return left
  }

  private mutating func matching() throws(ToolProblem) -> AwkExpression {
    var left = try comparison()
    while isSign("~") || isSign("!~") {
      let isNegated = isSign("!~")
      try advance()
      left = .match(left, try comparison(), isNegated: isNegated)
    }
    return left
  }

  private mutating func comparison() throws(ToolProblem) -> AwkExpression {
    let left = try concatenation()
    guard case .sign(let sign) = token else { return left }
    let comparisons: [String: AwkComparison] = [
      "<": .less, "<=": .lessOrEqual, "==": .equal, "!=": .notEqual, ">": .more, ">=": .moreOrEqual,
    ]
    guard let comparison = comparisons[sign], !(sign == ">" && stopsAtMore) else { return left }
    try advance()
    return .compare(comparison, left, try concatenation())
  }

  mutating func concatenation(withoutIn: Bool = false) throws(ToolProblem) -> AwkExpression {
    var left = try sum()
    while beginsOperand, !(withoutIn && isKeyword("in")) { left = .concatenate(left, try sum()) }
    // The output of a command, line by line.
    while isSign("|"), !stopsAtMore || isCommandRead {
      guard isCommandRead else { return left }
      try advance()
      try advance()
      program.runsCommands = true
      left = .nextLineOfCommand(into: try target(), command: left)
    }
    return left
  }

  /// Whether `| getline` follows.
  private var isCommandRead: Bool {
    var lexer = lexer
    return (try? lexer.next()) == .keyword("getline")
  }

  private var beginsOperand: Bool {
    switch token {
    case .number, .text, .name, .function, .builtin: true
    case .sign(let sign): ["$", "!", "(", "-", "+", "++", "--"].contains(sign)
    case .keyword, .newline, .end: false
    }
  }

  private mutating func sum() throws(ToolProblem) -> AwkExpression {
    var left = try product()
    while isSign("+") || isSign("-") {
      let operation: AwkOperation = isSign("+") ? .add : .subtract
      try advance()
      left = .calculate(operation, left, try product())
    }
    return left
  }

  private mutating func product() throws(ToolProblem) -> AwkExpression {
    var left = try unary()
    while case .sign(let sign) = token, ["*", "/", "%"].contains(sign) {
      try advance()
      let operation: AwkOperation = sign == "*" ? .multiply : sign == "/" ? .divide : .remainder
      left = .calculate(operation, left, try unary())
    }
    return left
  }

  private mutating func unary() throws(ToolProblem) -> AwkExpression {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.deepest { throw problem }
    if try take("!") { return .not(try unary()) }
    if try take("-") { return .negative(try unary()) }
    if try take("+") { return .positive(try unary()) }
    return try power()
  }

  private mutating func power() throws(ToolProblem) -> AwkExpression {
    let left = try postfix()
    guard isSign("^") || isSign("**") else { return left }
    try advance()
    // Binds to the right, and a sign may stand in front of the exponent.
    if try take("-") { return .calculate(.power, left, .negative(try power())) }
    return .calculate(.power, left, try power())
  }

  private mutating func postfix() throws(ToolProblem) -> AwkExpression {
    let operand = try primary()
    guard operand.isTarget else { return operand }
    if try take("++") { return .step(operand, by: 1, isPrefix: false) }
    if try take("--") { return .step(operand, by: -1, isPrefix: false) }
    return operand
  }

  // MARK: Operands

  private mutating func primary() throws(ToolProblem) -> AwkExpression {
    let current = token
    switch current {
    case .number(let value):
      try advance()
      return .number(value)
    case .text(let bytes):
      try advance()
      return .text(bytes)
    case .name(let name):
      try advance()
      let variable = slot(name)
      guard try take("[") else { return .variable(variable) }
      return .element(variable, try list(until: "]"))
    case .function(let name):
      try advance()
      try expect("(")
      let number = function(name)
      return .call(number, try list(until: ")"))
    case .builtin(let builtin): return try call(builtin)
    case .keyword("getline"): return try lineRead()
    case .sign(let sign): return try signed(sign)
    case .keyword, .newline, .end: throw problem
    }
  }

  private mutating func signed(_ sign: String) throws(ToolProblem) -> AwkExpression {
    switch sign {
    case "(": return try grouping()
    case "$":
      try advance()
      if isSign("++") || isSign("--") {
        let by: Double = isSign("++") ? 1 : -1
        try advance()
        return .field(.step(try primary(), by: by, isPrefix: true))
      }
      if try take("-") { return .field(.negative(try primary())) }
      return .field(try primary())
    case "++", "--":
      try advance()
      let operand = try primary()
      guard operand.isTarget else { throw problem }
      return .step(operand, by: sign == "++" ? 1 : -1, isPrefix: true)
    case "/", "/=":
      let text = try lexer.regex(startingWith: sign == "/" ? [] : Bytes("=".utf8))
      try advance()
      do throws(PatternProblem) {
        return .regex(try PosixPattern(text, isExtended: true))
      } catch {
        throw ToolProblem(text: "bad regex '\(String(text))': \(error.rawValue)")
      }
    case "-": return .negative(try unary())
    case "+": return .positive(try unary())
    case "!": return .not(try unary())
    default: throw problem
    }
  }

  /// Parentheses: around a value, or around the subscripts in front of `in`.
  private mutating func grouping() throws(ToolProblem) -> AwkExpression {
    try advance()
    let values = try list(until: ")")
    if isKeyword("in"), values.count > 1 {
      try advance()
      guard case .name(let array) = token else { throw problem }
      try advance()
      return .contains(slot(array), values)
    }
    guard values.count == 1 else { throw problem }
    // What stands in parentheses is no target any more.
    return values[0].isTarget ? .concatenateNothing(values[0]) : values[0]
  }

  private mutating func target() throws(ToolProblem) -> AwkExpression? {
    if isSign("$") { return try primary() }
    if case .name = token { return try primary() }
    return nil
  }

  private mutating func lineRead() throws(ToolProblem) -> AwkExpression {
    try advance()
    let variable = try target()
    guard try take("<") else {
      program.readsItself = true
      return .nextLine(into: variable)
    }
    return .nextLineOfFile(into: variable, file: try primary())
  }

  private mutating func call(_ builtin: AwkBuiltin) throws(ToolProblem) -> AwkExpression {
    try advance()
    guard try take("(") else {
      guard builtin == .length else { throw problem }
      return .builtin(.length, [])
    }
    let values = try list(until: ")")
    if builtin == .system { program.runsCommands = true }
    let counts: [AwkBuiltin: ClosedRange<Int>] = [
      .length: 0...1, .substr: 2...3, .index: 2...2, .split: 2...3, .sub: 2...3, .gsub: 2...3,
      .gensub: 3...4, .match: 2...3, .sprintf: 1...99, .atan2: 2...2, .rand: 0...0, .srand: 0...1,
      .fflush: 0...1, .systime: 0...0, .strftime: 0...2, .and: 2...2, .or: 2...2, .xor: 2...2,
      .lshift: 2...2, .rshift: 2...2,
    ]
    guard (counts[builtin] ?? 1...1).contains(values.count) else {
      throw ToolProblem(text: "cmd. line:\(lexer.line): Too few arguments")
    }
    return .builtin(builtin, values)
  }
}

extension AwkExpression {
  /// The value of a target that cannot be assigned to.
  static func concatenateNothing(_ value: AwkExpression) -> AwkExpression {
    .conditional(.number(1), value, value)
  }
}
