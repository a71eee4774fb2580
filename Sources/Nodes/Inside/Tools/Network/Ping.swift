import Engine

/// busybox's `ping`.
enum Ping: Tool {
  static let names = ["ping"]

  /// A packet's length is a number of 16 bits.
  private static let mostBytes = 65_535

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let options = ToolOptions(call.arguments, short: "c:w:W:i:s:I:t:q4" + "6A")
    if let unknown = options.unknown { return call.fail("invalid option -- '\(unknown)'") }
    for letter in ["c", "s", "t"] {
      guard let text = options[letter], Int(text).map({ $0 >= 0 }) != true else { continue }
      return call.fail("invalid number '\(text)'")
    }
    if let text = options["s"], Int(text) ?? 0 > Self.mostBytes {
      return call.fail("number \(text) is not in 0..\(Self.mostBytes) range")
    }
    guard let host = options.rest.first else { return call.fail("missing host") }
    let lookup = call.look(for: host)
    guard let address = lookup.address else { return call.failBadAddress(host, lookup) }
    var pings = PingProgram(host: host, address: address, startedAt: call.now)
    pings.count = options["c"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    pings.pause = .milliseconds(max(options.milliseconds("i") ?? 1000, 200))
    pings.patience = .milliseconds(options.milliseconds("W") ?? 10_000)
    pings.end = options.milliseconds("w").map { call.now + .milliseconds($0) }
    pings.size = options["s"].flatMap { Int($0) } ?? 56
    pings.isQuiet = options.has("q")
    return .program(pings)
  }
}

/// A `ping` at work: a packet every second, until it has been answered often enough.
struct PingProgram: Program {
  let host: String
  let address: String
  let startedAt: SimTime
  /// Nil for ever.
  var count: Int?
  var pause = SimSpan.seconds(1)
  /// How long the answer to the last packet is waited for.
  var patience = SimSpan.seconds(10)
  /// When it ends, whatever has been answered.
  var end: SimTime?
  var size = 56
  var isQuiet = false
  private var sent = 0
  private var received = 0
  /// When the last packet was sent, if no answer to it has come.
  private var unansweredSince: SimTime?

  init(host: String, address: String, startedAt: SimTime) {
    self.host = host
    self.address = address
    self.startedAt = startedAt
  }

  mutating func run(_ system: inout SystemCalls) -> ProgramOutcome {
    system.handle(.interrupt, .caught)
    let isInterrupted = system.nextSignal() != nil
    if sent == 0 { system.write("PING \(host) (\(address)): \(size) data bytes\n", to: 1) }
    let client = NetworkClient(system.sandbox)
    let isOwn = address.hasPrefix("127.") || address == client.address
    let isOver = isInterrupted || end.map { system.now >= $0 } ?? false
    while !isOver, nextAt <= system.now, count.map({ sent < $0 }) ?? true {
      let answers = isOwn || system.network.answersToPings(address, from: client)
      if answers {
        received += 1
        let hops = isOwn ? 0 : system.network.hops(to: address, from: client)
        if !isQuiet { system.write(line(isOwn: isOwn, hops: hops), to: 1) }
      }
      unansweredSince = answers ? nil : system.now
      sent += 1
    }
    if isOver || isDone(at: system.now) {
      system.write(statistics(isOwn: isOwn), to: 1)
      return .exit(received > 0 ? 0 : 1)
    }
    return .wait(.until(nextLook))
  }

  private var nextAt: SimTime { startedAt + .milliseconds(Int64(sent) * pause.milliseconds) }

  private func isDone(at now: SimTime) -> Bool {
    guard let count, sent >= count else { return false }
    return unansweredSince.map { now >= $0 + patience } ?? true
  }

  private var nextLook: SimTime {
    let isLast = count.map { sent >= $0 } ?? false
    let next = isLast ? unansweredSince.map { $0 + patience } ?? nextAt : nextAt
    return end.map { min($0, next) } ?? next
  }

  private func line(isOwn: Bool, hops: Int) -> String {
    "\(size + 8) bytes from \(address): seq=\(sent) ttl=\(64 - hops) "
      + "time=\(Self.time(isOwn)) ms\n"
  }

  private static func time(_ isOwn: Bool) -> String { isOwn ? "0.054" : "0.429" }

  private func statistics(isOwn: Bool) -> String {
    let lost = sent == 0 ? 0 : (sent - received) * 100 / sent
    let time = Self.time(isOwn)
    return "\n--- \(host) ping statistics ---\n"
      + "\(sent) packets transmitted, \(received) packets received, \(lost)% packet loss\n"
      + (received > 0 ? "round-trip min/avg/max = \(time)/\(time)/\(time) ms\n" : "")
  }
}
