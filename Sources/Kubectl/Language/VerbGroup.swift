/// The first word of several verbs, such as `rollout`: alone it shows what may follow.
public protocol VerbGroup: Verb {
  init()
}

extension VerbGroup {
  public static var flags: FlagTable { FlagTable("") }
  public static var takes: WordMeaning { .verbs }

  public init(_ invocation: Invocation) throws(UsageError) {
    if let word = invocation.words.first {
      throw .misuse("unknown command \"\(word)\"", verb: Self.name)
    }
    self.init()
  }

  public func plan(in context: Context) throws(Failure) -> Plan {
    .show([.out(.text(Self.help))], status: 1)
  }

  /// The verbs that begin with this word.
  static var members: [any Verb.Type] {
    Kubectl.verbs.filter { $0.name.hasPrefix(name + " ") }
  }

  static var help: String {
    var text = "\(summary).\n\nAvailable Commands:\n"
    let words = members.map { String($0.name.dropFirst(name.count + 1)) }
    let width = max(11, words.map(\.count).max() ?? 0) + 3
    for (word, member) in zip(words, members) {
      text += "  \(word)" + String(repeating: " ", count: width - word.count)
      text += member.summary + "\n"
    }
    return text + """

      Usage:
        kubectl \(usage) [options]

      Use "kubectl \(name) <command> --help" for more information about a given command.
      Use "kubectl options" for a list of global command-line options (applies to all commands).

      """
  }
}
