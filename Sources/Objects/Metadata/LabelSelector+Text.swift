extension LabelSelector {
  /// Why a selector's text cannot be read, in the API machinery's words.
  public struct TextError: Error, Equatable, Sendable {
    public let message: String
  }

  /// Reads a selector as `-l` takes it: `app=web,tier!=db,env in (a,b),zone notin (c),gpu,!old`.
  public init(text: String) throws(TextError) {
    self.init()
    for part in Self.split(text) {
      matchExpressions.append(try Self.requirement(part, in: text))
    }
  }

  /// Cuts at commas outside parentheses.
  private static func split(_ text: String) -> [String] {
    var parts: [String] = []
    var current = ""
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == ",", depth == 0 {
        parts.append(current)
        current = ""
      } else {
        current.append(character)
      }
    }
    parts.append(current)
    return parts.count == 1 && trimmed(current).isEmpty ? [] : parts
  }

  private static func trimmed(_ text: String) -> String {
    var rest = Substring(text)
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }

  private static func requirement(
    _ part: String, in whole: String
  ) throws(TextError) -> Requirement {
    let part = trimmed(part)
    for (sign, op) in [("!=", Requirement.Operator.notIn), ("==", .isIn), ("=", .isIn)] {
      guard let range = part.firstRange(of: sign) else { continue }
      let key = trimmed(String(part[..<range.lowerBound]))
      let value = trimmed(String(part[range.upperBound...]))
      if let second = ["==", "="].first(where: { value.contains($0) }) {
        throw TextError(message: "found '\(second)', expected: ',' or 'end of string'")
      }
      return try Requirement(checked(key), op, [checkedValue(value, key: key)])
    }
    if part.hasPrefix("!") {
      return try Requirement(checked(trimmed(String(part.dropFirst()))), .doesNotExist)
    }
    let words = part.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.count == 2 else { return try Requirement(checked(part), .exists) }
    let rest = trimmed(words[1])
    for (word, op) in [("notin", Requirement.Operator.notIn), ("in", .isIn)] {
      guard rest.hasPrefix(word) else { continue }
      let list = trimmed(String(rest.dropFirst(word.count)))
      guard list.hasPrefix("("), list.hasSuffix(")") else {
        throw TextError(message: "unable to parse requirement: found '\(list)' expected: '('")
      }
      let values = list.dropFirst().dropLast().split(separator: ",").map { trimmed(String($0)) }
      return try Requirement(checked(words[0]), op, values)
    }
    throw TextError(
      message:
        "unable to parse requirement: found '\(rest)', expected: in, notin, =, ==, !=, gt, lt")
  }

  private static func checked(_ key: String) throws(TextError) -> String {
    let name =
      key.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    if !name.isEmpty, name.count <= 63, name.allSatisfy(isLabelCharacter) { return key }
    if key.isEmpty {
      throw TextError(
        message: "unable to parse requirement: found '', expected: identifier after ','")
    }
    throw TextError(
      message: "unable to parse requirement: <nil>: Invalid value: \"\(key)\": name part must "
        + "consist of alphanumeric characters, '-', '_' or '.', and must start and end with an "
        + "alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for "
        + "validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')")
  }

  private static func checkedValue(_ value: String, key: String) throws(TextError) -> String {
    if value.count <= 63, value.allSatisfy(isLabelCharacter) { return value }
    throw TextError(
      message: "unable to parse requirement: values[0][\(key)]: Invalid value: \"\(value)\": a "
        + "valid label must be an empty string or consist of alphanumeric characters, '-', '_' or "
        + "'.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or "
        + "'my_value',  or '12345', regex used for validation is "
        + "'(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')")
  }

  private static func isLabelCharacter(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "-_.".contains(character))
  }
}

extension LabelSelector {
  /// The same with every plain `key=value` among the labels, as manifests have it.
  public var shortened: LabelSelector {
    var short = self
    short.matchExpressions = []
    for requirement in matchExpressions {
      if requirement.op == .isIn, let value = requirement.values.first,
        requirement.values.count == 1, short.matchLabels[requirement.key] == nil
      {
        short.matchLabels[requirement.key] = value
      } else {
        short.matchExpressions.append(requirement)
      }
    }
    return short
  }
}
