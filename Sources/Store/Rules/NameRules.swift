import Objects

/// How objects may be called, in the API's words.
public enum NameRules {
  static func problems(_ metadata: ObjectMeta, subdomain: Bool) -> [FieldProblem] {
    var problems: [FieldProblem] = []
    let path = FieldPath("metadata", "name")
    let why = subdomain ? subdomainProblem(metadata.name) : labelProblem(metadata.name)
    if let why { problems.append(.init(path, .invalid(value: "\"\(metadata.name)\"", why: why))) }
    return problems + noteProblems(metadata, at: FieldPath("metadata"))
  }

  /// What is wrong with the labels and annotations of an object, or of a template of one.
  static func noteProblems(_ metadata: ObjectMeta, at path: FieldPath) -> [FieldProblem] {
    labelProblems(metadata.labels, at: path.member("labels"))
      + annotationProblems(metadata.annotations, at: path.member("annotations"))
  }

  /// All annotations of an object together, keys and values.
  private static let mostAnnotationBytes = 262_144

  /// Whatever an annotation says, there is only so much room.
  private static func annotationProblems(
    _ annotations: StringMap, at path: FieldPath
  ) -> [FieldProblem] {
    var problems: [FieldProblem] = annotations.flatMap { key, _ in
      keyProblems(key.lowercased()).map { .init(path, .invalid(value: "\"\(key)\"", why: $0)) }
    }
    let bytes = annotations.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count }
    if bytes > mostAnnotationBytes {
      problems.append(.init(path, .tooLong(mostBytes: mostAnnotationBytes)))
    }
    return problems
  }

  /// Lower-case letters, digits, `-` and `.`, up to 253.
  static func subdomainProblem(_ name: some StringProtocol) -> String? {
    if name.utf8.count > 253 { return "must be no more than 253 characters" }
    if isDomain(Substring(name), mayHaveDots: true) { return nil }
    return "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' "
      + "or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex "
      + "used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"
  }

  /// Lower-case letters, digits and `-`, up to 63.
  static func labelProblem(_ name: String) -> String? {
    if name.utf8.count > 63 { return "must be no more than 63 characters" }
    if isDomain(name[...], mayHaveDots: false) { return nil }
    if isDomain(name[...], mayHaveDots: true) { return "must not contain dots" }
    return "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', "
      + "and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', "
      + "regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"
  }

  /// As a label, but it must begin with a letter.
  static func serviceProblem(_ name: String) -> String? {
    if name.utf8.count > 63 { return "must be no more than 63 characters" }
    if isDomain(name[...], mayHaveDots: false), name.first?.isLetter ?? false { return nil }
    return "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with "
      + "an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or "
      + "'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')"
  }

  /// Whether it is lower-case letters and digits, with `-` between them; dots divide it into parts
  /// of which each is that.
  private static func isDomain(_ text: Substring, mayHaveDots: Bool) -> Bool {
    let (dash, dot) = (UInt8(ascii: "-"), UInt8(ascii: "."))
    var last = dot
    for byte in text.utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39: break
      case dash: if last == dot { return false }
      case dot: if !mayHaveDots || last == dot || last == dash { return false }
      default: return false
      }
      last = byte
    }
    return last != dot && last != dash
  }

  private static let keyForm =
    "must consist of alphanumeric characters, '-', '_' or '.', and must start and "
    + "end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex "
    + "used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"

  /// A label's or annotation's key: a name, or `prefix.example.com/name`.
  public static func keyProblems(_ key: String) -> [String] {
    let parts = key.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count > 2 {
      return [
        "a valid label key \(keyForm) with an optional DNS subdomain prefix and '/' "
          + "(e.g. 'example.com/MyName')"
      ]
    }
    var problems: [String] = []
    if parts.count == 2 {
      if parts[0].isEmpty {
        problems.append("prefix part must be non-empty")
      } else if let why = subdomainProblem(parts[0]) {
        problems.append("prefix part \(why)")
      }
    }
    let name = parts[parts.count - 1]
    if name.isEmpty {
      problems.append("name part must be non-empty")
    } else if name.utf8.count > 63 {
      problems.append("name part must be no more than 63 bytes")
    }
    if !isWord(name) { problems.append("name part \(keyForm)") }
    return problems
  }

  static func keyProblems(_ key: String, at path: FieldPath) -> [FieldProblem] {
    keyProblems(key).map { .init(path, .invalid(value: "\"\(key)\"", why: $0)) }
  }

  /// Whether it is letters and digits, with `-`, `_` and `.` between them.
  private static func isWord(_ text: Substring) -> Bool {
    func isAlphanumeric(_ byte: UInt8) -> Bool {
      (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
    }
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    return isAlphanumeric(first) && isAlphanumeric(last)
      && text.utf8.allSatisfy { byte in
        isAlphanumeric(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
          || byte == UInt8(ascii: ".")
      }
  }

  /// What a label may be worth.
  public static func valueProblems(_ value: String) -> [String] {
    var problems = value.utf8.count > 63 ? ["must be no more than 63 bytes"] : []
    if !value.isEmpty, !isWord(value[...]) {
      problems.append(
        "a valid label must be an empty string or consist of alphanumeric characters, '-', "
          + "'_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue', "
          + " or 'my_value',  or '12345', regex used for validation is "
          + "'(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')")
    }
    return problems
  }

  static func valueProblems(_ value: String, at path: FieldPath) -> [FieldProblem] {
    valueProblems(value).map { .init(path, .invalid(value: "\"\(value)\"", why: $0)) }
  }

  static func labelProblems(_ labels: StringMap, at path: FieldPath) -> [FieldProblem] {
    labels.flatMap { key, value in
      keyProblems(key, at: path) + valueProblems(value, at: path)
    }
  }
}
