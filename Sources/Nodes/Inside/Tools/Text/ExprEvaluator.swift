/// `expr`: numbers, comparisons and matches of words.
struct ExprEvaluator {
  private let words: [String]
  private var place = 0
  private var depth = 0
  private static let deepest = 256

  /// What the words mean. `expr` ends with 1 when that is empty or zero.
  static func value(_ words: [String]) throws(ToolProblem) -> String {
    var evaluator = ExprEvaluator(words: words)
    let value = try evaluator.either()
    guard evaluator.place == words.count else { throw syntaxError }
    return value
  }

  static func isNull(_ value: String) -> Bool {
    value.isEmpty || Int(value) == 0
  }

  private static let syntaxError = ToolProblem(text: "syntax error", status: 2)

  private init(words: [String]) { self.words = words }

  private mutating func take(_ signs: String...) -> String? {
    guard place < words.count, signs.contains(words[place]) else { return nil }
    place += 1
    return words[place - 1]
  }

  private mutating func either() throws(ToolProblem) -> String {
    var left = try both()
    while take("|") != nil {
      let right = try both()
      if Self.isNull(left) { left = right }
    }
    return left
  }

  private mutating func both() throws(ToolProblem) -> String {
    var left = try comparison()
    while take("&") != nil {
      let right = try comparison()
      if Self.isNull(left) || Self.isNull(right) { left = "0" }
    }
    return left
  }

  private mutating func comparison() throws(ToolProblem) -> String {
    var left = try sum()
    while let sign = take("<", "<=", "=", "==", "!=", ">=", ">") {
      let right = try sum()
      left = Self.holds(left, sign, right) ? "1" : "0"
    }
    return left
  }

  private static func holds(_ left: String, _ sign: String, _ right: String) -> Bool {
    let order: Int
    if let a = Int(left), let b = Int(right) {
      order = a < b ? -1 : a > b ? 1 : 0
    } else {
      let isLess = left.utf8.lexicographicallyPrecedes(right.utf8)
      order = isLess ? -1 : left.utf8.elementsEqual(right.utf8) ? 0 : 1
    }
    switch sign {
    case "<": return order < 0
    case "<=": return order <= 0
    case "!=": return order != 0
    case ">=": return order >= 0
    case ">": return order > 0
    default: return order == 0
    }
  }

  private mutating func sum() throws(ToolProblem) -> String {
    var left = try product()
    while let sign = take("+", "-") {
      let right = try product()
      let (a, b) = (try Self.number(left), try Self.number(right))
      left = String(sign == "+" ? a &+ b : a &- b)
    }
    return left
  }

  private mutating func product() throws(ToolProblem) -> String {
    var left = try match()
    while let sign = take("*", "/", "%") {
      let right = try match()
      let (a, b) = (try Self.number(left), try Self.number(right))
      if sign == "*" {
        left = String(a &* b)
        continue
      }
      if b == 0 { throw ToolProblem(text: "division by zero", status: 2) }
      left = String(
        sign == "/" ? a.dividedReportingOverflow(by: b).partialValue : b == -1 ? 0 : a % b)
    }
    return left
  }

  private static func number(_ text: String) throws(ToolProblem) -> Int {
    guard let number = Int(text) else { throw ToolProblem(text: "non-numeric argument", status: 2) }
    return number
  }

  private mutating func match() throws(ToolProblem) -> String {
    var left = try primary()
    while take(":") != nil {
      let pattern = try primary()
      left = try Self.matched(left, pattern)
    }
    return left
  }

  /// The text of the first group, or else how much matches from the beginning on.
  private static func matched(_ text: String, _ pattern: String) throws(ToolProblem) -> String {
    do throws(PatternProblem) {
      let bytes = Bytes(text.utf8)
      let regex = try PosixPattern(Bytes(pattern.utf8))
      let anchored = try PosixPattern(Bytes("^\(pattern)".utf8))
      guard let match = anchored.firstMatch(in: bytes), match.range.lowerBound == 0 else {
        return regex.groupCount > 0 ? "" : "0"
      }
      guard regex.groupCount > 0 else { return String(match.range.count) }
      return match.groups[0].map { String(Bytes(bytes[$0])) } ?? ""
    } catch {
      throw ToolProblem(text: "bad regex '\(pattern)': \(error.rawValue)", status: 2)
    }
  }

  private mutating func primary() throws(ToolProblem) -> String {
    // What lies too deep in one another would not fit on the stack.
    depth += 1
    defer { depth -= 1 }
    guard place < words.count, depth <= Self.deepest else { throw Self.syntaxError }
    let word = words[place]
    place += 1
    switch word {
    case "(":
      let value = try either()
      guard take(")") != nil else { throw Self.syntaxError }
      return value
    case ")": throw Self.syntaxError
    case "length": return String(try primary().utf8.count)
    case "match":
      let text = try primary()
      return try Self.matched(text, try primary())
    case "substr":
      let text = Bytes(try primary().utf8)
      guard let first = Int(try primary()), let count = Int(try primary()), first > 0, count > 0
      else { return "" }
      return String(Bytes(text.dropFirst(first - 1).prefix(count)))
    case "index":
      let text = Bytes(try primary().utf8)
      let signs = Bytes(try primary().utf8)
      return String((text.firstIndex { signs.contains($0) } ?? -1) + 1)
    case "quote", "+":
      guard place < words.count else { throw Self.syntaxError }
      place += 1
      return words[place - 1]
    default: return word
    }
  }
}
