import Engine

/// Apache's `httpd`, with the pages of one folder.
struct ApacheDaemon: WebDaemon {
  let name = "httpd"
  let ports = [80]
  let version: String
  static let folder = "/usr/local/apache2/htdocs"

  mutating func step(in context: inout DaemonContext) -> DaemonStep {
    let complaint =
      "AH00558: httpd: Could not reliably determine the server's fully qualified domain name, "
      + "using \(context.address). Set the 'ServerName' directive globally to suppress this "
      + "message\n"
    context.print(complaint + complaint, .err)
    return .serves(until: nil)
  }

  mutating func isRefused(
    port: Int, refusals: Int, in context: inout DaemonContext
  ) -> PortRefusal {
    context.print(
      "(98)Address already in use: AH00072: make_sock: could not bind to address [::]:\(port)\n"
        + "(98)Address already in use: AH00072: make_sock: could not bind to address 0.0.0.0:"
        + "\(port)\nno listening sockets available, shutting down\n"
        + "AH00015: Unable to open logs\n", .err)
    return .ends(status: 1)
  }

  mutating func listens(in context: inout DaemonContext) {
    context.print(
      notice(
        "mpm_event", "AH00489: Apache/\(version) (Unix) configured -- resuming normal operations",
        context)
        + notice("core", "AH00094: Command line: 'httpd -D FOREGROUND'", context), .err)
  }

  mutating func receive(
    _ signal: ProcessSignal, in context: inout DaemonContext
  ) -> SignalReaction {
    switch signal {
    case .hangUp, .user1:
      context.print(
        notice("mpm_event", "AH00493: SIGUSR1 received.  Doing graceful restart", context), .err)
      return .goesOn
    case .interrupt, .kill, .terminate:
      context.print(
        notice("mpm_event", "AH00491: caught SIGTERM, shutting down", context), .err)
      return .ends(status: 0, after: .milliseconds(10))
    case .window, .quit:
      context.print(
        notice("mpm_event", "AH00492: caught SIGWINCH, shutting down gracefully", context), .err)
      return .ends(status: 0, after: .milliseconds(10))
    case .abort, .user2, .segmentation, .brokenPipe, .alarm, .child, .goOn, .stop, .terminalStop:
      return .goesOn
    }
  }

  private func notice(_ module: String, _ text: String, _ context: DaemonContext) -> String {
    "[\(context.now.apacheText)] [\(module):notice] [pid \(context.process):tid \(context.process)]"
      + " \(text)\n"
  }

  mutating func respond(
    to request: HTTPRequest, in context: inout DaemonContext
  ) -> HTTPResponse {
    var place = FileTree.normalised(Self.folder + "/" + request.plainPath, from: "/")
    if context.isFolder(place) { place = FileTree.normalised("index.html", from: place) }
    do throws(PodSandbox.FileProblem) {
      return HTTPResponse(body: try context.read(place)).complete(
        server: server, type: ContentType.of(place), at: context.now)
    } catch {
      return HTTPResponse(
        status: 404,
        body: "<!DOCTYPE HTML PUBLIC \"-//IETF//DTD HTML 2.0//EN\">\n<html><head>\n"
          + "<title>404 Not Found</title>\n</head><body>\n<h1>Not Found</h1>\n"
          + "<p>The requested URL was not found on this server.</p>\n</body></html>\n"
      ).complete(server: server, type: "text/html; charset=iso-8859-1", at: context.now)
    }
  }

  private var server: String { "Apache/\(version) (Unix)" }

  func logLine(
    _ request: HTTPRequest, _ response: HTTPResponse, in context: DaemonContext
  ) -> String? {
    Self.accessLine(request, response, in: context, isCombined: false)
  }

  static func accessLine(
    _ request: HTTPRequest, _ response: HTTPResponse, in context: DaemonContext, isCombined: Bool
  ) -> String {
    let line =
      "\(context.source) - - [\(context.now.accessLogText)] \"\(request.method) \(request.path) "
      + "HTTP/1.1\" \(response.status) \(response.body.utf8.count)"
    return line
      + (isCombined
        ? " \"\(request.headers["Referer"] ?? "-")\" \"\(request.agent)\"\n" : "\n")
  }

  func cpuMicroseconds(for request: NetworkRequest) -> Int64 { request == .open ? 20 : 150 }
}

enum Apache: Tool {
  static let names = ["httpd-foreground"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    .serve(
      Server(ApacheDaemon(version: call.environment["HTTPD_VERSION"] ?? "2.4.66")))
  }
}

extension SimTime {
  /// `Thu Jan 01 12:00:40.000000 2026`
  fileprivate var apacheText: String {
    // Thu, 01 Jan 2026 12:00:40 +0000
    let parts = rfc1123.split { ", ".contains($0) }
    let fraction = rfc3339Micro.split(separator: ".").last?.dropLast() ?? "000000"
    return "\(parts[0]) \(parts[2]) \(parts[1]) \(clockText).\(fraction) \(parts[3])"
  }
}
