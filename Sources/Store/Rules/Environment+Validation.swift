import Objects

extension EnvironmentVariable {
  func problems(at path: FieldPath) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    let here = path.member("name")
    if name.isEmpty {
      problems.append(.init(here, .required(why: "")))
    } else if !name.unicodeScalars.allSatisfy({ ("\u{20}"..."\u{7E}").contains($0) && $0 != "=" }) {
      let why =
        "a valid environment variable name must consist only of printable ASCII characters other "
        + "than '='"
      problems.append(.init(here, .invalid(value: "\"\(name)\"", why: why)))
    }
    guard let valueFrom else { return problems }
    return problems
      + valueFrom.problems(at: path.member("valueFrom"), hasValue: !(value ?? "").isEmpty)
  }
}

extension EnvironmentValueSource {
  fileprivate func problems(at path: FieldPath, hasValue: Bool) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    var sources = unlisted["fileKeyRef"] == nil ? 0 : 1
    if let fieldRef {
      sources += 1
      problems += fieldRef.problems(at: path.member("fieldRef"), among: Self.fields)
    }
    if let resourceFieldRef {
      sources += 1
      problems += resourceFieldRef.problems(at: path.member("resourceFieldRef"))
    }
    for (name, reference) in [
      ("configMapKeyRef", configMapKeyRef), ("secretKeyRef", secretKeyRef),
    ] {
      guard let reference else { continue }
      sources += 1
      problems += reference.problems(at: path.member(name))
    }
    let why: String
    if sources == 0 {
      why =
        "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or "
        + "`fileKeyRef`"
    } else if hasValue {
      why = "may not be specified when `value` is not empty"
    } else if sources > 1 {
      why = "may not have more than one field specified at a time"
    } else {
      return problems
    }
    return problems + [.init(path, .invalid(value: "\"\"", why: why))]
  }

  private static let fields = [
    "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName",
    "spec.serviceAccountName", "status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs",
  ]
}

extension KeySelector {
  fileprivate func problems(at path: FieldPath) -> [FieldProblem] {
    var problems = FieldChecks.required(name, at: path.member("name"))
    if key.isEmpty {
      problems.append(.init(path.member("key"), .required(why: "")))
    } else if !key.utf8.allSatisfy({ byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || "-._".utf8.contains(byte)
    }) {
      let why =
        "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. "
        + "'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is "
        + "'[-._a-zA-Z0-9]+')"
      problems.append(.init(path.member("key"), .invalid(value: "\"\(key)\"", why: why)))
    }
    return problems
  }
}

extension FieldSelector {
  /// `fields` are those that may be taken whole; labels and annotations one by one always.
  func problems(at path: FieldPath, among fields: [String]) -> [FieldProblem] {
    let here = path.member("fieldPath")
    if fieldPath.isEmpty { return [.init(here, .required(why: ""))] }
    if let bracket = fieldPath.firstIndex(of: "["), fieldPath.hasSuffix("']") {
      let base = String(fieldPath[..<bracket])
      if ["metadata.labels", "metadata.annotations"].contains(base) { return [] }
      let why = "does not support subscript"
      return [.init(here, .invalid(value: "\"\(fieldPath)\"", why: why))]
    }
    if fields.contains(fieldPath) { return [] }
    guard Self.known.contains(fieldPath) else {
      let why = "error converting fieldPath: field label not supported: \(fieldPath)"
      return [.init(here, .invalid(value: "\"\(fieldPath)\"", why: why))]
    }
    return [.init(here, .unsupported(value: fieldPath, supported: fields))]
  }

  private static let known: Set = [
    "metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace",
    "metadata.uid", "spec.host", "spec.nodeName", "spec.restartPolicy", "spec.schedulerName",
    "spec.serviceAccountName", "status.hostIP", "status.hostIPs", "status.phase", "status.podIP",
    "status.podIPs",
  ]
}

extension ResourceFieldSelector {
  /// In a volume the container must be named.
  func problems(at path: FieldPath, inVolume: Bool = false) -> [FieldProblem] {
    if inVolume, (containerName ?? "").isEmpty {
      return [.init(path.member("containerName"), .required(why: ""))]
    }
    if resource.isEmpty { return [.init(path.member("resource"), .required(why: ""))] }
    let known = [
      "limits.cpu", "limits.ephemeral-storage", "limits.memory", "requests.cpu",
      "requests.ephemeral-storage", "requests.memory",
    ]
    if known.contains(resource) || resource.contains("hugepages-") {
      return divisorProblems(at: path)
    }
    return [.init(path.member("resource"), .unsupported(value: resource, supported: known))]
  }

  private func divisorProblems(at path: FieldPath) -> [FieldProblem] {
    guard let divisor, divisor != .zero else { return [] }
    let (allowed, words): ([String], String) =
      resource.hasSuffix(".cpu")
      ? (["1m", "1"], "only divisor's values 1m and 1 are supported with the cpu resource")
      : (
        ["1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei"],
        "only divisor's values 1, 1k, 1M, 1G, 1T, 1P, 1E, 1Ki, 1Mi, 1Gi, 1Ti, 1Pi, 1Ei are "
          + "supported with the "
          + (resource.hasSuffix("memory") ? "memory" : "local ephemeral storage") + " resource"
      )
    if allowed.contains(divisor.text) { return [] }
    return [
      .init(path.member("divisor"), .invalid(value: "\"\(divisor.text)\"", why: words))
    ]
  }
}

extension EnvironmentSource {
  func problems(at path: FieldPath) -> [FieldProblem] {
    let references = [("configMapRef", configMapRef?.name), ("secretRef", secretRef?.name)]
    let given = [configMapRef != nil, secretRef != nil]
    if !given.contains(true) {
      let why = "must specify one of: `configMapRef` or `secretRef`"
      return [.init(path, .invalid(value: "\"\"", why: why))]
    }
    if !given.contains(false) {
      let why = "may not have more than one field specified at a time"
      return [.init(path, .invalid(value: "\"\"", why: why))]
    }
    return zip(references, given).filter(\.1).flatMap { reference, _ in
      FieldChecks.required(reference.1, at: path.member(reference.0).member("name"))
    }
  }
}
