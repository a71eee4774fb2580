import Objects

struct ConfigCurrentContext: LocalVerb {
  static let name = "config current-context"
  static let summary = "Display the current-context"
  static let usage = "config current-context [flags]"
  static let flags = FlagTable("")

  init(_ invocation: Invocation) {}

  func plan(in context: Context) throws(Failure) -> Plan {
    let name = context.kubeconfig.currentContext
    if name.isEmpty { throw .error("current-context is not set") }
    return .show(name + "\n")
  }
}

struct ConfigGetContexts: LocalVerb {
  static let name = "config get-contexts"
  static let summary = "Describe one or many contexts"
  static let usage = "config get-contexts [(-o|--output=)name)]"
  static let flags = FlagTable(
    """
    no-headers false
    output o ''
    """)

  private let names: [String]
  private let showsNames: Bool
  private let hidesHeader: Bool

  init(_ invocation: Invocation) throws(UsageError) {
    names = invocation.words
    hidesHeader = invocation.has("no-headers")
    showsNames = invocation["output"] == "name"
    if let output = invocation["output"], !showsNames {
      throw .error(
        "--output \(output) is not available in kubectl config get-contexts; "
          + "resetting to default output format")
    }
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    let config = context.kubeconfig
    let wanted = names.isEmpty ? config[.contexts].map(\.name) : names
    let missing = wanted.filter { config[.contexts, $0] == nil }
    let found = wanted.filter { config[.contexts, $0] != nil }
    let failures = missing.map { Part.failed(.error("context \($0) not found")) }
    if showsNames { return .show(found.map(Part.line) + failures) }
    let rows = found.map { name -> [String] in
      let values = config[.contexts, name]
      let cells = ["cluster", "user", "namespace"].map { values?[$0]?.string ?? "" }
      return [name == config.currentContext ? "*" : "", name] + cells
    }
    let header = ["CURRENT", "NAME", "CLUSTER", "AUTHINFO", "NAMESPACE"]
    return .show(
      [.out(.table(Table(header: hidesHeader ? [] : header, rows: rows)))] + failures)
  }
}

struct ConfigUseContext: LocalVerb {
  static let name = "config use-context"
  static let aliases = ["config use"]
  static let summary = "Set the current-context in a kubeconfig file"
  static let usage = "config use-context CONTEXT_NAME"
  static let flags = FlagTable("")

  private let words: [String]

  init(_ invocation: Invocation) { words = invocation.words }

  func plan(in context: Context) throws(Failure) -> Plan {
    guard words.count == 1 else { return Config.misuse(of: Self.self, words) }
    var config = context.kubeconfig
    guard config[.contexts, words[0]] != nil else {
      throw .error("no context exists with the name: \"\(words[0])\"")
    }
    config.currentContext = words[0]
    return .configure(config, parts: [.line("Switched to context \"\(words[0])\".")])
  }
}

struct ConfigSetContext: LocalVerb {
  static let name = "config set-context"
  static let summary = "Set a context entry in kubeconfig"
  static let usage =
    "config set-context [NAME | --current] [--cluster=cluster_nickname] [--user=user_nickname] "
    + "[--namespace=namespace]"
  static let flags = FlagTable(
    """
    cluster ''
    current false
    namespace n ''
    user ''
    """)

  private let words: [String]
  private let changesCurrent: Bool
  private let changes: [(field: String, value: String)]

  init(_ invocation: Invocation) throws(UsageError) {
    words = invocation.words
    changesCurrent = invocation.has("current")
    changes = ["cluster", "user", "namespace"].filter(invocation.isSet).map {
      ($0, invocation[$0] ?? "")
    }
    if words.isEmpty, !changesCurrent {
      throw .error("you must specify a non-empty context name or --current")
    }
    if words.count == 1, changesCurrent {
      throw .error("you cannot specify both a context name and --current")
    }
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    guard words.count < 2 else { return Config.misuse(of: Self.self, words) }
    var config = context.kubeconfig
    let name = words.first ?? config.currentContext
    if name.isEmpty { throw .error("no current context is set") }
    let old = config[.contexts, name]
    var values = old ?? .object(Members())
    for change in changes {
      values[change.field] = change.value.isEmpty ? nil : .string(change.value)
    }
    config[.contexts, name] = values
    return .configure(
      config, parts: [.line("Context \"\(name)\" \(old == nil ? "created" : "modified").")])
  }
}

struct ConfigRenameContext: LocalVerb {
  static let name = "config rename-context"
  static let summary = "Rename a context from the kubeconfig file"
  static let usage = "config rename-context CONTEXT_NAME NEW_NAME"
  static let flags = FlagTable("")

  private let words: [String]

  init(_ invocation: Invocation) { words = invocation.words }

  func plan(in context: Context) throws(Failure) -> Plan {
    guard words.count == 2 else { return Config.misuse(of: Self.self, words) }
    var config = context.kubeconfig
    let start = "cannot rename the context \"\(words[0])\", "
    guard let values = config[.contexts, words[0]] else {
      throw .error(start + "it's not in \(Kubeconfig.path)")
    }
    guard config[.contexts, words[1]] == nil else {
      throw .error(start + "the context \"\(words[1])\" already exists in \(Kubeconfig.path)")
    }
    config[.contexts, words[0]] = nil
    config[.contexts, words[1]] = values
    if config.currentContext == words[0] { config.currentContext = words[1] }
    return .configure(
      config, parts: [.line("Context \"\(words[0])\" renamed to \"\(words[1])\".")])
  }
}
