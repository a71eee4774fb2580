import Engine

/// The server of an image that a user has described.
struct OwnDaemon: WebDaemon {
  let server: OwnServer
  /// What texts may name as `$(NAME)`.
  let environment: [(name: String, value: String)]
  private var startedAt: SimTime?
  /// Until when it has work, in microseconds since 1970.
  private var busyUntil: Int64 = 0

  init(_ server: OwnServer, environment: [(name: String, value: String)]) {
    self.server = server
    self.environment = environment
  }

  var name: String { server.name }
  var ports: [Int] { server.ports }
  var idleDemand: ProcessDemand? {
    ProcessDemand(cpuMillis: server.cpuMillis, memoryBytes: server.memoryBytes)
  }

  private var crashesAt: SimTime? {
    guard let startedAt, let crash = server.crash else { return nil }
    return startedAt + crash.after
  }

  mutating func step(in context: inout DaemonContext) -> DaemonStep {
    let begin = startedAt ?? context.now
    if startedAt == nil {
      startedAt = begin
      for name in server.needs where !environment.contains(where: { $0.name == name }) {
        context.print("\(server.name): environment variable \(name) is not set\n", .err)
        return .ends(status: 1)
      }
    }
    if let crash = server.crash, context.now >= begin + crash.after {
      if !crash.message.isEmpty { context.print(expanded(crash.message) + "\n", .err) }
      return .ends(status: crash.exitCode & 255)
    }
    let ready = begin + server.startsAfter
    guard context.now >= ready else {
      return .starts(until: crashesAt.map { min($0, ready) } ?? ready)
    }
    return .serves(until: crashesAt)
  }

  mutating func listens(in context: inout DaemonContext) {
    for line in server.startLog { context.print(expanded(line) + "\n") }
  }

  mutating func receive(
    _ signal: ProcessSignal, in context: inout DaemonContext
  ) -> SignalReaction {
    if signal == .hangUp || (signal == .terminate && server.ignoresTerm) { return .goesOn }
    return .ends(status: 0, after: server.stopsAfter)
  }

  mutating func respond(
    to request: HTTPRequest, in context: inout DaemonContext
  ) -> HTTPResponse {
    let type = "text/plain; charset=utf-8"
    guard let answer = server.answers.first(where: { $0.matches(request) }) else {
      return HTTPResponse(status: 404, body: "404 page not found\n").complete(
        server: nil, type: type, at: context.now)
    }
    if let span = answer.failsAfter, let startedAt, context.now >= startedAt + span {
      return HTTPResponse(status: 500, body: "failing since \(span.goText)\n").complete(
        server: nil, type: type, at: context.now)
    }
    var thinking = answer.latency + work(in: context)
    for address in answer.asks {
      let reply = ask(expanded(address), in: &context)
      thinking = thinking + reply.latency
      guard reply.status >= 400 else { continue }
      return HTTPResponse(status: reply.status, body: reply.body, latency: thinking).complete(
        server: nil, type: type, at: context.now)
    }
    var text = answer.text
    if text.contains("$(") {
      text = expanded(
        text,
        [
          ("REQUEST_PATH", request.path), ("REQUEST_METHOD", request.method),
          ("CLIENT", context.source), ("REQUEST_BODY", request.body),
        ])
    }
    var response = HTTPResponse(status: answer.status, body: text, latency: thinking)
    response.countsWork = true
    return response.complete(server: nil, type: type, at: context.now)
  }

  /// How long the work on a request takes: those before it come first, and a container that may
  /// use less than a core works more slowly. Nobody queues for longer than half a minute.
  private mutating func work(in context: DaemonContext) -> SimSpan {
    let limit = context.sandbox.containers[context.container]?.cpuLimitMillis ?? 1000
    let own = server.cpuEachRequest.milliseconds * 1000
    let arrival = context.now.milliseconds * 1000
    let begin = min(max(arrival, busyUntil), arrival + 30_000_000)
    let longer = own.multipliedClamped(by: 1000) / Int64(max(min(limit, 1000), 1))
    busyUntil = begin.addingClamped(longer)
    return .milliseconds((busyUntil - arrival) / 1000)
  }

  private func expanded(_ text: String, _ more: [(name: String, value: String)] = []) -> String {
    CommandExpansion(environment: environment + more).expanded(text)
  }

  func logLine(
    _ request: HTTPRequest, _ response: HTTPResponse, in context: DaemonContext
  ) -> String? {
    guard server.logsRequests else { return nil }
    return "\(context.now.rfc3339) \(context.source) \(request.method) \(request.path) "
      + "\(response.status)\n"
  }

  func cpuMicroseconds(for request: NetworkRequest) -> Int64 {
    request == .open ? 20 : server.cpuEachRequest.milliseconds * 1000
  }
}

/// Starts the server of an image that a user has described; its name is the image's matter.
enum OwnProgram: Tool {
  static let names: [String] = []

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    guard let server = call.instance?.image.server else {
      return call.fail("not found", status: 127)
    }
    if let limit = call.instance?.memoryLimitBytes, server.memoryBytes > limit {
      return .outOfMemory
    }
    return .serve(Server(OwnDaemon(server, environment: call.environment.entries)))
  }
}
