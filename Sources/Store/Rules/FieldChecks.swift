import Objects

/// Checks that many fields share, in the API's words.
enum FieldChecks {
  static func nonnegative(_ value: Int?, at path: FieldPath) -> [FieldProblem] {
    guard let value, value < 0 else { return [] }
    return [
      .init(path, .invalid(value: "\(value)", why: "must be greater than or equal to 0"))
    ]
  }

  static func port(_ number: Int, at path: FieldPath) -> [FieldProblem] {
    if (1...65535).contains(number) { return [] }
    return [
      .init(path, .invalid(value: "\(number)", why: "must be between 1 and 65535, inclusive"))
    ]
  }

  static func port(_ port: IntOrString, at path: FieldPath) -> [FieldProblem] {
    switch port {
    case .int(let number): return Self.port(number, at: path)
    case .string(let name): return portName(name, at: path)
    }
  }

  static func portName(_ name: String, at path: FieldPath) -> [FieldProblem] {
    var complaints: [String] = []
    if name.utf8.count > 15 { complaints.append("must be no more than 15 characters") }
    let plain = name.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
    if !plain {
      complaints.append(
        "must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)")
    }
    if !name.utf8.contains(where: { (0x61...0x7A).contains($0) }) {
      complaints.append("must contain at least one letter (a-z)")
    }
    if name.contains("--") { complaints.append("must not contain consecutive hyphens") }
    if name.hasPrefix("-") || name.hasSuffix("-") {
      complaints.append("must not begin or end with a hyphen")
    }
    return complaints.map { .init(path, .invalid(value: "\"\(name)\"", why: $0)) }
  }

  /// An address of a machine, of either family.
  static func address(_ address: String, at path: FieldPath) -> [FieldProblem] {
    if isAddress(address) { return [] }
    let why = "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)"
    return [.init(path, .invalid(value: "\"\(address)\"", why: why))]
  }

  private static func isAddress(_ address: String) -> Bool {
    if address.contains(":") { return true }
    let parts = address.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
  }

  /// An address that something outside of its own machine can be reached at.
  static func reachable(_ address: String, at path: FieldPath) -> [FieldProblem] {
    let why: String
    if !isAddress(address) {
      return Self.address(address, at: path)
    } else if address == "0.0.0.0" || address == "::" {
      why = "may not be unspecified (\(address))"
    } else if address.hasPrefix("127.") || address == "::1" {
      why = "may not be in the loopback range (127.0.0.0/8, ::1/128)"
    } else if address.hasPrefix("169.254.") || address.lowercased().hasPrefix("fe80:") {
      why = "may not be in the link-local range (169.254.0.0/16, fe80::/10)"
    } else if address.hasPrefix("224.0.0.") || address.lowercased().hasPrefix("ff02:") {
      why = "may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)"
    } else {
      return []
    }
    return [.init(path, .invalid(value: "\"\(address)\"", why: why))]
  }

  /// One of a few words; an empty one is missing.
  static func word(
    _ word: String?, among words: [String], at path: FieldPath
  ) -> [FieldProblem] {
    let word = word ?? ""
    if word.isEmpty { return [.init(path, .required(why: ""))] }
    return words.contains(word)
      ? [] : [.init(path, .unsupported(value: word, supported: words))]
  }

  /// One of a few words, where it is set at all.
  static func known(
    _ word: String?, among words: [String], at path: FieldPath
  ) -> [FieldProblem] {
    guard let word, !words.contains(word) else { return [] }
    return [.init(path, .unsupported(value: word, supported: words))]
  }

  static func required(_ text: String?, at path: FieldPath) -> [FieldProblem] {
    (text ?? "").isEmpty ? [.init(path, .required(why: ""))] : []
  }

  /// A number of a user or group.
  static func identity(_ value: APIValue?, at path: FieldPath) -> [FieldProblem] {
    guard let number = value?.integer, !(0...2_147_483_647).contains(number) else { return [] }
    let why = "must be between 0 and 2147483647, inclusive"
    return [.init(path, .invalid(value: "\(number)", why: why))]
  }
}
