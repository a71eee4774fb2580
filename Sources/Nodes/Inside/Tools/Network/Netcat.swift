import Engine

/// busybox's `nc`.
enum Netcat: Tool {
  static let names = ["nc"]
  static let input = ToolInput.always

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let (words, program) = split(call.arguments)
    let options = ToolOptions(words, short: "lkzvnuw:p:i:s:q:N46")
    if let unknown = options.unknown { return call.fail("invalid option -- '\(unknown)'") }
    if options.has("l") { return listen(options, program, &call) }
    guard options.rest.count >= 2 else { return call.fail("no ports specified") }
    guard let port = Int(options.rest[1]), (1...65535).contains(port) else {
      return call.fail("bad port '\(options.rest[1])'")
    }
    let host = options.rest[0]
    let lookup = call.look(for: host)
    guard let address = lookup.address else { return call.failBadAddress(host, lookup) }
    return connect(host, address, port, options, &call)
  }

  /// Everything behind `-e` is the program that talks to whoever connects.
  private static func split(_ words: [String]) -> (options: [String], program: [String]) {
    let place = words.firstIndex { word in
      word.hasPrefix("-") && word.hasSuffix("e") && !word.hasPrefix("--")
    }
    guard let place else { return (words, []) }
    let before = String(words[place].dropLast())
    return (Array(words[..<place]) + (before == "-" ? [] : [before]), Array(words[(place + 1)...]))
  }

  private static func listen(
    _ options: ToolOptions, _ program: [String], _ call: inout ToolCall
  ) -> ToolOutcome {
    let port = (options["p"] ?? options.rest.last).flatMap { Int($0) } ?? 0
    // A second l is an older way to say that it goes on.
    let goesOn = options.has("k") || options.count("l") > 1
    return .serve(
      Server(
        NetcatDaemon(port: port, text: call.input, goesOn: goesOn, program: program)))
  }

  private static func connect(
    _ host: String, _ address: String, _ port: Int, _ options: ToolOptions,
    _ call: inout ToolCall
  ) -> ToolOutcome {
    let place = "\(host) (\(address):\(port))"
    let isProbe = options.has("z")
    let request: NetworkRequest =
      options.has("u") ? .datagram(call.input) : isProbe ? .open : .text(call.input)
    let answer = call.ask(address, port: port, request)
    switch answer {
    case .refused:
      // It says so only to those who want to hear everything; nobody hears of a lost datagram.
      if options.has("u") { return .exit(0) }
      if options.count("v") > 1 { return call.fail("\(place): Connection refused") }
      return .exit(1)
    case .unreachable:
      return .sleepFailing(
        NetworkAnswer.unreachableAfter, "nc: \(place): No route to host\n")
    case .timedOut:
      let limit = options.milliseconds("w") ?? 130_000
      if options.has("u") { return .exit(0) }
      return .sleepFailing(
        .milliseconds(limit), "nc: \(place): Connection timed out\n")
    case .text, .answer, .closed:
      if options.has("v") { call.errors += "\(place) open\n" }
      if !isProbe { call.output = answer.text }
      return .exit(0)
    }
  }
}

/// busybox's `telnet`.
enum Telnet: Tool {
  static let names = ["telnet"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let options = ToolOptions(call.arguments, short: "al:")
    guard let host = options.rest.first else { return call.fail("missing host") }
    let port = options.rest.count > 1 ? Int(options.rest[1]) ?? 23 : 23
    let lookup = call.look(for: host)
    guard let address = lookup.address else { return call.failBadAddress(host, lookup) }
    let answer = call.ask(address, port: port, call.input.isEmpty ? .open : .text(call.input))
    switch answer {
    case .refused:
      return call.fail("can't connect to remote host (\(address)): Connection refused")
    case .unreachable:
      return .sleepFailing(
        NetworkAnswer.unreachableAfter,
        "telnet: can't connect to remote host (\(address)): No route to host\n")
    case .timedOut:
      return .sleepFailing(
        .seconds(130),
        "telnet: can't connect to remote host (\(address)): Connection timed out\n")
    case .text, .answer, .closed:
      call.output = "Connected to \(host)\n" + answer.text
      return .exit(0)
    }
  }
}
