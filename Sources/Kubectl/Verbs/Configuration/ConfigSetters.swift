import Objects

/// The files whose contents `--embed-certs` puts into the kubeconfig, by the field they go to.
struct EmbeddedFiles {
  private let files: [(field: String, path: String)]

  init(_ invocation: Invocation, _ fields: String...) {
    let embeds = invocation.has("embed-certs")
    files = embeds ? fields.compactMap { field in invocation[field].map { (field, $0) } } : []
  }

  var needs: [FileNeed] { files.map { .file($0.path) } }

  /// Puts them where the paths would stand.
  func embed(in values: inout APIValue, _ context: Context) throws(Failure) {
    for (field, path) in files {
      guard case .file(let text)? = context.files[.file(path)] else {
        throw .error(
          "could not stat \(field) file \(path): stat \(path): no such file or directory")
      }
      values[field] = nil
      values[field + "-data"] = .string(Base64.encode(text))
    }
  }
}

struct ConfigSetCluster: LocalVerb {
  static let name = "config set-cluster"
  static let summary = "Set a cluster entry in kubeconfig"
  static let usage =
    "config set-cluster NAME [--server=server] "
    + "[--certificate-authority=path/to/certificate/authority] [--insecure-skip-tls-verify=true] "
    + "[--tls-server-name=example.com]"
  static let flags = FlagTable(
    """
    certificate-authority ''
    embed-certs false
    insecure-skip-tls-verify false
    proxy-url ''
    server ''
    tls-server-name ''
    """)

  private let words: [String]
  private let changes: [(field: String, value: APIValue)]
  private let files: EmbeddedFiles

  init(_ invocation: Invocation) throws(UsageError) {
    words = invocation.words
    if invocation.has("insecure-skip-tls-verify"), invocation["certificate-authority"] != nil {
      throw .error(
        "you cannot specify a certificate authority and insecure mode at the same time")
    }
    files = EmbeddedFiles(invocation, "certificate-authority")
    var changes = ["certificate-authority", "proxy-url", "server", "tls-server-name"]
      .filter(invocation.isSet).map { (field: $0, value: APIValue.string(invocation[$0] ?? "")) }
    if invocation.isSet("insecure-skip-tls-verify") {
      let isOn = invocation.has("insecure-skip-tls-verify")
      changes.append(("insecure-skip-tls-verify", isOn ? true : .null))
    }
    self.changes = changes
  }

  var fileNeeds: [FileNeed] { files.needs }

  func plan(in context: Context) throws(Failure) -> Plan {
    guard words.count == 1 else { return Config.misuse(of: Self.self, words) }
    var config = context.kubeconfig
    var values = config[.clusters, words[0]] ?? .object(Members())
    for change in changes { values[change.field] = change.value == .null ? nil : change.value }
    try files.embed(in: &values, context)
    config[.clusters, words[0]] = values
    return .configure(config, parts: [.line("Cluster \"\(words[0])\" set.")])
  }
}

struct ConfigSetCredentials: LocalVerb {
  static let name = "config set-credentials"
  static let summary = "Set a user entry in kubeconfig"
  static let usage =
    "config set-credentials NAME [--client-certificate=path/to/certfile] "
    + "[--client-key=path/to/keyfile] [--token=bearer_token] [--username=basic_user] "
    + "[--password=basic_password] [--auth-provider=provider_name] "
    + "[--auth-provider-arg=key=value] [--exec-command=exec_command] "
    + "[--exec-api-version=exec_api_version] [--exec-arg=arg] [--exec-env=key=value]"
  static let flags = FlagTable(
    """
    auth-provider ''
    auth-provider-arg []
    client-certificate ''
    client-key ''
    embed-certs false
    exec-api-version ''
    exec-arg []
    exec-command ''
    exec-env []
    exec-interactive-mode ''
    exec-provide-cluster-info false
    password ''
    token ''
    username ''
    """)

  private let words: [String]
  private let changes: [(field: String, value: APIValue)]
  private let files: EmbeddedFiles

  init(_ invocation: Invocation) throws(UsageError) {
    words = invocation.words
    files = EmbeddedFiles(invocation, "client-certificate", "client-key")
    let isBasic = invocation.isSet("username") || invocation.isSet("password")
    if invocation["token"] != nil, isBasic {
      throw .error(
        "you cannot specify more than one authentication method at the same time: --token, "
          + "--username/--password")
    }
    var changes = ["client-certificate", "client-key", "password", "token", "username"]
      .filter(invocation.isSet).map { (field: $0, value: APIValue.string(invocation[$0] ?? "")) }
    // One way to log in takes the place of the other.
    if invocation["token"] != nil { changes += [("username", .null), ("password", .null)] }
    if isBasic { changes.append(("token", .null)) }
    if let provider = invocation["auth-provider"] {
      let arguments = Self.pairs(invocation.list("auth-provider-arg"))
      let config = Members(arguments.map { ($0.name, APIValue.string($0.value)) })
      changes.append(
        ("auth-provider", ["config": .object(config), "name": .string(provider)]))
    }
    if let program = Self.program(invocation) { changes.append(("exec", program)) }
    self.changes = changes
  }

  private static func pairs(_ texts: [String]) -> [(name: String, value: String)] {
    texts.compactMap { text in
      let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return sides.count == 2 ? (String(sides[0]), String(sides[1])) : nil
    }
  }

  /// The program that `--exec-command` names, and how it is run.
  private static func program(_ invocation: Invocation) -> APIValue? {
    guard let command = invocation["exec-command"] else { return nil }
    var program: APIValue = [
      "apiVersion": .string(invocation["exec-api-version"] ?? ""),
      "command": .string(command),
      "interactiveMode": .string(invocation["exec-interactive-mode"] ?? "IfAvailable"),
      "provideClusterInfo": .bool(invocation.has("exec-provide-cluster-info")),
    ]
    let arguments = invocation.commaList("exec-arg").map(APIValue.string)
    program["args"] = arguments.isEmpty ? .null : .array(arguments)
    let variables = pairs(invocation.commaList("exec-env")).map { pair -> APIValue in
      ["name": .string(pair.name), "value": .string(pair.value)]
    }
    program["env"] = variables.isEmpty ? .null : .array(variables)
    return program
  }

  var fileNeeds: [FileNeed] { files.needs }

  func plan(in context: Context) throws(Failure) -> Plan {
    guard words.count == 1 else { return Config.misuse(of: Self.self, words) }
    var config = context.kubeconfig
    var values = config[.users, words[0]] ?? .object(Members())
    for change in changes { values[change.field] = change.value == .null ? nil : change.value }
    try files.embed(in: &values, context)
    config[.users, words[0]] = values
    return .configure(config, parts: [.line("User \"\(words[0])\" set.")])
  }
}
