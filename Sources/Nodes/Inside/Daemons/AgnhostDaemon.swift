/// The test image of Kubernetes: `agnhost netexec`, `agnhost serve-hostname`, `agnhost pause`.
enum Agnhost: Tool {
  static let names = ["agnhost"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    switch call.arguments.first {
    case "pause", nil: .serve(Server(SilentDaemon(name: "pause")))
    case "serve-hostname": .serve(Server(TextDaemon(name: "agnhost", ports: [9376], text: "%h\n")))
    case .some: .serve(Server(TextDaemon(name: "agnhost", ports: [8080], text: "%h\n")))
    }
  }
}
