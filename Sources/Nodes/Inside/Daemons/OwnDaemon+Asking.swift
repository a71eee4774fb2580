import Engine

/// The servers that a server asks before it answers.
extension OwnDaemon {
  /// How long it waits for one of them.
  private static let patience = SimSpan.seconds(2)

  /// What asking another server makes of its own answer: 200 when all is well; 502 or 504, told in
  /// the log in the words of Go's library, when not.
  func ask(_ url: String, in context: inout DaemonContext) -> HTTPResponse {
    guard let target = AskedServer(url) else {
      return complain("unsupported protocol scheme in \"\(url)\"", in: &context)
    }
    let place: String
    switch context.lookUp(target.host) {
    case .found(let addresses, _): place = addresses.first ?? ""
    case .unknown:
      return complain(lookup(target, "no such host", context), in: &context)
    case .failed(let span):
      let why = span > .zero ? "i/o timeout" : "connection refused"
      return complain(lookup(target, why, context), in: &context, isLate: span > .zero)
    }
    let dialled = "\(target.shown): dial tcp \(place):\(target.port): "
    switch context.ask(place, port: target.port, target.request(from: server.name)) {
    case .refused, nil: return complain(dialled + "connect: connection refused", in: &context)
    case .unreachable: return complain(dialled + "connect: no route to host", in: &context)
    case .timedOut: return complain(dialled + "i/o timeout", in: &context, isLate: true)
    case .closed: return complain("\(target.shown): EOF", in: &context)
    case .text(let text):
      // A redis begins a complaint with a dash.
      let refusal = text.split(whereSeparator: \.isNewline).first { $0.hasPrefix("-") }
      guard let refusal else { return HTTPResponse() }
      return complain("\(target.shown): \(refusal.dropFirst())", in: &context)
    case .answer(let response): return judged(response, of: target, in: &context)
    }
  }

  private func judged(
    _ response: HTTPResponse, of target: AskedServer, in context: inout DaemonContext
  ) -> HTTPResponse {
    if response.latency > Self.patience {
      return complain("\(target.shown): context deadline exceeded", in: &context, isLate: true)
    }
    guard response.status >= 400 else { return HTTPResponse(latency: response.latency) }
    return complain("\(target.shown): \(response.status) \(response.reason)", in: &context)
  }

  private func lookup(_ target: AskedServer, _ why: String, _ context: DaemonContext) -> String {
    let server = context.nameServers.servers.first ?? "127.0.0.1"
    return "\(target.shown): dial tcp: lookup \(target.host) on \(server):53: \(why)"
  }

  private func complain(
    _ what: String, in context: inout DaemonContext, isLate: Bool = false
  ) -> HTTPResponse {
    context.print("\(context.now.rfc3339) error: \(what)\n", .err)
    let status = isLate ? 504 : 502
    return HTTPResponse(
      status: status, body: HTTPResponse.reason(of: status) + "\n",
      latency: isLate ? Self.patience : .zero)
  }
}

/// A server that another one asks, as an address names it.
struct AskedServer {
  private let address: WebAddress
  /// The password for a redis; nil for a server that speaks HTTP.
  private let password: String?

  init?(_ url: String) {
    let isStore = url.hasPrefix("redis://")
    guard let address = WebAddress(isStore ? "http" + url.dropFirst(5) : url) else { return nil }
    self.address = address
    guard isStore else {
      password = nil
      return
    }
    let secret = url.dropFirst("redis://".count).split(separator: "@")
    password = secret.count < 2 ? "" : secret[0].split(separator: ":").last.map(String.init) ?? ""
  }

  var host: String { address.host }
  /// That of redis where none is given.
  var port: Int { password != nil && address.port == 80 ? 6379 : address.port }

  /// As a log names it, without the password.
  var shown: String {
    password == nil ? "GET \(address.text)" : "redis://\(host):\(port)"
  }

  func request(from agent: String) -> NetworkRequest {
    guard let password else {
      return .http(
        HTTPRequest(
          path: address.path, headers: ["Host": address.hostHeader, "User-Agent": agent]))
    }
    return .text((password.isEmpty ? "" : "AUTH \(password)\r\n") + "PING\r\n")
  }
}
