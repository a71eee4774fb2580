/// What a URL is made of.
struct WebAddress: Hashable {
  var isSecure = false
  var host: String
  var port: Int
  /// With the query.
  var path: String

  /// Reads `http://host:port/path?query`; the scheme may be missing. Nil for another scheme.
  init?(_ url: String) {
    var rest = Substring(url)
    if let sides = url.firstRange(of: "://") {
      let scheme = url[..<sides.lowerBound].lowercased()
      guard scheme == "http" || scheme == "https" else { return nil }
      isSecure = scheme == "https"
      rest = url[sides.upperBound...]
    }
    let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
    path = String(rest[end...].prefix { $0 != "#" })
    if !path.hasPrefix("/") { path = "/" + path }
    var authority = rest[..<end]
    if let at = authority.lastIndex(of: "@") {
      authority = authority[authority.index(after: at)...]
    }
    let parts = authority.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    host = parts.first.map(String.init) ?? ""
    port = parts.count > 1 ? Int(parts[1]) ?? 80 : isSecure ? 443 : 80
  }

  /// The address that a redirection names, which may be only a path.
  func redirected(to location: String) -> WebAddress? {
    if location.contains("://") { return WebAddress(location) }
    var next = self
    next.path = location.hasPrefix("/") ? location : "/" + location
    return next
  }

  var hasUsualPort: Bool { port == (isSecure ? 443 : 80) }

  /// What the `Host` header says.
  var hostHeader: String { hasUsualPort ? host : "\(host):\(port)" }

  var text: String { "\(isSecure ? "https" : "http")://\(hostHeader)\(path)" }
}
