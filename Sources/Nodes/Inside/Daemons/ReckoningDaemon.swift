/// The example of the autoscaler's documentation: every request is answered with a computation.
struct ReckoningDaemon: WebDaemon {
  let name = "apache2"
  let ports = [80]

  mutating func respond(
    to request: HTTPRequest, in context: inout DaemonContext
  ) -> HTTPResponse {
    HTTPResponse(body: "OK!").complete(
      server: "Apache/2.4.25 (Debian)", type: "text/html; charset=UTF-8", at: context.now)
  }

  func logLine(
    _ request: HTTPRequest, _ response: HTTPResponse, in context: DaemonContext
  ) -> String? {
    ApacheDaemon.accessLine(request, response, in: context, isCombined: true)
  }

  func cpuMicroseconds(for request: NetworkRequest) -> Int64 { request == .open ? 20 : 10_000 }
}

enum ReckoningServer: Tool {
  static let names = ["apache2-foreground"]

  static func run(_ call: inout ToolCall) -> ToolOutcome { .serve(Server(ReckoningDaemon())) }
}
