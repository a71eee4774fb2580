/// Listens, and speaks a language of its own that nobody here understands.
struct SilentDaemon: Daemon {
  let name: String
  var ports: [Int] = []
}

enum Pause: Tool {
  static let names = ["pause"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    .serve(Server(SilentDaemon(name: "pause")))
  }
}
