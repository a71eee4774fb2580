/// A POSIX regular expression, basic or extended, or a fixed text.
struct Pattern {
  private let expression: Regex<AnyRegexOutput>

  init(
    _ text: String, extended: Bool = false, fixed: Bool = false, ignoringCase: Bool = false,
    wholeWord: Bool = false, wholeLine: Bool = false
  ) throws(FilterProblem) {
    var source = fixed ? Self.escaped(text) : Self.translated(text, extended: extended)
    if wholeWord { source = "\\b(?:\(source))\\b" }
    if wholeLine { source = "^(?:\(source))$" }
    do {
      expression = try Regex(source).ignoresCase(ignoringCase)
        .matchingSemantics(.unicodeScalar).asciiOnlyCharacterClasses()
    } catch {
      throw FilterProblem("invalid regular expression: \(text)", status: 2)
    }
  }

  func matches(_ line: String) -> Bool { line.firstMatch(of: expression) != nil }

  /// The matches of a line, each with its groups; group 0 is the match.
  func all(in line: String) -> [(range: Range<String.Index>, groups: [String])] {
    line.matches(of: expression).map { match in
      (match.range, match.output.map { $0.substring.map { String($0) } ?? "" })
    }
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      if #"\.[]{}()*+?^$|"#.contains(character) { result += "\\" }
      result.append(character)
    }
  }

  /// The same expression in the syntax Swift's own engine reads.
  private static func translated(_ text: String, extended: Bool) -> String {
    var result = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      switch character {
      case "[": result += bracket(&rest)
      case "\\":
        guard let next = rest.popFirst() else { return result + "\\\\" }
        // In a basic expression the backslash is what makes these special.
        if !extended, "{}()|+?".contains(next) {
          result.append(next)
        } else {
          result += next == "<" || next == ">" ? "\\b" : "\\\(next)"
        }
      case "{", "}", "(", ")", "|", "+", "?":
        result += extended ? String(character) : "\\\(character)"
      case "*" where result.isEmpty: result += "\\*"
      default: result.append(character)
      }
    }
    return result
  }

  /// A bracket expression; what POSIX takes literally inside one is escaped.
  private static func bracket(_ rest: inout Substring) -> String {
    var result = "["
    if rest.first == "^" { result.append(rest.removeFirst()) }
    if rest.first == "]" {
      rest.removeFirst()
      result += "\\]"
    }
    while let character = rest.popFirst(), character != "]" {
      if character == "[", rest.first == ":", let end = rest.firstRange(of: ":]") {
        result += "[" + rest[..<end.upperBound]
        rest = rest[end.upperBound...]
      } else if #"[\&~"#.contains(character) {
        result += "\\\(character)"
      } else {
        result.append(character)
      }
    }
    return result + "]"
  }
}
