/// Reads Go's regular expressions.
struct GoPatternParser {
  struct Flags {
    var ignoresCase = false
    var isOfLines = false
    var dotTakesNewline = false
    var isLazy = false
  }

  let text: [Unicode.Scalar]
  var place = 0
  var flags = Flags()
  private let allowsLookingAhead: Bool
  private var depth = 0
  private(set) var groupCount = 0

  /// Deeper nesting than anybody writes would only fill the stack.
  private static let deepest = 200
  private static let mostRepetitions = 1_000

  init(_ text: String, _ options: GoPattern.Options) {
    self.text = Array(text.unicodeScalars)
    flags.ignoresCase = options.contains(.ignoresCase)
    allowsLookingAhead = options.contains(.allowsLookingAhead)
  }

  mutating func parse() throws(PatternProblem) -> PatternNode {
    let node = try choice()
    guard next == nil else { throw PatternProblem(.unexpectedParenthesis, written) }
    return node
  }

  var next: Unicode.Scalar? { place < text.count ? text[place] : nil }

  private var written: String { part(from: 0, to: text.count) }

  func part(from start: Int, to end: Int) -> String {
    var part = String.UnicodeScalarView()
    part.append(contentsOf: text[min(start, end)..<min(end, text.count)])
    return String(part)
  }

  mutating func take(_ word: String) -> Bool {
    let scalars = word.unicodeScalars
    guard text[place...].starts(with: scalars) else { return false }
    place += scalars.count
    return true
  }

  // MARK: - Structure

  private mutating func choice() throws(PatternProblem) -> PatternNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw PatternProblem(.tooDeep, written) }
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(PatternProblem) -> PatternNode {
    var nodes: [PatternNode] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      if take("\\Q") {
        nodes += quoted()
        // What repeats is only the last of them.
        if let last = nodes.popLast() { nodes.append(try repeated(last)) }
        continue
      }
      nodes.append(try repeated(try atom()))
    }
    switch nodes.count {
    case 0: return .empty
    case 1: return nodes[0]
    default: return .sequence(nodes)
    }
  }

  /// Up to `\E` everything is itself.
  private mutating func quoted() -> [PatternNode] {
    var nodes: [PatternNode] = []
    while let scalar = next, !take("\\E") {
      nodes.append(literal(scalar))
      place += 1
    }
    return nodes
  }

  private mutating func repeated(_ node: PatternNode) throws(PatternProblem) -> PatternNode {
    let sign = place
    guard var repetition = try repetition() else { return node }
    repetition.isGreedy = take("?") == flags.isLazy
    let end = place
    if try self.repetition() != nil {
      _ = take("?")
      throw PatternProblem(.nestedRepetition, part(from: sign, to: max(place, end)))
    }
    return .repeated(node, repetition)
  }

  private mutating func repetition() throws(PatternProblem) -> PatternRepetition? {
    if take("*") { return PatternRepetition(least: 0, most: nil) }
    if take("+") { return PatternRepetition(least: 1, most: nil) }
    if take("?") { return PatternRepetition(least: 0, most: 1) }
    let start = place
    guard take("{") else { return nil }
    let least = number()
    var most = least
    if take(",") { most = number() }
    // A brace that opens no numbers is itself.
    guard let least, take("}") else {
      place = start
      return nil
    }
    guard least <= Self.mostRepetitions, most ?? 0 <= Self.mostRepetitions,
      least <= most ?? least
    else { throw PatternProblem(.repeatCount, part(from: start, to: place)) }
    return PatternRepetition(least: least, most: most)
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let scalar = next, ("0"..."9").contains(scalar) {
      value = min((value ?? 0) * 10 + Int(scalar.value - 48), 1_000_000)
      place += 1
    }
    return value
  }

  // MARK: - Atoms

  private mutating func atom() throws(PatternProblem) -> PatternNode {
    guard let scalar = next else { return .empty }
    switch scalar {
    case "(": return try group()
    case "[": return .set(try bracket())
    case "\\": return try escaped()
    case "*", "+", "?": throw PatternProblem(.nothingToRepeat, part(from: place, to: place + 1))
    default: break
    }
    let start = place
    if scalar == "{", try repetition() != nil {
      throw PatternProblem(.nothingToRepeat, part(from: start, to: place))
    }
    place += 1
    switch scalar {
    case ".": return .set(flags.dotTakesNewline ? .everything : .notNewline)
    case "^": return .assertion(flags.isOfLines ? .lineStart : .textStart)
    case "$": return .assertion(flags.isOfLines ? .lineEnd : .textEnd)
    default: return literal(scalar)
    }
  }

  func literal(_ scalar: Unicode.Scalar) -> PatternNode { .set(folded(ScalarSet(scalar))) }

  func folded(_ set: ScalarSet) -> ScalarSet { flags.ignoresCase ? set.withBothCases : set }

  private mutating func group() throws(PatternProblem) -> PatternNode {
    let before = flags
    let start = place
    place += 1
    if take("?") {
      if allowsLookingAhead, next == "=" || next == "!" {
        let isForbidden = next == "!"
        place += 1
        return .ahead(try inside(restoring: before), isForbidden: isForbidden)
      }
      guard next == "P" || next == "<" else {
        guard try takeFlags(since: start) else { return .empty }
        return try inside(restoring: before)
      }
      try takeName(since: start)
    }
    groupCount += 1
    let number = groupCount
    return .group(number, try inside(restoring: before))
  }

  /// What stands up to the closing parenthesis, in which flags may change until there.
  private mutating func inside(restoring before: Flags) throws(PatternProblem) -> PatternNode {
    let inner = try choice()
    guard take(")") else { throw PatternProblem(.missingParenthesis, written) }
    flags = before
    return inner
  }

  /// `P<name>` or `<name>`
  private mutating func takeName(since start: Int) throws(PatternProblem) {
    _ = take("P")
    guard take("<") else {
      throw PatternProblem(.perlSyntax, part(from: start, to: place + 1))
    }
    let name = text[place...].prefix { ScalarSet.word.contains($0) }
    place += name.count
    guard !name.isEmpty, take(">") else {
      throw PatternProblem(.groupName, part(from: start, to: place + 1))
    }
  }

  /// `i)` or `s-i:`; whether a group follows that they are for.
  private mutating func takeFlags(since start: Int) throws(PatternProblem) -> Bool {
    var isOn = true
    while let scalar = next {
      place += 1
      switch scalar {
      case "i": flags.ignoresCase = isOn
      case "m": flags.isOfLines = isOn
      case "s": flags.dotTakesNewline = isOn
      case "U": flags.isLazy = isOn
      case "-" where isOn: isOn = false
      case ":": return true
      case ")": return false
      default: throw PatternProblem(.perlSyntax, part(from: start, to: place))
      }
    }
    throw PatternProblem(.missingParenthesis, written)
  }
}
