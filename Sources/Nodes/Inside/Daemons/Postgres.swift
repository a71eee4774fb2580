import Engine

/// `postgres`: makes its data where there are none, starts anew, and listens.
enum Postgres: Tool {
  static let names = ["postgres"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let variables = call.environment
    let version = variables["PG_VERSION"] ?? "18.4"
    if ["-V", "--version"].contains(call.arguments.first) {
      call.output = "postgres (PostgreSQL) \(version)\n"
      return .exit(0)
    }
    let folder = variables["PGDATA"] ?? "/var/lib/postgresql/data"
    let sandbox = call.system.sandbox
    let isMade = sandbox.entry(folder + "/PG_VERSION", in: call.container) != nil
    if !isMade, let text = refusal(variables) {
      call.errors = text
      return .exit(1)
    }
    if !isMade, !sandbox.names(in: folder, of: call.container).isEmpty {
      call.errors =
        "initdb: error: directory \"\(folder)\" exists but is not empty\n"
        + "initdb: hint: If you want to create a new database system, either remove or empty the "
        + "directory \"\(folder)\" or run initdb with an argument other than \"\(folder)\".\n"
      return .exit(1)
    }
    return .serve(Server(daemon(version, folder, isMade: isMade, variables)))
  }

  private static func refusal(_ variables: ProcessEnvironment) -> String? {
    let hasPassword = !(variables["POSTGRES_PASSWORD"] ?? "").isEmpty
    guard !hasPassword, variables["POSTGRES_HOST_AUTH_METHOD"] != "trust" else { return nil }
    return """
      Error: Database is uninitialized and superuser password is not specified.
             You must specify POSTGRES_PASSWORD to a non-empty value for the
             superuser. For example, "-e POSTGRES_PASSWORD=password" on "docker run".

             You may also use "POSTGRES_HOST_AUTH_METHOD=trust" to allow all
             connections without a password. This is *not* recommended.

             See PostgreSQL documentation about "trust":
             https://www.postgresql.org/docs/current/auth-trust.html

      """
  }

  private static func daemon(
    _ version: String, _ folder: String, isMade: Bool, _ variables: ProcessEnvironment
  ) -> StoreDaemon {
    let user = variables["POSTGRES_USER"] ?? "postgres"
    let own = variables["POSTGRES_DB"] ?? user
    let begin =
      "%t [1] LOG:  starting PostgreSQL \(version) on x86_64-pc-linux-gnu, compiled by "
      + "gcc (Debian 12.2.0-14) 12.2.0, 64-bit"
    var daemon = StoreDaemon(
      name: "postgres", ports: [5432],
      sayings: (isMade ? [skipping] : making(folder, version, own)).map { $0 })
    let after = (daemon.sayings.last?.after.milliseconds ?? 0) + 100
    daemon.sayings.append(
      .init(
        after,
        """
        \(begin)
        %t [1] LOG:  listening on IPv4 address "0.0.0.0", port 5432
        %t [1] LOG:  listening on IPv6 address "::", port 5432
        %t [1] LOG:  listening on Unix socket "/var/run/postgresql/.s.PGSQL.5432"
        """))
    daemon.ready = "%t [1] LOG:  database system is ready to accept connections"
    daemon.goodbye = """
      %t [1] LOG:  received fast shutdown request
      %t [1] LOG:  aborting any active transactions
      %t [1] LOG:  background worker "logical replication launcher" (PID 35) exited with exit code 1
      %t [33] LOG:  shutting down
      %t [33] LOG:  checkpoint starting: shutdown immediate
      %t [1] LOG:  database system is shut down
      """
    daemon.stamp = .postgres
    let major = version.split(separator: ".").first.map(String.init) ?? version
    daemon.mark = isMade ? nil : (folder + "/PG_VERSION", major + "\n")
    daemon.dialect = StoreDialect(
      family: .postgres, version: version, users: [user: variables["POSTGRES_PASSWORD"] ?? ""],
      databases: Set(["postgres", "template1", own]).sorted())
    return daemon
  }

  private static let skipping = StoreDaemon.Saying(
    0,
    "\nPostgreSQL Database directory appears to contain a database; Skipping initialization\n")

  /// What is said while the data are made, for which a server runs for a moment.
  private static func making(
    _ folder: String, _ version: String, _ database: String
  ) -> [StoreDaemon.Saying] {
    [
      beginning(folder), .init(600, "running bootstrap script ... ok"),
      .init(1200, "performing post-bootstrap initialization ... ok"),
      firstStart(folder, version), firstEnd(database),
    ]
  }

  private static func beginning(_ folder: String) -> StoreDaemon.Saying {
    .init(
      0,
      """
      The files belonging to this database system will be owned by user "postgres".
      This user must also own the server process.

      The database cluster will be initialized with locale "en_US.utf8".
      The default database encoding has accordingly been set to "UTF8".
      The default text search configuration will be set to "english".

      Data page checksums are disabled.

      fixing permissions on existing directory \(folder) ... ok
      creating subdirectories ... ok
      selecting dynamic shared memory implementation ... posix
      selecting default "max_connections" ... 100
      selecting default "shared_buffers" ... 128MB
      selecting default time zone ... Etc/UTC
      creating configuration files ... ok
      """)
  }

  private static func firstStart(_ folder: String, _ version: String) -> StoreDaemon.Saying {
    .init(
      1500,
      """
      syncing data to disk ... ok


      Success. You can now start the database server using:

          pg_ctl -D \(folder) -l logfile start

      initdb: warning: enabling "trust" authentication for local connections
      initdb: hint: You can change this by editing pg_hba.conf or using the option -A, or \
      --auth-local and --auth-host, the next time you run initdb.
      waiting for server to start....%t [48] LOG:  starting PostgreSQL \(version) on \
      x86_64-pc-linux-gnu, compiled by gcc (Debian 12.2.0-14) 12.2.0, 64-bit
      %t [48] LOG:  listening on Unix socket "/var/run/postgresql/.s.PGSQL.5432"
      %t [48] LOG:  database system is ready to accept connections
       done
      server started
      """)
  }

  private static func firstEnd(_ database: String) -> StoreDaemon.Saying {
    let creation = database == "postgres" ? "" : "CREATE DATABASE\n\n"
    return .init(
      1800,
      """
      \(creation)
      /usr/local/bin/docker-entrypoint.sh: ignoring /docker-entrypoint-initdb.d/*

      waiting for server to shut down...%t [48] LOG:  received fast shutdown request
      .%t [48] LOG:  aborting any active transactions
      %t [48] LOG:  database system is shut down
       done
      server stopped

      PostgreSQL init process complete; ready for start up.

      """)
  }
}

/// `psql [-h HOST] [-p PORT] [-U USER] [-d DATABASE] [-t] [-A] -c QUERY`
enum PostgresClient: Tool {
  static let names = ["psql"]
  static let input = ToolInput(valued: "hpUdfvP", instead: "c")

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let variables = call.environment
    let version = variables["PG_VERSION"] ?? "18.4"
    if call.arguments.contains("--version") || call.arguments == ["-V"] {
      call.output = "psql (PostgreSQL) \(version)\n"
      return .exit(0)
    }
    let (flags, rest) = call.options(valued: "hpUdcfvP")
    let user = flags["U"] ?? variables["PGUSER"] ?? "root"
    let host = flags["h"] ?? variables["PGHOST"] ?? ""
    let port = flags["p"].flatMap { Int($0) } ?? 5432
    let query = flags["c"] ?? call.input
    let question = StoreQuestion(
      user: user, password: variables["PGPASSWORD"] ?? "",
      database: flags["d"] ?? rest.first ?? variables["PGDATABASE"] ?? user, query: query)
    let place = host.isEmpty ? "127.0.0.1" : Destination.resolve(host, call)
    let server =
      host.isEmpty
      ? "on socket \"/var/run/postgresql/.s.PGSQL.5432\""
      : "at \"\(host)\" (\(place ?? "")), port \(port)"
    guard let place else {
      call.errors =
        "psql: error: could not translate host name \"\(host)\" to address: Name or service not "
        + "known\n"
      return .exit(2)
    }
    switch call.ask(place, port: port, .text(question.wireText)) {
    case .text(let text): return show(text, server, flags, &call)
    case .timedOut:
      return .sleepFailing(
        .seconds(130),
        "psql: error: connection to server \(server) failed: Connection timed out\n", status: 2)
    case .refused, .closed, .unreachable, .answer:
      let why = host.isEmpty ? "No such file or directory" : "Connection refused"
      call.errors =
        "psql: error: connection to server \(server) failed: \(why)\n\tIs the server running "
        + (host.isEmpty
          ? "locally and accepting connections on that socket?\n"
          : "on that host and accepting TCP/IP connections?\n")
      return .exit(2)
    }
  }

  private static func show(
    _ text: String, _ place: String, _ flags: [Character: String], _ call: inout ToolCall
  ) -> ToolOutcome {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.removeFirst() == "ok", lines.count > 1 else {
      let why = lines.joined(separator: "\n")
      let isFatal = why.hasPrefix("FATAL")
      call.errors =
        isFatal ? "psql: error: connection to server \(place) failed: \(why)\n" : why + "\n"
      return .exit(isFatal ? 2 : 1)
    }
    let values = Array(lines.dropFirst())
    if flags["A"] != nil, flags["t"] != nil {
      call.output = values.map { $0 + "\n" }.joined()
      return .exit(0)
    }
    let width = lines.map(\.count).max() ?? 1
    func padded(_ text: String, right: Bool) -> String {
      let blanks = String(repeating: " ", count: width - text.count)
      return " " + (right ? blanks + text : text + blanks)
    }
    if flags["t"] == nil {
      let left = (width - lines[0].count) / 2
      call.output =
        " " + String(repeating: " ", count: left) + lines[0]
        + String(repeating: " ", count: width - lines[0].count - left) + " \n"
        + String(repeating: "-", count: width + 2) + "\n"
    }
    for value in values {
      call.output += Int(value) == nil ? " " + value + "\n" : padded(value, right: true) + "\n"
    }
    if flags["t"] == nil { call.output += "(\(values.count) row\(values.count == 1 ? "" : "s"))\n" }
    call.output += "\n"
    return .exit(0)
  }
}

/// `pg_isready [-h HOST] [-p PORT]`: what probes of a postgres run.
enum PostgresCheck: Tool {
  static let names = ["pg_isready"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let (flags, _) = call.options(valued: "hpUdt")
    let host = flags["h"] ?? ""
    let port = flags["p"].flatMap { Int($0) } ?? 5432
    let shown = host.isEmpty ? "/var/run/postgresql:\(port)" : "\(host):\(port)"
    let place = host.isEmpty ? "127.0.0.1" : Destination.resolve(host, call)
    guard let place, case .text = call.ask(place, port: port, .open) else {
      call.output = "\(shown) - no response\n"
      return .exit(2)
    }
    call.output = "\(shown) - accepting connections\n"
    return .exit(0)
  }
}
