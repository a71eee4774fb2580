/// Why a line is no command, worded as kubectl does.
///
/// `verb` is the verb's full name, such as `create deployment`: the footers name it.
public enum UsageError: Error, Hashable, Sendable {
  case unknownCommand(String, suggestions: [String])
  case unknownFlag(String, verb: String)
  case unknownShorthand(Character, cluster: String, verb: String)
  case missingValue(flag: String, verb: String)
  case missingShorthandValue(Character, cluster: String, verb: String)
  case invalidValue(String, flag: Flag, why: String, verb: String)
  case requiredFlagsMissing([String])
  /// `isBare` is for the verbs that look a type up by themselves: no `error: ` is in front.
  case unknownResourceType(String, isBare: Bool = false)
  /// A TYPE/NAME beside a TYPE.
  case resourceTypeRepeated
  /// TYPE/NAME with an empty side, or with two slashes.
  case malformedResource(String)
  /// A misuse whose message is followed by a hint at the verb's help.
  case misuse(String, verb: String)
  /// `error: ` and this.
  case error(String)
  /// Exactly this.
  case plain(String)

  public var message: String {
    switch self {
    case .unknownCommand(let word, let suggestions):
      "error: unknown command \"\(word)\" for \"kubectl\""
        + (suggestions.isEmpty
          ? "" : "\n\nDid you mean this?" + suggestions.map { "\n\t\($0)" }.joined())
    case .unknownFlag(let name, let verb):
      Self.usage("unknown flag: --\(name)", of: verb)
    case .unknownShorthand(let letter, let cluster, let verb):
      Self.usage("unknown shorthand flag: '\(letter)' in -\(cluster)", of: verb)
    case .missingValue(let flag, let verb):
      Self.usage("flag needs an argument: --\(flag)", of: verb)
    case .missingShorthandValue(let letter, let cluster, let verb):
      Self.usage("flag needs an argument: '\(letter)' in -\(cluster)", of: verb)
    case .invalidValue(let value, let flag, let why, let verb):
      Self.usage("invalid argument \"\(value)\" for \"\(flag.title)\" flag: \(why)", of: verb)
    case .requiredFlagsMissing(let names):
      "error: required flag(s) " + names.map { "\"\($0)\"" }.joined(separator: ", ") + " not set"
    case .unknownResourceType(let word, let isBare):
      (isBare ? "" : "error: ") + "the server doesn't have a resource type \"\(word)\""
    case .resourceTypeRepeated:
      "error: there is no need to specify a resource type as a separate argument when passing "
        + "arguments in resource/name form (e.g. 'kubectl get resource/<resource_name>' instead of "
        + "'kubectl get resource resource/<resource_name>'"
    case .malformedResource(let word):
      word.count(where: { $0 == "/" }) > 1
        ? "error: arguments in resource/name form may not have more than one slash"
        : "error: arguments in resource/name form must have a single resource and name"
    case .misuse(let text, let verb):
      "error: \(text)\nSee 'kubectl \(verb) -h' for help and examples"
    case .error(let text): "error: \(text)"
    case .plain(let text): text
    }
  }

  /// What of a word names the resource: the version and the group stand behind it.
  static func resource(of word: String) -> String {
    word.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).first
      .map(String.init) ?? word
  }

  private static func usage(_ text: String, of verb: String) -> String {
    verb.isEmpty
      ? "error: \(text)\nSee 'kubectl --help' for usage."
      : "error: \(text)\nSee 'kubectl \(verb) --help' for usage."
  }
}
