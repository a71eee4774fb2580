/// Reads POSIX regular expressions, basic and extended, with what the GNU library adds to them.
struct PatternParser {
  private let text: Bytes
  private let isExtended: Bool
  private var place = 0
  private var depth = 0
  private(set) var groupCount = 0
  private var closedGroups: Set<Int> = []

  /// Deeper nesting than anybody writes would only fill the stack.
  private static let deepest = 100
  private static let mostRepetitions = 32_767

  init(_ text: Bytes, isExtended: Bool) {
    self.text = text
    self.isExtended = isExtended
  }

  mutating func parse() throws(PatternProblem) -> PatternNode {
    let node = try choice()
    if place < text.count { throw .unmatchedClose }
    return node
  }

  // MARK: Signs

  /// Whether a special sign stands at `offset`: bare in extended expressions, else escaped.
  private func isSign(_ letter: Character, at offset: Int) -> Bool {
    guard let byte = letter.asciiValue else { return false }
    if isExtended { return offset < text.count && text[offset] == byte }
    return offset + 1 < text.count && text[offset] == .backslash && text[offset + 1] == byte
  }

  private mutating func takeSign(_ letter: Character) -> Bool {
    guard isSign(letter, at: place) else { return false }
    place += isExtended ? 1 : 2
    return true
  }

  private var isAtBranchEnd: Bool {
    place >= text.count || isSign("|", at: place) || isSign(")", at: place)
  }

  // MARK: Structure

  private mutating func choice() throws(PatternProblem) -> PatternNode {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.deepest { throw .tooBig }
    var branches = [try sequence()]
    while takeSign("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(PatternProblem) -> PatternNode {
    var nodes: [PatternNode] = []
    var isFirst = true
    while !isAtBranchEnd {
      // Extended expressions ignore a star that has nothing to repeat.
      if isFirst, isExtended, "*+?".utf8.contains(text[place]) {
        place += 1
        continue
      }
      var node = try atom(isFirst: isFirst)
      if case .assertion(.start) = node, !isExtended {
        nodes.append(node)
        continue
      }
      isFirst = false
      var repetitions = 0
      while let bounds = try repetition() {
        repetitions += 1
        if repetitions > Self.deepest { throw .tooBig }
        node = .repeated(node, least: bounds.least, most: bounds.most)
      }
      nodes.append(node)
    }
    switch nodes.count {
    case 0: return .empty
    case 1: return nodes[0]
    default: return .sequence(nodes)
    }
  }

  private mutating func repetition() throws(PatternProblem) -> (least: Int, most: Int?)? {
    if place < text.count, text[place] == UInt8(ascii: "*") {
      place += 1
      return (0, nil)
    }
    if takeSign("+") { return (1, nil) }
    if takeSign("?") { return (0, 1) }
    guard isSign("{", at: place) else { return nil }
    let begin = place
    place += isExtended ? 1 : 2
    let least = number()
    var most = least
    if place < text.count, text[place] == UInt8(ascii: ",") {
      place += 1
      most = number()
    } else if least == nil {
      return try brokenInterval(begin)
    }
    guard takeSign("}") else { return try brokenInterval(begin) }
    if (least ?? 0) > (most ?? Int.max) { throw .invalidBrace }
    if max(least ?? 0, most ?? 0) > Self.mostRepetitions { throw .tooBig }
    return (least ?? 0, most)
  }

  /// Extended expressions take a brace that opens no interval as itself.
  private mutating func brokenInterval(_ begin: Int) throws(PatternProblem) -> (
    least: Int, most: Int?
  )? {
    guard isExtended else { throw place >= text.count ? .unmatchedBrace : .invalidBrace }
    place = begin
    return nil
  }

  private mutating func number() -> Int? {
    var value: Int?
    while place < text.count, text[place].isDigit {
      value = min((value ?? 0) * 10 + Int(text[place] - 48), 1_000_000)
      place += 1
    }
    return value
  }

  // MARK: Atoms

  private mutating func atom(isFirst: Bool) throws(PatternProblem) -> PatternNode {
    if takeSign("(") { return try group() }
    let byte = text[place]
    place += 1
    switch byte {
    case UInt8(ascii: "."): return .set(.all)
    case UInt8(ascii: "["): return .set(try bracket())
    case UInt8(ascii: "^") where isExtended || isFirst: return .assertion(.start)
    case UInt8(ascii: "$") where isExtended || isAtBranchEnd: return .assertion(.end)
    case .backslash: return try escaped()
    default: return .set(ByteSet([byte]))
    }
  }

  private mutating func group() throws(PatternProblem) -> PatternNode {
    groupCount += 1
    let number = groupCount
    let inner = try choice()
    guard takeSign(")") else { throw .unmatchedOpen }
    closedGroups.insert(number)
    return .group(number, inner)
  }

  private mutating func escaped() throws(PatternProblem) -> PatternNode {
    guard place < text.count else { throw .trailingBackslash }
    let byte = text[place]
    place += 1
    switch byte {
    case UInt8(ascii: "w"): return .set(.word)
    case UInt8(ascii: "W"): return .set(ByteSet.word.inverted)
    case UInt8(ascii: "s"): return .set(.space)
    case UInt8(ascii: "S"): return .set(ByteSet.space.inverted)
    case UInt8(ascii: "b"): return .assertion(.wordBoundary)
    case UInt8(ascii: "B"): return .assertion(.noWordBoundary)
    case UInt8(ascii: "<"): return .assertion(.wordStart)
    case UInt8(ascii: ">"): return .assertion(.wordEnd)
    case UInt8(ascii: "`"): return .assertion(.start)
    case UInt8(ascii: "'"): return .assertion(.end)
    case 49...57:
      let number = Int(byte) - 48
      guard closedGroups.contains(number) else { throw .invalidReference }
      return .reference(number)
    default: return .set(ByteSet([byte]))
    }
  }

  // MARK: Brackets

  private mutating func bracket() throws(PatternProblem) -> ByteSet {
    var set = ByteSet()
    var isNegated = false
    if place < text.count, text[place] == UInt8(ascii: "^") {
      isNegated = true
      place += 1
    }
    var isFirst = true
    while true {
      guard place < text.count else { throw .unmatchedBracket }
      if text[place] == UInt8(ascii: "]"), !isFirst { break }
      isFirst = false
      if let named = try namedClass() {
        set.formUnion(named)
        continue
      }
      let low = try bracketByte()
      guard place + 1 < text.count, text[place] == UInt8(ascii: "-"),
        text[place + 1] != UInt8(ascii: "]")
      else {
        set.insert(low)
        continue
      }
      place += 1
      let high = try bracketByte()
      guard low <= high else { throw .invalidRange }
      set.formUnion(ByteSet(low...high))
    }
    place += 1
    return isNegated ? set.inverted : set
  }

  /// `[:alpha:]` inside of brackets.
  private mutating func namedClass() throws(PatternProblem) -> ByteSet? {
    guard let name = try bracketName(UInt8(ascii: ":")) else { return nil }
    guard let set = ByteSet.named(name) else { throw .invalidClass }
    return set
  }

  /// One byte, also as `[.x.]` or `[=x=]`.
  private mutating func bracketByte() throws(PatternProblem) -> UInt8 {
    for sign in [UInt8(ascii: "."), UInt8(ascii: "=")] {
      if let name = try bracketName(sign), let byte = name.utf8.first { return byte }
    }
    guard place < text.count else { throw .unmatchedBracket }
    place += 1
    return text[place - 1]
  }

  private mutating func bracketName(_ sign: UInt8) throws(PatternProblem) -> String? {
    guard place + 1 < text.count, text[place] == UInt8(ascii: "["), text[place + 1] == sign
    else { return nil }
    let begin = place + 2
    var end = begin
    while end + 1 < text.count, text[end] != sign || text[end + 1] != UInt8(ascii: "]") { end += 1 }
    guard end + 1 < text.count else { throw .unmatchedBracket }
    place = end + 2
    return String(decoding: text[begin..<end], as: UTF8.self)
  }
}
