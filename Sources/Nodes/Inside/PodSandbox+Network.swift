import Engine

extension PodSandbox {
  static let welcomePage = """
    <!DOCTYPE html>
    <html>
    <head>
    <title>Welcome to nginx!</title>
    </head>
    <body>
    <h1>Welcome to nginx!</h1>
    </body>
    </html>

    """

  /// Asks a port of this pod, from an address; the server logs it.
  public mutating func ask(
    port: Int, _ request: NetworkRequest, from source: String, at now: SimTime
  ) -> NetworkAnswer {
    let isLocal = source == "127.0.0.1"
    guard
      let listener = listeners.first(where: {
        $0.port == port && (isLocal || $0.bindAddress != "127.0.0.1")
      })
    else { return .refused }
    containers[listener.container]?.meter.spend(
      cpuMicroseconds: ProgramDemand.microseconds(for: listener.server, request), at: now)
    if case .redis = listener.server.speaks, case .text(let text) = request {
      var values = containers[listener.container]?.values ?? [:]
      let answer = RedisAnswers.answer(text, &values)
      containers[listener.container]?.values = values
      return .text(answer)
    }
    let answer = answer(of: listener, to: request)
    if case .netcat(_, let goesOn) = listener.server.speaks, !goesOn, request != .open {
      endNetcat(listener, after: request)
    }
    if case .http(let asked) = request, case .answer(let response) = answer {
      log(listener, asked, response, from: source, at: now)
    }
    return answer
  }

  private func answer(of listener: Listener, to request: NetworkRequest) -> NetworkAnswer {
    if request == .open { return .text("") }
    switch (listener.server.speaks, request) {
    case (_, .datagram): return .refused
    case (.nginx, .http(let asked)):
      return page(
        asked, in: "/usr/share/nginx/html", listener.container, notFound: Self.nginxMissing)
    case (.pages(let folder, _), .http(let asked)):
      return page(asked, in: folder, listener.container, notFound: Self.pageMissing)
    case (.fixed(let text), _):

      return .answer(HTTPResponse(body: text.replacing("%h", with: hostname)))
    case (.reckoning, _): return .answer(HTTPResponse(body: "OK!"))
    case (.hostname, _): return .answer(HTTPResponse(body: hostname + "\n"))
    case (.redis, _): return .text("-ERR wrong protocol\r\n")
    case (.netcat(let answer, _), .text): return .text(answer)
    // It does not speak HTTP: whoever asks waits in vain.
    case (.netcat(let answer, _), _):
      let words = answer.split(separator: "\n").first?.split(separator: " ") ?? []
      guard words.first?.hasPrefix("HTTP/") ?? false else { return .timedOut }
      let body = answer.replacing("\r\n", with: "\n").split(separator: "\n\n", maxSplits: 1)
      return .answer(
        HTTPResponse(
          status: words.dropFirst().first.flatMap { Int($0) } ?? 200,
          body: body.count > 1 ? String(body[1]) : ""))
    case (.opaque, _), (.nginx, _), (.pages, _): return .text("")
    }
  }

  private static let nginxMissing =
    "<html>\n<head><title>404 Not Found</title></head>\n<body>\n<center><h1>404 Not Found</h1>"
    + "</center>\n</body>\n</html>\n"
  private static let pageMissing =
    "<HTML><HEAD><TITLE>404 Not Found</TITLE></HEAD>\n<BODY><H1>404 Not Found</H1>\nThe requested "
    + "URL was not found\n</BODY></HTML>\n"

  private func page(
    _ request: HTTPRequest, in folder: String, _ container: String, notFound: String
  ) -> NetworkAnswer {
    var place = FileTree.normalised(folder + "/" + request.plainPath, from: "/")
    if entry(place, in: container) == .folder { place += "/index.html" }
    guard let text = try? read(place, in: container) else {
      return .answer(HTTPResponse(status: 404, body: notFound))
    }
    return .answer(HTTPResponse(body: text))
  }

  private mutating func log(
    _ listener: Listener, _ request: HTTPRequest, _ response: HTTPResponse, from source: String,
    at now: SimTime
  ) {
    let line =
      "\(source) - - [\(now.accessLogText)] \"\(request.method) \(request.path) HTTP/1.1\" "
      + "\(response.status) \(response.body.utf8.count)"
    switch listener.server.speaks {
    case .nginx:
      containers[listener.container]?.print(
        line + " \"-\" \"\(request.agent)\"\n", .out, at: now)
    case .pages(_, let name) where name == "apache":
      containers[listener.container]?.print(line + "\n", .out, at: now)
    case .pages, .redis, .netcat, .hostname, .fixed, .reckoning, .opaque: break
    }
  }
}

extension PodSandbox {
  /// One connection, then `nc -l` ends; what came in is its output.
  private mutating func endNetcat(_ listener: Listener, after request: NetworkRequest) {
    let processes = containers[listener.container]?.processes ?? []
    guard let place = processes.firstIndex(where: { $0.state == .serving(listener.server) }) else {
      return
    }
    var text = ""
    switch request {
    case .text(let sent): text = sent
    case .http(let asked): text = asked.text.replacing("\r\n", with: "\n")
    case .open, .datagram: break
    }
    containers[listener.container]?.processes[place].frames.append(.finish(status: 0, text: text))
    containers[listener.container]?.processes[place].state = .ready
    listeners.removeAll { $0 == listener }
  }
}

/// The few commands of redis that people try.
enum RedisAnswers {
  /// More keys than this are refused.
  static let mostKeys = 10_000

  static func answer(_ text: String, _ values: inout [String: String]) -> String {
    let words = text.split { " \r\n".contains($0) }.map(String.init)
    let key = words.count > 1 ? words[1] : ""
    switch words.first?.uppercased() {
    case "PING": return "+PONG\r\n"
    case "ECHO": return bulk(words.dropFirst().joined(separator: " "))
    case "SET":
      guard values.count < mostKeys else { return "-OOM command not allowed\r\n" }
      values[key] = words.dropFirst(2).joined(separator: " ")
      return "+OK\r\n"
    case "GET": return values[key].map(bulk) ?? "$-1\r\n"
    case "INCR":
      guard let number = Int(values[key] ?? "0") else {
        return "-ERR value is not an integer or out of range\r\n"
      }
      values[key] = "\(number &+ 1)"
      return ":\(number &+ 1)\r\n"
    case "DEL": return ":\(values.removeValue(forKey: key) == nil ? 0 : 1)\r\n"
    case "EXISTS": return ":\(values[key] == nil ? 0 : 1)\r\n"
    case "DBSIZE": return ":\(values.count)\r\n"
    default: return "-ERR unknown command '\(words.first ?? "")'\r\n"
    }
  }

  private static func bulk(_ text: String) -> String { "$\(text.utf8.count)\r\n\(text)\r\n" }
}
