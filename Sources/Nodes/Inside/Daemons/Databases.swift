import Engine

enum Postgres: Tool {
  static let names = ["postgres"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let variables = call.environment
    let hasPassword = variables["POSTGRES_PASSWORD"].map { !$0.isEmpty } ?? false
    guard hasPassword || variables["POSTGRES_HOST_AUTH_METHOD"] == "trust" else {
      call.errors =
        "Error: Database is uninitialized and superuser password is not specified.\n"
        + "       You must specify POSTGRES_PASSWORD to a non-empty value for the\n"
        + "       superuser. For example, \"-e POSTGRES_PASSWORD=password\" on \"docker run\".\n"
      return .exit(1)
    }
    call.errors =
      "\(call.now.rfc3339.prefix(10)) \(call.now.clockText).000 UTC [1] LOG:  database system is "
      + "ready to accept connections\n"
    return .serve(Server(SilentDaemon(name: "postgres", ports: [5432])))
  }
}

/// Servers that speak a language of their own: they start, listen, and end when told to.
enum Databases: Tool {
  static let names = ["mysqld", "mariadbd", "mongod", "memcached", "rabbitmq-server"]

  private static let ports = [
    "mysqld": 3306, "mariadbd": 3306, "mongod": 27017, "memcached": 11211, "rabbitmq-server": 5672,
  ]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let product = ["mysqld": "MYSQL", "mariadbd": "MARIADB"][call.name]
    if let product, !hasPassword(product, call.environment) {
      call.errors =
        "\(call.now.rfc3339.prefix(10)) \(call.now.clockText)+00:00 [ERROR] [Entrypoint]: Database "
        + "is uninitialized and password option is not specified\n"
        + "    You need to specify one of the following as an environment variable:\n"
        + "    - \(product)_ROOT_PASSWORD\n"
        + "    - \(product)_ALLOW_EMPTY_\(product == "MYSQL" ? "" : "ROOT_")PASSWORD\n"
        + "    - \(product)_RANDOM_ROOT_PASSWORD\n"
      return .exit(1)
    }
    return .serve(Server(SilentDaemon(name: call.name, ports: [Self.ports[call.name] ?? 1])))
  }

  private static func hasPassword(_ product: String, _ variables: ProcessEnvironment) -> Bool {
    [
      "_ROOT_PASSWORD", "_ALLOW_EMPTY_PASSWORD", "_ALLOW_EMPTY_ROOT_PASSWORD",
      "_RANDOM_ROOT_PASSWORD",
    ]
    .contains { ending in
      ["MYSQL", product].contains { !(variables[$0 + ending] ?? "").isEmpty }
    }
  }
}
