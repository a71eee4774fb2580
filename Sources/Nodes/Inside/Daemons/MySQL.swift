import Engine

/// `mysqld`, `mariadbd`: make their data where there are none, and listen.
enum MySQL: Tool {
  static let names = ["mysqld", "mariadbd"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let variables = call.environment
    let isMaria = variables["MARIADB_VERSION"] != nil
    let version = variables["MARIADB_VERSION"] ?? variables["MYSQL_VERSION"] ?? "9.5.0"
    let isMade = call.system.sandbox.entry("/var/lib/mysql/ibdata1", in: call.container) != nil
    let title =
      isMaria ? "MariaDB Server 1:\(version)+maria~ubu2404" : "MySQL Server \(version)-1.el9"
    let opening =
      "%t [Note] [Entrypoint]: Entrypoint script for \(title) started.\n"
      + "%t [Note] [Entrypoint]: Switching to dedicated user 'mysql'\n"
      + "%t [Note] [Entrypoint]: Entrypoint script for \(title) started."
    if !isMade, !hasPassword(isMaria, variables) {
      let stamp = "\(call.now.rfc3339.prefix(10)) \(call.now.clockText)+00:00"
      call.errors = opening.replacing("%t", with: stamp) + "\n"
      call.errors +=
        "\(stamp) [ERROR] [Entrypoint]: Database is uninitialized and password option is not "
        + "specified\n    You need to specify one of the following as an environment variable:\n"
        + wanted(isMaria).map { "    - \($0)\n" }.joined()
      return .exit(1)
    }
    var daemon = StoreDaemon(name: isMaria ? "mariadbd" : "mysqld", ports: [3306])
    daemon.sayings = [.init(0, opening)] + (isMade ? [] : making(isMaria, version, variables))
    let end = daemon.sayings.last?.after.milliseconds ?? 0
    daemon.sayings.append(.init(end + 200, beginning(isMaria, version)))
    daemon.sayings.append(.init(end + 1500, ""))
    daemon.ready = ready(isMaria, version)
    daemon.goodbye =
      isMaria
      ? "%t 0 [Note] mariadbd (initiated by: unknown): Normal shutdown\n"
        + "%t 0 [Note] mariadbd: Shutdown complete"
      : "%t 0 [System] [MY-013172] [Server] Received SHUTDOWN from user <via user signal>. "
        + "Shutting down mysqld (Version: \(version)).\n"
        + "%t 0 [System] [MY-010910] [Server] /usr/sbin/mysqld: Shutdown complete (mysqld "
        + "\(version))  MySQL Community Server - GPL."
    daemon.endsAfter = .milliseconds(900)
    daemon.mark = isMade ? nil : ("/var/lib/mysql/ibdata1", "")
    daemon.dialect = dialect(isMaria, version, variables)
    return .serve(Server(daemon))
  }

  private static func wanted(_ isMaria: Bool) -> [String] {
    isMaria
      ? [
        "MARIADB_ROOT_PASSWORD", "MARIADB_ROOT_PASSWORD_HASH", "MARIADB_ALLOW_EMPTY_ROOT_PASSWORD",
        "MARIADB_RANDOM_ROOT_PASSWORD",
      ] : ["MYSQL_ROOT_PASSWORD", "MYSQL_ALLOW_EMPTY_PASSWORD", "MYSQL_RANDOM_ROOT_PASSWORD"]
  }

  private static func value(
    _ ending: String, _ isMaria: Bool, _ variables: ProcessEnvironment
  ) -> String? {
    let names = isMaria ? ["MARIADB" + ending, "MYSQL" + ending] : ["MYSQL" + ending]
    return names.compactMap { variables[$0] }.first { !$0.isEmpty }
  }

  private static func hasPassword(_ isMaria: Bool, _ variables: ProcessEnvironment) -> Bool {
    [
      "_ROOT_PASSWORD", "_ROOT_PASSWORD_HASH", "_ALLOW_EMPTY_PASSWORD",
      "_ALLOW_EMPTY_ROOT_PASSWORD", "_RANDOM_ROOT_PASSWORD",
    ].contains { value($0, isMaria, variables) != nil }
  }

  private static func dialect(
    _ isMaria: Bool, _ version: String, _ variables: ProcessEnvironment
  ) -> StoreDialect {
    var users = ["root": value("_ROOT_PASSWORD", isMaria, variables) ?? ""]
    if let user = value("_USER", isMaria, variables) {
      users[user] = value("_PASSWORD", isMaria, variables) ?? ""
    }
    let shown = isMaria ? "\(version)-MariaDB-ubu2404" : version
    return StoreDialect(
      family: .mysql, version: shown, users: users,
      databases: value("_DATABASE", isMaria, variables).map { [$0] } ?? [])
  }

  private static func making(
    _ isMaria: Bool, _ version: String, _ variables: ProcessEnvironment
  ) -> [StoreDaemon.Saying] {
    let note = "%t [Note] [Entrypoint]: "
    let product = isMaria ? "MariaDB" : "MySQL"
    let creation = value("_DATABASE", isMaria, variables).map {
      "\n" + note + "Creating database \($0)"
    }
    let unit: Int64 = isMaria ? 400 : 1000
    return [
      .init(100, note + "Initializing database files"),
      .init(
        unit * 3,
        (isMaria
          ? ""
          : "%t 6 [Warning] [MY-010453] [Server] root@localhost is created with an empty password "
            + "! Please consider switching off the --initialize-insecure option.\n")
          + note + "Database files initialized\n" + note + "Starting temporary server"),
      .init(unit * 6, note + "Temporary server started." + (creation ?? "")),
      .init(unit * 7, note + "Stopping temporary server"),
      .init(
        unit * 8,
        note + "Temporary server stopped\n\n" + note
          + "\(product) init process done. Ready for start up.\n"),
    ]
  }

  private static func beginning(_ isMaria: Bool, _ version: String) -> String {
    isMaria
      ? "%t 0 [Note] Starting MariaDB \(version)-MariaDB-ubu2404 source revision as process 1"
      : "%t 0 [System] [MY-015015] [Server] MySQL Server - start.\n"
        + "%t 0 [System] [MY-010116] [Server] /usr/sbin/mysqld (mysqld \(version)) starting as "
        + "process 1\n%t 1 [System] [MY-013576] [InnoDB] InnoDB initialization has started."
  }

  private static func ready(_ isMaria: Bool, _ version: String) -> String {
    isMaria
      ? "%t 0 [Note] mariadbd: ready for connections.\nVersion: '\(version)-MariaDB-ubu2404'  "
        + "socket: '/run/mysqld/mysqld.sock'  port: 3306  mariadb.org binary distribution"
      : "%t 1 [System] [MY-013577] [InnoDB] InnoDB initialization has ended.\n"
        + "%t 0 [System] [MY-010931] [Server] /usr/sbin/mysqld: ready for connections. Version: "
        + "'\(version)'  socket: '/var/run/mysqld/mysqld.sock'  port: 3306  MySQL Community Server "
        + "- GPL."
  }
}

/// `mysql -h HOST -u USER -pPASSWORD [DATABASE] -e QUERY`, `mysqladmin ping`
enum MySQLClient: Tool {
  static let names = ["mysql", "mariadb", "mysqladmin", "mariadb-admin"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    var host = "localhost"
    var port = 3306
    var user = "root"
    var password = call.environment["MYSQL_PWD"] ?? ""
    var query: String?
    var words: [String] = []
    var rest = call.arguments[...]
    while let word = rest.popFirst() {
      let sides = word.split(separator: "=", maxSplits: 1).map(String.init)
      switch sides.first ?? "" {
      case "-h": host = rest.popFirst() ?? host
      case "--host": host = sides.last ?? host
      case "-P": port = rest.popFirst().flatMap { Int($0) } ?? port
      case "-u": user = rest.popFirst() ?? user
      case "--user": user = sides.last ?? user
      case "--password": password = sides.count > 1 ? sides[1] : password
      case "-e": query = rest.popFirst()
      case "--execute": query = sides.last
      default:
        if word.hasPrefix("-p"), word.count > 2 {
          password = String(word.dropFirst(2))
        } else if word.hasPrefix("-u"), word.count > 2 {
          user = String(word.dropFirst(2))
        } else if word.hasPrefix("-h"), word.count > 2 {
          host = String(word.dropFirst(2))
        } else if !word.hasPrefix("-") {
          words.append(word)
        }
      }
    }
    let isAdmin = call.name.hasSuffix("admin")
    let question = StoreQuestion(
      user: user, password: password, database: isAdmin ? "" : words.first ?? "",
      query: isAdmin ? "select 1" : query ?? call.input)
    let place = host == "localhost" ? "127.0.0.1" : Destination.resolve(host, call)
    let answer = place.map { call.ask($0, port: port, .text(question.wireText)) }
    guard case .text(let text)? = answer else { return refused(host, port, isAdmin, &call) }
    return isAdmin ? tell(words, &call) : show(text, &call)
  }

  private static func tell(_ words: [String], _ call: inout ToolCall) -> ToolOutcome {
    guard words.first == "ping" else {
      call.errors = "podlab: \(call.name) knows ping only\n"
      return .exit(1)
    }
    // A server that does not let somebody in is alive, too.
    call.output = "mysqld is alive\n"
    return .exit(0)
  }

  private static func show(_ text: String, _ call: inout ToolCall) -> ToolOutcome {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let isFine = lines.removeFirst() == "ok"
    let shown = lines.map { $0 + "\n" }.joined()
    if isFine { call.output = shown } else { call.errors = shown }
    return .exit(isFine ? 0 : 1)
  }

  private static func refused(
    _ host: String, _ port: Int, _ isAdmin: Bool, _ call: inout ToolCall
  ) -> ToolOutcome {
    let socket = "/var/run/mysqld/mysqld.sock"
    let isLocal = host == "localhost"
    let text =
      isLocal
      ? "Can't connect to local MySQL server through socket '\(socket)' (2)"
      : "Can't connect to MySQL server on '\(host):\(port)' (111)"
    call.errors =
      isAdmin
      ? "\(call.name): connect to server at '\(host)' failed\nerror: '\(text)'\n"
      : "ERROR \(isLocal ? 2002 : 2003) (HY000): \(text)\n"
    return .exit(1)
  }
}
