/// `nc -l`: sends what it was given to whoever connects, and prints what it hears.
struct NetcatDaemon: Daemon {
  let name = "nc"
  let port: Int
  let text: String
  /// Whether it takes more connections than one.
  let goesOn: Bool

  var ports: [Int] { [port] }

  mutating func answer(
    _ request: NetworkRequest, in context: inout DaemonContext
  ) -> NetworkAnswer {
    switch request {
    case .open: return .text("")
    case .datagram: return .refused
    case .text(let sent):
      hear(sent, in: &context)
      return .text(text)
    case .http(let asked):
      hear(asked.text.replacing("\r\n", with: "\n"), in: &context)
      return page
    }
  }

  private func hear(_ text: String, in context: inout DaemonContext) {
    guard !goesOn else { return }
    context.print(text)
    context.exitStatus = 0
  }

  /// Where its text is no answer of a web server, whoever asks for a page waits in vain.
  private var page: NetworkAnswer {
    let plain = text.replacing("\r\n", with: "\n")
    let words = plain.split(separator: "\n").first?.split(separator: " ") ?? []
    guard words.first?.hasPrefix("HTTP/") ?? false else { return .timedOut }
    let parts = plain.split(separator: "\n\n", maxSplits: 1)
    return .answer(
      HTTPResponse(
        status: words.dropFirst().first.flatMap { Int($0) } ?? 200,
        body: parts.count > 1 ? String(parts[1]) : ""))
  }
}
