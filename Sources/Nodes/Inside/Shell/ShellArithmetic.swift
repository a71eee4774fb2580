/// `$(( … ))`: whole numbers, variables and the operators of C.
struct ShellArithmetic {
  enum Problem: Error {
    case syntax
    case divisionByZero
    case notANumber(String)
    case tooDeep

    var text: String {
      switch self {
      case .syntax: "arithmetic syntax error"
      case .divisionByZero: "divide by zero"
      case .notANumber: "arithmetic syntax error"
      case .tooDeep: "expression recursion loop detected"
      }
    }
  }

  private let bytes: [UInt8]
  private var position = 0
  private var variables: ShellVariables
  /// How deep in parentheses, signs and variables that are expressions themselves.
  private var depth = 0
  private static let deepest = 256
  /// How many variables were such expressions so far: a few that name each other twice are many.
  private var expressions = 0
  private static let mostExpressions = 10_000
  /// Within the branch of `?:`, `&&` or `||` that is not taken nothing is assigned or divided.
  private var skips = 0

  static func value(
    of text: String, in variables: inout ShellVariables
  ) throws(Problem) -> Int {
    var reader = ShellArithmetic(text, variables)
    let value = try reader.whole()
    variables = reader.variables
    return value
  }

  private mutating func whole() throws(Problem) -> Int {
    skip()
    guard position < bytes.count else { return 0 }
    let value = try list()
    skip()
    guard position >= bytes.count else { throw .syntax }
    return value
  }

  private init(_ text: String, _ variables: ShellVariables) {
    bytes = Array(text.utf8)
    self.variables = variables
  }

  private mutating func skip() {
    while position < bytes.count, [32, 9, 10].contains(bytes[position]) { position += 1 }
  }

  private func isAt(_ text: String) -> Bool { bytes[position...].starts(with: text.utf8) }

  /// Takes an operator, unless it is the beginning of a longer one.
  private mutating func take(_ text: String, unless longer: [String] = []) -> Bool {
    skip()
    guard isAt(text), !longer.contains(where: { isAt($0) }) else { return false }
    position += text.utf8.count
    return true
  }

  private mutating func list() throws(Problem) -> Int {
    var value = try assignment()
    while take(",") { value = try assignment() }
    return value
  }

  // MARK: - Assigning

  private static let assigning = [
    "<<=", ">>=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "=",
  ]

  private mutating func assignment() throws(Problem) -> Int {
    try goDeeper()
    defer { depth -= 1 }
    skip()
    let start = position
    let name = takeName()
    skip()
    if !name.isEmpty, let sign = Self.assigning.first(where: { isAt($0) }), !isAt("==") {
      position += sign.utf8.count
      let right = try assignment()
      let value =
        sign == "="
        ? right : try Self.result(String(sign.dropLast()), try number(of: name), right, skips > 0)
      set(name, value)
      return value
    }
    position = start
    return try choice()
  }

  private mutating func set(_ name: String, _ value: Int) {
    if skips == 0 { variables.set(name, "\(value)") }
  }

  private mutating func takeName() -> String {
    let start = position
    while position < bytes.count, ShellReader.isNameByte(bytes[position]),
      position > start || !ShellReader.isDigit(bytes[position])
    {
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func number(of name: String) throws(Problem) -> Int {
    guard let text = variables[name], !text.isEmpty else { return 0 }
    if let number = Self.literal(text) { return number }
    guard depth < Self.deepest, expressions < Self.mostExpressions else { throw .tooDeep }
    var inner = ShellArithmetic(text, variables)
    inner.depth = depth + 1
    inner.expressions = expressions + 1
    defer { expressions = inner.expressions }
    return try inner.whole()
  }

  // MARK: - Operators

  /// What lies too deep in one another would not fit on the stack.
  private mutating func goDeeper() throws(Problem) {
    guard depth < Self.deepest else { throw .tooDeep }
    depth += 1
  }

  private mutating func choice() throws(Problem) -> Int {
    try goDeeper()
    defer { depth -= 1 }
    let condition = try binary(0)
    guard take("?") else { return condition }
    if condition == 0 { skips += 1 }
    let first = try list()
    if condition == 0 { skips -= 1 }
    guard take(":") else { throw .syntax }
    if condition != 0 { skips += 1 }
    let second = try choice()
    if condition != 0 { skips -= 1 }
    return condition != 0 ? first : second
  }

  /// Operators by how closely they bind, the loosest first, with longer ones they must not be.
  private static let levels: [[(sign: String, longer: [String])]] = [
    [("||", [])], [("&&", [])], [("|", ["||", "|="])], [("^", ["^="])], [("&", ["&&", "&="])],
    [("==", []), ("!=", [])],
    [("<=", []), (">=", []), ("<", ["<<", "<="]), (">", [">>", ">="])],
    [("<<", ["<<="]), (">>", [">>="])], [("+", ["++", "+="]), ("-", ["--", "-="])],
    [("*", ["**", "*="]), ("/", ["/="]), ("%", ["%="])],
  ]

  private mutating func binary(_ level: Int) throws(Problem) -> Int {
    guard level < Self.levels.count else { return try power() }
    var left = try binary(level + 1)
    search: while true {
      for (sign, longer) in Self.levels[level] where take(sign, unless: longer) {
        let isDecided = sign == "||" && left != 0 || sign == "&&" && left == 0
        if isDecided { skips += 1 }
        let right = try binary(level + 1)
        if isDecided { skips -= 1 }
        left = try Self.result(sign, left, right, skips > 0)
        continue search
      }
      return left
    }
  }

  private static func result(
    _ sign: String, _ left: Int, _ right: Int, _ isSkipped: Bool
  ) throws(Problem) -> Int {
    switch sign {
    case "||": return left != 0 || right != 0 ? 1 : 0
    case "&&": return left != 0 && right != 0 ? 1 : 0
    case "|": return left | right
    case "^": return left ^ right
    case "&": return left & right
    case "==": return left == right ? 1 : 0
    case "!=": return left != right ? 1 : 0
    case "<=": return left <= right ? 1 : 0
    case ">=": return left >= right ? 1 : 0
    case "<": return left < right ? 1 : 0
    case ">": return left > right ? 1 : 0
    case "<<": return left &<< right
    case ">>": return left &>> right
    case "+": return left &+ right
    case "-": return left &- right
    case "*": return left &* right
    default:
      guard right != 0 else {
        if isSkipped { return 0 }
        throw .divisionByZero
      }
      if right == -1 { return sign == "/" ? 0 &- left : 0 }
      return sign == "/" ? left / right : left % right
    }
  }

  private mutating func power() throws(Problem) -> Int {
    try goDeeper()
    defer { depth -= 1 }
    let base = try unary()
    guard take("**") else { return base }
    var exponent = try power()
    guard exponent >= 0 else { throw .syntax }
    var (result, factor) = (1, base)
    while exponent > 0 {
      if exponent & 1 == 1 { result = result &* factor }
      factor = factor &* factor
      exponent >>= 1
    }
    return result
  }

  private mutating func unary() throws(Problem) -> Int {
    try goDeeper()
    defer { depth -= 1 }
    skip()
    for step in ["++", "--"] where isAt(step) {
      let start = position
      position += 2
      skip()
      let name = takeName()
      if name.isEmpty {
        position = start
        break
      }
      let value = try number(of: name) &+ (step == "++" ? 1 : -1)
      set(name, value)
      return value
    }
    if take("-") { return 0 &- (try unary()) }
    if take("+") { return try unary() }
    if take("!", unless: ["!="]) { return try unary() == 0 ? 1 : 0 }
    if take("~") { return ~(try unary()) }
    return try primary()
  }

  private mutating func primary() throws(Problem) -> Int {
    if take("(") {
      let value = try list()
      guard take(")") else { throw .syntax }
      return value
    }
    skip()
    let name = takeName()
    if !name.isEmpty {
      let value = try number(of: name)
      for step in ["++", "--"] where take(step) {
        set(name, value &+ (step == "++" ? 1 : -1))
        break
      }
      return value
    }
    let start = position
    while position < bytes.count, ShellReader.isNameByte(bytes[position]) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let number = Self.literal(text) else { throw .syntax }
    return number
  }

  /// `10`, `0x1F`, `017`; what does not fit is the largest of 64 bits, whose sign is one of them.
  private static func literal(_ text: String) -> Int? {
    let trimmed = ShellText.trimmed(text[...])
    if let first = trimmed.first, first == "-" || first == "+" {
      return literal(String(trimmed.dropFirst())).map { first == "-" ? 0 &- $0 : $0 }
    }
    guard let first = trimmed.utf8.first, first.isDigit,
      let number = NumberReader.magnitude(Bytes(trimmed.utf8))
    else { return nil }
    return Int(bitPattern: number.value)
  }
}
