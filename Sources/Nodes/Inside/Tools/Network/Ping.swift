import Engine

/// busybox's `ping`.
enum Ping: Tool {
  static let names = ["ping"]

  /// Whoever names no count is not listened to for ever.
  private static let mostPackets = 1000

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let options = ToolOptions(call.arguments, short: "c:w:W:i:s:I:t:q4" + "6A")
    if let unknown = options.unknown { return call.fail("invalid option -- '\(unknown)'") }
    guard let host = options.rest.first else { return call.fail("missing host") }
    let lookup = call.look(for: host)
    guard let address = lookup.address else { return call.failBadAddress(host, lookup) }
    let pause = max(options.milliseconds("i") ?? 1000, 200)
    let deadline = options.milliseconds("w")
    var count = options["c"].flatMap { Int($0) } ?? deadline.map { Int($0 / pause) } ?? 4
    if let deadline { count = min(count, max(1, Int(deadline / pause))) }
    count = min(max(count, 1), mostPackets)
    let answers = call.isThere(address)
    let isLocal = address.hasPrefix("127.") || address == call.client.address
    let size = options["s"].flatMap { Int($0) } ?? 56
    var text = "PING \(host) (\(address)): \(size) data bytes\n"
    let time = isLocal ? "0.054" : "0.429"
    if answers, !options.has("q") {
      for number in 0..<count {
        text +=
          "\(size + 8) bytes from \(address): seq=\(number) ttl=\(isLocal ? 64 : 62) "
          + "time=\(time) ms\n"
      }
    }
    text += "\n--- \(host) ping statistics ---\n"
    text += "\(count) packets transmitted, \(answers ? count : 0) packets received, "
    text += "\(answers ? 0 : 100)% packet loss\n"
    if answers { text += "round-trip min/avg/max = \(time)/\(time)/\(time) ms\n" }
    let last = answers ? 0 : deadline == nil ? options.milliseconds("W") ?? 10_000 : 0
    let span = SimSpan.milliseconds(Int64(count - 1) * pause + last)
    return .sleep(span, status: answers ? 0 : 1, text: text)
  }
}
