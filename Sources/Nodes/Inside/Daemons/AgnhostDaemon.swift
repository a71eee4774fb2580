import Engine

/// `agnhost netexec`: answers what tests of Kubernetes ask.
struct AgnhostDaemon: WebDaemon {
  let name = "agnhost"
  let port: Int
  private var startedAt: SimTime?
  private var isReady = true

  init(port: Int) { self.port = port }

  var ports: [Int] { [port] }

  mutating func step(in context: inout DaemonContext) -> DaemonStep {
    startedAt = context.now
    context.print(
      "I\(context.now.kubernetesLogText)       1 log.go:195] Started HTTP server on port \(port)\n",
      .err)
    return .serves(until: nil)
  }

  mutating func respond(
    to request: HTTPRequest, in context: inout DaemonContext
  ) -> HTTPResponse {
    let query = Query(request.path)
    switch request.plainPath {
    case "/": return page("NOW: \(context.now.goClockText)", context)
    case "/hostname", "/hostName": return page(context.hostname, context)
    case "/clientip": return page("\(context.source):40000", context)
    case "/echo":
      let text = query["msg"] ?? ""
      return page(text, context, status: query["code"].flatMap { Int($0) } ?? 200)
    case "/header": return page(request.headers[query["key"] ?? ""] ?? "", context)
    case "/healthz": return page("", context, status: isReady ? 200 : 412)
    case "/exit":
      context.exitStatus = (query["code"].flatMap { Int($0) } ?? 0) & 255
      return page("", context)
    case "/redirect":
      var response = page("", context, status: query["code"].flatMap { Int($0) } ?? 302)
      response.headers["Location"] = query["location"] ?? "/"
      return response
    case "/shell", "/dial", "/shutdown", "/upload":
      return page("podlab: \(request.plainPath) is left out\n", context, status: 501)
    default: return page("404 page not found\n", context, status: 404)
    }
  }

  private func page(_ text: String, _ context: DaemonContext, status: Int = 200) -> HTTPResponse {
    HTTPResponse(status: status, body: text).complete(
      server: nil, type: "text/plain; charset=utf-8", at: context.now)
  }

  func logLine(
    _ request: HTTPRequest, _ response: HTTPResponse, in context: DaemonContext
  ) -> String? {
    "I\(context.now.kubernetesLogText)       1 log.go:195] GET \(request.path)\n"
  }
}

/// `agnhost liveness`: healthy for ten seconds, and then not any more.
struct LivenessDaemon: WebDaemon {
  let name = "agnhost"
  let ports = [8080]
  private var startedAt: SimTime?
  private static let healthySpan = SimSpan.seconds(10)

  mutating func step(in context: inout DaemonContext) -> DaemonStep {
    startedAt = context.now
    return .serves(until: nil)
  }

  mutating func respond(
    to request: HTTPRequest, in context: inout DaemonContext
  ) -> HTTPResponse {
    let age = context.now - (startedAt ?? context.now)
    guard request.plainPath == "/healthz" else {
      return HTTPResponse(body: (startedAt ?? context.now).goClockText)
    }
    guard age > Self.healthySpan else { return HTTPResponse(body: "ok") }
    return HTTPResponse(status: 500, body: "error: \(age.milliseconds / 1000).0")
  }
}

/// Values behind the question mark of a path.
private struct Query {
  private var values: [String: String] = [:]

  init(_ path: String) {
    for pair in path.split(separator: "?", maxSplits: 1).dropFirst().first?.split(separator: "&")
      ?? []
    {
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      values[String(sides[0])] =
        sides.count > 1
        ? String(sides[1]).replacing("+", with: " ").replacing("%20", with: " ") : ""
    }
  }

  subscript(name: String) -> String? { values[name] }
}

extension SimTime {
  /// `0101 12:00:40.000000`, as Kubernetes' own programs begin a line.
  var kubernetesLogText: String {
    let day = rfc3339.dropFirst(5).prefix(5).filter { $0 != "-" }
    return "\(day) \(clockText).\(rfc3339Micro.split(separator: ".").last?.prefix(6) ?? "000000")"
  }

  /// `2026-01-01 12:00:40 +0000 UTC`, as Go prints a time.
  var goClockText: String { "\(rfc3339.prefix(10)) \(clockText) +0000 UTC" }
}

/// The test image of Kubernetes: `agnhost netexec`, `serve-hostname`, `liveness`, `pause`, …
enum Agnhost: Tool {
  static let names = ["agnhost"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let port = option("http-port", call) ?? option("port", call)
    switch call.arguments.first {
    case "pause", nil: return .serve(Server(SilentDaemon(name: "pause")))
    case "serve-hostname":
      return .serve(Server(TextDaemon(name: "agnhost", ports: [port ?? 9376], text: "%h")))
    case "netexec", "test-webserver":
      return .serve(
        Server(AgnhostDaemon(port: port ?? (call.arguments[0] == "netexec" ? 8080 : 80))))
    case "liveness": return .serve(Server(LivenessDaemon()))
    case "grpc-health-checking":
      return .serve(
        Server(
          HealthDaemon(
            port: option("port", call) ?? 5000, controlPort: option("http-port", call) ?? 8080)))
    case "connect": return connect(&call)
    case "--help", "help":
      call.output = "Usage:\n  app [command]\n"
      return .exit(0)
    case "--version":
      call.output = "agnhost version \(call.instance?.image.version ?? "2.60")\n"
      return .exit(0)
    case let word?:
      call.errors = "podlab: agnhost \(word) is left out\n"
      return .exit(1)
    }
  }

  private static func option(_ name: String, _ call: ToolCall) -> Int? {
    for (place, word) in call.arguments.enumerated() {
      if word.hasPrefix("--\(name)=") { return Int(word.dropFirst(name.count + 3)) }
      if word == "--\(name)", place + 1 < call.arguments.count {
        return Int(call.arguments[place + 1])
      }
    }
    return nil
  }

  /// `agnhost connect HOST:PORT [--timeout=5s]`: says nothing when it could.
  private static func connect(_ call: inout ToolCall) -> ToolOutcome {
    guard let target = call.arguments.dropFirst().first(where: { !$0.hasPrefix("-") }) else {
      return call.fail("missing target")
    }
    let parts = target.split(separator: ":").map(String.init)
    guard parts.count == 2, let port = Int(parts[1]) else { return call.fail("bad target") }
    guard let address = Destination.resolve(parts[0], call) else {
      call.errors = "DNS: lookup \(parts[0]): no such host\n"
      return .exit(1)
    }
    switch call.ask(address, port: port, .open) {
    case .refused: call.errors = "REFUSED\n"
    case .timedOut: return .sleepFailing(.seconds(5), "TIMEOUT\n")
    case .unreachable: call.errors = "OTHER: no route to host\n"
    case .closed, .answer, .text: return .exit(0)
    }
    return .exit(1)
  }
}
