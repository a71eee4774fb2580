import Engine

/// Requests that are sent on to other servers.
extension NginxDaemon {
  /// How long it waits for a server that does not answer.
  private static let patience = SimSpan.seconds(60)

  mutating func forward(
    _ exchange: NginxExchange, to target: String, _ location: NginxLocation?, _ rules: NginxRules,
    in context: inout DaemonContext
  ) -> HTTPResponse {
    let whole = exchange.expanded(target)
    turn += 1
    let isSecure = whole.hasPrefix("https://")
    let rest = whole.dropFirst(isSecure ? 8 : 7)
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    let authority = String(rest[..<slash])
    let request = request(
      exchange, path: path(String(rest[slash...]), exchange, location), host: authority, rules)
    let servers = settings.upstreams[authority] ?? [authority]
    for number in servers.indices {
      let server = servers[(turn + number) % servers.count]
      let parts = server.split(separator: ":")
      let port = parts.count > 1 ? Int(parts[1]) ?? 80 : isSecure ? 443 : 80
      let host = parts.first.map(String.init) ?? ""
      let place = address(of: host, isFixed: !target.contains("$"), in: &context)
      let answer = place.flatMap { context.ask($0, port: port, .http(request)) }
      let upstream =
        "upstream: \"\(isSecure ? "https" : "http")://\(place ?? host):\(port)\(request.path)\""
      if case .answer(let response) = answer { return passed(response) }
      tell("\(Self.complaint(answer)), \(upstream)", exchange, in: &context)
      guard answer == .timedOut else { continue }
      var response = errorPage(504)
      response.latency = Self.patience
      return response
    }
    return errorPage(502)
  }

  /// A name without variables is looked up once, when the configuration is read, and never again:
  /// a Service that is made anew under its old name is not found until nginx starts anew.
  private mutating func address(
    of host: String, isFixed: Bool, in context: inout DaemonContext
  ) -> String? {
    if isFixed, let known = addresses[host] { return known }
    let found = context.resolve(host)
    if isFixed { addresses[host] = found }
    return found
  }

  /// What is told of a server that has no answer.
  private static func complaint(_ answer: NetworkAnswer?) -> String {
    let connecting = "while connecting to upstream"
    switch answer {
    case .refused, nil: return "connect() failed (111: Connection refused) \(connecting)"
    case .unreachable: return "connect() failed (113: Host is unreachable) \(connecting)"
    case .timedOut: return "upstream timed out (110: Connection timed out) \(connecting)"
    case .closed, .text, .answer:
      return "upstream prematurely closed connection while reading response header from upstream"
    }
  }

  private func request(
    _ exchange: NginxExchange, path: String, host: String, _ rules: NginxRules
  ) -> HTTPRequest {
    var request = exchange.request
    request.path = path
    request.headers["Host"] = host
    request.headers["Connection"] = "close"
    for header in rules.proxyHeaders {
      let value = exchange.expanded(header.value)
      request.headers[header.name] = value.isEmpty ? nil : value
    }
    return request
  }

  /// A target with a path of its own gets that in place of the location's.
  private func path(
    _ own: String, _ exchange: NginxExchange, _ location: NginxLocation?
  ) -> String {
    guard !own.isEmpty else { return exchange.request.path }
    let query = exchange.request.path.split(separator: "?", maxSplits: 1).dropFirst().first
    return own + exchange.uri.dropFirst(location?.path.count ?? 0)
      + (query.map { "?" + $0 } ?? "")
  }

  /// What an upstream said, without what is between it and this server only.
  private func passed(_ response: HTTPResponse) -> HTTPResponse {
    var response = response
    response.countsWork = false
    for name in ["Server", "Date", "Connection", "Content-Length"] { response.headers[name] = nil }
    return response
  }
}
