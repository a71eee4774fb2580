import Objects

/// `kubectl config`: the one context there is.
struct Config: VerbGroup {
  static let name = "config"
  static let summary = "Modify kubeconfig files"
  static let usage = "config SUBCOMMAND"

  static let context = "kubernetes-admin@kubernetes"
  static let cluster = "kubernetes"
  static let user = "kubernetes-admin"

  /// The kubeconfig file of a session whose current namespace this is.
  static func document(namespace: String) -> APIValue {
    var context: APIValue = ["cluster": .string(cluster), "user": .string(user)]
    if namespace != "default" { context["namespace"] = .string(namespace) }
    return [
      "apiVersion": "v1", "kind": "Config", "current-context": .string(Config.context),
      "clusters": [
        [
          "cluster": [
            "certificate-authority-data": "DATA+OMITTED", "server": .string(ClusterInfo.server),
          ], "name": .string(cluster),
        ]
      ], "contexts": [["context": context, "name": .string(Config.context)]],
      "users": [
        [
          "name": .string(user),
          "user": [
            "client-certificate-data": "DATA+OMITTED", "client-key-data": "DATA+OMITTED",
          ],
        ]
      ],
    ]
  }
}

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

  init(_ invocation: Invocation) throws(UsageError) {
    format = try OutputFormat.read(
      invocation["output"], template: invocation["template"], offering: .documents)
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    let document = Config.document(namespace: context.namespace)
    return .show((format ?? .yaml).part(for: document).map { [$0] } ?? [])
  }
}

struct ConfigCurrentContext: LocalVerb {
  static let name = "config current-context"
  static let summary = "Display the current-context"
  static let usage = "config current-context [flags]"
  static let flags = FlagTable("")

  init(_ invocation: Invocation) {}

  func plan(in context: Context) throws(Failure) -> Plan { .show(Config.context + "\n") }
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

  private let showsNames: Bool
  private let hidesHeader: Bool

  init(_ invocation: Invocation) throws(UsageError) {
    for word in invocation.words where word != Config.context {
      throw .error("context \(word) not found")
    }
    showsNames = invocation["output"] == "name"
    hidesHeader = invocation.has("no-headers")
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    if showsNames { return .show(Config.context + "\n") }
    let namespace = context.namespace == "default" ? "" : context.namespace
    let header = ["CURRENT", "NAME", "CLUSTER", "AUTHINFO", "NAMESPACE"]
    return .show(
      .table(
        Table(
          header: hidesHeader ? [] : header,
          rows: [["*", Config.context, Config.cluster, Config.user, namespace]])))
  }
}

struct ConfigUseContext: LocalVerb {
  static let name = "config use-context"
  static let aliases = ["config use"]
  static let summary = "Set the current-context in a kubeconfig file"
  static let usage = "config use-context CONTEXT_NAME"
  static let flags = FlagTable("")

  init(_ invocation: Invocation) throws(UsageError) {
    guard let word = invocation.words.first else {
      throw .misuse("Unexpected args: []", verb: Self.name)
    }
    guard word == Config.context else {
      throw .error("no context exists with the name: \"\(word)\"")
    }
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    .show("Switched to context \"\(Config.context)\".\n")
  }
}

struct ConfigSetContext: LocalVerb {
  static let name = "config set-context"
  static let summary = "Set a context entry in kubeconfig"
  static let usage =
    "config set-context [NAME | --current] [--cluster=cluster_nickname] [--user=user_nickname] "
    + "[--namespace=namespace]"
  static let flags = FlagTable("cluster ''\ncurrent false\nnamespace n ''\nuser ''")

  private let namespace: String?

  init(_ invocation: Invocation) throws(UsageError) {
    guard invocation.has("current") || invocation.words.first == Config.context else {
      throw .error("podlab has one context only: \(Config.context)")
    }
    namespace = invocation.namespace
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    .useNamespace(
      namespace ?? context.namespace, parts: [.line("Context \"\(Config.context)\" modified.")])
  }
}

struct ConfigGetClusters: LocalVerb {
  static let name = "config get-clusters"
  static let summary = "Display clusters defined in the kubeconfig"
  static let usage = "config get-clusters [flags]"
  static let flags = FlagTable("")

  init(_ invocation: Invocation) {}

  func plan(in context: Context) throws(Failure) -> Plan { .show("NAME\n\(Config.cluster)\n") }
}

struct ConfigGetUsers: LocalVerb {
  static let name = "config get-users"
  static let summary = "Display users defined in the kubeconfig"
  static let usage = "config get-users [flags]"
  static let flags = FlagTable("")

  init(_ invocation: Invocation) {}

  func plan(in context: Context) throws(Failure) -> Plan { .show("NAME\n\(Config.user)\n") }
}
