/// The name of an image in its parts: `docker.io/library/nginx:1.27`.
public struct ImageName: Hashable, Sendable {
  /// `docker.io/library/nginx`
  public var repository: String
  /// `1.27`; `latest` when none is written.
  public var tag: String
  /// As it was written.
  public var written: String

  public init(_ text: String) {
    written = text
    var name = Substring(text)
    if let at = name.firstIndex(of: "@") { name = name[..<at] }
    var tag = "latest"
    if let colon = name.lastIndex(of: ":"), !name[colon...].contains("/") {
      tag = String(name[name.index(after: colon)...])
      name = name[..<colon]
    }
    self.tag = tag
    let first = name.split(separator: "/").first ?? ""
    if !name.contains("/") {
      repository = "docker.io/library/" + name
    } else if first.contains(".") || first.contains(":") || first == "localhost" {
      repository = String(name)
    } else {
      repository = "docker.io/" + name
    }
  }

  public var fullName: String { "\(repository):\(tag)" }

  /// The runtime's words when the registry does not answer.
  var unreachable: String {
    let host = repository.split(separator: "/").first.map(String.init) ?? ""
    let server = host == "docker.io" ? "registry-1.docker.io" : host
    let path = repository.dropFirst(host.count + 1)
    return "failed to pull and unpack image \"\(fullName)\": failed to resolve image: failed to do "
      + "request: Head \"https://\(server)/v2/\(path)/manifests/\(tag)\": dial tcp: lookup "
      + "\(server): i/o timeout"
  }

  /// Why the name cannot be one, in the runtime's words; nil when it can.
  var problem: String? {
    let path = repository.split(separator: "/").dropFirst().joined(separator: "/")
    guard path.contains(where: \.isUppercase) else { return nil }
    return "couldn't parse image name \"\(written)\": invalid reference format: repository name "
      + "(\(path)) must be lowercase"
  }
}
