import Engine
import Kubectl
import Nodes
import Objects
import Simulation

/// A request from the user's own machine, shown as curl shows it.
enum CurlCommand: Command {
  static let name = "curl"
  static let usage = ["curl [-s] [-i] [-I] [-f] [-m SECONDS] [-o FILE] [-w FORMAT] URL"]
  static let summary = "ask a forwarded port or a node's port, from outside the cluster"
  static let details = """
    It sits where you sit: localhost:PORT leads through kubectl port-forward, and a node's name or
    address to NodePorts, hostPorts and pods on the host's network. Addresses of pods and Services
    cannot be reached from here; kubectl exec goes in and asks from there.
    """
  static let examples = [
    "curl localhost:8080", "curl -s -o /dev/null -w '%{http_code}\\n' worker-1:30080",
  ]
  static let section = CommandSection.looking

  static func takes(after words: [String]) -> CommandWords { .places }

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    let options: OptionReader
    do throws(OptionProblem) {
      options = try OptionReader(
        call.arguments, for: "curl", flags: "sSiIfkLvg", values: "omwXdHAu",
        long: [
          "silent": "s", "show-error": "S", "include": "i", "head": "I", "fail": "f",
          "insecure": "k", "location": "L", "verbose": "v", "output": "o", "max-time": "m",
          "connect-timeout": "m", "write-out": "w", "request": "X", "data": "d", "header": "H",
          "user-agent": "A",
        ])
    } catch {
      session.complain(error.message)
      return error.status
    }
    let run = CurlRun(options)
    guard let url = options.operands.first else { return run.fail(2, "no URL specified", &session) }
    guard let target = OutsideRequest(url: url) else {
      return run.fail(3, "URL rejected: Malformed input to a URL function", &session)
    }
    return run.ask(target, in: &session)
  }
}

/// One run of curl.
private struct CurlRun {
  let options: OptionReader

  init(_ options: OptionReader) {
    self.options = options
  }

  private func value(_ name: String) -> String? {
    options.options.last { $0.name == name }?.value
  }

  func fail(_ status: Int32, _ text: String, _ session: inout Session) -> Int32 {
    if !options.has("s") || options.has("S") { session.complain("curl: (\(status)) \(text)") }
    return status
  }

  private func request(to target: OutsideRequest) -> HTTPRequest {
    let data = value("d")
    let method = value("X") ?? (options.has("I") ? "HEAD" : data == nil ? "GET" : "POST")
    let isUsual = target.port == 80
    var headers: HTTPHeaders = [
      "Host": isUsual ? target.host : "\(target.host):\(target.port)",
      "User-Agent": value("A") ?? "curl/8.5.0", "Accept": "*/*",
    ]
    if let data {
      headers["Content-Length"] = "\(data.utf8.count)"
      headers["Content-Type"] = "application/x-www-form-urlencoded"
    }
    for option in options.options where option.name == "H" {
      let sides = option.value.split(separator: ":", maxSplits: 1)
      if sides.count == 2 { headers[String(sides[0])] = String(sides[1].drop { $0 == " " }) }
    }
    return HTTPRequest(method: method, path: target.path, headers: headers, body: data ?? "")
  }

  func ask(_ target: OutsideRequest, in session: inout Session) -> Int32 {
    let place = "\(target.host) port \(target.port)"
    switch target.send(request(to: target), in: &session) {
    case .unresolved: return fail(6, "Could not resolve host: \(target.host)", &session)
    case .refused:
      return fail(
        7, "Failed to connect to \(place) after 0 ms: Couldn't connect to server", &session)
    case .timedOut: return timeOut(place, in: &session)
    case .emptyReply: return fail(52, "Empty reply from server", &session)
    case .gibberish: return fail(1, "Received HTTP/0.9 when not allowed", &session)
    case .answer(let response):
      if let ended = session.pass(until: session.now + response.latency) { return ended }
      return show(response, in: &session)
    }
  }

  private func timeOut(_ place: String, in session: inout Session) -> Int32 {
    let limit = value("m").flatMap { Double($0) }
    let span = SimSpan.seconds(fractional: max(0, limit ?? 135))
    if let ended = session.pass(until: session.now + span) { return ended }
    return fail(
      28,
      limit == nil
        ? "Failed to connect to \(place) after \(span.milliseconds) ms: Couldn't connect to server"
        : "Connection timed out after \(span.milliseconds) milliseconds", &session)
  }

  private func show(_ response: HTTPResponse, in session: inout Session) -> Int32 {
    if options.has("f"), response.status >= 400 {
      return fail(22, "The requested URL returned error: \(response.status)", &session)
    }
    var text = ""
    if options.has("i") || options.has("I") {
      text =
        "HTTP/1.1 \(response.status) \(response.reason)\n"
        + response.headers.text.replacing("\r\n", with: "\n") + "\n"
    }
    if !options.has("I") { text += response.body }
    var status: Int32 = 0
    if let path = value("o"), path != "-" {
      if path != "/dev/null" {
        do throws(HostProblem) {
          try session.host.writeFile(path, text, false)
        } catch {
          status = fail(23, "Failure writing output to destination", &session)
        }
      }
    } else {
      session.put(text)
    }
    if let format = value("w") { session.put(written(format, response)) }
    return status
  }

  private func written(_ format: String, _ response: HTTPResponse) -> String {
    format.replacing("%{http_code}", with: "\(response.status)")
      .replacing("%{response_code}", with: "\(response.status)")
      .replacing("%{size_download}", with: "\(response.body.utf8.count)")
      .replacing(
        "%{time_total}", with: "0." + String(String(1000 + response.latency.milliseconds).suffix(3))
      )
      .replacing("\\n", with: "\n").replacing("\\t", with: "\t")
  }
}
