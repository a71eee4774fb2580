/// Every program there is, by its name. Adding one is a new type and a line here.
enum ToolTable {
  private static let tools: [any Tool.Type] =
    [
      Sleep.self, Env.self, Hostname.self, Kill.self, True.self, False.self, ShellTool.self,
      Netstat.self, Wget.self, Curl.self, Netcat.self, Telnet.self, Ping.self, Lookup.self,
      Dig.self, HostLookup.self, GetEntries.self, PageServer.self, Nginx.self, Redis.self,
      RedisClient.self, Pause.self, Postgres.self, DiskFree.self, Agnhost.self, Entrypoint.self,
      Apache.self, Timeout.self, Interfaces.self, MySQL.self, MySQLClient.self, Queues.self,
      QueueChecks.self, Memcached.self, PostgresClient.self, PostgresCheck.self,
      Interpreters.self, Stress.self, ReckoningServer.self, ExampleServer.self, MemoryFree.self,
      SystemServers.self, MultiCall.self, HelloWorld.self,
    ] + textTools + fileTools

  /// Where a program of the image lies.
  static func path(of name: String) -> String { "/bin/" + name }

  static let byName: [String: any Tool.Type] = {
    var byName: [String: any Tool.Type] = [:]
    for tool in tools {
      for name in tool.names { byName[name] = tool }
    }
    return byName
  }()

  enum Found {
    case found(any Tool.Type)
    case notExecutable
    case missing
  }

  /// The program that a name means in a container: what its image brings.
  static func lookUp(_ name: String, in instance: ContainerInstance) -> Found {
    let base = name.contains("/") ? FileTree.name(of: name) : name
    if let own = instance.image.server, own.name == base { return .found(OwnProgram.self) }
    guard let tool = byName[base], instance.image.programs.contains(base) else { return .missing }
    let folders = ["/bin/", "/usr/bin/", "/sbin/", "/usr/sbin/", "/usr/local/bin/", "/"]
    if name.contains("/"), !folders.contains(where: { $0 + base == name }) { return .missing }
    return .found(tool)
  }
}
