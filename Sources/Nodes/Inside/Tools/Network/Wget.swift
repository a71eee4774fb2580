import Engine

/// busybox's `wget`.
enum Wget: Tool {
  static let names = ["wget"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let options = ToolOptions(
      call.arguments, short: "cqSO:T:t:Y:P:U:o:",
      long: [
        "quiet": "q", "continue": "c", "spider": "spider", "server-response": "S",
        "output-document": "O:", "timeout": "T:", "tries": "t:", "proxy": "Y:", "header": "header:",
        "post-data": "data:", "post-file": "file:", "user-agent": "U:",
        "no-check-certificate": "insecure", "no-verbose": "nv", "directory-prefix": "P:",
        "output-file": "o:",
      ])
    if let unknown = options.unknown {
      let shown = unknown.hasPrefix("--") ? "unrecognized option '\(unknown)'" : "\(unknown)"
      return call.fail(unknown.hasPrefix("--") ? shown : "invalid option -- '\(unknown)'")
    }
    guard !options.rest.isEmpty else { return call.fail("missing URL") }
    var fetch = Fetch(options: options, body: body(options, call))
    for url in options.rest {
      let outcome = run(url, &fetch, &call)
      guard case .exit(0) = outcome else { return outcome }
    }
    return .exit(0)
  }

  private static func run(
    _ url: String, _ fetch: inout Fetch, _ call: inout ToolCall
  ) -> ToolOutcome {
    guard var address = WebAddress(url) else {
      return call.fail("not an http or ftp url: \(url)")
    }
    fetch.isConnected = false
    for _ in 0...20 {
      switch fetch.next(address, &call) {
      case .done(let outcome): return outcome
      case .goOn(let next): address = next
      }
    }
    return call.fail("too many redirections")
  }

  private static func body(_ options: ToolOptions, _ call: ToolCall) -> String? {
    if let text = options["data"] { return text }
    guard let path = options["file"] else { return nil }
    return try? call.system.sandbox.read(call.absolute(path), in: call.container)
  }

  private enum Step {
    case done(ToolOutcome)
    case goOn(WebAddress)
  }

  /// One run, which redirections may lead from address to address.
  private struct Fetch {
    let options: ToolOptions
    let body: String?
    /// Whether it has been led on by a server to another path of its own.
    var isConnected = false
    /// Whether something has been saved to the one file that is named for everything.
    private var hasSaved = false

    init(options: ToolOptions, body: String?) {
      self.options = options
      self.body = body
    }

    private var isQuiet: Bool { options.has("q") }

    mutating func next(_ address: WebAddress, _ call: inout ToolCall) -> Step {
      let lookup = call.look(for: address.host)
      guard let found = lookup.address else {
        return .done(call.failBadAddress(address.host, lookup))
      }
      if !isQuiet, !isConnected {
        call.tell("Connecting to \(address.hostHeaderWithPort) (\(found):\(address.port))\n")
      }
      if address.isSecure {
        call.tell("wget: note: TLS certificate validation not implemented\n")
      }
      let answer = call.ask(found, port: address.port, .http(request(to: address)))
      let patience = options.milliseconds("T") ?? 900_000
      switch answer {
      case .refused:
        return .done(call.fail("can't connect to remote host (\(found)): Connection refused"))
      case .unreachable:
        let after = NetworkAnswer.unreachableAfter
        if .milliseconds(patience) < after { return .done(timeOut(patience, &call)) }
        return .done(
          .sleepFailing(
            after, "wget: can't connect to remote host (\(found)): No route to host\n"))
      case .timedOut: return .done(timeOut(patience, &call))
      case .text, .closed: return .done(call.fail("error getting response"))
      case .answer(let response):
        if response.latency > .milliseconds(patience) { return .done(timeOut(patience, &call)) }
        return take(response, from: address, &call)
      }
    }

    private func timeOut(_ milliseconds: Int64, _ call: inout ToolCall) -> ToolOutcome {
      // A minute and a half is as long as the kernel tries to connect.
      guard milliseconds <= 130_000 else {
        return .sleepFailing(
          .seconds(130), "wget: can't connect to remote host: Connection timed out\n")
      }
      return .sleepFailing(.milliseconds(milliseconds), "wget: download timed out\n")
    }

    private func request(to address: WebAddress) -> HTTPRequest {
      var request = HTTPRequest(
        method: body != nil ? "POST" : options.has("spider") ? "HEAD" : "GET", path: address.path,
        headers: [
          "Host": address.hostHeader, "User-Agent": options["U"] ?? "Wget", "Connection": "close",
        ])
      for line in options.all("header") {
        let sides = line.split(separator: ":", maxSplits: 1)
        guard sides.count == 2 else { continue }
        request.headers[String(sides[0])] = String(sides[1].drop { $0 == " " })
      }
      if let body {
        request.headers["Content-Type"] =
          request.headers["Content-Type"] ?? "application/x-www-form-urlencoded"
        request.headers["Content-Length"] = "\(body.utf8.count)"
        request.body = body
      }
      request.isSecure = address.isSecure
      return request
    }

    private mutating func take(
      _ response: HTTPResponse, from address: WebAddress, _ call: inout ToolCall
    ) -> Step {
      let isFailure = response.status >= 400
      if options.has("S") {
        call.tell("  HTTP/1.1 \(response.status) \(response.reason)\n")
        if !isFailure {
          for field in response.headers.fields { call.tell("  \(field.name): \(field.value)\n") }
          call.tell("  \n")
        }
      }
      if (300..<400).contains(response.status), let location = response.headers["Location"] {
        guard let next = address.redirected(to: location) else {
          return .done(call.fail("not an http or ftp url: \(location)"))
        }
        isConnected = !location.contains("://")
        return .goOn(next)
      }
      if isFailure {
        return .done(
          call.fail(
            "server returned error: HTTP/1.1 \(response.status) \(response.reason)"))
      }
      if options.has("spider") {
        if !isQuiet { call.tell("remote file exists\n") }
        return .done(.exit(0))
      }
      let outcome = save(response.body, of: address, &call)
      guard response.latency > .zero, case .exit(0) = outcome else { return .done(outcome) }
      defer { call.output = "" }
      return .done(.sleep(response.latency, status: 0, text: call.output))
    }

    private mutating func save(
      _ body: String, of address: WebAddress, _ call: inout ToolCall
    ) -> ToolOutcome {
      if options["O"] == "-" {
        if !isQuiet { call.tell("writing to stdout\n") }
        call.output += body
        tell(progressOf: body, to: "-", "written to stdout", &call)
        return .exit(0)
      }
      var name = FileTree.name(of: String(address.path.prefix { $0 != "?" }))
      if address.path.hasSuffix("/") || name.isEmpty || name == "/" { name = "index.html" }
      let shown = options["O"] ?? (options["P"].map { "\($0)/\(name)" } ?? name)
      let path = call.absolute(shown)
      if options["O"] == nil, call.system.sandbox.entry(path, in: call.container) != nil {
        return call.fail("can't open '\(shown)': File exists")
      }
      do throws(PodSandbox.FileProblem) {
        try call.system.sandbox.write(
          body, to: path, appending: options["O"] != nil && hasSaved, in: call.container)
        hasSaved = true
      } catch {
        return call.fail("can't open '\(shown)': \(error.rawValue)")
      }
      if !isQuiet { call.tell("saving to '\(shown)'\n") }
      tell(progressOf: body, to: shown, "'\(shown)' saved", &call)
      return .exit(0)
    }

    /// What it says about its progress when it is not told to be quiet.
    private func tell(
      progressOf body: String, to name: String, _ end: String, _ call: inout ToolCall
    ) {
      if isQuiet { return }
      let size = "\(body.utf8.count)"
      let blanks = String(repeating: " ", count: max(0, 6 - size.count))
      let bar = String(repeating: "*", count: 32)
      let shown = String(FileTree.name(of: name).prefix(20)).padding(to: 20)
      call.tell("\(shown) 100% |\(bar)|\(blanks)\(size)  0:00:00 ETA\n\(end)\n")
    }
  }
}

extension WebAddress {
  /// As busybox shows where it connects to.
  fileprivate var hostHeaderWithPort: String { "\(host):\(port)" }
}
