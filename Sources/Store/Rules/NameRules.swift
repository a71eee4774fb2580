import Objects

/// How objects may be called, in the API's words.
enum NameRules {
  static func problems(_ metadata: ObjectMeta, subdomain: Bool) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    let path = FieldPath("metadata", "name")
    let why = subdomain ? subdomainProblem(metadata.name) : labelProblem(metadata.name)
    if let why { problems.append(.init(path, .invalid(value: "\"\(metadata.name)\"", why: why))) }
    return problems + labelProblems(metadata.labels, at: FieldPath("metadata", "labels"))
      + annotationProblems(metadata.annotations, at: FieldPath("metadata", "annotations"))
  }

  /// All annotations of an object together, keys and values.
  private static let mostAnnotationBytes = 262_144

  /// Whatever an annotation says, there is only so much room.
  private static func annotationProblems(
    _ annotations: StringMap, at path: FieldPath
  ) -> [FieldProblem] {
    var problems: [FieldProblem] = annotations.compactMap { key, _ in
      keyProblem(key.lowercased()).map { .init(path, .invalid(value: "\"\(key)\"", why: $0)) }
    }
    let bytes = annotations.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count }
    if bytes > mostAnnotationBytes {
      problems.append(.init(path, .tooLong(mostBytes: mostAnnotationBytes)))
    }
    return problems
  }

  /// Lower-case letters, digits, `-` and `.`, up to 253.
  static func subdomainProblem(_ name: String) -> String? {
    if name.utf8.count > 253 { return "must be no more than 253 characters" }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    if parts.allSatisfy({ isLabel($0) }) { return nil }
    return "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' "
      + "or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex "
      + "used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"
  }

  /// Lower-case letters, digits and `-`, up to 63.
  static func labelProblem(_ name: String) -> String? {
    if name.utf8.count > 63 { return "must be no more than 63 bytes" }
    if isLabel(name[...]) { return nil }
    return "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', "
      + "and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', "
      + "regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"
  }

  /// As a label, but it must begin with a letter.
  static func serviceProblem(_ name: String) -> String? {
    if name.utf8.count > 63 { return "must be no more than 63 bytes" }
    if isLabel(name[...]), name.first?.isLetter ?? false { return nil }
    return "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with "
      + "an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or "
      + "'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')"
  }

  private static func isLabel(_ text: Substring) -> Bool {
    guard let first = text.first, let last = text.last, first != "-", last != "-" else {
      return false
    }
    return text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
  }

  /// A label's or annotation's key: a name, or `prefix.example.com/name`.
  static func keyProblem(_ key: String) -> String? {
    let parts = key.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.last ?? ""
    if parts.count == 2 {
      if parts[0].isEmpty { return "prefix part must be non-empty" }
      if let why = subdomainProblem(String(parts[0])) { return "prefix part \(why)" }
    }
    if name.isEmpty { return "name part must be non-empty" }
    if name.utf8.count > 63 { return "name part must be no more than 63 bytes" }
    let allowed = name.utf8.allSatisfy { byte in
      isAlphanumeric(byte) || "-_.".utf8.contains(byte)
    }
    if allowed, [name.utf8.first, name.utf8.last].allSatisfy({ $0.map(isAlphanumeric) ?? false }) {
      return nil
    }
    return "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and "
      + "end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex "
      + "used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
  }

  static func labelProblems(_ labels: StringMap, at path: FieldPath) -> [FieldProblem] {
    labels.compactMap { key, value in
      if let why = keyProblem(key) { return .init(path, .invalid(value: "\"\(key)\"", why: why)) }
      if value.utf8.count > 63 {
        return .init(path, .invalid(value: "\"\(value)\"", why: "must be no more than 63 bytes"))
      }
      let allowed = value.unicodeScalars.allSatisfy {
        $0.isASCII
          && ($0.properties.isAlphabetic || ("0"..."9").contains($0)
            || "-_.".unicodeScalars.contains($0))
      }
      let ends = [value.first, value.last].allSatisfy {
        $0.map { $0.isLetter || $0.isNumber } ?? true
      }
      if allowed, ends { return nil }
      return .init(
        path,
        .invalid(
          value: "\"\(value)\"",
          why: "a valid label must be an empty string or consist of alphanumeric characters, '-', "
            + "'_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue', "
            + " or 'my_value',  or '12345', regex used for validation is "
            + "'(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')"))
    }
  }
}
