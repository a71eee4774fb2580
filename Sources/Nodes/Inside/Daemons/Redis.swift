import Engine

/// `redis-server [FILE] [--NAME VALUE]…`
enum Redis: Tool {
  static let names = ["redis-server"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let version = call.environment["REDIS_VERSION"] ?? "8.4.0"
    if ["-v", "--version"].contains(call.arguments.first) {
      call.output = "Redis server v=\(version) sha=00000000:1 malloc=jemalloc-5.3.0 bits=64\n"
      return .exit(0)
    }
    var settings = RedisSettings()
    settings.set("dir", call.runner.process.folder)
    var arguments = call.arguments[...]
    if let path = arguments.first, !path.hasPrefix("-") {
      arguments = arguments.dropFirst()
      guard let text = try? call.runner.sandbox.read(call.absolute(path), in: call.container) else {
        call.errors = "Fatal error, can't open config file '\(call.absolute(path))': "
        call.errors += PodSandbox.FileProblem.missing.rawValue + "\n"
        return .exit(1)
      }
      settings.read(text)
    }
    settings.read(arguments: Array(arguments))
    return .serve(Server(RedisDaemon(settings: settings, version: version)))
  }
}

/// `redis-cli [-h HOST] [-p PORT] [-a PASSWORD] [COMMAND…]`; without a command it reads commands.
enum RedisClient: Tool {
  static let names = ["redis-cli"]
  static let input = ToolInput(valued: "hpan")

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    var host = "127.0.0.1"
    var port = 6379
    var password = call.environment["REDISCLI_AUTH"]
    var rest = call.arguments[...]
    while let word = rest.first, word.hasPrefix("-") {
      rest = rest.dropFirst()
      switch word {
      case "-h": host = rest.popFirst() ?? host
      case "-p": port = rest.popFirst().flatMap { Int($0) } ?? port
      case "-a", "--pass":
        password = rest.popFirst()
        call.errors =
          call.arguments.contains("--no-auth-warning")
          ? ""
          : "Warning: Using a password with '-a' or '-u' option on the command line interface may "
            + "not be safe.\n"
      case "-n", "-u": _ = rest.popFirst()
      case "-v", "--version":
        call.output = "redis-cli \(call.environment["REDIS_VERSION"] ?? "8.4.0")\n"
        return .exit(0)
      default: break
      }
    }
    let commands = rest.isEmpty ? RedisWords.commands(call.input) : [Array(rest)]
    var wire = password.map { RedisWords.wireText(["AUTH", $0]) } ?? ""
    wire += commands.map(RedisWords.wireText).joined()
    guard let address = Destination.resolve(host, call) else {
      call.errors +=
        "Could not connect to Redis at \(host):\(port): Name or service not known\n"
      return .exit(1)
    }
    let answer = call.ask(address, port: port, .text(wire))
    guard case .text(let text) = answer else { return refused(answer, host, port, &call) }
    var replies = RedisReply.read(text)
    if password != nil, let first = replies.first {
      replies.removeFirst()
      if case .error(let why) = first { call.errors += "AUTH failed: \(why)\n" }
    }
    call.output = replies.map(\.plainText).joined()
    return .exit(0)
  }

  private static func refused(
    _ answer: NetworkAnswer, _ host: String, _ port: Int, _ call: inout ToolCall
  ) -> ToolOutcome {
    switch answer {
    case .timedOut:
      return .sleepFailing(
        .seconds(130),
        "Could not connect to Redis at \(host):\(port): Connection timed out\n")
    case .unreachable:
      call.errors += "Could not connect to Redis at \(host):\(port): No route to host\n"
    case .refused:
      call.errors += "Could not connect to Redis at \(host):\(port): Connection refused\n"
    case .closed, .answer, .text: call.errors += "Error: Server closed the connection\n"
    }
    return .exit(1)
  }
}
