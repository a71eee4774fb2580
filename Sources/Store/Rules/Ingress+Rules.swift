import Engine
import Objects

extension Ingress: Validated, Admitted {
  /// The older way to name a class.
  static let classAnnotation = "kubernetes.io/ingress.class"

  /// One that names no class gets the newest of those that are marked as the default.
  mutating func admit(
    into state: inout ClusterState, replacing stored: Ingress?, _ admission: inout Admission
  ) throws(Rejection) {
    guard stored == nil, spec.ingressClassName == nil else { return }
    if metadata.annotations[Self.classAnnotation] != nil {
      state.warnings.append(
        "annotation \(GoText.quoted(Self.classAnnotation)) is deprecated, please use "
          + "'spec.ingressClassName' instead")
      return
    }
    let newest = state.all(IngressClass.self).filter(\.isDefault).max { left, right in
      let one = left.metadata.creationTimestamp?.milliseconds ?? 0
      let other = right.metadata.creationTimestamp?.milliseconds ?? 0
      // Of equally old ones the first by name.
      return (one, right.metadata.name) < (other, left.metadata.name)
    }
    spec.ingressClassName = newest?.metadata.name
  }

  func problems() -> [FieldProblem] {
    let path = FieldPath("spec")
    var problems = NameRules.problems(metadata, subdomain: true)
    if spec.rules.isEmpty, spec.defaultBackend == nil {
      problems.append(
        .init(
          path,
          .invalid(value: "null", why: "either `defaultBackend` or `rules` must be specified")))
    }
    if let backend = spec.defaultBackend {
      problems += backend.problems(at: path.member("defaultBackend"))
    }
    for (place, rule) in spec.rules.enumerated() {
      problems += rule.problems(at: path.member("rules").index(place))
    }
    for (place, tls) in spec.tls.enumerated() {
      problems += tls.problems(at: path.member("tls").index(place))
    }
    if let name = spec.ingressClassName, let why = NameRules.subdomainProblem(name) {
      problems.append(
        .init(path.member("ingressClassName"), .invalid(value: "\"\(name)\"", why: why)))
    }
    let annotation = metadata.annotations[Self.classAnnotation]
    if let annotation, spec.ingressClassName != nil, metadata.resourceVersion == 0 {
      problems.append(
        .init(
          FieldPath("annotations").member(Self.classAnnotation),
          .invalid(
            value: "\"\(annotation)\"", why: "can not be set when the class field is also set")))
    }
    return problems
  }
}

extension IngressRule {
  fileprivate func problems(at path: FieldPath) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if let host, !host.isEmpty {
      problems += IngressHost.problems(host, at: path.member("host"), allowingAddress: false)
    }
    guard let http else { return problems }
    let list = path.member("http").member("paths")
    if http.paths.isEmpty { problems.append(.init(list, .required(why: ""))) }
    return problems
      + http.paths.enumerated().flatMap { $0.element.problems(at: list.index($0.offset)) }
  }
}

/// How the hosts of rules and certificates may be called.
private enum IngressHost {
  static func problems(
    _ host: String, at path: FieldPath, allowingAddress: Bool
  ) -> [FieldProblem] {
    var reasons: [String] = []
    let bytes = host.split(separator: ".", omittingEmptySubsequences: false)
    if !allowingAddress, bytes.count == 4, bytes.allSatisfy({ UInt8($0) != nil }) {
      reasons.append("must be a DNS name, not an IP address")
    }
    if host.contains("*") {
      if !host.hasPrefix("*.") || NameRules.subdomainProblem(String(host.dropFirst(2))) != nil {
        reasons.append(
          "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, "
            + "which must consist of lower case alphanumeric characters, '-' or '.' and end with "
            + "an alphanumeric character (e.g. '*.example.com', regex used for validation is "
            + "'\\*\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')")
      }
    } else if let why = NameRules.subdomainProblem(host) {
      reasons.append(why)
    }
    return reasons.map { .init(path, .invalid(value: "\"\(host)\"", why: $0)) }
  }
}

extension IngressTLS {
  fileprivate func problems(at path: FieldPath) -> [FieldProblem] {
    var problems = hosts.enumerated().flatMap {
      IngressHost.problems(
        $0.element, at: path.member("hosts").index($0.offset), allowingAddress: true)
    }
    if let secretName, !secretName.isEmpty, let why = NameRules.subdomainProblem(secretName) {
      problems.append(
        .init(path.member("secretName"), .invalid(value: "\"\(secretName)\"", why: why)))
    }
    return problems
  }
}

extension HTTPIngressPath {
  fileprivate func problems(at path: FieldPath) -> [FieldProblem] {
    guard let pathType else {
      return [
        .init(path.member("pathType"), .required(why: "pathType must be specified"))
      ]
    }
    var problems: [FieldProblem] = []
    switch pathType {
    case "Exact", "Prefix": problems += strictProblems(at: path.member("path"))
    case "ImplementationSpecific":
      let text = self.path ?? ""
      if !text.isEmpty, !text.hasPrefix("/") { problems.append(Self.notAbsolute(text, path)) }
    default:
      problems.append(
        .init(
          path.member("pathType"),
          .unsupported(
            value: pathType, supported: Words.pathTypes)))
    }
    return problems + backend.problems(at: path.member("backend"))
  }

  private static func notAbsolute(_ text: String, _ path: FieldPath) -> FieldProblem {
    .init(
      path.member("path"), .invalid(value: "\"\(text)\"", why: "must be an absolute path"))
  }

  /// Paths that are compared part by part must be in their plain form.
  private func strictProblems(at path: FieldPath) -> [FieldProblem] {
    let text = self.path ?? ""
    var reasons: [String] = []
    if !text.hasPrefix("/") { reasons.append("must be an absolute path") }
    for sequence in ["//", "/./", "/../", "%2f", "%2F"] where text.contains(sequence) {
      reasons.append("must not contain '\(sequence)'")
    }
    for end in ["/..", "/."] where text.hasSuffix(end) {
      reasons.append("cannot end with '\(end)'")
    }
    return reasons.map { .init(path, .invalid(value: "\"\(text)\"", why: $0)) }
  }
}

extension IngressBackend {
  fileprivate func problems(at path: FieldPath) -> [FieldProblem] {
    switch (resource, service) {
    case (.some, .some):
      return [Self.invalid(path, "cannot set both resource and service backends")]
    case (nil, nil): return [Self.invalid(path, "resource or service backend is required")]
    case (.some(let resource), nil):
      let path = path.member("resource")
      return FieldChecks.required(resource.kind, at: path.member("kind"))
        + FieldChecks.required(resource.name, at: path.member("name"))
    case (nil, .some(let service)): return Self.problems(of: service, at: path)
    }
  }

  private static func invalid(_ path: FieldPath, _ why: String) -> FieldProblem {
    .init(path, .invalid(value: "\"\"", why: why))
  }

  private static func problems(
    of service: IngressServiceBackend, at path: FieldPath
  ) -> [FieldProblem] {
    let inner = path.member("service")
    var problems = FieldChecks.required(service.name, at: inner.member("name"))
    if !service.name.isEmpty, let why = NameRules.serviceProblem(service.name) {
      problems.append(
        .init(inner.member("name"), .invalid(value: "\"\(service.name)\"", why: why)))
    }
    let name = service.port.name ?? ""
    let number = service.port.number ?? 0
    switch (name.isEmpty, number == 0) {
    case (false, false): problems.append(invalid(path, "cannot set both port name & port number"))
    case (true, true):
      problems.append(.init(path, .required(why: "port name or number is required")))
    case (false, true):
      problems += FieldChecks.portName(name, at: inner.member("port").member("name"))
    case (true, false):
      problems += FieldChecks.port(number, at: inner.member("port").member("number"))
    }
    return problems
  }
}
