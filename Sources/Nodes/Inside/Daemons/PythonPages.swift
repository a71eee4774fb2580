import Engine

/// `python3 -m http.server`: the pages of a folder.
struct PythonPages: WebDaemon {
  let name = "python3"
  let port: Int
  let bindAddress: String
  let folder: String
  let version: String
  /// Whether what it prints is seen at once, and not only when there is much of it.
  let isUnbuffered: Bool

  var ports: [Int] { [port] }

  mutating func listens(in context: inout DaemonContext) {
    guard isUnbuffered else { return }
    context.print(
      "Serving HTTP on \(bindAddress) port \(port) (http://\(bindAddress):\(port)/) ...\n")
  }

  mutating func isRefused(
    port: Int, refusals: Int, in context: inout DaemonContext
  ) -> PortRefusal {
    context.print(
      "Traceback (most recent call last):\n  ...\nOSError: [Errno 98] Address already in use\n",
      .err)
    return .ends(status: 1)
  }

  /// As number 1 it has no handler for TERM; elsewhere that ends it.
  mutating func receive(
    _ signal: ProcessSignal, in context: inout DaemonContext
  ) -> SignalReaction {
    switch signal {
    case .interrupt:
      context.print("\nKeyboard interrupt received, exiting.\n")
      return .ends(status: 0, after: .milliseconds(10))
    default:
      return context.process == 1 || !signal.endsProcess
        ? .goesOn : .ends(status: 128 + signal.rawValue, after: .zero)
    }
  }

  mutating func respond(
    to request: HTTPRequest, in context: inout DaemonContext
  ) -> HTTPResponse {
    let response = page(request, in: context)
    if response.status >= 400 {
      let why = response.status == 404 ? "File not found" : response.reason
      context.print(line("code \(response.status), message \(why)", context), .err)
    }
    context.print(
      line("\"\(request.method) \(request.path) HTTP/1.1\" \(response.status) -", context), .err)
    return response.complete(
      server: "SimpleHTTP/0.6 Python/\(version)", type: "text/html;charset=utf-8", at: context.now,
      isKept: false)
  }

  private func line(_ text: String, _ context: DaemonContext) -> String {
    let stamp = context.now.accessLogText.dropLast(6).replacing(":", with: " ", maxReplacements: 1)
    return "\(context.source) - - [\(stamp)] \(text)\n"
  }

  private func page(_ request: HTTPRequest, in context: DaemonContext) -> HTTPResponse {
    guard ["GET", "HEAD"].contains(request.method) else {
      return error(501, "Unsupported method ('\(request.method)')")
    }
    var place = FileTree.normalised(folder + "/" + request.plainPath, from: "/")
    if context.isFolder(place) {
      guard request.plainPath.hasSuffix("/") else {
        var response = HTTPResponse(status: 301)
        response.headers["Location"] = request.plainPath + "/"
        return response
      }
      let index = FileTree.normalised("index.html", from: place)
      guard context.isThere(index) else { return list(place, request.plainPath, context) }
      place = index
    }
    guard let text = try? context.read(place) else { return error(404, "File not found") }
    return HTTPResponse(headers: ["Content-Type": ContentType.of(place)], body: text)
  }

  private func error(_ status: Int, _ why: String) -> HTTPResponse {
    HTTPResponse(
      status: status,
      body: """
        <!DOCTYPE HTML>
        <html lang="en">
            <head>
                <meta charset="utf-8">
                <title>Error response</title>
            </head>
            <body>
                <h1>Error response</h1>
                <p>Error code: \(status)</p>
                <p>Message: \(why).</p>
            </body>
        </html>

        """)
  }

  private func list(
    _ folder: String, _ path: String, _ context: DaemonContext
  ) -> HTTPResponse {
    let items = context.names(in: folder).map { name in
      let isFolder = context.isFolder(FileTree.normalised(name, from: folder))
      let shown = isFolder ? name + "/" : name
      return "<li><a href=\"\(shown)\">\(shown)</a></li>\n"
    }
    return HTTPResponse(
      body: "<!DOCTYPE HTML>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<title>Directory listing for \(path)</title>\n</head>\n<body>\n"
        + "<h1>Directory listing for \(path)</h1>\n<hr>\n<ul>\n\(items.joined())</ul>\n<hr>\n"
        + "</body>\n</html>\n")
  }
}
