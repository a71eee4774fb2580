import Engine
import Objects

/// One run of `curl`, which redirections may lead from address to address.
struct CurlTransfer {
  static let version = "8.5.0"

  enum Step {
    case done(ToolOutcome)
    case goOn(WebAddress)
  }

  private let options: ToolOptions
  private var remoteAddress = ""
  private var redirections = 0

  init(_ options: ToolOptions) { self.options = options }

  private var isVerbose: Bool { options.has("v") }
  private var isSilent: Bool { options.has("s") && !options.has("S") }

  /// Ends with a status, saying why unless it is to be silent.
  func fail(_ status: Int, _ text: String, _ call: inout ToolCall) -> ToolOutcome {
    if !isSilent { call.errors += "curl: (\(status)) \(text)\n" }
    writeOut(nil, nil, &call)
    return .exit(status)
  }

  private func fail(
    _ status: Int, after milliseconds: Int64, _ text: String, _ call: inout ToolCall
  ) -> ToolOutcome {
    writeOut(nil, nil, &call)
    return .sleepFailing(
      .milliseconds(milliseconds), isSilent ? "" : "curl: (\(status)) \(text)\n", status: status)
  }

  mutating func next(_ address: WebAddress, _ call: inout ToolCall) -> Step {
    let lookup =
      pinned(address).map { NameLookup.found([$0], name: address.host) }
      ?? call.look(for: address.host)
    guard let found = lookup.address else {
      let text = "Could not resolve host: \(address.host)"
      guard case .failed(let after) = lookup, after > .zero else {
        if isVerbose { call.errors += "* \(text)\n* Closing connection\n" }
        return .done(fail(6, text, &call))
      }
      return .done(fail(6, after: after.milliseconds, text, &call))
    }
    remoteAddress = found
    if isVerbose { call.errors += "*   Trying \(found):\(address.port)...\n" }
    let request = request(to: address)
    let answer = call.ask(found, port: address.port, .http(request))
    let place = "\(address.host) port \(address.port)"
    switch answer {
    case .refused, .unreachable:
      return .done(unconnected(answer, found, place, address.port, &call))
    case .timedOut: return .done(timeOut(place, &call))
    case .closed, .text:
      tellConnection(address, request, &call)
      return .done(
        answer.text.isEmpty
          ? fail(52, "Empty reply from server", &call)
          : fail(1, "Received HTTP/0.9 when not allowed", &call))
    case .answer(let response):
      if address.isSecure, !options.has("k"), options["cacert"] == nil {
        return .done(distrust(&call))
      }
      tellConnection(address, request, &call)
      return take(response, request, from: address, &call)
    }
  }

  /// Nobody takes the connection: somebody says so at once, or the node finds it out.
  private func unconnected(
    _ answer: NetworkAnswer, _ found: String, _ place: String, _ port: Int, _ call: inout ToolCall
  ) -> ToolOutcome {
    let took = answer == .refused ? 0 : NetworkAnswer.unreachableAfter.milliseconds
    let limits = [options.milliseconds("m"), options.milliseconds("connect")].compactMap(\.self)
    if let limit = limits.min(), limit < took { return timeOut(place, &call) }
    let why = answer == .refused ? "Connection refused" : "No route to host"
    let text = "Failed to connect to \(place) after \(took) ms: Couldn't connect to server"
    if isVerbose {
      call.errors += "* connect to \(found) port \(port) failed: \(why)\n* \(text)\n"
      call.errors += "* Closing connection\n"
    }
    return took == 0 ? fail(7, text, &call) : fail(7, after: took, text, &call)
  }

  private func distrust(_ call: inout ToolCall) -> ToolOutcome {
    let outcome = fail(
      60, "SSL certificate problem: unable to get local issuer certificate", &call)
    guard !isSilent else { return outcome }
    call.errors += """
      More details here: https://curl.se/docs/sslcerts.html

      curl failed to verify the legitimacy of the server and therefore could not
      establish a secure connection to it. To learn more about this situation and
      how to fix it, please visit the web page mentioned above.

      """
    return outcome
  }

  /// `--resolve host:port:address`
  private func pinned(_ address: WebAddress) -> String? {
    for entry in options.all("resolve") {
      let parts = entry.split(separator: ":").map(String.init)
      guard parts.count == 3, parts[0] == address.host || parts[0] == "*",
        Int(parts[1]) == address.port
      else { continue }
      return parts[2]
    }
    return nil
  }

  private func timeOut(_ place: String, _ call: inout ToolCall) -> ToolOutcome {
    let whole = options.milliseconds("m")
    let connect = options.milliseconds("connect")
    let limit = min(whole ?? 130_000, connect ?? 130_000)
    if limit == 130_000 {
      return fail(
        28, after: limit,
        "Failed to connect to \(place) after \(limit) ms: Couldn't connect to server", &call)
    }
    if let connect, connect == limit, connect != whole {
      return fail(
        28, after: limit,
        "Failed to connect to \(place) after \(limit) ms: Timeout was reached", &call)
    }
    return fail(28, after: limit, "Connection timed out after \(limit) milliseconds", &call)
  }

  // MARK: - What is sent

  private func request(to address: WebAddress) -> HTTPRequest {
    var body = (options.all("d") + options.all("json")).joined(separator: "&")
    var path = address.path
    if options.has("G"), !body.isEmpty {
      path += (path.contains("?") ? "&" : "?") + body
      body = ""
    }
    let method =
      options["X"] ?? (options.has("I") ? "HEAD" : body.isEmpty ? "GET" : "POST")
    var request = HTTPRequest(
      method: method, path: path,
      headers: [
        "Host": address.hostHeader, "User-Agent": options["A"] ?? "curl/\(Self.version)",
        "Accept": "*/*",
      ], body: body)
    if !body.isEmpty {
      request.headers["Content-Length"] = "\(body.utf8.count)"
      request.headers["Content-Type"] =
        options.has("json") ? "application/json" : "application/x-www-form-urlencoded"
    }
    if let cookie = options["b"] { request.headers["Cookie"] = cookie }
    if let user = options["u"] {
      request.headers["Authorization"] = "Basic \(Base64.encode(user))"
    }
    for line in options.all("H") {
      let sides = line.split(separator: ":", maxSplits: 1)
      let value = sides.count == 2 ? String(sides[1].drop { $0 == " " }) : ""
      if let name = sides.first { request.headers[String(name)] = value.isEmpty ? nil : value }
    }
    request.isSecure = address.isSecure
    return request
  }

  private func tellConnection(
    _ address: WebAddress, _ request: HTTPRequest, _ call: inout ToolCall
  ) {
    guard isVerbose else { return }
    call.errors += "* Connected to \(address.host) (\(remoteAddress)) port \(address.port)\n"
    call.errors += "> \(request.method) \(request.path) HTTP/1.1\n"
    for field in request.headers.fields { call.errors += "> \(field.name): \(field.value)\n" }
    call.errors += "> \n"
  }

  // MARK: - What comes back

  private mutating func take(
    _ response: HTTPResponse, _ request: HTTPRequest, from address: WebAddress,
    _ call: inout ToolCall
  ) -> Step {
    if let limit = options.milliseconds("m"), response.latency.milliseconds > limit {
      return .done(
        fail(
          28, after: limit,
          "Operation timed out after \(limit) milliseconds with 0 bytes received", &call))
    }
    if isVerbose {
      call.errors += "< HTTP/1.1 \(response.status) \(response.reason)\n"
      for field in response.headers.fields { call.errors += "< \(field.name): \(field.value)\n" }
      call.errors += "< \n"
    }
    if (300..<400).contains(response.status), options.has("L"),
      let location = response.headers["Location"], let next = address.redirected(to: location)
    {
      redirections += 1
      return .goOn(next)
    }
    let isFailure = response.status >= 400
    if !(isFailure && options.has("f")) { show(response, request, address, &call) }
    if isVerbose { call.errors += "* Connection #0 to host \(address.host) left intact\n" }
    if isFailure, options.has("f") || options.has("failbody") {
      if !isSilent {
        call.errors += "curl: (22) The requested URL returned error: \(response.status)\n"
      }
      writeOut(response, address, &call)
      return .done(.exit(22))
    }
    writeOut(response, address, &call)
    guard response.latency > .zero else { return .done(.exit(0)) }
    defer { call.output = "" }
    return .done(.sleep(response.latency, status: 0, text: call.output))
  }

  private func show(
    _ response: HTTPResponse, _ request: HTTPRequest, _ address: WebAddress,
    _ call: inout ToolCall
  ) {
    var text = ""
    if options.has("i") || options.has("I") {
      text = "HTTP/1.1 \(response.status) \(response.reason)\r\n\(response.headers.text)\r\n"
    }
    if request.method != "HEAD" { text += response.body }
    var target = options["o"]
    if target == nil, options.has("O") { target = FileTree.name(of: address.path) }
    guard let target, target != "-" else {
      call.output += text
      return
    }
    if target == "/dev/null" { return }
    do throws(PodSandbox.FileProblem) {
      try call.system.sandbox.write(
        text, to: call.absolute(target), appending: false, in: call.container)
    } catch {
      call.errors += "curl: (23) Failure writing output to destination\n"
    }
  }

  /// `-w`: what is told at the end; without an answer the numbers are zero.
  private func writeOut(
    _ response: HTTPResponse?, _ address: WebAddress?, _ call: inout ToolCall
  ) {
    guard let format = options["w"] else { return }
    let seconds = response.map { SimSpanText.seconds($0.latency.milliseconds + 1) } ?? "0.000000"
    let status = response.map { "\($0.status)" } ?? "000"
    let known: [String: String] = [
      "http_code": status, "response_code": status,
      "size_download": "\(response?.body.utf8.count ?? 0)",
      "url_effective": address?.text ?? "", "url": address?.text ?? "", "remote_ip": remoteAddress,
      "remote_port": address.map { "\($0.port)" } ?? "0", "time_total": seconds,
      "time_connect": response == nil ? "0.000000" : "0.000412",
      "time_starttransfer": seconds, "time_namelookup": "0.000031",
      "num_redirects": "\(redirections)", "content_type": response?.headers["Content-Type"] ?? "",
      "http_version": response == nil ? "0" : "1.1", "method": "GET", "exitcode": "0",
    ]
    var text = format
    for (name, value) in known.sorted(by: { $0.key < $1.key }) {
      text = text.replacing("%{\(name)}", with: value)
    }
    call.output += Printf.unescaped(text)
  }
}

/// Durations as `curl -w` writes them.
private enum SimSpanText {
  /// `0.001000`
  static func seconds(_ milliseconds: Int64) -> String {
    let rest = "\(milliseconds % 1000)"
    return "\(milliseconds / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)000"
  }
}
