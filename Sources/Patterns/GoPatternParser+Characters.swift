extension GoPatternParser {
  // MARK: - Escapes

  /// What a backslash makes of the character behind it.
  mutating func escaped() throws(PatternProblem) -> PatternNode {
    let start = place
    if let set = try escapedSet() { return .set(set) }
    for (word, assertion) in [
      ("\\A", PatternAssertion.textStart), ("\\z", .textEnd), ("\\b", .wordBoundary),
      ("\\B", .noWordBoundary),
    ] where take(word) {
      return .assertion(assertion)
    }
    place = start
    return literal(try escapedScalar())
  }

  /// `\d`, `\W`, `\pL`, `\P{Lu}`; nothing is taken where it is none of these.
  private mutating func escapedSet() throws(PatternProblem) -> ScalarSet? {
    let start = place
    guard place + 1 < text.count else { return nil }
    place += 2
    switch text[start + 1] {
    case "d": return .digit
    case "D": return ScalarSet.digit.inverted
    case "w": return .word
    case "W": return ScalarSet.word.inverted
    case "s": return .space
    case "S": return ScalarSet.space.inverted
    case "p", "P": return try category(since: start, isNegated: text[start + 1] == "P")
    default:
      place = start
      return nil
    }
  }

  private mutating func category(
    since start: Int, isNegated: Bool
  ) throws(PatternProblem) -> ScalarSet {
    var isNegated = isNegated
    var name = ""
    if take("{") {
      if take("^") { isNegated.toggle() }
      let letters = text[place...].prefix { $0 != "}" }
      name = part(from: place, to: place + letters.count)
      place += letters.count
      guard take("}") else { throw PatternProblem(.range, part(from: start, to: place)) }
    } else if let letter = next {
      name = String(letter)
      place += 1
    }
    guard Unicode.GeneralCategory.shortNames.contains(name) else {
      throw PatternProblem(.range, part(from: start, to: place))
    }
    return ScalarSet(category: name, isNegated: isNegated)
  }

  /// `\n`, `\x41`, `\.`
  private mutating func escapedScalar() throws(PatternProblem) -> Unicode.Scalar {
    let start = place
    place += 1
    guard let scalar = next else { throw PatternProblem(.trailingBackslash, "") }
    place += 1
    switch scalar {
    case "a": return "\u{7}"
    case "f": return "\u{C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "v": return "\u{B}"
    case "x": if let read = hexadecimal() { return read }
    case "0"..."7":
      // A single digit but nought would refer to a group.
      if scalar == "0" || ("0"..."7").contains(next ?? " ") { return octal() }
    default:
      let isLetter = ScalarSet.word.contains(scalar) && scalar != "_"
      if scalar.isASCII, !isLetter { return scalar }
    }
    throw PatternProblem(.escape, part(from: start, to: place))
  }

  private mutating func octal() -> Unicode.Scalar {
    place -= 1
    var value: UInt32 = 0
    for _ in 0..<3 {
      guard let digit = next, ("0"..."7").contains(digit) else { break }
      value = value * 8 + digit.value - 48
      place += 1
    }
    return Unicode.Scalar(value) ?? "\0"
  }

  /// Two digits, or any number of them in braces.
  private mutating func hexadecimal() -> Unicode.Scalar? {
    let isInBraces = take("{")
    let most = isInBraces ? 8 : 2
    let digits = text[place...].prefix(most).prefix { $0.properties.isASCIIHexDigit }
    let value = UInt32(part(from: place, to: place + digits.count), radix: 16)
    place += digits.count
    guard isInBraces ? take("}") : digits.count == 2 else { return nil }
    return value.flatMap(Unicode.Scalar.init)
  }

  // MARK: - Brackets

  mutating func bracket() throws(PatternProblem) -> ScalarSet {
    let start = place
    place += 1
    let isNegated = take("^")
    var set = ScalarSet()
    var isFirst = true
    while isFirst || next != "]" {
      guard next != nil else {
        throw PatternProblem(.missingBracket, part(from: start, to: text.count))
      }
      isFirst = false
      if let named = try bracketSet() {
        set.formUnion(named)
        continue
      }
      try takeRange(into: &set)
    }
    place += 1
    set = folded(set)
    return isNegated ? set.inverted : set
  }

  private mutating func takeRange(into set: inout ScalarSet) throws(PatternProblem) {
    let start = place
    let low = try bracketScalar()
    let isRange =
      place + 1 < text.count && text[place] == "-" && text[place + 1] != "]"
    guard isRange else {
      set.insert(low...low)
      return
    }
    place += 1
    let high = try bracketScalar()
    guard low <= high else { throw PatternProblem(.range, part(from: start, to: place)) }
    set.insert(low...high)
  }

  /// `[:alpha:]`, `[:^alpha:]`, `\d` inside of brackets.
  private mutating func bracketSet() throws(PatternProblem) -> ScalarSet? {
    if next == "\\" { return try escapedSet() }
    let start = place
    guard take("[:") else { return nil }
    let isNegated = take("^")
    let letters = text[place...].prefix { $0 != ":" }
    let name = part(from: place, to: place + letters.count)
    place += letters.count
    guard take(":]") else {
      place = start
      return nil
    }
    guard let set = ScalarSet.named(name) else {
      throw PatternProblem(.range, part(from: start, to: place))
    }
    return isNegated ? set.inverted : set
  }

  private mutating func bracketScalar() throws(PatternProblem) -> Unicode.Scalar {
    guard let scalar = next else {
      throw PatternProblem(.missingBracket, part(from: 0, to: text.count))
    }
    if scalar == "\\" { return try escapedScalar() }
    place += 1
    return scalar
  }
}
