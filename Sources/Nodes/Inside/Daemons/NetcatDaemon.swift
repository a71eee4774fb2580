import Engine

/// `nc -l`: sends what it was given to whoever connects, and prints what it hears; or lets a
/// program talk to whoever connects.
struct NetcatDaemon: Daemon {
  let name = "nc"
  let port: Int
  let text: String
  /// Whether it takes more connections than one.
  let goesOn: Bool
  /// What is run for each connection; empty for nothing.
  var program: [String] = []

  var ports: [Int] { [port] }
  var handledSignals: [ProcessSignal] { [] }

  /// No program talks for longer than that to one who waits.
  private static let longestTalk = SimSpan.seconds(5)

  mutating func reply(to text: String, in context: inout DaemonContext) -> NetworkAnswer {
    .text(words(for: text, in: &context))
  }

  mutating func reply(to request: HTTPRequest, in context: inout DaemonContext) -> NetworkAnswer {
    page(words(for: request.text, in: &context))
  }

  /// What goes back to whoever sent something.
  private func words(for sent: String, in context: inout DaemonContext) -> String {
    if !goesOn { context.exitStatus = 0 }
    if program.isEmpty {
      context.print(sent.replacing("\r\n", with: "\n"))
      return text
    }
    guard var network = context.network else { return "" }
    let outcome = context.sandbox.execute(
      program, in: context.container, stdin: sent, at: context.now, network: &network,
      limit: Self.longestTalk)
    context.network = network
    for chunk in outcome.chunks where chunk.stream == .err { context.print(chunk.text, .err) }
    return outcome.chunks.filter { $0.stream == .out }.map(\.text).joined()
  }

  /// Where its text is no answer of a web server, whoever asks for a page waits in vain.
  private func page(_ text: String) -> NetworkAnswer {
    let plain = text.replacing("\r\n", with: "\n")
    let words = plain.split(separator: "\n").first?.split(separator: " ") ?? []
    guard words.first?.hasPrefix("HTTP/") ?? false else {
      return plain.isEmpty ? .timedOut : .text(text)
    }
    var response = HTTPResponse(
      status: words.dropFirst().first.flatMap { Int($0) } ?? 200,
      reason: words.count > 2 ? words[2...].joined(separator: " ") : nil)
    var lines = plain.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
    while let line = lines.popFirst(), !line.isEmpty {
      let sides = line.split(separator: ":", maxSplits: 1)
      guard sides.count == 2 else { continue }
      response.headers[String(sides[0])] = String(sides[1].drop { $0 == " " })
    }
    response.body = lines.joined(separator: "\n")
    return .answer(response)
  }
}
