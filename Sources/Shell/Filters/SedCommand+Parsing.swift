extension SedCommand {
  /// Reads a program: commands separated by `;` or line ends.
  static func parse(_ program: String, extended: Bool) throws(FilterProblem) -> [SedCommand] {
    var reader = SedReader(rest: program[...], program: program, extended: extended)
    var commands: [SedCommand] = []
    while try reader.skipSeparators() { commands.append(try reader.command()) }
    return commands
  }
}

/// Reads the text of a sed program.
private struct SedReader {
  var rest: Substring
  let program: String
  let extended: Bool

  private var problem: FilterProblem {
    FilterProblem("sed: cannot read \"\(program)\": s///, p, d and q are built in")
  }

  /// Whether a command follows.
  mutating func skipSeparators() throws(FilterProblem) -> Bool {
    rest = rest.drop { $0.isWhitespace || $0 == ";" }
    return !rest.isEmpty
  }

  mutating func command() throws(FilterProblem) -> SedCommand {
    let start = try address()
    var end: SedCommand.Address?
    if start != nil, rest.first == "," {
      rest.removeFirst()
      end = try address()
      if end == nil { throw problem }
    }
    rest = rest.drop(while: \.isWhitespace)
    let isInverted = rest.first == "!"
    if isInverted { rest.removeFirst() }
    guard let letter = rest.popFirst() else { throw problem }
    let action: SedCommand.Action
    switch letter {
    case "p": action = .print
    case "d": action = .delete
    case "q": action = .quit
    case "s": action = .substitute(try substitution())
    default: throw problem
    }
    return SedCommand(start: start, end: end, isInverted: isInverted, action: action)
  }

  private mutating func address() throws(FilterProblem) -> SedCommand.Address? {
    guard let first = rest.first else { return nil }
    if first == "$" {
      rest.removeFirst()
      return .last
    }
    if first.isNumber {
      let digits = rest.prefix(while: \.isNumber)
      rest = rest.dropFirst(digits.count)
      guard let number = Int(digits) else { throw problem }
      return .line(number)
    }
    guard first == "/" else { return nil }
    rest.removeFirst()
    return .matching(try Pattern(try delimited("/"), extended: extended))
  }

  private mutating func substitution() throws(FilterProblem) -> SedCommand.Substitution {
    guard let delimiter = rest.popFirst() else { throw problem }
    let pattern = try delimited(delimiter)
    let replacement = try delimited(delimiter)
    var everywhere = false
    var prints = false
    var ignoresCase = false
    while let flag = rest.first, flag.isLetter || flag.isNumber {
      rest.removeFirst()
      switch flag {
      case "g": everywhere = true
      case "p": prints = true
      case "i", "I": ignoresCase = true
      default: throw problem
      }
    }
    return SedCommand.Substitution(
      pattern: try Pattern(pattern, extended: extended, ignoringCase: ignoresCase),
      replacement: replacement, everywhere: everywhere, prints: prints)
  }

  /// Text up to the delimiter; a backslash before the delimiter makes it part of the text.
  private mutating func delimited(_ delimiter: Character) throws(FilterProblem) -> String {
    var text = ""
    while let character = rest.popFirst() {
      if character == delimiter { return text }
      if character == "\\", let next = rest.popFirst() {
        text += next == delimiter ? String(next) : "\\\(next)"
      } else {
        text.append(character)
      }
    }
    throw problem
  }
}
