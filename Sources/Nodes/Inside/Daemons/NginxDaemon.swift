import Engine

/// nginx: pages of folders, with a line in the log for each request.
struct NginxDaemon: WebDaemon {
  let name = "nginx"
  var ports: [Int] { [80] }
  /// It has workers, and whoever began it had helpers of its own.
  let helperProcesses = 6

  /// How often it asks for a port that is taken, and with what pause.
  private static let tries = 5
  private static let pause = SimSpan.milliseconds(500)

  mutating func listens(in context: inout DaemonContext) {
    context.print(line("notice", "nginx started", context), .err)
  }

  mutating func isRefused(
    port: Int, refusals: Int, in context: inout DaemonContext
  ) -> PortRefusal {
    guard refusals < Self.tries else {
      context.print(
        line("emerg", "still could not bind()", context)
          + "nginx: [emerg] still could not bind()\n", .err)
      return .ends(status: 1)
    }
    let text = "bind() to 0.0.0.0:\(port) failed (98: Address already in use)"
    context.print(
      line("emerg", text, context) + "nginx: [emerg] \(text)\n"
        + line("notice", "try again to bind() after 500ms", context), .err)
    return .tryAgain(after: Self.pause)
  }

  private func line(_ level: String, _ text: String, _ context: DaemonContext) -> String {
    "\(context.now.nginxText) [\(level)] \(context.process)#\(context.process): \(text)\n"
  }

  mutating func respond(
    to request: HTTPRequest, in context: inout DaemonContext
  ) -> HTTPResponse {
    var place = FileTree.normalised("/usr/share/nginx/html/" + request.plainPath, from: "/")
    if context.isFolder(place) { place += "/index.html" }
    do throws(PodSandbox.FileProblem) {
      return HTTPResponse(body: try context.read(place)).complete(
        server: "nginx", type: ContentType.of(place), at: context.now)
    } catch {
      return HTTPResponse(
        status: 404,
        body: "<html>\r\n<head><title>404 Not Found</title></head>\r\n<body>\r\n<center>"
          + "<h1>404 Not Found</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n"
          + "</html>\r\n"
      ).complete(server: "nginx", type: "text/html", at: context.now)
    }
  }

  func logLine(
    _ request: HTTPRequest, _ response: HTTPResponse, in context: DaemonContext
  ) -> String? {
    ApacheDaemon.accessLine(request, response, in: context, isCombined: true)
  }

  func cpuMicroseconds(for request: NetworkRequest) -> Int64 { request == .open ? 20 : 150 }
}

extension SimTime {
  /// `2026/01/01 12:00:40`
  var nginxText: String { rfc3339.prefix(10).replacing("-", with: "/") + " " + clockText }
}
