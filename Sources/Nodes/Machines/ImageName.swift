import Synchronization

/// The name of an image in its parts: `docker.io/library/nginx:1.27`.
public struct ImageName: Hashable, Sendable {
  /// `docker.io/library/nginx`
  public let repository: String
  /// `1.27`; `latest` when none is written.
  public let tag: String
  /// `sha256:…` when it is named by that.
  public let digest: String?
  /// As it was written.
  public let written: String
  /// What it is called on a node: with its digest, if it has one, instead of its tag.
  public let fullName: String

  public init(_ text: String) { self = Self.known(text) }

  private init(reading text: String) {
    written = text
    var name = text.utf8[...]
    var digest: String?
    if let at = name.firstIndex(of: UInt8(ascii: "@")) {
      digest = String(name[name.index(after: at)...])
      name = name[..<at]
    }
    var tag: String?
    if let colon = name.lastIndex(of: UInt8(ascii: ":")),
      !name[colon...].contains(UInt8(ascii: "/"))
    {
      tag = String(name[name.index(after: colon)...])
      name = name[..<colon]
    }
    self.tag = tag ?? "latest"
    self.digest = digest
    let path = String(Substring(name))
    let host = name.drop { $0 == UInt8(ascii: "/") }.prefix { $0 != UInt8(ascii: "/") }
    if !name.contains(UInt8(ascii: "/")) {
      repository = "docker.io/library/" + path
    } else if Self.isHost(host) {
      repository = path
    } else {
      repository = "docker.io/" + path
    }
    fullName = digest.map { [repository] in "\(repository)@\($0)" } ?? "\(repository):\(self.tag)"
  }

  /// What was read before: every container of a machine is asked for its image again and again.
  private static let read = Mutex<[String: ImageName]>([:])
  private static let mostRead = 1_000
  /// Names that nobody would write need not be kept, in bytes.
  private static let longestRead = 512

  private static func known(_ text: String) -> ImageName {
    if text.utf8.count > longestRead { return ImageName(reading: text) }
    return read.withLock { read in
      if let name = read[text] { return name }
      let name = ImageName(reading: text)
      if read.count >= mostRead { read = [:] }
      read[text] = name
      return name
    }
  }

  /// Whether what stands before the first slash is a registry, and not the user of one.
  private static func isHost(_ text: Substring.UTF8View) -> Bool {
    text.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }
      || text.elementsEqual("localhost".utf8)
  }

  /// `docker.io` and `library/nginx`
  private var parts: (host: Substring, path: Substring) {
    let bytes = repository.utf8
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else { return (repository[...], "") }
    return (repository[..<slash], repository[bytes.index(after: slash)...])
  }
  private var host: String { String(parts.host) }
  private var path: String { String(parts.path) }
  private var server: String { host == "docker.io" ? "registry-1.docker.io" : host }
  private var manifest: String {
    let scheme = localAddress == nil ? "https" : "http"
    return "\(scheme)://\(server)/v2/\(path)/manifests/\(digest ?? tag)"
  }

  /// Where a registry on the machine itself would listen, of which there is none.
  private var localAddress: String? {
    let parts = host.split(separator: ":", maxSplits: 1).map(String.init)
    let port = parts.count > 1 ? parts[1] : "80"
    switch parts.first {
    case "localhost": return "[::1]:\(port)"
    case "127.0.0.1": return "127.0.0.1:\(port)"
    default: return nil
    }
  }

  /// Registries that the nodes' name servers know.
  private static let registries: Set<String> = [
    "docker.io", "registry.k8s.io", "k8s.gcr.io", "gcr.io", "ghcr.io", "quay.io",
    "mcr.microsoft.com", "public.ecr.aws", "mirror.gcr.io",
  ]

  /// The runtime's words when the registry has no such repository, or does not say so to anyone.
  var unknownRepository: String {
    let begin = "failed to resolve image: "
    if let localAddress {
      return begin + "failed to do request: Head \"\(manifest)\": dial tcp \(localAddress): "
        + "connect: connection refused"
    }
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
    if localAddress != nil {
      return "failed to pull and unpack image \"\(fullName)\": \(unknownRepository)"
    }
    return "failed to pull and unpack image \"\(fullName)\": failed to resolve image: failed to do "
      + "request: Head \"\(manifest)\": dial tcp: lookup \(server): i/o timeout"
  }

  /// Why the name cannot be one, in the runtime's words; nil when it can.
  var problem: String? {
    let (host, path) = parts
    let isWhole =
      !host.isEmpty && Self.isPath(path) && Self.isTag(tag)
      && digest.map { Self.isDigest($0) } ?? true
    if isWhole { return nil }
    let begin = "couldn't parse image name \"\(written)\": invalid reference format"
    if path.contains(where: \.isUppercase) {
      return begin + ": repository name (\(path)) must be lowercase"
    }
    return begin
  }

  private static func isPath(_ path: Substring) -> Bool {
    guard let first = path.utf8.first, isSmall(first) else { return false }
    var last = first
    for byte in path.utf8.dropFirst() {
      guard isSmall(byte) || "._-/".utf8.contains(byte) else { return false }
      if byte == UInt8(ascii: "/"), last == byte { return false }
      last = byte
    }
    return last != UInt8(ascii: "/")
  }

  private static func isTag(_ tag: String) -> Bool {
    (1...128).contains(tag.utf8.count)
      && tag.utf8.allSatisfy { byte in
        isSmall(byte) || (65...90).contains(byte) || "._-".utf8.contains(byte)
      }
  }

  private static func isDigest(_ digest: String) -> Bool {
    digest.hasPrefix("sha256:") && digest.count == 71
      && digest.dropFirst(7).allSatisfy { $0.isHexDigit && !$0.isUppercase }
  }

  /// Whether a byte is a small letter or a digit.
  private static func isSmall(_ byte: UInt8) -> Bool {
    (97...122).contains(byte) || (48...57).contains(byte)
  }
}
