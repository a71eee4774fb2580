/// `test`: what its words ask, and whether it holds.
struct TestExpression {
  /// What can be asked of a file.
  enum FileQuestion: String {
    case exists = "-e"
    case isFile = "-f"
    case isFolder = "-d"
    case isLink = "-h"
    case isReadable = "-r"
    case isWritable = "-w"
    case isExecutable = "-x"
    case isFilled = "-s"
    case isPipe = "-p"
    case isSocket = "-S"
    case isBlockDevice = "-b"
    case isCharacterDevice = "-c"
    case isOwned = "-O"
    case isOwnedByGroup = "-G"
    case hasSetUser = "-u"
    case hasSetGroup = "-g"
    case isSticky = "-k"
  }

  /// What a comparison of two files asks.
  enum FileComparison: String {
    case isNewer = "-nt"
    case isOlder = "-ot"
    case isSame = "-ef"
  }

  /// What the world says of files and descriptors.
  struct Surroundings {
    var file: (FileQuestion, String) -> Bool
    var compare: (FileComparison, String, String) -> Bool
    var isTerminal: (Int) -> Bool
  }

  private let words: [String]
  private var place = 0
  private var depth = 0
  private static let deepest = 256
  private let surroundings: Surroundings
  /// `[[ … ]]`: texts are compared with patterns, and joined as commands are.
  private let isConditional: Bool

  /// 0 when the words hold, 1 when not; a problem ends with 2.
  static func status(
    _ words: [String], _ surroundings: Surroundings, isConditional: Bool = false
  ) throws(ToolProblem) -> Int {
    var expression = TestExpression(
      words: words, surroundings: surroundings, isConditional: isConditional)
    return try expression.whole() ? 0 : 1
  }

  private init(words: [String], surroundings: Surroundings, isConditional: Bool) {
    self.words = words
    self.surroundings = surroundings
    self.isConditional = isConditional
  }

  private var next: String? { place < words.count ? words[place] : nil }

  private mutating func whole() throws(ToolProblem) -> Bool {
    // POSIX decides short forms by their count alone.
    switch words.count {
    case 0: return false
    case 1: return !words[0].isEmpty
    case 2 where words[0] == "!": return words[1].isEmpty
    case 3 where isBinary(words[1]): return try binary(words[0], words[1], words[2])
    case 3 where words[0] == "!": return !(try part(Array(words[1...])))
    case 4 where words[0] == "!": return !(try part(Array(words[1...])))
    default: break
    }
    let result = try either()
    if let next { throw ToolProblem(text: "\(next): unknown operand", status: 2) }
    return result
  }

  private func part(_ words: [String]) throws(ToolProblem) -> Bool {
    var inner = TestExpression(
      words: words, surroundings: surroundings, isConditional: isConditional)
    return try inner.whole()
  }

  private mutating func either() throws(ToolProblem) -> Bool {
    var result = try both()
    while next == (isConditional ? "||" : "-o") {
      place += 1
      let other = try both()
      result = result || other
    }
    return result
  }

  private mutating func both() throws(ToolProblem) -> Bool {
    var result = try negated()
    while next == (isConditional ? "&&" : "-a") {
      place += 1
      let other = try negated()
      result = result && other
    }
    return result
  }

  private mutating func negated() throws(ToolProblem) -> Bool {
    var isNegated = false
    while next == "!", place + 1 < words.count {
      place += 1
      isNegated.toggle()
    }
    return try primary() != isNegated
  }

  private mutating func primary() throws(ToolProblem) -> Bool {
    guard let word = next else { throw ToolProblem(text: "argument expected", status: 2) }
    place += 1
    if let sign = next, place + 1 < words.count, isBinary(sign) {
      place += 2
      return try binary(word, sign, words[place - 1])
    }
    if word == "(" {
      // What lies too deep in one another would not fit on the stack.
      depth += 1
      defer { depth -= 1 }
      if depth > Self.deepest { throw ToolProblem(text: "too many parentheses", status: 2) }
      let result = try either()
      guard next == ")" else { throw ToolProblem(text: "closing paren expected", status: 2) }
      place += 1
      return result
    }
    if Self.isUnary(word), let operand = next {
      place += 1
      return try unary(word, operand)
    }
    return !word.isEmpty
  }

  private static func isUnary(_ word: String) -> Bool {
    FileQuestion(rawValue: word) != nil || ["-z", "-n", "-t", "-L"].contains(word)
  }

  private func isBinary(_ word: String) -> Bool {
    if word == "=~" { return isConditional }
    return FileComparison(rawValue: word) != nil
      || ["=", "==", "!=", "<", ">", "-eq", "-ne", "-lt", "-le", "-gt", "-ge"].contains(word)
  }

  private func unary(_ sign: String, _ word: String) throws(ToolProblem) -> Bool {
    switch sign {
    case "-z": return word.isEmpty
    case "-n": return !word.isEmpty
    case "-t": return surroundings.isTerminal(try Self.number(word))
    case "-L": return surroundings.file(.isLink, word)
    case _ where word.isEmpty: return false
    default: return FileQuestion(rawValue: sign).map { surroundings.file($0, word) } ?? false
    }
  }

  private func binary(
    _ left: String, _ sign: String, _ right: String
  ) throws(ToolProblem) -> Bool {
    if let comparison = FileComparison(rawValue: sign) {
      return surroundings.compare(comparison, left, right)
    }
    if isConditional {
      switch sign {
      case "=", "==": return GlobPattern(right).matches(left)
      case "!=": return !GlobPattern(right).matches(left)
      case "=~":
        let pattern = try? PosixPattern(Bytes(right.utf8), isExtended: true)
        guard let pattern else { throw ToolProblem(text: "\(right): bad pattern", status: 2) }
        return pattern.matches(Bytes(left.utf8))
      default: break
      }
    }
    switch sign {
    case "=", "==": return left.utf8.elementsEqual(right.utf8)
    case "!=": return !left.utf8.elementsEqual(right.utf8)
    case "<": return left.utf8.lexicographicallyPrecedes(right.utf8)
    case ">": return right.utf8.lexicographicallyPrecedes(left.utf8)
    default: break
    }
    let (a, b) = (try Self.number(left), try Self.number(right))
    switch sign {
    case "-eq": return a == b
    case "-ne": return a != b
    case "-lt": return a < b
    case "-le": return a <= b
    case "-gt": return a > b
    default: return a >= b
    }
  }

  private static func number(_ word: String) throws(ToolProblem) -> Int {
    let bytes = Bytes(word.utf8)
    var text = bytes.drop(while: \.isSpace)
    while let last = text.last, last.isSpace { text = text.dropLast() }
    if let number = Int(String(Bytes(text))) { return number }
    let isNumeric = !text.isEmpty && text.dropFirst().allSatisfy(\.isDigit)
    let isSigned = text.first.map { $0.isDigit || $0 == 45 || $0 == 43 } ?? false
    let isLong = isNumeric && isSigned && text.count > 18
    throw ToolProblem(text: isLong ? "\(word): out of range" : "\(word): bad number", status: 2)
  }
}
