/// The one thing awk is mostly used for behind kubectl: printing fields.
enum Awk: Filter {
  static let name = "awk"
  static let summary = "prints fields: awk [-F SEP] '[/PATTERN/|NR>1] {print $1, $NF}'"

  /// One thing a print statement shows.
  private enum Piece {
    case field(Int)
    case lastField
    case lineNumber
    case fieldCount
    case text(String)
    case separator
  }

  private enum Condition {
    case always
    case matches(Pattern)
    case line((Int) -> Bool)
  }

  static func run(_ call: FilterCall) throws(FilterProblem) -> FilterOutput {
    let options = try OptionReader(call.arguments, for: name, flags: "", values: "F")
    guard let program = options.operands.first else {
      throw FilterProblem("usage: awk [-F SEPARATOR] PROGRAM [FILE]...", status: 2)
    }
    let (condition, pieces) = try parse(program)
    let text = try call.text(of: Array(options.operands.dropFirst()), for: name)
    var shown: [String] = []
    for (number, line) in Lines(text).lines.enumerated() {
      switch condition {
      case .always: break
      case .matches(let pattern): if !pattern.matches(line) { continue }
      case .line(let test): if !test(number + 1) { continue }
      }
      shown.append(show(pieces, line, number + 1, options.value("F")))
    }
    return FilterOutput(text: Lines.text(shown))
  }

  private static func show(
    _ pieces: [Piece], _ line: String, _ number: Int, _ separator: String?
  ) -> String {
    let fields =
      separator.map {
        line.split(separator: Escapes.resolved($0), omittingEmptySubsequences: false)
      }
      ?? line.split(whereSeparator: \.isWhitespace)
    return pieces.map { piece in
      switch piece {
      case .field(0): line
      case .field(let place): place <= fields.count ? String(fields[place - 1]) : ""
      case .lastField: fields.last.map { String($0) } ?? ""
      case .lineNumber: "\(number)"
      case .fieldCount: "\(fields.count)"
      case .text(let text): text
      case .separator: " "
      }
    }.joined()
  }

  private static func parse(_ program: String) throws(FilterProblem) -> (Condition, [Piece]) {
    let problem = FilterProblem(
      "awk: only [/PATTERN/ | NR OP N] {print FIELDS} is built in", status: 2)
    var rest = program.drop(while: \.isWhitespace)
    var condition = Condition.always
    if rest.first == "/" {
      rest.removeFirst()
      guard let end = rest.firstIndex(of: "/") else { throw problem }
      condition = .matches(try Pattern(String(rest[..<end]), extended: true))
      rest = rest[rest.index(after: end)...].drop(while: \.isWhitespace)
    } else if rest.hasPrefix("NR") {
      let body = rest.firstIndex(of: "{") ?? rest.endIndex
      guard let test = lineTest(rest[..<body].filter { !$0.isWhitespace }.dropFirst(2)) else {
        throw problem
      }
      condition = .line(test)
      rest = rest[body...]
    }
    if rest.isEmpty { return (condition, [.field(0)]) }
    var body = rest.trimmed()
    guard body.hasPrefix("{"), body.hasSuffix("}") else { throw problem }
    body = body.dropFirst().dropLast().trimmed()
    if body.hasSuffix(";") { body = body.dropLast().trimmed() }
    guard body.hasPrefix("print") else { throw problem }
    guard let pieces = pieces(body.dropFirst(5)) else { throw problem }
    return (condition, pieces.isEmpty ? [.field(0)] : pieces)
  }

  private static func lineTest(_ text: some StringProtocol) -> ((Int) -> Bool)? {
    let sign = text.prefix { "<>=!".contains($0) }
    guard let number = Int(text.dropFirst(sign.count)) else { return nil }
    switch sign {
    case ">": return { $0 > number }
    case ">=": return { $0 >= number }
    case "<": return { $0 < number }
    case "<=": return { $0 <= number }
    case "==": return { $0 == number }
    case "!=": return { $0 != number }
    default: return nil
    }
  }

  private static func pieces(_ text: Substring) -> [Piece]? {
    var pieces: [Piece] = []
    var rest = text.drop(while: \.isWhitespace)
    while let first = rest.first {
      if first == "," {
        pieces.append(.separator)
        rest.removeFirst()
      } else if first == "\"" {
        rest.removeFirst()
        guard let end = rest.firstIndex(of: "\"") else { return nil }
        pieces.append(.text(Escapes.resolved(String(rest[..<end]))))
        rest = rest[rest.index(after: end)...]
      } else {
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "$" }
        guard let piece = piece(word) else { return nil }
        pieces.append(piece)
        rest = rest.dropFirst(word.count)
      }
      rest = rest.drop(while: \.isWhitespace)
    }
    return pieces
  }

  private static func piece(_ word: Substring) -> Piece? {
    switch word {
    case "$NF": .lastField
    case "NR": .lineNumber
    case "NF": .fieldCount
    default:
      word.hasPrefix("$") ? Int(word.dropFirst()).flatMap { $0 >= 0 ? .field($0) : nil } : nil
    }
  }
}

extension StringProtocol {
  /// Without the white space at both ends.
  func trimmed() -> SubSequence {
    let start = drop(while: \.isWhitespace)
    var end = start.endIndex
    while end > start.startIndex, start[start.index(before: end)].isWhitespace {
      end = start.index(before: end)
    }
    return start[start.startIndex..<end]
  }
}
