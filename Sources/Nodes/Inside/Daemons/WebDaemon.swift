import Engine

/// A daemon that speaks HTTP.
protocol WebDaemon: Daemon {
  mutating func respond(
    to request: HTTPRequest, in context: inout DaemonContext
  ) -> HTTPResponse
  /// What it answers to something that is no request.
  func refuse(in context: DaemonContext) -> HTTPResponse
  /// What it logs of a request; nil for nothing.
  func logLine(
    _ request: HTTPRequest, _ response: HTTPResponse, in context: DaemonContext
  ) -> String?
}

extension WebDaemon {
  mutating func reply(to request: HTTPRequest, in context: inout DaemonContext) -> NetworkAnswer {
    request.isSecondVersion ? .closed : .answer(handle(request, in: &context))
  }

  mutating func reply(to text: String, in context: inout DaemonContext) -> NetworkAnswer {
    guard let asked = HTTPRequest(wireText: text) else {
      return .text(refuse(in: context).text)
    }
    return .text(handle(asked, in: &context).text)
  }

  func refuse(in context: DaemonContext) -> HTTPResponse {
    HTTPResponse(status: 400, headers: ["Connection": "close"])
  }

  private mutating func handle(
    _ request: HTTPRequest, in context: inout DaemonContext
  ) -> HTTPResponse {
    var response = respond(to: request, in: &context)
    if request.method == "HEAD" { response.body = "" }
    if let line = logLine(request, response, in: context) { context.print(line) }
    return response
  }

  func logLine(
    _ request: HTTPRequest, _ response: HTTPResponse, in context: DaemonContext
  ) -> String? { nil }

  func cpuMicroseconds(for request: NetworkRequest) -> Int64 { request == .open ? 20 : 250 }
}

extension HTTPRequest {
  /// Reads a request as somebody might type it into a connection; nil when it is none.
  init?(wireText: String) {
    let lines = wireText.replacing("\r\n", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false)
    let words = (lines.first ?? "").split(separator: " ").map(String.init)
    guard (2...3).contains(words.count), words[1].hasPrefix("/"),
      words[0].allSatisfy(\.isUppercase)
    else { return nil }
    self.init(method: words[0], path: words[1])
    var rest = lines.dropFirst()
    while let line = rest.popFirst(), !line.isEmpty {
      let sides = line.split(separator: ":", maxSplits: 1)
      guard sides.count == 2 else { return nil }
      headers[String(sides[0])] = String(sides[1].drop { $0 == " " })
    }
    body = rest.joined(separator: "\n")
  }
}

extension HTTPResponse {
  /// The same answer with the headers of a server in front, and its length behind.
  func complete(
    server: String?, type: String, at now: SimTime, isKept: Bool = true
  ) -> HTTPResponse {
    var answer = self
    var all = HTTPHeaders()
    if let server { all["Server"] = server }
    all["Date"] = now.httpText
    all["Content-Type"] = headers["Content-Type"] ?? type
    all["Content-Length"] = "\(body.utf8.count)"
    for field in headers.fields { all[field.name] = field.value }
    all["Connection"] = isKept ? "keep-alive" : "close"
    answer.headers = all
    return answer
  }
}

extension SimTime {
  /// `Thu, 01 Jan 2026 12:00:40 GMT`, as HTTP writes it.
  var httpText: String { rfc1123.replacing("+0000", with: "GMT") }
}
