/// `kubectl VERB --help`.
struct VerbHelp: Verb {
  static let name = "help"
  static let summary = "Help about any command"
  static let usage = "help [command]"
  static let flags = FlagTable("")
  static let takes = WordMeaning.verbs

  private let type: (any Verb.Type)?

  init(_ type: any Verb.Type) {
    self.type = type
  }

  init(_ invocation: Invocation) throws(UsageError) {
    type = Kubectl.verb(named: invocation.words.joined(separator: " "))
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    guard let type else { return .show(KubectlHelp.text) }
    return .show(Self.text(of: type))
  }

  static func text(of type: any Verb.Type) -> String {
    var text = type.summary + "\n"
    if !type.examples.isEmpty {
      text += "\nExamples:\n" + type.examples.map { "  \($0)\n" }.joined()
    }
    if !type.flags.flags.isEmpty {
      text += "\nOptions:\n" + type.flags.flags.map(line).joined()
    }
    text += "\nUsage:\n  kubectl \(type.usage) [options]\n"
    return text
      + "\nUse \"kubectl options\" for a list of global command-line options (applies to all "
      + "commands).\n"
  }

  private static func line(for flag: Flag) -> String {
    let names = flag.shorthand.map { "-\($0), --\(flag.name)" } ?? "    --\(flag.name)"
    switch flag.form {
    case .toggle(let standard): return "    \(names)=\(standard)\n"
    case .integer(let standard): return "    \(names)=\(standard)\n"
    case .duration(let standard): return "    \(names)=\(standard)\n"
    case .text(let standard): return "    \(names)='\(standard)'\n"
    case .list: return "    \(names)=[]\n"
    }
  }
}

/// `kubectl` alone: the verbs there are.
struct KubectlHelp: Verb {
  static let name = "kubectl"
  static let summary = "kubectl controls the Kubernetes cluster manager."
  static let usage = "[flags]"
  static let flags = FlagTable("")

  init(_ invocation: Invocation) {}

  func plan(in context: Context) throws(Failure) -> Plan { .show(Self.text) }

  static var text: String {
    var text = summary + "\n\nCommands:\n"
    for type in Kubectl.verbs where !type.name.contains(" ") {
      text += "  " + type.name + String(repeating: " ", count: max(1, 16 - type.name.count))
      text += type.summary + "\n"
    }
    return text + "\nUsage:\n  kubectl [flags] [options]\n"
  }
}
