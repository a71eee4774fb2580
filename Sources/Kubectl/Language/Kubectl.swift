/// The language: from words to verbs.
public enum Kubectl {
  /// The verb a line means, its words without `kubectl` in front.
  public static func parse(_ line: [String]) throws(UsageError) -> any Verb {
    try read(line).verb
  }

  /// The same, with what the flags say that every verb takes.
  public static func read(_ line: [String]) throws(UsageError) -> KubectlLine {
    let (found, rest) = try VerbSearch.find(in: line)
    guard let type = found else {
      let invocation = try FlagParser.parse(rest, verb: "", flags: FlagTable(""))
      return KubectlLine(verb: KubectlHelp(invocation), connection: Connection(invocation))
    }
    let invocation = try FlagParser.parse(rest, verb: type.name, flags: type.flags)
    if !invocation.has("help") { try LeftOutFlags.refuse(invocation, of: type.name) }
    let verb: any Verb = invocation.has("help") ? VerbHelp(type) : try type.init(invocation)
    return KubectlLine(verb: verb, connection: Connection(invocation, besides: type.flags))
  }

  /// The exit status of a line that is no command: a verb that was found may have its own, except
  /// for flags, which are read before it.
  public static func status(of error: UsageError, in line: [String]) -> Int32 {
    switch error {
    case .unknownFlag, .unknownShorthand, .missingValue, .missingShorthandValue, .invalidValue,
      .unknownCommand, .requiredFlagsMissing:
      return 1
    case .unknownResourceType, .resourceTypeRepeated, .malformedResource, .misuse, .error, .plain:
      return (try? VerbSearch.find(in: line).verb)?.failureStatus ?? 1
    }
  }

  /// Whether a line that begins with this word is kubectl's.
  public static func isVerb(_ word: String) -> Bool {
    verbs.contains { firstWord(of: $0) == word || $0.aliases.contains(word) }
  }

  /// The verb of this full name.
  public static func verb(named name: String) -> (any Verb.Type)? {
    verbs.first { $0.name == name || $0.aliases.contains(name) }
  }

  static func firstWord(of type: any Verb.Type) -> String {
    type.name.split(separator: " ").first.map(String.init) ?? type.name
  }

  /// Verbs at most two letters away, or beginning with the word, in help order.
  static func suggestions(for word: String) -> [String] {
    var found: [String] = []
    for type in verbs {
      let name = firstWord(of: type)
      let near = distance(word.lowercased(), name) <= 2 || name.hasPrefix(word.lowercased())
      if near, name != VerbHelp.name, !found.contains(name) { found.append(name) }
    }
    return found
  }

  /// Letters to add, drop or change to get from one word to the other.
  private static func distance(_ left: String, _ right: String) -> Int {
    let target = Array(right)
    var row = Array(0...target.count)
    for (position, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = position + 1
      for column in target.indices {
        let change = diagonal + (letter == target[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(change, row[column] + 1, diagonal + 1)
      }
    }
    return row[target.count]
  }
}
