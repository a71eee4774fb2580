import Engine

/// `redis-server [FILE] [--NAME VALUE]…`
enum Redis: Tool {
  static let names = ["redis-server", "valkey-server"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let version = call.environment["REDIS_VERSION"] ?? "8.4.0"
    if ["-v", "--version"].contains(call.arguments.first) {
      call.output = "Redis server v=\(version) sha=00000000:1 malloc=jemalloc-5.3.0 bits=64\n"
      return .exit(0)
    }
    var settings = RedisSettings()
    settings.set("dir", call.system.process.folder)
    var arguments = call.arguments[...]
    if let path = arguments.first, !path.hasPrefix("-") {
      arguments = arguments.dropFirst()
      guard let text = try? call.system.sandbox.read(call.absolute(path), in: call.container) else {
        call.errors = "Fatal error, can't open config file '\(call.absolute(path))': "
        call.errors += PodSandbox.FileProblem.missing.rawValue + "\n"
        return .exit(1)
      }
      settings.read(text)
    }
    settings.read(arguments: Array(arguments))
    return .serve(Server(RedisDaemon(settings: settings, version: version)))
  }
}
