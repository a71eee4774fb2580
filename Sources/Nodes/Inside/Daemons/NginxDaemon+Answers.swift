import Engine
import Patterns

/// How nginx answers: which part of the configuration is meant, and what that says.
extension NginxDaemon {
  mutating func respond(
    to request: HTTPRequest, in context: inout DaemonContext
  ) -> HTTPResponse {
    connections += 1
    let host = (request.headers["Host"] ?? "").split(separator: ":").first.map(String.init) ?? ""
    guard let site = settings.site(port: context.port, host: host) else {
      return errorPage(404)
    }
    var exchange = NginxExchange(
      request: request, site: site, source: context.source, port: context.port,
      hostname: context.hostname, address: context.address,
      uri: Self.decoded(request.plainPath))
    let answer = answer(&exchange, in: &context)
    return answer.complete(server: "nginx/\(version)", type: "text/html", at: context.now)
  }

  /// `%20` is a blank.
  private static func decoded(_ path: String) -> String {
    var bytes: [UInt8] = []
    var rest = path.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"),
        let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let plain = FileTree.normalised(text, from: "/")
    return text.hasSuffix("/") && plain != "/" ? plain + "/" : plain
  }

  private mutating func answer(
    _ exchange: inout NginxExchange, in context: inout DaemonContext
  ) -> HTTPResponse {
    let site = exchange.site
    if let answer = site.rules.answer {
      return finish(fixed(answer, exchange, site.rules), site.rules, &exchange, in: &context)
    }
    let location = exchange.location(for: exchange.uri)
    return answer(&exchange, at: location, in: &context)
  }

  mutating func answer(
    _ exchange: inout NginxExchange, at location: NginxLocation?, in context: inout DaemonContext
  ) -> HTTPResponse {
    exchange.turns += 1
    let rules = location?.rules ?? exchange.site.rules
    guard exchange.turns <= NginxExchange.mostTurns else {
      tell("rewrite or internal redirection cycle", exchange, in: &context)
      return errorPage(500)
    }
    if let gate = rules.gates.first(where: { $0.matches(exchange.source) }), !gate.isOpen {
      tell("access forbidden by rule", exchange, in: &context)
      return finish(errorPage(403), rules, &exchange, in: &context)
    }
    if let rewritten = rewrite(rules, &exchange) {
      switch rewritten {
      case .answer(let response): return response
      case .again: return answer(&exchange, in: &context)
      case .onwards: break
      }
    }
    if let answer = rules.answer {
      return finish(fixed(answer, exchange, rules), rules, &exchange, in: &context)
    }
    if rules.showsStatus {
      return HTTPResponse(headers: ["Content-Type": "text/plain"], body: status)
    }
    if let target = rules.proxy {
      let response = forward(exchange, to: target, location, rules, in: &context)
      return finish(response, rules, &exchange, in: &context)
    }
    let response = pages(&exchange, location, rules, in: &context)
    return finish(response, rules, &exchange, in: &context)
  }

  private var status: String {
    "Active connections: 1 \nserver accepts handled requests\n \(connections) \(connections) "
      + "\(connections) \nReading: 0 Writing: 1 Waiting: 0 \n"
  }

  /// `return 200 "text"`, `return 301 https://…`
  private func fixed(
    _ answer: NginxRules.Answer, _ exchange: NginxExchange, _ rules: NginxRules
  ) -> HTTPResponse {
    let text = answer.text.map { exchange.expanded($0) }
    if [301, 302, 303, 307, 308].contains(answer.status), let text {
      var response = errorPage(answer.status)
      let isWhole = text.contains("://")
      response.headers["Location"] = isWhole ? text : base(exchange) + text
      return response
    }
    guard let text else { return errorPage(answer.status) }
    return HTTPResponse(
      status: answer.status, headers: ["Content-Type": rules.defaultType], body: text)
  }

  /// `http://host:port` as the client wrote it.
  func base(_ exchange: NginxExchange) -> String {
    "http://\(exchange.host)" + (exchange.port == 80 ? "" : ":\(exchange.port)")
  }

  // MARK: - Rewriting

  private enum Rewritten {
    case answer(HTTPResponse)
    /// The place is looked for anew.
    case again
    case onwards
  }

  private func rewrite(_ rules: NginxRules, _ exchange: inout NginxExchange) -> Rewritten? {
    for words in rules.rewrites {
      guard let pattern = try? GoPattern(words[0], .allowsLookingAhead),
        let match = pattern.firstMatch(in: exchange.uri)
      else { continue }
      var parts: [String: String] = [:]
      for (place, part) in match.enumerated().dropFirst() { parts["\(place)"] = part ?? "" }
      let target = exchange.expanded(words[1], parts)
      let flag = words.count > 2 ? words[2] : ""
      if flag == "permanent" || flag == "redirect" || target.contains("://") {
        var response = errorPage(flag == "permanent" ? 301 : 302)
        response.headers["Location"] = target.contains("://") ? target : base(exchange) + target
        return .answer(response)
      }
      exchange.uri = target.split(separator: "?").first.map(String.init) ?? "/"
      return flag == "break" ? .onwards : .again
    }
    return nil
  }

  // MARK: - Endings

  /// The page for a status that nothing else was said about.
  func errorPage(_ status: Int) -> HTTPResponse {
    guard status >= 300 else { return HTTPResponse(status: status) }
    let special = [
      302: "Moved Temporarily", 405: "Not Allowed", 503: "Service Temporarily Unavailable",
      504: "Gateway Time-out",
    ]
    let reason = special[status] ?? HTTPResponse.reason(of: status)
    let title = "\(status) \(reason)"
    return HTTPResponse(
      status: status, reason: reason,
      body: "<html>\r\n<head><title>\(title)</title></head>\r\n<body>\r\n<center><h1>\(title)</h1>"
        + "</center>\r\n<hr><center>nginx/\(version)</center>\r\n</body>\r\n</html>\r\n")
  }

  /// Pages for errors and headers of the configuration's own.
  private mutating func finish(
    _ response: HTTPResponse, _ rules: NginxRules, _ exchange: inout NginxExchange,
    in context: inout DaemonContext
  ) -> HTTPResponse {
    var response = response
    if let page = rules.errorPages.last(where: { $0.statuses.contains(response.status) }),
      exchange.turns < NginxExchange.mostTurns
    {
      response = replaced(response, page, &exchange, in: &context)
    }
    let usual = [200, 201, 204, 206, 301, 302, 303, 304, 307, 308]
    for header in rules.headers where header.isAlways || usual.contains(response.status) {
      let value = exchange.expanded(header.value)
      if !value.isEmpty { response.headers[header.name] = value }
    }
    return response
  }

  private mutating func replaced(
    _ response: HTTPResponse, _ page: NginxRules.ErrorPage, _ exchange: inout NginxExchange,
    in context: inout DaemonContext
  ) -> HTTPResponse {
    if page.path.contains("://") {
      var other = errorPage(302)
      other.headers["Location"] = page.path
      return other
    }
    exchange.uri = page.path
    let location =
      page.path.hasPrefix("@")
      ? exchange.site.locations.first { $0.path == page.path } : exchange.location(for: page.path)
    // The page of an error has no error page of its own.
    exchange.turns = NginxExchange.mostTurns - 1
    var other = answer(&exchange, at: location, in: &context)
    guard other.status < 400 else { return other.status == 404 ? other : response }
    other.status = page.shown ?? response.status
    other.reason = page.shown.map { HTTPResponse.reason(of: $0) } ?? response.reason
    return other
  }

  /// A line about an error, which goes before the one about the request.
  func tell(_ text: String, _ exchange: NginxExchange, in context: inout DaemonContext) {
    let request = exchange.request
    let worker = workerNumber(context)
    context.print(
      "\(context.now.nginxText) [error] \(worker)#\(worker): *\(connections) \(text), "
        + "client: \(exchange.source), server: \(exchange.site.names.first ?? ""), "
        + "request: \"\(request.method) \(request.path) HTTP/1.1\", "
        + "host: \"\(request.headers["Host"] ?? "")\"\n", .err)
  }

  func logLine(
    _ request: HTTPRequest, _ response: HTTPResponse, in context: DaemonContext
  ) -> String? {
    let host = (request.headers["Host"] ?? "").split(separator: ":").first.map(String.init) ?? ""
    guard let site = settings.site(port: context.port, host: host) else { return nil }
    let exchange = NginxExchange(
      request: request, site: site, source: context.source, port: context.port,
      hostname: context.hostname, address: context.address, uri: request.plainPath)
    let rules = exchange.location(for: request.plainPath)?.rules ?? site.rules
    guard let name = rules.logFormat else { return nil }
    guard let format = settings.formats[name] else {
      return ApacheDaemon.accessLine(request, response, in: context, isCombined: true)
    }
    let known = [
      "status": "\(response.status)", "body_bytes_sent": "\(response.body.utf8.count)",
      "bytes_sent": "\(response.text.utf8.count)", "time_local": context.now.accessLogText,
      "remote_user": "-", "connection": "\(connections)",
      "request_time": "0.00\(response.latency.milliseconds)",
      "http_referer": request.headers["Referer"] ?? "-", "http_user_agent": request.agent,
      "http_x_forwarded_for": request.headers["X-Forwarded-For"] ?? "-",
      "time_iso8601": context.now.rfc3339.replacing("Z", with: "+00:00"),
    ]
    return exchange.expanded(format, known) + "\n"
  }
}
