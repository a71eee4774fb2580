/// `kubectl VERB --help`, and `kubectl help VERB`.
struct VerbHelp: LocalVerb {
  static let name = "help"
  static let summary = "Help about any command"
  static let usage = "help [command]"
  static let flags = FlagTable("")
  static let takes = WordMeaning.verbs

  private let type: (any Verb.Type)?
  private let unknown: [String]

  init(_ type: any Verb.Type) {
    self.type = type
    unknown = []
  }

  init(_ invocation: Invocation) throws(UsageError) {
    // Words behind a command are of no interest.
    let lengths = stride(from: invocation.words.count, to: 0, by: -1)
    type =
      lengths.lazy.compactMap { length in
        Kubectl.verb(named: invocation.words.prefix(length).joined(separator: " "))
      }.first
    unknown = type == nil ? invocation.words : []
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    if let type { return .show(HelpPage(type).text) }
    if unknown.isEmpty { return .show(KubectlHelp.text) }
    let words = unknown.map { "`\($0)`" }.joined(separator: " ")
    let list = KubectlHelp.verbList.trimmingEnds()
    return .show([.note("Unknown help topic [\(words)]\n\n\n\(list)")])
  }
}

/// `kubectl` alone: the verbs there are.
struct KubectlHelp: LocalVerb {
  static let name = "kubectl"
  static let summary = "kubectl controls the Kubernetes cluster manager."
  static let usage = "[flags]"
  static let flags = FlagTable("")

  init(_ invocation: Invocation) {}

  func plan(in context: Context) throws(Failure) -> Plan { .show(Self.text) }

  static var text: String {
    """
    \(summary)

     Find more information at: https://kubernetes.io/docs/reference/kubectl/

    \(verbList)
    """
  }

  /// The groups, and what else `kubectl` prints behind them.
  static var verbList: String {
    var text = ""
    for (title, names) in Kubectl.helpGroups {
      text += title + ":\n"
      for type in names.compactMap(Kubectl.verb(named:)) {
        text += HelpPage.row(type.name, type.summary, width: 13)
      }
      text += "\n"
    }
    return text + """
      Usage:
        kubectl [flags] [options]

      Use "kubectl <command> --help" for more information about a given command.
      \(HelpPage.optionsHint)

      """
  }
}

/// `kubectl options`: the flags that every verb takes.
struct Options: LocalVerb {
  static let name = "options"
  static let summary = "Print the list of flags inherited by all commands"
  static let usage = "options"
  static let flags = FlagTable("")

  init(_ invocation: Invocation) {}

  func plan(in context: Context) throws(Failure) -> Plan {
    .show(
      "The following options can be passed to any command:\n\n"
        + HelpPage.list(FlagTable.global, of: Self.name) + "\n")
  }
}
