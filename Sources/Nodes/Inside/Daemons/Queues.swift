import Engine

/// MongoDB and RabbitMQ: they start, listen and end; what they store is left out.
enum Queues: Tool {
  static let names = ["mongod", "rabbitmq-server"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let variables = call.environment
    if call.name == "mongod" {
      return .serve(
        Server(mongo(call.system.sandbox.hostname, variables["MONGO_VERSION"] ?? "8.2.2")))
    }
    let hasPanel = call.instance?.image.tag.contains("management") ?? false
    return .serve(Server(rabbit(variables["RABBITMQ_VERSION"] ?? "4.2.1", hasPanel: hasPanel)))
  }

  private static func mongo(_ host: String, _ version: String) -> StoreDaemon {
    func line(_ part: String, _ number: Int, _ text: String, _ attributes: String) -> String {
      let blanks = String(repeating: " ", count: max(1, 9 - part.count))
      return "{\"t\":{\"$date\":\"%t\"},\"s\":\"I\",  \"c\":\"\(part)\",\(blanks)\"id\":\(number), "
        + "\"ctx\":\"initandlisten\",\"msg\":\"\(text)\",\"attr\":{\(attributes)}}"
    }
    var daemon = StoreDaemon(
      name: "mongod", ports: [27_017],
      sayings: [
        .init(
          300,
          line(
            "CONTROL", 4_615_611, "MongoDB starting",
            "\"pid\":1,\"port\":27017,\"dbPath\":\"/data/db\",\"architecture\":\"64-bit\","
              + "\"host\":\"\(host)\"") + "\n"
            + line("CONTROL", 23_403, "Build Info", "\"buildInfo\":{\"version\":\"\(version)\"}")),
        .init(1200, line("STORAGE", 22_315, "Opening WiredTiger", "")),
      ])
    daemon.ready = line(
      "NETWORK", 23_016, "Waiting for connections", "\"port\":27017,\"ssl\":\"off\"")
    daemon.goodbye = line("CONTROL", 23_138, "Shutting down", "\"exitCode\":0")
    daemon.stamp = .mongo
    daemon.mark = ("/data/db/WiredTiger", "WiredTiger\n")
    return daemon
  }

  private static func rabbit(_ version: String, hasPanel: Bool) -> StoreDaemon {
    var daemon = StoreDaemon(
      name: "rabbitmq-server", ports: [5672, 15_692] + (hasPanel ? [15_672] : []),
      sayings: [
        .init(
          2500,
          "%t [notice] <0.45.0> Application syslog exited with reason: stopped\n"
            + "%t [notice] <0.213.0> Logging: switching to configured handler(s); following "
            + "messages may not be visible in this log output"),
        .init(
          3500,
          """

            ##  ##      RabbitMQ \(version)
            ##  ##
            ##########  Copyright (c) 2007-2025 Broadcom Inc and/or its subsidiaries
            ######  ##
            ##########  Licensed under the MPL 2.0. Website: https://rabbitmq.com

            Starting broker...%t [info] <0.213.0> Starting RabbitMQ \(version)
          """),
        .init(6000, "%t [info] <0.500.0> started TCP listener on [::]:5672"),
      ])
    daemon.ready =
      " completed with \(hasPanel ? 5 : 3) plugins.\n"
      + "%t [info] <0.591.0> Server startup complete; \(hasPanel ? 5 : 3) plugins started."
    daemon.goodbye =
      "%t [notice] <0.64.0> SIGTERM received - shutting down\n"
      + "%t [info] <0.213.0> Successfully stopped RabbitMQ and its dependencies"
    daemon.endsAfter = .milliseconds(1500)
    daemon.stamp = .rabbit
    return daemon
  }
}

/// What probes of the two run: `mongosh --eval …ping…`, `rabbitmq-diagnostics ping`.
enum QueueChecks: Tool {
  static let names = ["mongosh", "rabbitmq-diagnostics"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let isMongo = call.name == "mongosh"
    let port = isMongo ? 27_017 : 5672
    guard case .text = call.ask("127.0.0.1", port: port, .open) else {
      call.errors =
        isMongo
        ? "MongoNetworkError: connect ECONNREFUSED 127.0.0.1:27017\n"
        : "Error: unable to perform an operation on node 'rabbit@\(call.system.sandbox.hostname)'. "
          + "Please see diagnostics information and suggestions below.\n"
      return .exit(isMongo ? 1 : 69)
    }
    let text = call.arguments.joined(separator: " ")
    guard text.contains("ping") || text.contains("check_") || text.contains("status") else {
      call.errors = "podlab: \(call.name) answers ping only; what the server stores is left out\n"
      return .exit(1)
    }
    call.output = isMongo ? (text.contains(".ok") ? "1\n" : "{ ok: 1 }\n") : "Ping succeeded\n"
    return .exit(0)
  }
}
