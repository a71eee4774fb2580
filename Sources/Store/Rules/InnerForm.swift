import Objects

/// An object in the form the API server itself works with, which shows in the messages it writes
/// when something changes that may not: Go's names in Go's order, with everything that is not set.
enum InnerForm {
  private struct Field {
    var name: String
    /// As in the table: `s`, `[]Volume`, `*Probe`.
    var type: String
  }

  /// An ordered JSON tree: what Go's encoder writes.
  indirect enum Node {
    case leaf(String)
    case object([(name: String, node: Node)])
    case array([Node])
  }

  static func of(_ spec: PodSpec) -> Node {
    var document = spec.value
    // These four live elsewhere in the inner form.
    var context = document["securityContext"] ?? .object(Members())
    for name in ["hostNetwork", "hostPID", "hostIPC", "shareProcessNamespace", "hostUsers"] {
      if let value = document[name] { context[name] = value }
    }
    document["securityContext"] = context
    return node(document, "PodSpec")
  }

  static func of(_ term: NodeSelectorTerm) -> Node { node(term.value, "NodeSelectorTerm") }

  static func of(_ terms: [NodeSelectorTerm]) -> Node {
    terms.isEmpty ? .leaf("null") : .array(terms.map { of($0) })
  }

  static func of(ephemeral container: Container) -> Node {
    node(container.value, "EphemeralContainer")
  }

  static func of(securityContext: APIValue) -> String {
    node(securityContext, "SecurityContext").compact
  }

  static func of(_ template: PodTemplate) -> Node {
    var members: [(name: String, node: Node)] = []
    for (name, value) in template.metadata.value.object ?? Members() where value != .null {
      members.append((name, plain(value)))
    }
    return .object(members + [("Spec", of(template.spec))])
  }

  // MARK: - Types

  private static let types: [String: [Field]] = {
    var types: [String: [Field]] = [:]
    let joined = (table + "\n" + storageTable).replacing("\n  ", with: " ")
    for line in joined.split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let fields = line[line.index(after: colon)...].split(separator: ";").map { text in
        let words = text.split(separator: " ")
        return Field(name: String(words[0]), type: String(words[1]))
      }
      types[String(line[..<colon])] = fields
    }
    return types
  }()

  static func node(_ value: APIValue, _ type: String) -> Node {
    .object(members(value, type))
  }

  private static func members(_ value: APIValue, _ type: String) -> [(name: String, node: Node)] {
    (types[type] ?? []).flatMap { field -> [(name: String, node: Node)] in
      // The fields of another type, without a name of their own.
      if field.type == "<" { return members(value, field.name) }
      return [(field.name, node(value[outerName(field.name)], field.type))]
    }
  }

  private static func node(_ value: APIValue?, _ type: String) -> Node {
    let found = value == .null ? nil : value
    switch type {
    case "s": return found.map(plain) ?? .leaf("\"\"")
    case "i": return found.map(plain) ?? .leaf("0")
    case "b": return found.map(plain) ?? .leaf("false")
    case "n": return found.map(plain) ?? .leaf("null")
    default: break
    }
    if type.hasPrefix("[]") {
      let element = String(type.dropFirst(2))
      guard let items = found?.array, !items.isEmpty else { return .leaf("null") }
      return .array(items.map { node($0, element) as Node })
    }
    if type.hasPrefix("*") {
      return found.map { node($0, String(type.dropFirst())) as Node } ?? .leaf("null")
    }
    return node(found ?? .object(Members()), type) as Node
  }

  /// `dnsPolicy` for DNSPolicy, `httpGet` for HTTPGet, `tty` for TTY.
  private static func outerName(_ name: String) -> String {
    switch name {
    case "CephFS", "StorageOS": return name.lowercased()
    default: break
    }
    let letters = Array(name)
    let capitals = letters.prefix { $0.isUppercase }.count
    let small = capitals == letters.count || capitals == 1 ? capitals : capitals - 1
    return String(letters[..<small]).lowercased() + String(letters[small...])
  }

  private static func plain(_ value: APIValue) -> Node {
    if let members = value.object {
      return .object(members.map { ($0.0, plain($0.1)) }.sorted { $0.0 < $1.0 })
    }
    if let items = value.array { return .array(items.map(plain)) }
    if let text = value.string { return .leaf(GoText.quoted(text)) }
    return .leaf(GoText.of(value))
  }
}

extension InnerForm.Node {
  /// On one line, without spaces.
  var compact: String {
    switch self {
    case .leaf(let text): text
    case .object(let members):
      "{" + members.map { "\"\($0.name)\":\($0.node.compact)" }.joined(separator: ",") + "}"
    case .array(let items): "[" + items.map(\.compact).joined(separator: ",") + "]"
    }
  }

  /// Over many lines, each step one space further in.
  var lines: [String] { lines(depth: 0, before: "") }

  private func lines(depth: Int, before: String) -> [String] {
    let margin = String(repeating: " ", count: depth)
    func wrapped(_ open: String, _ close: String, _ inner: [[String]]) -> [String] {
      if inner.isEmpty { return [margin + before + open + close] }
      var lines = [margin + before + open]
      for (place, part) in inner.enumerated() {
        var part = part
        if place < inner.count - 1 { part[part.count - 1] += "," }
        lines += part
      }
      return lines + [margin + close]
    }
    switch self {
    case .leaf(let text): return [margin + before + text]
    case .object(let members):
      return wrapped(
        "{", "}",
        members.map { $0.node.lines(depth: depth + 1, before: "\"\($0.name)\": ") })
    case .array(let items):
      return wrapped("[", "]", items.map { $0.lines(depth: depth + 1, before: "") })
    }
  }
}
