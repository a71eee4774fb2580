import Engine

/// busybox's `httpd`; the images of Apache bring their own program of the same name.
enum PageServer: Tool {
  static let names = ["httpd"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let (flags, _) = call.options(valued: "ph")
    var port = 80
    var address = "0.0.0.0"
    if let text = flags["p"] {
      let parts = text.split(separator: ":")
      port = parts.last.flatMap { Int($0) } ?? 80
      if parts.count > 1 { address = String(parts[0]) }
    }
    let folder = flags["h"].map(call.absolute) ?? call.runner.process.folder
    return .serve(
      Server(speaks: .pages(folder: folder, name: "httpd"), ports: [port], bindAddress: address))
  }
}

enum Apache: Tool {
  static let names = ["httpd-foreground"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    .serve(
      Server(speaks: .pages(folder: "/usr/local/apache2/htdocs", name: "apache"), ports: [80]))
  }
}

/// The example of the autoscaler's documentation: every request is answered with a computation.
enum ReckoningServer: Tool {
  static let names = ["hpa-example"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    .serve(Server(speaks: .reckoning, ports: [80]))
  }
}

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
    return .serve(Server(speaks: .nginx, ports: [80]))
  }
}

enum Redis: Tool {
  static let names = ["redis-server"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    .serve(Server(speaks: .redis, ports: [6379]))
  }
}

enum RedisClient: Tool {
  static let names = ["redis-cli"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let (flags, rest) = call.options(valued: "hp")
    let host = flags["h"] ?? "127.0.0.1"
    let port = flags["p"].flatMap { Int($0) } ?? 6379
    let text = rest.joined(separator: " ")
    guard let address = Destination.resolve(host, call),
      case .text(let answer) = call.ask(address, port: port, .text(text))
    else {
      call.errors = "Could not connect to Redis at \(host):\(port): Connection refused\n"
      return .exit(1)
    }
    call.output = Self.shown(answer)
    return .exit(0)
  }
}

extension RedisClient {
  /// An answer as it looks when nobody watches: without types and lengths.
  private static func shown(_ answer: String) -> String {
    let lines = answer.split(separator: "\r\n", omittingEmptySubsequences: false)
    guard let first = lines.first, let type = first.first else { return "\n" }
    if type == "$" { return first == "$-1" ? "\n" : (lines.count > 1 ? lines[1] : "") + "\n" }
    return first.dropFirst() + "\n"
  }
}

enum Pause: Tool {
  static let names = ["pause"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    .serve(Server(speaks: .opaque(name: "pause"), ports: []))
  }
}

enum Postgres: Tool {
  static let names = ["postgres"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let variables = call.runner.process.variables
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
    return .serve(Server(speaks: .opaque(name: "postgres"), ports: [5432]))
  }
}

/// The test image of Kubernetes: `agnhost netexec`, `agnhost serve-hostname`, `agnhost pause`.
enum HostnameServer: Tool {
  static let names = ["agnhost"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    switch call.arguments.first {
    case "pause", nil: return .serve(Server(speaks: .opaque(name: "pause"), ports: []))
    case "serve-hostname": return .serve(Server(speaks: .hostname, ports: [9376]))
    case .some: return .serve(Server(speaks: .hostname, ports: [8080]))
    }
  }
}
