import Objects

/// `kubectl config`: the settings of kubectl itself.
struct Config: VerbGroup {
  static let name = "config"
  static let summary = "Modify kubeconfig files"
  static let usage = "config SUBCOMMAND"

  /// The help of a verb, and behind it that its words are wrong.
  static func misuse(of type: any Verb.Type, _ words: [String]) -> Plan {
    .show([
      .out(.text(HelpPage(type).text)),
      .failed(.error("Unexpected args: [\(words.joined(separator: " "))]")),
    ])
  }
}

/// `kubectl config view`.
struct ConfigView: LocalVerb {
  static let name = "config view"
  static let summary = "Display merged kubeconfig settings or a specified kubeconfig file"
  static let usage = "config view [flags]"
  static let flags = FlagTable(
    """
    allow-missing-template-keys true
    flatten false
    merge true
    minify false
    output o yaml
    raw false
    show-managed-fields false
    template ''
    """)

  private let format: OutputFormat?
  private let isRaw: Bool
  private let isMinified: Bool
  private let contextName: String?

  init(_ invocation: Invocation) throws(UsageError) {
    if !invocation.words.isEmpty {
      throw .misuse(
        "unexpected arguments: [\(invocation.words.joined(separator: " "))]", verb: Self.name)
    }
    format = try OutputFormat.read(
      invocation["output"], template: invocation["template"], offering: .documents)?
      .ofTyped
    isRaw = invocation.has("raw") || invocation.has("flatten")
    isMinified = invocation.has("minify")
    contextName = invocation["context"]
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    var shown = context.kubeconfig
    if let contextName { shown.currentContext = contextName }
    if isMinified {
      let name = shown.currentContext
      if name.isEmpty { throw .error("current-context must exist in order to minify") }
      if shown[.contexts, name] == nil { throw .error("cannot locate context \(name)") }
      shown = shown.minified(to: name)
    }
    if case .name? = format { return .show("config/<unknown>\n") }
    let format = try format?.resolved(in: context) ?? .yaml
    return .show(format.parts(for: shown.document(raw: isRaw)) ?? [])
  }
}

/// `kubectl config set` and `unset`: one value, by its path.
struct ConfigSet: LocalVerb {
  static let name = "config set"
  static let summary = "Set an individual value in a kubeconfig file"
  static let usage = "config set PROPERTY_NAME PROPERTY_VALUE"
  static let flags = FlagTable("set-raw-bytes false")

  private let words: [String]
  private let isRaw: Bool

  init(_ invocation: Invocation) {
    words = invocation.words
    isRaw = invocation.has("set-raw-bytes")
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    guard words.count == 2 else { return Config.misuse(of: Self.self, words) }
    var config = context.kubeconfig
    let property = try ConfigProperty(words[0])
    try property.set(words[1], isRaw: isRaw, in: &config)
    return .configure(config, parts: [.line("Property \"\(words[0])\" set.")])
  }
}

struct ConfigUnset: LocalVerb {
  static let name = "config unset"
  static let summary = "Unset an individual value in a kubeconfig file"
  static let usage = "config unset PROPERTY_NAME"
  static let flags = FlagTable("")

  private let words: [String]

  init(_ invocation: Invocation) { words = invocation.words }

  func plan(in context: Context) throws(Failure) -> Plan {
    guard words.count == 1 else { return Config.misuse(of: Self.self, words) }
    var config = context.kubeconfig
    try ConfigProperty(words[0]).unset(in: &config)
    return .configure(config, parts: [.line("Property \"\(words[0])\" unset.")])
  }
}
