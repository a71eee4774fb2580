/// Characters for characters.
enum Tr: Filter {
  static let name = "tr"
  static let summary = "characters for characters: tr SET1 SET2, -d deletes, -s squeezes repeats"

  static func run(_ call: FilterCall) throws(FilterProblem) -> FilterOutput {
    let options = try OptionReader(call.arguments, for: name, flags: "dsc")
    guard let first = options.operands.first else { throw FilterProblem("tr: missing operand") }
    let from = set(first)
    let to = options.operands.count > 1 ? set(options.operands[1]) : nil
    func isIn(_ scalar: Unicode.Scalar) -> Bool { from.contains(scalar) != options.has("c") }
    if to == nil, !options.has("d"), !options.has("s") {
      throw FilterProblem("tr: missing operand after '\(first)'")
    }
    var result = String.UnicodeScalarView()
    for scalar in call.input.unicodeScalars {
      var next = scalar
      if isIn(scalar) {
        if options.has("d") { continue }
        if let to, let last = to.last {
          let place = options.has("c") ? to.count - 1 : from.firstIndex(of: scalar) ?? 0
          next = place < to.count ? to[place] : last
        }
      }
      let squeezed = to.map { $0.contains(next) } ?? isIn(next)
      if options.has("s"), squeezed, result.last == next { continue }
      result.append(next)
    }
    return FilterOutput(text: String(result))
  }

  /// `a-z`, `[:upper:]`, `\n`, or the characters themselves.
  private static func set(_ text: String) -> [Unicode.Scalar] {
    let classes: [(String, String)] = [
      ("[:upper:]", "A-Z"), ("[:lower:]", "a-z"), ("[:digit:]", "0-9"),
      ("[:alpha:]", "A-Za-z"), ("[:alnum:]", "A-Za-z0-9"), ("[:space:]", " \t\n"),
    ]
    var spelled = text
    for (name, meaning) in classes {
      while let found = spelled.firstRange(of: name) {
        spelled.replaceSubrange(found, with: meaning)
      }
    }
    let scalars = Array(Escapes.resolved(spelled).unicodeScalars)
    var result: [Unicode.Scalar] = []
    var place = 0
    while place < scalars.count {
      if place + 2 < scalars.count, scalars[place + 1] == "-", scalars[place] <= scalars[place + 2]
      {
        result += (scalars[place].value...scalars[place + 2].value).prefix(70_000)
          .compactMap { Unicode.Scalar($0) }
        place += 3
      } else {
        result.append(scalars[place])
        place += 1
      }
    }
    return result
  }
}

/// Backslash escapes as `tr`, `printf` and `echo -e` know them.
enum Escapes {
  static func resolved(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      guard character == "\\", let next = rest.popFirst() else {
        result.append(character)
        continue
      }
      switch next {
      case "n": result += "\n"
      case "t": result += "\t"
      case "r": result += "\r"
      case "0": result += "\0"
      case "\\": result += "\\"
      case "\"": result += "\""
      case "'": result += "'"
      default: result += "\\\(next)"
      }
    }
    return result
  }
}
