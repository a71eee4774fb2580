/// The name of an image in its parts: `docker.io/library/nginx:1.27`.
public struct ImageName: Hashable, Sendable {
  /// `docker.io/library/nginx`
  public var repository: String
  /// `1.27`; `latest` when none is written.
  public var tag: String
  /// `sha256:…` when it is named by that.
  public var digest: String?
  /// As it was written.
  public var written: String

  public init(_ text: String) {
    written = text
    var name = Substring(text)
    if let at = name.firstIndex(of: "@") {
      digest = String(name[name.index(after: at)...])
      name = name[..<at]
    }
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

  /// What it is called on a node: with its digest, if it has one, instead of its tag.
  public var fullName: String { digest.map { "\(repository)@\($0)" } ?? "\(repository):\(tag)" }

  private var host: String { repository.split(separator: "/").first.map(String.init) ?? "" }
  private var path: String { String(repository.dropFirst(host.count + 1)) }
  private var server: String { host == "docker.io" ? "registry-1.docker.io" : host }
  private var manifest: String { "https://\(server)/v2/\(path)/manifests/\(digest ?? tag)" }

  /// Registries that the nodes' name servers know.
  private static let registries: Set<String> = [
    "docker.io", "registry.k8s.io", "k8s.gcr.io", "gcr.io", "ghcr.io", "quay.io",
    "mcr.microsoft.com", "public.ecr.aws", "mirror.gcr.io",
  ]

  /// The runtime's words when the registry has no such repository, or does not say so to anyone.
  var unknownRepository: String {
    let begin = "failed to resolve image: "
    switch host {
    case "docker.io":
      return begin + "pull access denied, repository does not exist or may require "
        + "authorization: server message: insufficient_scope: authorization failed"
    case "ghcr.io":
      return begin + "failed to authorize: failed to fetch anonymous token: unexpected status from "
        + "GET request to https://ghcr.io/token?scope=repository%3A"
        + path.replacing("/", with: "%2F") + "%3Apull&service=ghcr.io: 403 Forbidden"
    case "quay.io":
      return begin + "unexpected status from HEAD request to \(manifest): 401 UNAUTHORIZED"
    default:
      guard Self.registries.contains(host) else {
        return begin + "failed to do request: Head \"\(manifest)\": dial tcp: lookup "
          + "\(server.split(separator: ":").first ?? ""): no such host"
      }
      return begin + "\(fullName): not found"
    }
  }

  /// The runtime's words when the registry wants to know who asks.
  var unauthorized: String {
    host == "docker.io"
      ? "failed to resolve image: pull access denied, repository does not exist or may require "
        + "authorization: server message: insufficient_scope: authorization failed"
      : "failed to resolve image: unexpected status from HEAD request to \(manifest): "
        + "401 Unauthorized"
  }

  /// The runtime's words when the registry does not answer.
  var unreachable: String {
    "failed to pull and unpack image \"\(fullName)\": failed to resolve image: failed to do "
      + "request: Head \"\(manifest)\": dial tcp: lookup \(server): i/o timeout"
  }

  /// Why the name cannot be one, in the runtime's words; nil when it can.
  var problem: String? {
    let begin = "couldn't parse image name \"\(written)\": invalid reference format"
    if path.contains(where: \.isUppercase) {
      return begin + ": repository name (\(path)) must be lowercase"
    }
    let isPath = path.utf8.allSatisfy { byte in
      (97...122).contains(byte) || (48...57).contains(byte) || "._-/".utf8.contains(byte)
    }
    let isTag = tag.utf8.allSatisfy { byte in
      (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte)
        || "._-".utf8.contains(byte)
    }
    let isDigest =
      digest.map { text in
        text.hasPrefix("sha256:") && text.count == 71
          && text.dropFirst(7).allSatisfy { $0.isHexDigit && !$0.isUppercase }
      } ?? true
    let ends = path.first?.isLetter ?? false || path.first?.isNumber ?? false
    let isWhole =
      ends && !path.contains("//") && !path.hasSuffix("/") && !tag.isEmpty && tag.count <= 128
    return isPath && isTag && isDigest && isWhole ? nil : begin
  }
}
