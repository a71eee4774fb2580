import Patterns

/// One request while nginx works on it.
struct NginxExchange {
  let request: HTTPRequest
  let site: NginxSettings.Site
  let source: String
  let port: Int
  let hostname: String
  let address: String
  /// The path without the query, as rewriting has left it.
  var uri: String
  /// How often it was sent on inside.
  var turns = 0

  /// So often may a request be sent on inside.
  static let mostTurns = 10

  var host: String {
    let text = request.headers["Host"] ?? site.names.first ?? ""
    return text.split(separator: ":").first.map(String.init) ?? ""
  }

  private var query: String {
    request.path.split(separator: "?", maxSplits: 1).dropFirst().first.map(String.init) ?? ""
  }

  /// A text with the values of the variables in it.
  func expanded(_ text: String, _ more: [String: String] = [:]) -> String {
    guard text.contains("$") else { return text }
    var result = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      guard character == "$" else {
        result.append(character)
        continue
      }
      let isBraced = rest.first == "{"
      if isBraced { rest.removeFirst() }
      let name = String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
      rest = rest.dropFirst(name.count)
      if isBraced, rest.first == "}" { rest.removeFirst() }
      result += name.isEmpty ? "$" : more[name] ?? value(of: name)
    }
    return result
  }

  private func value(of name: String) -> String {
    switch name {
    case "uri", "document_uri": return uri
    case "request_uri": return request.path
    case "args", "query_string": return query
    case "is_args": return query.isEmpty ? "" : "?"
    case "host": return host
    case "http_host": return request.headers["Host"] ?? ""
    case "hostname": return hostname
    case "server_name": return site.names.first ?? ""
    case "server_addr": return address
    case "server_port": return "\(port)"
    case "server_protocol": return "HTTP/1.1"
    case "scheme": return "http"
    case "remote_addr", "realip_remote_addr": return source
    case "proxy_add_x_forwarded_for":
      return (request.headers["X-Forwarded-For"].map { $0 + ", " } ?? "") + source
    case "request_method": return request.method
    case "request": return "\(request.method) \(request.path) HTTP/1.1"
    case "request_body": return request.body
    case "content_type": return request.headers["Content-Type"] ?? ""
    default:
      if name.hasPrefix("arg_") { return argument(String(name.dropFirst(4))) }
      guard name.hasPrefix("http_") else { return "" }
      return request.headers[String(name.dropFirst(5)).replacing("_", with: "-")] ?? ""
    }
  }

  private func argument(_ name: String) -> String {
    for pair in query.split(separator: "&") where pair.hasPrefix(name + "=") {
      return String(pair.dropFirst(name.count + 1))
    }
    return ""
  }

  /// The part of the site that a path belongs to.
  func location(for path: String) -> NginxLocation? {
    var longest: NginxLocation?
    for location in site.locations {
      switch location.match {
      case .exactly where location.path == path: return location
      case .beginning where path.hasPrefix(location.path):
        if location.path.count > longest?.path.count ?? -1 { longest = location }
      case .exactly, .beginning, .pattern, .named: break
      }
    }
    if case .beginning(true)? = longest?.match { return longest }
    for location in site.locations {
      if case .pattern(let ignoresCase) = location.match,
        Self.matches(path, location.path, ignoresCase: ignoresCase)
      {
        return location
      }
    }
    return longest
  }

  static func matches(_ text: String, _ pattern: String, ignoresCase: Bool) -> Bool {
    var options: GoPattern.Options = .allowsLookingAhead
    if ignoresCase { options.insert(.ignoresCase) }
    return (try? GoPattern(pattern, options))?.matches(text) ?? false
  }
}
