/// Listens, and speaks a language of its own that nobody here understands.
struct SilentDaemon: Daemon {
  let name: String
  var ports: [Int] = []

  mutating func answer(
    _ request: NetworkRequest, in context: inout DaemonContext
  ) -> NetworkAnswer {
    switch request {
    case .datagram: .refused
    case .open: .text("")
    case .http, .text: .closed
    }
  }
}

enum Pause: Tool {
  static let names = ["pause"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    .serve(Server(SilentDaemon(name: "pause")))
  }
}
