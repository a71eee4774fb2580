import Engine

enum Nginx: Tool {
  static let names = ["nginx"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    if let place = call.arguments.firstIndex(of: "-s"), call.arguments.count > place + 1 {
      let main = call.instance?.processes.first
      if let main, case .serving = main.state {
        call.runner.sandbox.deliver(.terminate, to: main, at: 0, of: call.container, call.now)
      }
      let stamp = String(call.now.rfc3339.prefix(10).map { $0 == "-" ? "/" : $0 })
      let pid = call.runner.process.pid
      call.errors =
        "\(stamp) \(call.now.clockText) [notice] \(pid)#\(pid): signal process started\n"
      return .exit(0)
    }
    if call.arguments.contains("-v") {
      call.errors = "nginx version: nginx/1.27.5\n"
      return .exit(0)
    }
    if call.arguments.contains("-t") {
      call.errors =
        "nginx: the configuration file /etc/nginx/nginx.conf syntax is ok\n"
        + "nginx: configuration file /etc/nginx/nginx.conf test is successful\n"
      return .exit(0)
    }
    return .serve(Server(NginxDaemon()))
  }
}
