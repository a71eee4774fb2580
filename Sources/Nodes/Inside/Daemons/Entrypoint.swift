/// The script that many images begin with: it prepares what the program behind it needs, and lets
/// that take its place.
enum Entrypoint: Tool {
  static let names = ["docker-entrypoint.sh", "entrypoint.sh"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let arguments = meant(call)
    guard let program = arguments.first else { return .exit(0) }
    switch FileTree.name(of: program) {
    case "nginx":
      NginxPreparation.run(&call)
      return become(Nginx.self, arguments, &call)
    case "redis-server", "valkey-server": return become(Redis.self, arguments, &call)
    case "postgres": return become(Postgres.self, arguments, &call)
    case "mysqld", "mariadbd": return become(MySQL.self, arguments, &call)
    case "mongod", "rabbitmq-server": return become(Queues.self, arguments, &call)
    case "memcached": return become(Memcached.self, arguments, &call)
    default:
      return .shell(
        script: "exec \"$@\"", name: "docker-entrypoint.sh", arguments: arguments)
    }
  }

  /// A first word that is an option is meant for the image's own program.
  private static func meant(_ call: ToolCall) -> [String] {
    let arguments = call.arguments
    let first = arguments.first ?? ""
    let isOption = first.hasPrefix("-") || first.isEmpty
    guard let image = call.instance?.image else { return arguments }
    let own = image.command.first ?? "curl"
    if isOption || (call.name == "entrypoint.sh" && first.contains("://")) {
      return [own] + arguments
    }
    if own == "redis-server", first.hasSuffix(".conf") { return [own] + arguments }
    guard own == "node", !image.programs.contains(FileTree.name(of: first)) else {
      return arguments
    }
    return [own] + arguments
  }

  /// Another program takes its place.
  private static func become(
    _ tool: any Tool.Type, _ words: [String], _ call: inout ToolCall
  ) -> ToolOutcome {
    call.system.process.title = words
    var inner = ToolCall(system: call.system, words: words)
    let outcome = tool.run(&inner)
    call.system = inner.system
    call.output += inner.output
    call.errors += inner.errors
    return outcome
  }
}
