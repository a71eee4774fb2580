import Engine

/// `redis-cli [-h HOST] [-p PORT] [-a PASSWORD] [COMMAND…]`; without a command it reads commands.
enum RedisClient: Tool {
  static let names = ["redis-cli", "valkey-cli"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    var target = RedisTarget()
    target.password = call.environment["REDISCLI_AUTH"]
    var rest = call.arguments[...]
    while let word = rest.first, word.hasPrefix("-") {
      rest = rest.dropFirst()
      switch word {
      case "-h": target.host = rest.popFirst() ?? target.host
      case "-p": target.port = rest.popFirst().flatMap { Int($0) } ?? target.port
      case "-a", "--pass":
        target.password = rest.popFirst()
        if !call.arguments.contains("--no-auth-warning") {
          call.errors =
            "Warning: Using a password with '-a' or '-u' option on the command line interface may "
            + "not be safe.\n"
        }
      case "-n", "-u": _ = rest.popFirst()
      case "-v", "--version":
        call.output = "redis-cli \(call.environment["REDIS_VERSION"] ?? "8.4.0")\n"
        return .exit(0)
      default: break
      }
    }
    guard !rest.isEmpty else { return .program(RedisSession(target)) }
    return target.tell(Array(rest), isShown: call.system.isTerminal(1), &call)
  }
}

/// The server that a client talks to.
struct RedisTarget: Hashable, Sendable {
  var host = "127.0.0.1"
  var port = 6379
  var password: String?

  /// Gives a command and prints what comes back.
  func tell(_ words: [String], isShown: Bool, _ call: inout ToolCall) -> ToolOutcome {
    var wire = password.map { RedisWords.wireText(["AUTH", $0]) } ?? ""
    wire += RedisWords.wireText(words)
    guard let address = Destination.resolve(host, call) else {
      call.errors += "Could not connect to Redis at \(host):\(port): Name or service not known\n"
      return .exit(1)
    }
    let answer = call.ask(address, port: port, .text(wire))
    guard case .text(let text) = answer else { return refused(answer, &call) }
    var replies = RedisReply.read(text)
    if password != nil, let first = replies.first {
      replies.removeFirst()
      if case .error(let why) = first { call.errors += "AUTH failed: \(why)\n" }
    }
    call.output += replies.map { isShown ? $0.shownText() : $0.plainText }.joined()
    return .exit(0)
  }

  private func refused(_ answer: NetworkAnswer, _ call: inout ToolCall) -> ToolOutcome {
    let begin = "Could not connect to Redis at \(host):\(port): "
    switch answer {
    case .timedOut: return .sleepFailing(.seconds(130), begin + "Connection timed out\n")
    case .unreachable: return .sleepFailing(.seconds(3), begin + "No route to host\n")
    case .refused: call.errors += begin + "Connection refused\n"
    case .closed, .answer, .text: call.errors += "Error: Server closed the connection\n"
    }
    return .exit(1)
  }
}

/// redis-cli while it reads commands: with a prompt on a terminal, without one elsewhere.
struct RedisSession: Program {
  private var target: RedisTarget
  private var isAsked = false
  private var line: [UInt8] = []

  init(_ target: RedisTarget) { self.target = target }

  mutating func run(_ system: inout SystemCalls) -> ProgramOutcome {
    let isTerminal = system.isTerminal(0)
    while !system.mustPause {
      if isTerminal, !isAsked {
        system.write("\(target.host):\(target.port)> ", to: 1)
        isAsked = true
      }
      switch system.readLine(0) {
      case .wouldBlock: return .wait(.readable(0))
      case .end, .failed:
        if !line.isEmpty, let status = take(&system, isTerminal) { return .exit(status) }
        if isTerminal { system.write("\n", to: 1) }
        return .exit(0)
      case .bytes(let bytes):
        line += bytes
        guard bytes.last == UInt8(ascii: "\n") else { continue }
        if let status = take(&system, isTerminal) { return .exit(status) }
        isAsked = false
      }
    }
    return .goOn
  }

  /// Gives the command of the line that has been read; the status when that was the last one.
  private mutating func take(_ system: inout SystemCalls, _ isTerminal: Bool) -> Int? {
    let text = String(decoding: line, as: UTF8.self)
    line = []
    guard let words = RedisWords.split(text.filter { !$0.isNewline }) else {
      system.write("Invalid argument(s)\n", to: 1)
      return nil
    }
    guard let first = words.first else { return nil }
    if ["quit", "exit"].contains(first.lowercased()) { return 0 }
    var call = ToolCall(system: system, words: ["redis-cli"] + words)
    // The call alone has the files now, so that it need not copy them to change them.
    system.sandbox.containers = [:]
    system.sandbox.volumes = [:]
    _ = target.tell(words, isShown: isTerminal, &call)
    system = call.system
    call.system.sandbox.containers = [:]
    call.system.sandbox.volumes = [:]
    // Whoever has said who they are stays known for as long as they talk.
    if first.uppercased() == "AUTH", call.output.hasPrefix("OK") { target.password = words.last }
    system.write(call.output, to: 1)
    system.write(call.errors, to: 2)
    return nil
  }
}
