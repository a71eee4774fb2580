import Objects

/// A place in a kubeconfig: `current-context`, `contexts.NAME.namespace`, `users.NAME`.
struct ConfigProperty {
  private let path: String
  /// Nil for the current context.
  private let section: Kubeconfig.Section?
  private let entry: String
  /// Nil for the whole entry.
  private let field: String?

  private enum Form {
    case text
    case toggle
    /// Base64, as files hold it.
    case bytes
  }

  private static let fields: [Kubeconfig.Section: [String: Form]] = [
    .clusters: [
      "server": .text, "tls-server-name": .text, "insecure-skip-tls-verify": .toggle,
      "certificate-authority": .text, "certificate-authority-data": .bytes, "proxy-url": .text,
      "disable-compression": .toggle,
    ],
    .contexts: ["cluster": .text, "user": .text, "namespace": .text],
    .users: [
      "client-certificate": .text, "client-certificate-data": .bytes, "client-key": .text,
      "client-key-data": .bytes, "token": .text, "tokenFile": .text, "as": .text,
      "as-uid": .text, "username": .text, "password": .text,
    ],
  ]

  init(_ path: String) throws(Failure) {
    self.path = path
    var steps = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let first = steps.removeFirst()
    section = Kubeconfig.Section(rawValue: first)
    guard let section else {
      guard first == "current-context", steps.isEmpty else {
        throw .error("unable to parse \(path) after [] at api.Config")
      }
      (entry, field) = ("", nil)
      return
    }
    guard let last = steps.last else {
      throw .error("can't set a map to a value: \(section.rawValue)")
    }
    // A name may hold dots: only a known field behind the last one is a field.
    let known = Self.fields[section] ?? [:]
    let hasField = steps.count > 1 && known[last] != nil
    entry = (hasField ? steps.dropLast() : steps[...]).joined(separator: ".")
    field = hasField ? last : nil
  }

  func set(_ text: String, isRaw: Bool, in config: inout Kubeconfig) throws(Failure) {
    guard let section else {
      config.currentContext = text
      return
    }
    guard let field else {
      throw .error("unable to parse \(entry) after [\(section.rawValue)] at api.Config")
    }
    var values = config[section, entry] ?? .object(Members())
    values[field] = try value(text, of: field, in: section, isRaw: isRaw)
    config[section, entry] = values
  }

  private func value(
    _ text: String, of field: String, in section: Kubeconfig.Section, isRaw: Bool
  ) throws(Failure) -> APIValue {
    switch Self.fields[section]?[field] ?? .text {
    case .text: return .string(text)
    case .toggle:
      guard let truth = Invocation.truth(text) else {
        throw .error("strconv.ParseBool: parsing \"\(text)\": invalid syntax")
      }
      return .bool(truth)
    case .bytes:
      if isRaw { return .string(Base64.encode(text)) }
      guard case .success = Base64.decode(text) else {
        throw .error("error decoding input value: illegal base64 data at input byte 0")
      }
      return .string(text)
    }
  }

  func unset(in config: inout Kubeconfig) throws(Failure) {
    guard let section else {
      config.currentContext = ""
      return
    }
    guard let field else {
      config[section, entry] = nil
      return
    }
    guard var values = config[section, entry] else {
      throw .error("current map key `\(entry)` is invalid")
    }
    values[field] = nil
    config[section, entry] = values
  }
}
