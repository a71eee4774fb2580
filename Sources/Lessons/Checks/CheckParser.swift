import Manifests
import Patterns

/// Reads checks: `[all|any|no|never|always|once] TARGET (PATH OP VALUE | [PATH] count OP N |
/// prints TEXT | [PATH] matches REGEX)`.
public enum CheckParser {
  public static func check(_ text: String) throws(CheckError) -> Check {
    var words = try CheckWords.split(text)[...]
    guard !words.isEmpty else { throw CheckError(message: "a check needs a target") }
    let scope = words.first.flatMap { $0.isQuoted ? nil : Check.Scope(rawValue: $0.text) }
    if scope != nil { words.removeFirst() }
    let predicate = try takePredicate(&words)
    let target = try target(words)
    let check = Check(scope: scope, target: target, predicate: predicate, text: text)
    try checkSense(of: check)
    return check
  }

  /// Refuses what can be written and means nothing.
  private static func checkSense(of check: Check) throws(CheckError) {
    let looksBack = check.scope?.looksBack ?? false
    let word = check.scope?.rawValue ?? ""
    switch check.target {
    case .objects:
      if case .prints = check.predicate {
        throw CheckError(message: "only exec and logs print; objects have paths")
      }
    case .events:
      if case .prints = check.predicate {
        throw CheckError(message: "only exec and logs print; an event has a .message")
      }
      if check.scope == .always {
        throw CheckError(message: "an event happens: it is there once or never, not always")
      }
    case .exec, .logs:
      guard !looksBack else {
        throw CheckError(
          message: "\(word) looks back over changes; what is printed can be asked for only now")
      }
    case .answer, .report:
      guard !looksBack else {
        throw CheckError(message: "\(word) looks back over changes of objects only")
      }
      if case .exists = check.predicate {} else { break }
      if case .answer = check.target { break }
      throw CheckError(message: "expected a path and what it should be, such as .failed == 0")
    }
    if case .compares(_, _, let value) = check.predicate, value.needsTruth,
      check.target != .answer
    {
      throw CheckError(message: "truth can be compared with the answer only: answer == truth")
    }
  }

  // MARK: - Predicates

  private static func takePredicate(
    _ words: inout ArraySlice<CheckWord>
  ) throws(CheckError) -> Check.Predicate {
    if words.count >= 2, let last = words.last {
      let verb = words[words.endIndex - 2]
      if !verb.isQuoted, verb.text == "prints" || verb.text == "matches" {
        words.removeLast(2)
        if verb.text == "prints" { return .prints(CheckText(last.text)) }
        do { _ = try GoPattern(last.text) } catch {
          throw CheckError(
            message: "\"\(last.text)\" is no regular expression: \(error.message)")
        }
        return .matches(path: try takePath(&words), CheckText(last.text))
      }
    }
    // A command's own words come after `exec`, where only prints and matches are looked for.
    if let first = words.first, first.text == "exec" || first.text == "logs" {
      throw CheckError(message: "\(first.text) needs prints TEXT or matches REGEX at the end")
    }
    let sign = words.firstIndex { !$0.isQuoted && Comparison(rawValue: $0.text) != nil }
    if let sign, let comparison = Comparison(rawValue: words[sign].text) {
      return try comparisonPredicate(&words, at: sign, comparison)
    }
    if let path = words.last, words.count > 1, path.isPath {
      throw CheckError(message: "what should \(path.text) be? Such as \(path.text) == VALUE")
    }
    return .exists
  }

  /// A path at the end of the words, if there is one.
  private static func takePath(
    _ words: inout ArraySlice<CheckWord>
  ) throws(CheckError) -> String? {
    guard let last = words.last, last.isPath else { return nil }
    words.removeLast()
    return try path(last.text)
  }

  static func path(_ text: String) throws(CheckError) -> String {
    do throws(JSONPath.Problem) {
      _ = try JSONPath(relaxed: text)
    } catch {
      throw CheckError(message: "\(text) is no path: \(error.message)")
    }
    return text
  }

  private static func comparisonPredicate(
    _ words: inout ArraySlice<CheckWord>, at place: Int, _ comparison: Comparison
  ) throws(CheckError) -> Check.Predicate {
    let wanted = words[(place + 1)...]
    guard place > words.startIndex, let subject = words[..<place].last, !wanted.isEmpty else {
      throw CheckError(
        message: "expected PATH \(comparison.rawValue) VALUE or count \(comparison.rawValue) N")
    }
    words = words[..<place]
    if subject.text == "count", !subject.isQuoted, words.count > 1 {
      words.removeLast()
      let number = try value(wanted)
      guard number.canBeNumber else {
        let text = wanted.map(\.text).joined(separator: " ")
        throw CheckError(message: "count is compared with a whole number, not \"\(text)\"")
      }
      return .count(path: try takePath(&words), comparison, number)
    }
    let value = try value(wanted)
    if case .list = value, comparison != .equal, comparison != .notEqual {
      throw CheckError(message: "a list can be compared with == and != only")
    }
    if words.count == 1, subject.text == "answer" {
      return .compares(path: nil, comparison, value)
    }
    guard subject.isPath else {
      throw CheckError(
        message: "\"\(subject.text)\" is no path: paths begin with a dot, such as .status.phase")
    }
    return .compares(path: try takePath(&words), comparison, value)
  }
}

extension CheckValue {
  /// Whether it is a whole number, or may turn out to be one.
  fileprivate var canBeNumber: Bool {
    switch self {
    case .text(let text): Int(text.text) != nil || text.wholeVariable != nil
    case .found: true
    case .list, .truth: false
    }
  }
}

extension CheckWord {
  /// Whether it can be a path; a probe in braces begins with a target.
  var isPath: Bool {
    !isQuoted && (text.hasPrefix(".") || text.hasPrefix("{.") || text.hasPrefix("{range"))
  }
}
