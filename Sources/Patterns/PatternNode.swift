/// A regular expression as it is written: what the parser gives and the compiler takes.
indirect enum PatternNode: Sendable {
  case empty
  case set(ScalarSet)
  case assertion(PatternAssertion)
  case group(Int, PatternNode)
  case sequence([PatternNode])
  case choice([PatternNode])
  case repeated(PatternNode, PatternRepetition)
  case ahead(PatternNode, isForbidden: Bool)
}

/// How often something may follow itself.
struct PatternRepetition: Equatable {
  var least: Int
  /// Nil: as often as it likes.
  var most: Int?
  /// Whether it takes as much as there is, and not as little as will do.
  var isGreedy = true
}

/// What can be asked of a place between two characters.
enum PatternAssertion: Sendable {
  case textStart
  case textEnd
  case lineStart
  case lineEnd
  case wordBoundary
  case noWordBoundary

  func holds(at place: Int, in text: [Unicode.Scalar]) -> Bool {
    let before = place > 0 ? text[place - 1] : nil
    let after = place < text.count ? text[place] : nil
    switch self {
    case .textStart: return before == nil
    case .textEnd: return after == nil
    case .lineStart: return before == nil || before == "\n"
    case .lineEnd: return after == nil || after == "\n"
    case .wordBoundary: return Self.isWord(before) != Self.isWord(after)
    case .noWordBoundary: return Self.isWord(before) == Self.isWord(after)
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map(ScalarSet.word.contains) ?? false
  }
}
