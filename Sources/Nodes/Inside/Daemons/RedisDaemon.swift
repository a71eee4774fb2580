import Engine

/// A redis server with its keys.
struct RedisDaemon: Daemon {
  let name = "redis-server"
  var settings: RedisSettings
  let version: String
  private var store = RedisStore()
  private var startedAt = SimTime(milliseconds: 0)
  private var commandsProcessed = 0
  private var connections = 0

  init(settings: RedisSettings, version: String) {
    self.settings = settings
    self.version = version
  }

  var ports: [Int] { [settings.port] }
  var bindAddress: String { settings.isLocal ? "127.0.0.1" : "0.0.0.0" }

  // MARK: - Life

  mutating func step(in context: inout DaemonContext) -> DaemonStep {
    startedAt = context.now
    let isConfigured = settings.hasFile
    let beginning = "\(context.process):C \(context.now.redisText)"
    context.print("\(beginning) * oO0OoO0OoO0Oo Redis is starting oO0OoO0OoO0Oo\n")
    context.print(
      "\(beginning) * Redis version=\(version), bits=64, commit=00000000, modified=0, "
        + "pid=\(context.process), just started\n")
    context.print(
      isConfigured
        ? "\(beginning) * Configuration loaded\n"
        : "\(beginning) # Warning: no config file specified, using the default config. In order to "
          + "specify a config file use redis-server /path/to/redis.conf\n")
    say("* monotonic clock: POSIX clock_gettime", &context)
    return .serves(until: nil)
  }

  mutating func listens(in context: inout DaemonContext) {
    say("* Running mode=standalone, port=\(settings.port).", &context)
    say("* Server initialized", &context)
    load(&context)
    say("* Ready to accept connections tcp", &context)
  }

  mutating func isRefused(
    port: Int, refusals: Int, in context: inout DaemonContext
  ) -> PortRefusal {
    say(
      "# Warning: Could not create server TCP listening socket *:\(port): bind: Address already "
        + "in use", &context)
    say("# Failed listening on port \(port) (tcp), aborting.", &context)
    return .ends(status: 1)
  }

  mutating func receive(
    _ signal: ProcessSignal, in context: inout DaemonContext
  ) -> SignalReaction {
    guard signal == .terminate || signal == .interrupt else { return .goesOn }
    let word = signal == .terminate ? "SIGTERM" : "SIGINT"
    context.print(
      "\(context.process):signal-handler (\(context.now.seconds)) Received \(word) scheduling "
        + "shutdown...\n")
    shutDown(&context)
    return .ends(status: 0, after: .milliseconds(10))
  }

  private mutating func shutDown(_ context: inout DaemonContext) {
    say("* User requested shutdown...", &context)
    if settings.savesSnapshots {
      say("* Saving the final RDB snapshot before exiting.", &context)
      save(&context)
    }
    say("# Redis is now ready to exit, bye bye...", &context)
  }

  private func say(_ text: String, _ context: inout DaemonContext) {
    context.print("\(context.process):M \(context.now.redisText) \(text)\n")
  }

  // MARK: - Disk

  private var dumpPath: String { FileTree.normalised("dump.rdb", from: settings.folder) }

  private mutating func save(_ context: inout DaemonContext) {
    do throws(PodSandbox.FileProblem) {
      try context.sandbox.write(
        store.dump, to: dumpPath, appending: false, in: context.container)
      store.saved()
      say("* DB saved on disk", &context)
    } catch {
      say("# Failed opening the temp RDB file \(dumpPath): \(error.rawValue)", &context)
    }
  }

  private mutating func load(_ context: inout DaemonContext) {
    guard let text = try? context.read(dumpPath) else { return }
    for words in RedisWords.commands(text) {
      guard let name = words.first, let command = RedisStore.commands[name] else { continue }
      _ = command.action(&store, Array(words.dropFirst()), context.now)
    }
    store.expire(at: context.now)
    store.saved()
    say("* Loading RDB produced by version \(version)", &context)
    say("* Done loading RDB, keys loaded: \(store.count), keys expired: 0.", &context)
    say("* DB loaded from disk: 0.000 seconds", &context)
  }

  // MARK: - Commands

  // It takes a POST or a Host header for an attack and hangs up.
  mutating func reply(to text: String, in context: inout DaemonContext) -> NetworkAnswer {
    connections += 1
    var connection = RedisConnection(isTrusted: settings.password == nil)
    var answer = ""
    for words in RedisWords.commands(text) {
      answer += run(words, &connection, &context).wireText
      if connection.isClosed { break }
    }
    return .text(answer)
  }

  private mutating func run(
    _ words: [String], _ connection: inout RedisConnection, _ context: inout DaemonContext
  ) -> RedisReply {
    commandsProcessed += 1
    store.expire(at: context.now)
    let name = words[0].uppercased()
    let arguments = Array(words.dropFirst())
    if name == "AUTH" { return connection.enter(arguments, settings.password) }
    guard connection.isTrusted else { return .error("NOAUTH Authentication required.") }
    if let command = RedisStore.commands[name] {
      guard command.arguments.contains(arguments.count) else { return Self.miscounted(name) }
      if command.isWrite, store.isFull, !arguments.isEmpty, store[arguments[0]] == nil {
        return .error("OOM command not allowed when used memory > 'maxmemory'.")
      }
      return command.action(&store, arguments, context.now)
    }
    return runOnServer(name, arguments, &connection, &context)
  }

  private static func miscounted(_ name: String) -> RedisReply {
    .error("ERR wrong number of arguments for '\(name.lowercased())' command")
  }

  /// Commands that are about the server and not about a key.
  private mutating func runOnServer(
    _ name: String, _ arguments: [String], _ connection: inout RedisConnection,
    _ context: inout DaemonContext
  ) -> RedisReply {
    switch name {
    case "PING": return arguments.first.map { .bulk($0) } ?? .simple("PONG")
    case "ECHO": return arguments.count == 1 ? .bulk(arguments[0]) : Self.miscounted(name)
    case "SELECT":
      guard arguments.count == 1 else { return Self.miscounted(name) }
      guard Int32(arguments[0]) != nil else { return .notInteger }
      return arguments == ["0"] ? .ok : .error("ERR DB index is out of range")
    case "INFO": return .bulk(information(arguments.first, context))
    case "CONFIG": return configure(arguments)
    case "TIME":
      let micros = (context.now.milliseconds - context.now.seconds * 1000) * 1000
      return .list(["\(context.now.seconds)", "\(micros)"])
    case "SAVE", "BGSAVE":
      save(&context)
      return name == "SAVE" ? .ok : .simple("Background saving started")
    case "LASTSAVE": return .integer(Int(startedAt.seconds))
    case "COMMAND", "CLIENT", "HELLO": return .ok
    case "ROLE": return .array([.bulk("master"), .integer(0), .array([])])
    case "QUIT":
      connection.isClosed = true
      return .ok
    case "SHUTDOWN":
      shutDown(&context)
      context.exitStatus = 0
      connection.isClosed = true
      return .ok
    default:
      let shown = arguments.map { "'\($0)' " }.joined()
      return .error("ERR unknown command '\(name)', with args beginning with: \(shown)")
    }
  }

  private mutating func configure(_ arguments: [String]) -> RedisReply {
    guard let verb = arguments.first?.uppercased() else { return Self.miscounted("config") }
    if verb == "GET" {
      let found = settings.all.filter { entry in
        arguments.dropFirst().contains { GlobPattern($0.lowercased()).matches(entry.name) }
      }
      return .list(found.flatMap { [$0.name, $0.value] })
    }
    guard verb == "SET", arguments.count == 3 else { return .syntax }
    settings.set(arguments[1].lowercased(), arguments[2])
    return .ok
  }

  private func information(_ section: String?, _ context: DaemonContext) -> String {
    let seconds = (context.now - startedAt).seconds
    let sections = [
      (
        "Server",
        "redis_version:\(version)\r\nredis_mode:standalone\r\nos:Linux x86_64\r\n"
          + "process_id:\(context.process)\r\ntcp_port:\(settings.port)\r\n"
          + "uptime_in_seconds:\(seconds)\r\nuptime_in_days:\(seconds / 86_400)\r\n"
      ),
      ("Clients", "connected_clients:1\r\n"),
      (
        "Stats",
        "total_connections_received:\(connections)\r\n"
          + "total_commands_processed:\(commandsProcessed)\r\n"
      ),
      ("Replication", "role:master\r\nconnected_slaves:0\r\n"),
      (
        "Keyspace",
        store.isEmpty
          ? "" : "db0:keys=\(store.count),expires=\(store.expiringCount),avg_ttl=0\r\n"
      ),
    ]
    return sections.filter { section == nil || $0.0.lowercased() == section?.lowercased() }
      .map { "# \($0.0)\r\n\($0.1)" }.joined(separator: "\r\n")
  }
}

/// What redis knows of whoever talks to it.
struct RedisConnection {
  var isTrusted: Bool
  var isClosed = false

  mutating func enter(_ arguments: [String], _ password: String?) -> RedisReply {
    guard let password else {
      return .error(
        "ERR AUTH <password> called without any password configured for the default user. Are you "
          + "sure your configuration is correct?")
    }
    guard arguments.last == password else {
      return .error("WRONGPASS invalid username-password pair or user is disabled.")
    }
    isTrusted = true
    return .ok
  }
}

extension SimTime {
  /// `01 Jan 2026 12:00:40.000`
  fileprivate var redisText: String {
    let parts = rfc1123.split { ", ".contains($0) }
    let fraction = rfc3339Micro.split(separator: ".").last?.prefix(3) ?? "000"
    return "\(parts[1]) \(parts[2]) \(parts[3]) \(clockText).\(fraction)"
  }
}
