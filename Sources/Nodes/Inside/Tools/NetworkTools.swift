import Engine

/// Where a name or address of the network leads, seen from one pod.
struct Destination {
  var address: String
  var port: Int
  var path = "/"

  /// Reads `http://host:port/path`; nil when the host has no address.
  init?(url: String, _ call: ToolCall) {
    var rest = url
    for scheme in ["http://", "https://"] where rest.hasPrefix(scheme) {
      rest = String(rest.dropFirst(scheme.count))
    }
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    if slash != rest.endIndex { path = String(rest[slash...]) }
    let parts = rest[..<slash].split(separator: ":", omittingEmptySubsequences: false)
    port = parts.count > 1 ? Int(parts[1]) ?? 80 : url.hasPrefix("https") ? 443 : 80
    guard let found = Self.resolve(String(parts.first ?? ""), call) else { return nil }
    address = found
  }

  func request(_ host: String, _ agent: String) -> HTTPRequest {
    HTTPRequest(path: path, headers: ["Host": host, "User-Agent": agent])
  }

  /// The host part of a URL.
  static func host(of url: String) -> String {
    let rest = url.split(separator: "//", maxSplits: 1).last ?? ""
    return rest.split { "/:".contains($0) }.first.map(String.init) ?? ""
  }

  static func resolve(_ host: String, _ call: ToolCall) -> String? {
    let sandbox = call.runner.sandbox
    if host == "localhost" { return "127.0.0.1" }
    if host == sandbox.hostname || host == sandbox.fullHostname { return sandbox.address }
    if let alias = sandbox.aliases.first(where: { $0.names.contains(host) }) {
      return alias.address
    }
    let isAddress =
      host.split(separator: ".").count == 4 && host.allSatisfy { $0.isNumber || $0 == "." }
    if isAddress { return host }
    return call.runner.network.resolve(host, from: sandbox.namespace)
  }
}

extension ToolCall {
  /// Sends a request where it leads: into this pod, or out of it.
  mutating func ask(
    _ address: String, port: Int, _ request: NetworkRequest
  ) -> NetworkAnswer {
    let own = runner.sandbox.address
    // A Service may lead back to the pod that asks.
    if let endpoint = runner.network.endpoint(of: address, port: port, from: own, at: now),
      endpoint.address == own
    {
      return runner.sandbox.ask(port: endpoint.port, request, from: own, at: now)
    }
    if address.hasPrefix("127.") || address == own {
      let source = address == own ? own : "127.0.0.1"
      return runner.sandbox.ask(port: port, request, from: source, at: now)
    }
    return runner.network.ask(address, port: port, request, from: own, at: now)
  }
}

enum Wget: Tool {
  static let names = ["wget"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let (flags, rest) = call.options(valued: "OTt")
    guard let url = rest.first else { return call.fail("missing URL") }
    let host = Destination.host(of: url)
    guard let destination = Destination(url: url, call) else {
      call.errors += "wget: bad address '\(host)'\n"
      return .exit(1)
    }
    let isQuiet = flags["q"] != nil
    let place = "\(destination.address):\(destination.port)"
    if !isQuiet { call.errors += "Connecting to \(host):\(destination.port) (\(place))\n" }
    let answer = call.ask(
      destination.address, port: destination.port, .http(destination.request(host, "Wget")))
    switch answer {
    case .refused:
      return call.fail("can't connect to remote host (\(destination.address)): Connection refused")
    case .timedOut:
      let seconds = flags["T"].flatMap { Int64($0) } ?? 900
      call.runner.write("", to: .nowhere)
      return .sleepFailing(.seconds(seconds), "wget: download timed out\n")
    case .text, .closed:
      return call.fail("error getting response: Connection reset by peer")
    case .answer(let response):
      if response.status >= 400 {
        return call.fail("server returned error: HTTP/1.1 \(response.status) \(response.reason)")
      }
      return save(response.body, flags["O"], destination, isQuiet: isQuiet, &call)
    }
  }

  private static func save(
    _ body: String, _ target: String?, _ destination: Destination, isQuiet: Bool,
    _ call: inout ToolCall
  ) -> ToolOutcome {
    if target == "-" {
      call.output = body
      if !isQuiet { tell("writing to stdout", "-", body, "written to stdout", &call) }
      return .exit(0)
    }
    var name = FileTree.name(of: destination.path)
    if name == "/" { name = "index.html" }
    let path = call.absolute(target ?? name)
    let shown = target ?? name
    if !isQuiet { tell("saving to '\(shown)'", shown, body, "'\(shown)' saved", &call) }
    try? call.runner.sandbox.write(body, to: path, appending: false, in: call.container)
    return .exit(0)
  }
}

extension Wget {
  /// What it says about its progress when it is not told to be quiet.
  private static func tell(
    _ begin: String, _ name: String, _ body: String, _ end: String, _ call: inout ToolCall
  ) {
    let size = "\(body.utf8.count)"
    let blanks = String(repeating: " ", count: max(0, 6 - size.count))
    let bar = String(repeating: "*", count: 32)
    call.errors +=
      "\(begin)\n\(name.padding(to: 20)) 100% |\(bar)|\(blanks)\(size)  0:00:00 ETA\n\(end)\n"
  }
}

extension ToolOutcome {
  /// Waits, then fails with a sentence on standard error.
  static func sleepFailing(_ span: SimSpan, _ text: String, status: Int = 1) -> ToolOutcome {
    let words = text.isEmpty ? "" : "echo '\(text.dropLast().replacing("'", with: ""))' >&2; "
    return .shell(
      script: "sleep \(Double(span.milliseconds) / 1000); \(words)exit \(status)", name: "sh",
      arguments: [])
  }
}

enum Curl: Tool {
  static let names = ["curl"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let (flags, rest) = call.options(valued: "owmHXd")
    guard let url = rest.first(where: { !$0.hasPrefix("-") }) else {
      call.errors = "curl: (2) no URL specified\n"
      return .exit(2)
    }
    let host = Destination.host(of: url)
    let isSilent = flags["s"] != nil && flags["S"] == nil
    func failed(_ status: Int, _ text: String, _ call: inout ToolCall) -> ToolOutcome {
      if !isSilent { call.errors += "curl: (\(status)) \(text)\n" }
      return .exit(status)
    }
    guard let destination = Destination(url: url, call) else {
      return failed(6, "Could not resolve host: \(host)", &call)
    }
    let port = destination.port
    let answer = call.ask(
      destination.address, port: port, .http(destination.request(host, "curl/8.5.0")))
    switch answer {
    case .refused:
      return failed(
        7, "Failed to connect to \(host) port \(port) after 0 ms: Couldn't connect to server", &call
      )
    case .timedOut:
      let milliseconds = Int64((flags["m"].flatMap { Double($0) } ?? 130) * 1000)
      let text = "curl: (28) Connection timed out after \(milliseconds) milliseconds"
      return .sleepFailing(.milliseconds(milliseconds), isSilent ? "" : text + "\n", status: 28)
    case .closed: return failed(52, "Empty reply from server", &call)
    case .text: return failed(1, "Received HTTP/0.9 when not allowed", &call)
    case .answer(let response):
      if response.status >= 400, flags["f"] != nil {
        return failed(22, "The requested URL returned error: \(response.status)", &call)
      }
      show(response, flags, &call)
      return .exit(0)
    }
  }

  private static func show(
    _ response: HTTPResponse, _ flags: [Character: String], _ call: inout ToolCall
  ) {
    let body = response.body
    if let path = flags["o"] {
      try? call.runner.sandbox.write(
        body, to: call.absolute(path), appending: false, in: call.container)
    } else if flags["I"] != nil || flags["i"] != nil {
      call.output = "HTTP/1.1 \(response.status) \(response.reason)\r\n\(response.headers.text)"
      call.output += flags["i"] == nil ? "\r\n" : "\r\n" + body
    } else {
      call.output = body
    }
    if let format = flags["w"] {
      call.output += Printf.unescaped(format.replacing("%{http_code}", with: "\(response.status)"))
    }
  }
}

enum Netcat: Tool {
  static let names = ["nc"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let (flags, rest) = call.options(valued: "pwe")
    if flags["l"] != nil {
      let port = flags["p"].flatMap { Int($0) } ?? rest.last.flatMap { Int($0) } ?? 0
      return .serve(
        Server(
          NetcatDaemon(
            port: port, text: call.input, goesOn: flags["k"] != nil || flags["e"] != nil)))
    }
    guard rest.count >= 2, let port = Int(rest[1]) else { return call.fail("missing port") }
    guard let address = Destination.resolve(rest[0], call) else {
      return call.fail("bad address '\(rest[0])'")
    }
    let request: NetworkRequest = flags["z"] != nil ? .open : .text(call.input)
    let answer = call.ask(address, port: port, request)
    switch answer {
    case .refused: return .exit(1)
    case .timedOut:
      let seconds = flags["w"].flatMap { Int64($0) } ?? 130
      return .sleepFailing(
        .seconds(seconds), "nc: \(rest[0]) (\(address):\(port)): Connection timed out\n")
    case .closed: return .exit(0)
    case .text, .answer:
      if flags["z"] != nil || flags["v"] != nil {
        call.errors = "\(rest[0]) (\(address):\(port)) open\n"
      }
      if flags["z"] == nil { call.output = answer.text }
      return .exit(0)
    }
  }
}

enum Telnet: Tool {
  static let names = ["telnet"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    guard call.arguments.count >= 2, let port = Int(call.arguments[1]),
      let address = Destination.resolve(call.arguments[0], call)
    else { return call.fail("bad address '\(call.arguments.first ?? "")'") }
    switch call.ask(address, port: port, .open) {
    case .refused, .timedOut:
      return call.fail("can't connect to remote host (\(address)): Connection refused")
    case .text, .answer, .closed:
      call.output = "Connected to \(call.arguments[0])\n"
      return .exit(0)
    }
  }
}

enum Ping: Tool {
  static let names = ["ping"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let (flags, rest) = call.options(valued: "cwW")
    guard let host = rest.first, let address = Destination.resolve(host, call) else {
      return call.fail("bad address '\(rest.first ?? "")'")
    }
    let count = min(flags["c"].flatMap { Int($0) } ?? 4, 100)
    let isLocal = address.hasPrefix("127.") || address == call.runner.sandbox.address
    let answers = isLocal || call.runner.network.isThere(address)
    var text = "PING \(host) (\(address)): 56 data bytes\n"
    if answers {
      for number in 0..<count {
        text += "64 bytes from \(address): seq=\(number) ttl=\(isLocal ? 64 : 62) time=0.429 ms\n"
      }
    }
    text += "\n--- \(host) ping statistics ---\n"
    text += "\(count) packets transmitted, \(answers ? count : 0) packets received, "
    text += "\(answers ? 0 : 100)% packet loss\n"
    if answers { text += "round-trip min/avg/max = 0.429/0.429/0.429 ms\n" }
    return .sleep(.seconds(Int64(count - (answers ? 1 : 0))), status: answers ? 0 : 1, text: text)
  }
}

enum Lookup: Tool {
  static let names = ["nslookup"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    guard let host = call.arguments.first else { return call.fail("missing host") }
    guard call.runner.network.hasDNS else {
      return .sleepFailing(.seconds(10), ";; connection timed out; no servers could be reached\n")
    }
    call.output = "Server:\t\t10.96.0.10\nAddress:\t10.96.0.10:53\n\n"
    let domain = "\(call.runner.sandbox.namespace).svc.cluster.local"
    let parts = host.split(separator: ".").count
    let full =
      parts == 1
      ? "\(host).\(domain)"
      : parts == 2 ? "\(host).svc.cluster.local" : parts == 3 ? "\(host).cluster.local" : host
    guard let address = Destination.resolve(host, call) else {
      call.output += "** server can't find \(full): NXDOMAIN\n\n"
      return .exit(1)
    }
    call.output += "Name:\t\(full)\nAddress: \(address)\n\n"
    return .exit(0)
  }
}

enum Netstat: Tool {
  static let names = ["netstat"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    call.output =
      "Active Internet connections (only servers)\n"
      + "Proto Recv-Q Send-Q Local Address           Foreign Address         State       \n"
    for listener in call.runner.sandbox.listeners {
      let place = "\(listener.bindAddress):\(listener.port)".padding(to: 24)
      call.output += "tcp        0      0 \(place)0.0.0.0:*               LISTEN      \n"
    }
    return .exit(0)
  }
}
