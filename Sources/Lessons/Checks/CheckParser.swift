/// Reads checks: `[all|any|no|never|always|once] TARGET (PATH OP VALUE | count OP N | prints TEXT
/// | matches REGEX)`.
public enum CheckParser {
  public static func check(_ text: String) throws(CheckError) -> Check {
    var words = try CheckWords.split(text)[...]
    guard !words.isEmpty else { throw CheckError(message: "a check needs a target") }
    let scope = words.first.flatMap { $0.isQuoted ? nil : Check.Scope(rawValue: $0.text) }
    if scope != nil { words.removeFirst() }
    let predicate = try takePredicate(&words)
    let target = try target(words)
    return Check(scope: scope ?? .all, target: target, predicate: predicate, text: text)
  }

  /// `TARGET PATH`, as `truth:` lines have it.
  public static func probe(_ text: String) throws(CheckError) -> Probe {
    var words = try CheckWords.split(text)[...]
    guard let path = words.popLast(), path.text.hasPrefix(".") || path.text.hasPrefix("{") else {
      throw CheckError(message: "expected TARGET PATH, such as pod/web .status.phase")
    }
    return Probe(target: try target(words), path: path.text)
  }

  /// `let NAME = TARGET PATH`
  static func remembered(_ text: String) throws(CheckError) -> Remembered {
    let parts = text.dropFirst(4).split(separator: "=", maxSplits: 1).map {
      String($0).trimmingSpaces
    }
    guard parts.count == 2, !parts[0].isEmpty else {
      throw CheckError(message: "expected let NAME = TARGET PATH")
    }
    return Remembered(name: parts[0], probe: try probe(parts[1]))
  }

  // MARK: - Predicates

  private static func takePredicate(
    _ words: inout ArraySlice<CheckWord>
  ) throws(CheckError) -> Check.Predicate {
    if words.count >= 3, let last = words.last {
      let verb = words[words.endIndex - 2]
      if !verb.isQuoted, verb.text == "prints" || verb.text == "matches" {
        words.removeLast(2)
        return verb.text == "prints" ? .prints(last.text) : .matches(last.text)
      }
    }
    // A comparison stands at the end: `.path == value`, `count >= 3`. A command's own words come
    // after `exec`, where only prints and matches are looked for.
    if let first = words.first, first.text == "exec" || first.text == "logs" {
      throw CheckError(message: "\(first.text) needs prints TEXT or matches REGEX at the end")
    }
    guard
      let place = words.lastIndex(where: { !$0.isQuoted && Comparison(rawValue: $0.text) != nil }),
      let comparison = Comparison(rawValue: words[place].text)
    else { return .exists }
    return try comparisonPredicate(&words, at: place, comparison)
  }

  private static func comparisonPredicate(
    _ words: inout ArraySlice<CheckWord>, at place: Int, _ comparison: Comparison
  ) throws(CheckError) -> Check.Predicate {
    let wanted = words[(place + 1)...].map(\.text).joined(separator: " ")
    guard place > words.startIndex, place + 1 < words.endIndex else {
      throw CheckError(
        message: "expected PATH \(comparison.rawValue) VALUE or count \(comparison.rawValue) N")
    }
    let subject = words[place - 1].text
    words = words[..<(place - 1)]
    if subject == "count" {
      guard let number = Int(wanted) else {
        throw CheckError(message: "count is compared with a whole number, not \"\(wanted)\"")
      }
      return .count(comparison, number)
    }
    guard subject.hasPrefix(".") || subject.hasPrefix("{") else {
      throw CheckError(
        message: "\"\(subject)\" is no path: paths begin with a dot, such as .status.phase")
    }
    return .compares(path: subject, comparison, wanted: wanted)
  }

  // MARK: - Targets

  private static func target(_ words: ArraySlice<CheckWord>) throws(CheckError) -> CheckTarget {
    guard let first = words.first else { throw CheckError(message: "a check needs a target") }
    let rest = words.dropFirst().map(\.text)
    switch first.text {
    case "exec":
      guard rest.contains("--") else {
        throw CheckError(message: "expected exec POD [-c NAME] -- COMMAND")
      }
      return .exec(rest)
    case "logs":
      guard !rest.isEmpty else { throw CheckError(message: "expected logs POD [-c NAME]") }
      return .logs(rest)
    case "event", "events": return .events(try events(rest))
    default: return .objects(try objects([first.text] + rest))
    }
  }

  private static func events(_ words: [String]) throws(CheckError) -> EventQuery {
    var query = EventQuery()
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "for" {
        query.about = try objects(Array(rest))
        return query
      }
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      switch (parts.first, parts.count) {
      case ("reason", 2): query.reason = parts[1]
      case ("type", 2): query.type = parts[1]
      default:
        throw CheckError(message: "expected event reason=REASON [type=TYPE] [for TYPE/NAME]")
      }
    }
    return query
  }

  private static func objects(_ words: [String]) throws(CheckError) -> ObjectQuery {
    guard let first = words.first else { throw CheckError(message: "expected TYPE/NAME or TYPE") }
    let parts = first.split(separator: "/", maxSplits: 1).map(String.init)
    var query = ObjectQuery(kindWord: parts.first ?? first)
    if parts.count == 2 { query.name = parts[1] }
    var rest = words.dropFirst()
    while let word = rest.popFirst() {
      switch word {
      case "-A", "--all-namespaces": query.allNamespaces = true
      case "-l", "--selector": query.selector = try value(after: word, &rest)
      case "-n", "--namespace": query.namespace = try value(after: word, &rest)
      default:
        guard query.name == nil, query.selector == nil, !word.hasPrefix("-") else {
          throw CheckError(message: "\"\(word)\" does not belong in a target")
        }
        query.name = word
      }
    }
    return query
  }

  private static func value(
    after flag: String, _ rest: inout ArraySlice<String>
  ) throws(CheckError) -> String {
    guard let value = rest.popFirst() else {
      throw CheckError(message: "\(flag) needs a value")
    }
    return value
  }
}
