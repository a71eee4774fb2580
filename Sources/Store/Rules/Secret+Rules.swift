import Objects

extension Secret: Defaulted, Admitted, Validated {
  /// Plain text becomes data, and is not kept.
  mutating func setDefaults() {
    type = type ?? Self.standard.type
    for (key, text) in stringData { data[key] = Base64.encode(text) }
    stringData = [:]
  }

  /// What is no base64 cannot even be read.
  mutating func admit(
    into state: inout ClusterState, replacing stored: Secret?, _ admission: inout Admission
  ) throws(Rejection) {
    for (_, text) in data {
      guard case .failure(let corruption) = Base64.decode(text) else { continue }
      throw .badRequest(
        "Secret in version \"v1\" cannot be handled as a Secret: illegal base64 data at input byte "
          + "\(corruption.position)")
    }
  }

  func problems() -> [FieldProblem] {
    let bytes = data.reduce(0) { $0 + Base64.byteCount($1.value) }
    return NameRules.problems(metadata, subdomain: true)
      + KeyRules.problems(data, at: FieldPath("data"))
      + KeyRules.problems(holding: bytes, at: FieldPath("data")) + typeProblems
  }

  func problems(replacing stored: Secret) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    if type != stored.type {
      problems.append(
        .init(
          FieldPath("type"), .invalid(value: "\"\(type ?? "")\"", why: "field is immutable")))
    }
    guard stored.immutable == true else { return problems }
    if immutable != true { problems.append(KeyRules.fixed("immutable")) }
    if data != stored.data { problems.append(KeyRules.fixed("data")) }
    return problems
  }

  /// What a Secret of a type must hold.
  private var typeProblems: [FieldProblem] {
    switch type {
    case "kubernetes.io/service-account-token":
      let name = "kubernetes.io/service-account.name"
      if metadata.annotations[name]?.isEmpty ?? true {
        return [.init(FieldPath("metadata", "annotations").key(name), .required(why: ""))]
      }
      return []
    case "kubernetes.io/dockercfg": return missing([".dockercfg"])
    case "kubernetes.io/dockerconfigjson": return missing([".dockerconfigjson"])
    case "kubernetes.io/basic-auth":
      let names = ["username", "password"]
      return names.allSatisfy { data[$0] == nil } ? missing(names) : []
    case "kubernetes.io/ssh-auth": return missing(["ssh-privatekey"])
    case "kubernetes.io/tls": return missing(["tls.crt", "tls.key"])
    default: return []
    }
  }

  private func missing(_ names: [String]) -> [FieldProblem] {
    names.filter { data[$0] == nil }.map {
      .init(FieldPath("data").key($0), .required(why: ""))
    }
  }
}

extension ConfigMap: Validated {
  func problems() -> [FieldProblem] {
    let bytes =
      data.reduce(0) { $0 + $1.value.utf8.count }
      + binaryData.reduce(0) { $0 + Base64.byteCount($1.value) }
    // The API names no field here: what is too long is everything together.
    return NameRules.problems(metadata, subdomain: true)
      + KeyRules.problems(data, at: FieldPath("data"))
      + KeyRules.problems(of: data, alsoIn: binaryData, called: "binaryData", at: "data")
      + KeyRules.problems(binaryData, at: FieldPath("binaryData"))
      + KeyRules.problems(of: binaryData, alsoIn: data, called: "data", at: "binaryData")
      + KeyRules.problems(holding: bytes, at: FieldPath().key(""))
  }

  func problems(replacing stored: ConfigMap) -> [FieldProblem] {
    guard stored.immutable == true else { return [] }
    var problems: [FieldProblem] = []
    if immutable != true { problems.append(KeyRules.fixed("immutable")) }
    if data != stored.data { problems.append(KeyRules.fixed("data")) }
    if binaryData != stored.binaryData { problems.append(KeyRules.fixed("binaryData")) }
    return problems
  }
}

/// How the keys of ConfigMaps and Secrets may look and how much there may be, in the API's words.
enum KeyRules {
  /// What all values of one object may take together.
  private static let mostBytes = 1 << 20

  static func problems(holding bytes: Int, at path: FieldPath) -> [FieldProblem] {
    bytes > mostBytes ? [.init(path, .tooLong(mostBytes: mostBytes))] : []
  }

  static func problems(_ data: StringMap, at path: FieldPath) -> [FieldProblem] {
    data.keys.compactMap { key in
      problem(key).map { .init(path.key(key), .invalid(value: "\"\(key)\"", why: $0)) }
    }
  }

  /// A key stands for one text, so that it is in one of the two lists.
  static func problems(
    of entries: StringMap, alsoIn others: StringMap, called name: String, at field: String
  ) -> [FieldProblem] {
    entries.keys.filter { others[$0] != nil }.map { key in
      let why = "duplicate of key present in \(name)"
      return .init(FieldPath(field).key(key), .invalid(value: "\"\(key)\"", why: why))
    }
  }

  static func problem(_ key: String) -> String? {
    if key.utf8.count > 253 { return "must be no more than 253 characters" }
    if key == "." { return "must not be '.'" }
    if key == ".." { return "must not be '..'" }
    if key.hasPrefix("..") { return "must not start with '..'" }
    let isValid =
      !key.isEmpty
      && key.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x30...0x39).contains(byte) || "-_.".utf8.contains(byte)
      }
    if isValid { return nil }
    return "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. "
      + "'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is "
      + "'[-._a-zA-Z0-9]+')"
  }

  static func fixed(_ field: String) -> FieldProblem {
    .init(FieldPath(field), .forbidden(why: "field is immutable when `immutable` is set"))
  }
}
