import Engine

/// Answers with what it was asked: `traefik/whoami`.
struct WhoamiDaemon: WebDaemon {
  let name = "whoami"
  let port: Int
  let shownName: String

  var ports: [Int] { [port] }

  mutating func step(in context: inout DaemonContext) -> DaemonStep {
    context.print("\(context.now.nginxText) Starting up on port \(port)\n", .err)
    return .serves(until: nil)
  }

  mutating func respond(
    to request: HTTPRequest, in context: inout DaemonContext
  ) -> HTTPResponse {
    if request.plainPath == "/health" { return HTTPResponse(status: 200) }
    var text = shownName.isEmpty ? "" : "Name: \(shownName)\n"
    text += "Hostname: \(context.hostname)\nIP: 127.0.0.1\nIP: \(context.address)\n"
    text += "RemoteAddr: \(context.source):40000\n\(request.method) \(request.path) HTTP/1.1\n"
    text += "Host: \(request.headers["Host"] ?? "")\n"
    for field in request.headers.fields where field.name != "Host" {
      text += "\(field.name): \(field.value)\n"
    }
    return HTTPResponse(body: text + "\n").complete(
      server: nil, type: "text/plain; charset=utf-8", at: context.now)
  }
}

/// Answers with what it was asked: `registry.k8s.io/echoserver`.
struct EchoServerDaemon: WebDaemon {
  let name = "nginx"
  let ports = [8080]

  mutating func respond(
    to request: HTTPRequest, in context: inout DaemonContext
  ) -> HTTPResponse {
    let host = request.headers["Host"] ?? ""
    let headers = request.headers.fields.map { "\t\($0.name.lowercased())=\($0.value)" }.sorted()
    let text = """


      Hostname: \(context.hostname)

      Pod Information:
      \t-no pod information available-

      Server values:
      \tserver_version=nginx: 1.13.3 - lua: 10008

      Request Information:
      \tclient_address=\(context.source)
      \tmethod=\(request.method)
      \treal path=\(request.path)
      \tquery=\(request.path.split(separator: "?", maxSplits: 1).dropFirst().first ?? "")
      \trequest_version=1.1
      \trequest_scheme=http
      \trequest_uri=http://\(host):8080\(request.path)

      Request Headers:
      \(headers.joined(separator: "\n"))

      Request Body:
      \(request.body.isEmpty ? "\t-no body in request-" : request.body)


      """
    return HTTPResponse(body: text).complete(
      server: "echoserver", type: "text/plain", at: context.now)
  }

  func logLine(
    _ request: HTTPRequest, _ response: HTTPResponse, in context: DaemonContext
  ) -> String? { ApacheDaemon.accessLine(request, response, in: context, isCombined: true) }
}

/// The program of Kubernetes' first tutorial.
struct BootcampDaemon: WebDaemon {
  let name = "node"
  let ports = [8080]
  let version: String
  private var requests = 0

  init(version: String) { self.version = version }

  mutating func listens(in context: inout DaemonContext) {
    context.print(
      "Kubernetes Bootcamp App Started At: \(context.now.rfc3339.dropLast()).000Z | Running On:  "
        + "\(context.hostname) \n\n")
  }

  mutating func respond(
    to request: HTTPRequest, in context: inout DaemonContext
  ) -> HTTPResponse {
    requests += 1
    context.print(
      "Running On: \(context.hostname) | Total Requests: \(requests) | App Uptime: "
        + "\(Double(requests)) seconds | Log Time: \(context.now.rfc3339)\n")
    return HTTPResponse(
      body: "Hello Kubernetes bootcamp! | Running on: \(context.hostname) | v=\(version)\n"
    ).complete(server: nil, type: "text/plain", at: context.now)
  }
}

/// `hashicorp/http-echo` and Google's `hello-app`.
struct ExampleDaemon: WebDaemon {
  let name: String
  let ports: [Int]
  let text: String
  let greeting: String
  /// Whether it logs as `http-echo` does.
  let isEcho: Bool

  mutating func listens(in context: inout DaemonContext) {
    context.print("\(context.now.nginxText) \(greeting)\n", .err)
  }

  mutating func receive(
    _ signal: ProcessSignal, in context: inout DaemonContext
  ) -> SignalReaction {
    isEcho ? .ends(status: 0, after: .milliseconds(10)) : .ends(status: 2, after: .milliseconds(10))
  }

  mutating func respond(
    to request: HTTPRequest, in context: inout DaemonContext
  ) -> HTTPResponse {
    if isEcho, request.plainPath == "/health" { return HTTPResponse(body: "{\"status\":\"ok\"}") }
    return HTTPResponse(body: text.replacing("%h", with: context.hostname)).complete(
      server: nil, type: "text/plain; charset=utf-8", at: context.now)
  }

  func logLine(
    _ request: HTTPRequest, _ response: HTTPResponse, in context: DaemonContext
  ) -> String? {
    let host = request.headers["Host"] ?? ""
    return isEcho
      ? "\(context.now.nginxText) \(host) \(context.source):40000 \"\(request.method) "
        + "\(request.path) HTTP/1.1\" 200 \(response.body.utf8.count) \"\(request.agent)\" 20µs\n"
      : "\(context.now.nginxText) Serving request: \(request.path)\n"
  }
}

/// Servers of example images.
enum ExampleServer: Tool {
  static let names = ["http-echo", "hello-app", "whoami-server", "bootcamp-server", "run.sh"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    switch call.name {
    case "whoami-server":
      let port = value("port", call) ?? call.environment["WHOAMI_PORT_NUMBER"] ?? "80"
      return .serve(
        Server(
          WhoamiDaemon(
            port: Int(port) ?? 80,
            shownName: value("name", call) ?? call.environment["WHOAMI_NAME"] ?? "")))
    case "run.sh": return .serve(Server(EchoServerDaemon()))
    case "bootcamp-server":
      let isSecond = call.instance?.image.version == "v2"
      return .serve(Server(BootcampDaemon(version: isSecond ? "2" : "1")))
    case "hello-app":
      let port = Int(call.environment["PORT"] ?? "") ?? 8080
      let version = call.instance?.image.version == "2.0" ? "2.0.0" : "1.0.0"
      return .serve(
        Server(
          ExampleDaemon(
            name: "hello-app", ports: [port],
            text: "Hello, world!\nVersion: \(version)\nHostname: %h\n",
            greeting: "Server listening on port \(port)", isEcho: false)))
    default: return echo(&call)
    }
  }

  private static func value(_ name: String, _ call: ToolCall) -> String? {
    for (place, word) in call.arguments.enumerated() {
      let sides = word.drop { $0 == "-" }.split(separator: "=", maxSplits: 1).map(String.init)
      guard word.hasPrefix("-"), sides.first == name else { continue }
      if sides.count > 1 { return sides[1] }
      return place + 1 < call.arguments.count ? call.arguments[place + 1] : nil
    }
    return nil
  }

  private static func echo(_ call: inout ToolCall) -> ToolOutcome {
    guard let text = value("text", call) ?? call.environment["ECHO_TEXT"] else {
      call.errors = "Missing -text option or ECHO_TEXT env var!\n"
      return .exit(127)
    }
    let place = value("listen", call) ?? ":5678"
    let port = place.split(separator: ":").last.flatMap { Int($0) } ?? 5678
    return .serve(
      Server(
        ExampleDaemon(
          name: "http-echo", ports: [port], text: text + "\n",
          greeting: "[INFO] server is listening on \(place)", isEcho: true)))
  }
}
