import Objects

/// `kubectl create ingress`.
struct CreateIngress: Verb {
  static let name = "create ingress"
  static let aliases = ["create ing"]
  static let summary = "Create an ingress with the specified name"
  static let usage = "create ingress NAME --rule=host/path=service:port[,tls[=secret]]"
  static let takes = WordMeaning.text
  static let flags = FlagTable(
    """
    annotation []
    class ''
    default-backend ''
    rule []
    save-config false
    validate=strict strict
    """
  ).with(WriteOptions.flags(as: "kubectl-create"))

  private let ingress: Ingress
  private let options: WriteOptions

  init(_ invocation: Invocation) throws(UsageError) {
    var made = Ingress()
    made.metadata.name = try invocation.onlyName()
    let rules = invocation.list("rule")
    let standard = invocation["default-backend"]
    if rules.isEmpty, standard == nil {
      throw .error(
        "not enough information provided: every ingress has to either specify a default-backend "
          + "(which catches all traffic) or a list of rules (which catch specific paths)")
    }
    for text in invocation.list("annotation") {
      let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2 else {
        throw .error("annotation \(text) is invalid and should be in format key=[value]")
      }
      made.metadata.annotations[String(sides[0])] = String(sides[1])
    }
    if let name = invocation["class"], !name.isEmpty { made.spec.ingressClassName = name }
    for text in rules { made.spec.add(try CreateIngressRule(text)) }
    if let standard {
      let sides = standard.split(separator: ":", omittingEmptySubsequences: false)
      guard sides.count == 2 else {
        throw .error("default-backend should be in format servicename:serviceport")
      }
      made.spec.defaultBackend = .service(String(sides[0]), port: String(sides[1]))
    }
    ingress = made
    options = try WriteOptions(invocation)
  }

  func plan(in context: Context) throws(Failure) -> Plan {
    .submit([try options.generate(ingress, failing: "failed to create ingress:", in: context)])
  }
}

/// What one `--rule` says: `host/path*=service:port,tls=secret`.
struct CreateIngressRule {
  var host: String
  var path: String
  var isPrefix: Bool
  var service: String
  var port: String
  /// The Secret with the certificate, empty for none; nil where the rule does not ask for one.
  var secret: String?

  init(_ text: String) throws(UsageError) {
    let problem = UsageError.error(
      "rule \(text) is invalid and should be in format "
        + "host/path=svcname:svcport[,tls[=secret]]")
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let sides = parts[0].split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard sides.count == 2, let slash = sides[0].firstIndex(of: "/") else { throw problem }
    let target = sides[1].split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard target.count >= 2, Self.isName(target[0]), Self.isName(target[1]) else { throw problem }
    host = String(sides[0][..<slash])
    isPrefix = sides[0].hasSuffix("*")
    path = String(isPrefix ? sides[0][slash...].dropLast() : sides[0][slash...])
    service = target[0]
    port = target[1]
    if parts.count == 2 {
      let words = parts[1].split(separator: "=", omittingEmptySubsequences: false)
      secret = words.count > 1 ? String(words[1]) : ""
    }
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) }
  }
}

extension IngressSpec {
  fileprivate mutating func add(_ rule: CreateIngressRule) {
    var path = HTTPIngressPath()
    path.path = rule.path
    path.pathType = rule.isPrefix ? "Prefix" : "Exact"
    path.backend = .service(rule.service, port: rule.port)
    let host = rule.host.isEmpty ? nil : rule.host
    if let place = rules.firstIndex(where: { $0.host == host }) {
      rules[place].http?.paths.append(path)
    } else {
      var made = IngressRule()
      made.host = host
      made.http = HTTPIngressRuleValue()
      made.http?.paths = [path]
      rules.append(made)
    }
    if let secret = rule.secret { add(host, encryptedWith: secret) }
  }

  /// A host takes the first certificate that is named for it.
  private mutating func add(_ host: String?, encryptedWith secret: String) {
    let name = secret.isEmpty ? nil : secret
    if let host, tls.contains(where: { $0.hosts.contains(host) }) { return }
    if let place = tls.firstIndex(where: { $0.secretName == name }) {
      if let host { tls[place].hosts.append(host) }
    } else if host != nil || name != nil {
      var made = IngressTLS()
      made.hosts = host.map { [$0] } ?? []
      made.secretName = name
      tls.append(made)
    }
  }
}

extension IngressBackend {
  /// A Service and its port, by number or by name.
  static func service(_ name: String, port: String) -> IngressBackend {
    var service = IngressServiceBackend()
    service.name = name
    if let number = Int(port) { service.port.number = number } else { service.port.name = port }
    var backend = IngressBackend()
    backend.service = service
    return backend
  }
}
