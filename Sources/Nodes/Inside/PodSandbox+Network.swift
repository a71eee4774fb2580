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
    port: Int, _ request: NetworkRequest, from source: String, at now: SimTime,
    agent: String = "kube-probe/1.36"
  ) -> NetworkAnswer {
    let isLocal = source == "127.0.0.1"
    guard
      let listener = listeners.first(where: {
        $0.port == port && (isLocal || $0.bindAddress != "127.0.0.1")
      })
    else { return .refused }
    let answer = answer(of: listener, to: request)
    if case .http(let path) = request, case .answer(let status, let body) = answer {
      log(listener, path, status, body, from: source, agent, at: now)
    }
    return answer
  }

  private func answer(of listener: Listener, to request: NetworkRequest) -> NetworkAnswer {
    if request == .open { return .text("") }
    switch (listener.server.speaks, request) {
    case (.nginx, .http(let path)):
      return page(
        path, in: "/usr/share/nginx/html", listener.container, notFound: Self.nginxMissing)
    case (.pages(let folder, _), .http(let path)):
      return page(path, in: folder, listener.container, notFound: Self.pageMissing)
    case (.hostname, _): return .answer(status: 200, body: hostname + "\n")
    case (.redis, .text(let text)): return .text(RedisAnswers.answer(text))
    case (.redis, _): return .text("-ERR wrong protocol\r\n")
    case (.netcat(let answer, _), _): return .text(answer)
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
    _ path: String, in folder: String, _ container: String, notFound: String
  ) -> NetworkAnswer {
    let plain = path.split(separator: "?").first.map(String.init) ?? "/"
    var place = FileTree.normalised(folder + "/" + plain, from: "/")
    if entry(place, in: container) == .folder { place += "/index.html" }
    guard let text = try? read(place, in: container) else {
      return .answer(status: 404, body: notFound)
    }
    return .answer(status: 200, body: text)
  }

  private mutating func log(
    _ listener: Listener, _ path: String, _ status: Int, _ body: String, from source: String,
    _ agent: String, at now: SimTime
  ) {
    switch listener.server.speaks {
    case .nginx:
      containers[listener.container]?.print(
        "\(source) - - [\(now.accessLogText)] \"GET \(path) HTTP/1.1\" \(status) "
          + "\(body.utf8.count) \"-\" \"\(agent)\"\n", .out, at: now)
    case .pages(_, let name) where name == "apache":
      containers[listener.container]?.print(
        "\(source) - - [\(now.accessLogText)] \"GET \(path) HTTP/1.1\" \(status) "
          + "\(body.utf8.count)\n", .out, at: now)
    case .pages, .redis, .netcat, .hostname, .opaque: break
    }
  }
}

/// The few commands of redis that people try.
enum RedisAnswers {
  static func answer(_ text: String) -> String {
    let words = text.split { " \r\n".contains($0) }.map(String.init)
    switch words.first?.uppercased() {
    case "PING": return "+PONG\r\n"
    case "ECHO": return "$\(words.last?.utf8.count ?? 0)\r\n\(words.last ?? "")\r\n"
    case "SET": return "+OK\r\n"
    case "GET": return "$-1\r\n"
    default: return "-ERR unknown command '\(words.first ?? "")'\r\n"
    }
  }
}
