import Objects

extension CheckParser {
  static func target(_ words: ArraySlice<CheckWord>) throws(CheckError) -> CheckTarget {
    guard let first = words.first else { throw CheckError(message: "a check needs a target") }
    let rest = words.dropFirst().map(\.text)
    switch first.text {
    case "exec":
      guard let dashes = rest.firstIndex(of: "--"), dashes > 0, dashes + 1 < rest.count else {
        throw CheckError(message: "expected exec POD [-c NAME] [-n NAMESPACE] -- COMMAND")
      }
      return .exec(rest.map { CheckText($0) })
    case "logs":
      guard !rest.isEmpty else {
        throw CheckError(message: "expected logs POD [-c NAME] [--previous] [-n NAMESPACE]")
      }
      guard !rest.contains("-f"), !rest.contains("--follow") else {
        throw CheckError(message: "logs that are followed never end")
      }
      return .logs(rest.map { CheckText($0) })
    case "event", "events": return .events(try events(rest))
    case "answer":
      guard rest.isEmpty else {
        throw CheckError(message: "expected answer == VALUE or answer matches REGEX")
      }
      return .answer
    default: break
    }
    if let source = ReportName.Source(rawValue: first.text) {
      return .report(try report(source, rest))
    }
    return .objects(try objects([first.text] + rest))
  }

  private static func report(
    _ source: ReportName.Source, _ words: [String]
  ) throws(CheckError) -> ReportName {
    var name = ReportName(source: source)
    var rest = words[...]
    while let word = rest.popFirst() {
      switch word {
      case "-n", "--namespace": name.namespace = CheckText(try value(after: word, &rest))
      default:
        guard source.needsSubject, name.subject == nil, !word.hasPrefix("-") else {
          throw CheckError(message: "\"\(word)\" does not belong behind \(source.rawValue)")
        }
        name.subject = CheckText(word)
      }
    }
    guard !source.needsSubject || name.subject != nil else {
      throw CheckError(message: "\(source.rawValue) of what? Such as \(source.rawValue) svc/web")
    }
    return name
  }

  private static func events(_ words: [String]) throws(CheckError) -> EventQuery {
    var query = EventQuery()
    var rest = words[...]
    while let word = rest.popFirst() {
      switch word {
      case "for":
        let about = try objects(Array(rest))
        query.about = about
        query.namespace = about.namespace ?? query.namespace
        query.allNamespaces = about.allNamespaces || query.allNamespaces
        return query
      case "-n", "--namespace": query.namespace = CheckText(try value(after: word, &rest))
      case "-A", "--all-namespaces": query.allNamespaces = true
      default:
        let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
        switch (parts.first, parts.count) {
        case ("reason", 2): query.reason = CheckText(parts[1])
        case ("type", 2): query.type = CheckText(parts[1])
        default:
          throw CheckError(
            message: "expected event [reason=REASON] [type=TYPE] [-n NAMESPACE] [for TYPE/NAME]")
        }
      }
    }
    return query
  }

  private static func objects(_ words: [String]) throws(CheckError) -> ObjectQuery {
    guard let first = words.first else { throw CheckError(message: "expected TYPE/NAME or TYPE") }
    let parts = first.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    guard KindWords.kind(parts[0]) != nil else {
      throw CheckError(message: "there is no kind \"\(parts[0])\" to look at")
    }
    var query = ObjectQuery(kindWord: parts[0])
    if parts.count == 2 {
      guard !parts[1].isEmpty else { throw CheckError(message: "\(first) names nothing") }
      query.name = CheckText(parts[1])
    }
    var rest = words.dropFirst()
    while let word = rest.popFirst() {
      switch word {
      case "-A", "--all-namespaces": query.allNamespaces = true
      case "-l", "--selector": query.selector = try selector(try value(after: word, &rest))
      case "-n", "--namespace": query.namespace = CheckText(try value(after: word, &rest))
      default:
        guard query.name == nil, query.selector == nil, !word.hasPrefix("-") else {
          throw CheckError(message: "\"\(word)\" does not belong in a target")
        }
        query.name = CheckText(word)
      }
    }
    return query
  }

  private static func selector(_ text: String) throws(CheckError) -> CheckText {
    // What is remembered can stand for a label's value.
    guard (try? LabelSelector(text: CheckText(text).filled { _ in "x" })) != nil else {
      throw CheckError(message: "\"\(text)\" is no label selector")
    }
    return CheckText(text)
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
