import Engine

/// memcached, with what is stored in it.
struct MemcachedDaemon: Daemon {
  private struct Item: Hashable, Sendable {
    var text: String
    var flags: String
    var expiresAt: SimTime?
  }

  let name = "memcached"
  let port: Int
  let version: String
  private var items: [String: Item] = [:]
  private var startedAt = SimTime(milliseconds: 0)
  private var gets = 0
  private var hits = 0
  private var sets = 0
  private static let mostItems = 10_000

  init(port: Int, version: String) {
    self.port = port
    self.version = version
  }

  var ports: [Int] { [port] }

  mutating func step(in context: inout DaemonContext) -> DaemonStep {
    startedAt = context.now
    return .serves(until: nil)
  }

  mutating func isRefused(
    port: Int, refusals: Int, in context: inout DaemonContext
  ) -> PortRefusal {
    context.print(
      "failed to listen on TCP port \(port): Address already in use\n", .err)
    return .ends(status: 71)
  }

  mutating func receive(
    _ signal: ProcessSignal, in context: inout DaemonContext
  ) -> SignalReaction {
    if signal == .hangUp { return .goesOn }
    context.print("Signal handled: \(signal == .interrupt ? "Interrupt" : "Terminated").\n", .err)
    return .ends(status: 0, after: .milliseconds(10))
  }

  mutating func reply(to request: HTTPRequest, in context: inout DaemonContext) -> NetworkAnswer {
    .text("ERROR\r\n")
  }

  mutating func reply(to text: String, in context: inout DaemonContext) -> NetworkAnswer {
    for (key, item) in items {
      if let end = item.expiresAt, end <= context.now { items[key] = nil }
    }
    var lines = text.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).map(String.init)[...]
    var answer = ""
    while let line = lines.popFirst() {
      let words = line.split(separator: " ").map(String.init)
      guard let verb = words.first else { continue }
      if verb == "quit" { break }
      answer += run(verb, Array(words.dropFirst()), &lines, context.now)
    }
    return .text(answer)
  }

  private mutating func run(
    _ verb: String, _ words: [String], _ lines: inout ArraySlice<String>, _ now: SimTime
  ) -> String {
    switch verb {
    case "set", "add", "replace":
      guard words.count >= 4, let data = lines.popFirst() else { return "ERROR\r\n" }
      return store(verb, words, data, now)
    case "get", "gets": return words.map { read($0) }.joined() + "END\r\n"
    case "delete":
      guard let key = words.first else { return "ERROR\r\n" }
      return items.removeValue(forKey: key) == nil ? "NOT_FOUND\r\n" : "DELETED\r\n"
    case "incr", "decr":
      guard words.count > 1 else { return "ERROR\r\n" }
      guard let step = UInt64(words[1]) else {
        return "CLIENT_ERROR invalid numeric delta argument\r\n"
      }
      guard let item = items[words[0]] else { return "NOT_FOUND\r\n" }
      guard let old = UInt64(item.text) else {
        return "CLIENT_ERROR cannot increment or decrement non-numeric value\r\n"
      }
      let new = verb == "incr" ? old &+ step : old.subtractingClamped(step)
      items[words[0]]?.text = "\(new)"
      return "\(new)\r\n"
    case "flush_all":
      items = [:]
      return "OK\r\n"
    case "version": return "VERSION \(version)\r\n"
    case "stats": return stats(now)
    default: return "ERROR\r\n"
    }
  }

  private mutating func store(
    _ verb: String, _ words: [String], _ data: String, _ now: SimTime
  ) -> String {
    sets += 1
    guard Int(words[3]) == data.utf8.count else { return "CLIENT_ERROR bad data chunk\r\n" }
    let isThere = items[words[0]] != nil
    guard verb == "set" || isThere == (verb == "replace"), items.count < Self.mostItems else {
      return "NOT_STORED\r\n"
    }
    let seconds = Int64(words[2]) ?? 0
    items[words[0]] = Item(
      text: data, flags: words[1], expiresAt: seconds > 0 ? now + .seconds(seconds) : nil)
    return "STORED\r\n"
  }

  private mutating func read(_ key: String) -> String {
    gets += 1
    guard let item = items[key] else { return "" }
    hits += 1
    return "VALUE \(key) \(item.flags) \(item.text.utf8.count)\r\n\(item.text)\r\n"
  }

  private func stats(_ now: SimTime) -> String {
    let all = [
      ("pid", "1"), ("uptime", "\((now - startedAt).seconds)"), ("time", "\(now.seconds)"),
      ("version", version), ("cmd_get", "\(gets)"), ("cmd_set", "\(sets)"),
      ("get_hits", "\(hits)"), ("get_misses", "\(gets - hits)"), ("curr_items", "\(items.count)"),
      ("limit_maxbytes", "67108864"),
    ]
    return all.map { "STAT \($0.0) \($0.1)\r\n" }.joined() + "END\r\n"
  }
}

enum Memcached: Tool {
  static let names = ["memcached"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let (flags, _) = call.options(valued: "pmcutlUoI")
    let version = call.environment["MEMCACHED_VERSION"] ?? "1.6.39"
    if flags["V"] != nil {
      call.output = "memcached \(version)\n"
      return .exit(0)
    }
    let port = flags["p"].flatMap { Int($0) } ?? 11_211
    return .serve(Server(MemcachedDaemon(port: port, version: version)))
  }
}
