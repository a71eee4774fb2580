import Manifests
import Objects
import Store

/// `kubectl create secret`: the word before its three kinds.
struct CreateSecret: VerbGroup {
  static let name = "create secret"
  static let summary = "Create a secret using a specified subcommand"
  static let usage = "create secret (docker-registry | generic | tls)"
}

/// `kubectl create secret generic`: anything, from literals and files.
struct CreateSecretGeneric: Verb {
  static let name = "create secret generic"
  static let summary = "Create a secret from a local file, directory, or literal value"
  static let usage =
    "create secret generic NAME [--type=string] [--from-file=[key=]source] "
    + "[--from-literal=key1=value1] [--dry-run=server|client|none]"
  static let takes = WordMeaning.text
  static let flags = FlagTable(
    """
    append-hash false
    from-env-file []
    from-file []
    from-literal []
    save-config false
    type ''
    validate=strict strict
    """
  ).with(WriteOptions.flags(as: "kubectl-create"))

  private let secret: Secret
  private let values: KeyedValues
  private let options: WriteOptions

  init(_ invocation: Invocation) throws(UsageError) {
    var made = Secret()
    made.metadata.name = try invocation.onlyName()
    made.type = invocation["type"]
    secret = made
    values = try KeyedValues(invocation, for: .secret)
    options = try WriteOptions(invocation)
  }

  var fileNeeds: [FileNeed] { values.fileNeeds }

  func plan(in context: Context) throws(Failure) -> Plan {
    var made = secret
    made.data = StringMap(try values.collect(in: context).map { ($0, Base64.encode($1)) })
    return .submit([try options.generate(made, failing: "failed to create secret", in: context)])
  }
}

/// `kubectl create secret docker-registry`: what it takes to pull from a registry.
struct CreateSecretDockerRegistry: Verb {
  static let name = "create secret docker-registry"
  static let summary = "Create a secret for use with a Docker registry"
  static let usage =
    "create secret docker-registry NAME --docker-username=user --docker-password=password "
    + "--docker-email=email [--docker-server=string] [--from-file=[key=]source] "
    + "[--dry-run=server|client|none]"
  static let takes = WordMeaning.text
  static let flags = FlagTable(
    """
    append-hash false
    docker-email ''
    docker-password ''
    docker-server https://index.docker.io/v1/
    docker-username ''
    from-file []
    save-config false
    validate=strict strict
    """
  ).with(WriteOptions.flags(as: "kubectl-create"))

  private static let key = ".dockerconfigjson"

  private let secret: Secret
  private let values: KeyedValues
  private let options: WriteOptions

  init(_ invocation: Invocation) throws(UsageError) {
    var made = Secret()
    made.metadata.name = try invocation.onlyName()
    made.type = "kubernetes.io/dockerconfigjson"
    values = try KeyedValues(invocation, for: .secret, standardKey: Self.key)
    if values.isEmpty {
      guard let server = invocation["docker-server"], let user = invocation["docker-username"],
        let password = invocation["docker-password"]
      else {
        throw .error(
          "either --from-file or the combination of --docker-username, --docker-password and "
            + "--docker-server is required")
      }
      let email = invocation["docker-email"]
      made.data[Self.key] = Base64.encode(
        Self.configuration(server: server, user: user, password: password, email: email))
    }
    secret = made
    options = try WriteOptions(invocation)
  }

  /// Docker's own file of credentials.
  private static func configuration(
    server: String, user: String, password: String, email: String?
  ) -> String {
    func quoted(_ text: String) -> String { JSON.encode(.string(text), pretty: false) }
    var entry = "\"username\":\(quoted(user)),\"password\":\(quoted(password))"
    if let email { entry += ",\"email\":\(quoted(email))" }
    entry += ",\"auth\":\(quoted(Base64.encode("\(user):\(password)")))"
    return "{\"auths\":{\(quoted(server)):{\(entry)}}}"
  }

  var fileNeeds: [FileNeed] { values.fileNeeds }

  func plan(in context: Context) throws(Failure) -> Plan {
    var made = secret
    for (key, text) in try values.collect(in: context) { made.data[key] = Base64.encode(text) }
    return .submit([try options.generate(made, failing: "failed to create secret", in: context)])
  }
}

/// `kubectl create secret tls`: a certificate and its key.
struct CreateSecretTLS: Verb {
  static let name = "create secret tls"
  static let summary = "Create a TLS secret"
  static let usage =
    "create secret tls NAME --cert=path/to/cert/file --key=path/to/key/file "
    + "[--dry-run=server|client|none]"
  static let takes = WordMeaning.text
  static let flags = FlagTable(
    """
    append-hash false
    cert ''
    key ''
    save-config false
    validate=strict strict
    """
  ).with(WriteOptions.flags(as: "kubectl-create"))

  private let name: String
  private let certificate: String
  private let key: String
  private let options: WriteOptions

  init(_ invocation: Invocation) throws(UsageError) {
    name = try invocation.onlyName()
    guard let certificate = invocation["cert"], let key = invocation["key"] else {
      throw .error("key and cert must be specified")
    }
    self.certificate = certificate
    self.key = key
    options = try WriteOptions(invocation)
  }

  var fileNeeds: [FileNeed] { [.file(certificate), .file(key)] }

  func plan(in context: Context) throws(Failure) -> Plan {
    var made = Secret()
    made.metadata.name = name
    made.type = "kubernetes.io/tls"
    for (field, path, word) in [("tls.crt", certificate, "certificate"), ("tls.key", key, "key")] {
      let text = try Self.read(path, in: context)
      guard text.contains("-----BEGIN ") else {
        throw .error("tls: failed to find any PEM data in \(word) input")
      }
      made.data[field] = Base64.encode(text)
    }
    return .submit([try options.generate(made, failing: "failed to create secret", in: context)])
  }

  private static func read(_ path: String, in context: Context) throws(Failure) -> String {
    switch context.files[.file(path)] {
    case .file(let text)?: return text
    case .unreadable(let why)?: throw .error("Cannot read file \(path), open \(path): \(why)")
    case .folder?: throw .error("Cannot read file \(path), read \(path): is a directory")
    case .missing?, .tree?, nil:
      throw .error("Cannot read file \(path), open \(path): no such file or directory")
    }
  }
}
