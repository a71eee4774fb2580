import Objects

/// Who somebody is to a registry.
public struct PullCredential: Hashable, Sendable {
  /// `registry.example.com`
  public var host: String
  public var username: String
  public var password: String

  public init(host: String, username: String, password: String) {
    self.host = host
    self.username = username
    self.password = password
  }

  /// Reads what `create secret docker-registry` makes; nothing of what cannot be read.
  static func read(dockerConfiguration text: String) -> [PullCredential] {
    var strings: [[String]: String] = [:]
    var reader = JSONStrings(text)
    guard reader.read(into: &strings) else { return [] }
    let hosts = Set(strings.keys.filter { $0.count == 3 && $0[0] == "auths" }.map { $0[1] })
    return hosts.sorted().compactMap { host in
      let pair = strings[["auths", host, "auth"]].flatMap { Base64.text($0) }?.split(
        separator: ":", maxSplits: 1
      ).map(String.init)
      guard let name = strings[["auths", host, "username"]] ?? pair?.first,
        let word = strings[["auths", host, "password"]] ?? pair?.last
      else { return nil }
      return PullCredential(host: plain(host), username: name, password: word)
    }
  }

  /// `https://index.docker.io/v1/` is `docker.io`.
  private static func plain(_ host: String) -> String {
    let name = host.split(separator: "/").filter { !$0.hasSuffix(":") }
    let server = name.first.map(String.init) ?? ""
    return server == "index.docker.io" ? "docker.io" : server
  }
}

/// The strings of a JSON text, by the names of the objects they lie in.
struct JSONStrings {
  private var rest: Substring
  private static let mostDepth = 8

  init(_ text: String) { rest = text[...] }

  /// False when the text is no JSON that this understands.
  mutating func read(into strings: inout [[String]: String], at path: [String] = []) -> Bool {
    skip()
    guard path.count < Self.mostDepth, rest.popFirst() == "{" else { return false }
    skip()
    if rest.first == "}" {
      rest.removeFirst()
      return true
    }
    while let name = string() {
      skip()
      guard rest.popFirst() == ":" else { return false }
      skip()
      if rest.first == "{" {
        guard read(into: &strings, at: path + [name]) else { return false }
      } else if rest.first == "\"" {
        strings[path + [name]] = string()
      } else {
        rest = rest.drop { !",}".contains($0) }
      }
      skip()
      let next = rest.popFirst()
      if next == "}" { return true }
      guard next == "," else { return false }
    }
    return false
  }

  private mutating func skip() { rest = rest.drop(while: \.isWhitespace) }

  private mutating func string() -> String? {
    skip()
    guard rest.popFirst() == "\"" else { return nil }
    var text = ""
    while let character = rest.popFirst() {
      if character == "\"" { return text }
      if character == "\\" {
        guard let next = rest.popFirst() else { return nil }
        text.append(next == "n" ? "\n" : next)
      } else {
        text.append(character)
      }
    }
    return nil
  }
}
