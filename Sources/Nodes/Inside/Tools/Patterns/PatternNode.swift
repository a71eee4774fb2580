/// A regular expression as it is written: what the parser gives and the compiler takes.
indirect enum PatternNode: Sendable {
  case empty
  case set(ByteSet)
  case group(Int, PatternNode)
  case sequence([PatternNode])
  case choice([PatternNode])
  case repeated(PatternNode, least: Int, most: Int?)
  case assertion(PatternAssertion)
  case reference(Int)
}

/// What can be asked of a place between two bytes.
enum PatternAssertion: Sendable {
  case start
  case end
  case wordBoundary
  case noWordBoundary
  case wordStart
  case wordEnd

  func holds(at place: Int, in text: Bytes) -> Bool {
    switch self {
    case .start: return place == 0
    case .end: return place == text.count
    case .wordBoundary, .noWordBoundary, .wordStart, .wordEnd: break
    }
    let before = place > 0 && text[place - 1].isWordByte
    let after = place < text.count && text[place].isWordByte
    switch self {
    case .start, .end: return false
    case .wordBoundary: return before != after
    case .noWordBoundary: return before == after
    case .wordStart: return !before && after
    case .wordEnd: return before && !after
    }
  }
}
