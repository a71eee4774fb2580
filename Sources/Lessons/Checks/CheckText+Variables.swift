extension CheckText {
  /// The names behind `$` that stand in the text.
  var variables: [String] {
    var names: [String] = []
    var rest = text[...]
    while let place = rest.firstIndex(of: "$") {
      rest = rest[rest.index(after: place)...]
      let name = rest.prefix(while: Self.isOfName)
      if let first = name.first, !first.isNumber { names.append(String(name)) }
    }
    return names
  }

  /// The text with `$NAME` replaced; names that `value` does not know stay as they are.
  func filled(_ value: (String) -> String?) -> String {
    var result = ""
    var rest = text[...]
    while let place = rest.firstIndex(of: "$") {
      result += rest[..<place]
      rest = rest[rest.index(after: place)...]
      let name = rest.prefix(while: Self.isOfName)
      if let first = name.first, !first.isNumber, let known = value(String(name)) {
        result += known
        rest = rest[name.endIndex...]
      } else {
        result += "$"
      }
    }
    return result + rest
  }

  /// The only thing in the text is `$NAME`: its name.
  var wholeVariable: String? {
    guard text.hasPrefix("$"), let first = text.dropFirst().first, !first.isNumber,
      text.dropFirst().allSatisfy(Self.isOfName)
    else { return nil }
    return String(text.dropFirst())
  }

  static func isOfName(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || character == "_")
  }
}

extension Check {
  /// The names of remembered values that the check refers to. Commands and what they print may
  /// have a `$` of their own.
  var variables: [String] {
    let texts: [CheckText] =
      switch predicate {
      case .exists, .prints, .matches: []
      case .count(_, _, let value), .compares(_, _, let value): value.texts
      }
    return (target.namingTexts + texts).flatMap(\.variables)
  }
}

extension CheckValue {
  var texts: [CheckText] {
    switch self {
    case .text(let text): [text]
    case .found(let probe): probe.target.namingTexts
    case .list(let items, _): items.flatMap(\.texts)
    case .truth: []
    }
  }

  /// The probes whose findings are compared with.
  var probes: [Probe] {
    switch self {
    case .text, .truth: []
    case .found(let probe): [probe]
    case .list(let items, _): items.flatMap(\.probes)
    }
  }

  var needsTruth: Bool {
    switch self {
    case .text, .found: false
    case .list(let items, _): items.contains(where: \.needsTruth)
    case .truth: true
    }
  }
}

extension CheckTarget {
  /// The texts that say which thing is meant.
  var namingTexts: [CheckText] {
    switch self {
    case .objects(let query): query.texts
    case .exec, .logs: []
    case .events(let query):
      [query.reason, query.type, query.namespace].compactMap(\.self) + (query.about?.texts ?? [])
    case .answer: []
    case .report(let name): [name.subject, name.namespace].compactMap(\.self)
    }
  }
}

extension ObjectQuery {
  var texts: [CheckText] { [name, selector, namespace].compactMap(\.self) }
}
