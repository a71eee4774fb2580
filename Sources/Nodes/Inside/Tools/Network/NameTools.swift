import Engine

/// busybox's `nslookup`: asks for every completion of a short name, and tells every answer. Where
/// BIND's tools are, they bring their own.
enum Lookup: Tool {
  static let names = ["nslookup"]

  /// What is asked, and of what kind.
  private struct Query {
    var name: String
    var question: NameQuestion
  }

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    if call.instance?.image.programs.contains(Dig.names[0]) ?? false {
      return BindLookup.run(&call)
    }
    var words = call.arguments[...]
    var types: [NameQuestion] = []
    while let word = words.first, word.hasPrefix("-") {
      words.removeFirst()
      let sides = word.dropFirst().split(separator: "=", maxSplits: 1).map(String.init)
      guard sides.first == "type" || sides.first == "querytype" || sides.first == "q" else {
        if sides.first == "debug" { continue }
        return call.fail("invalid option -- '\(word.dropFirst())'")
      }
      guard sides.count == 2 else { return call.fail("invalid query type \"\"") }
      guard let type = NameQuestion(rawValue: sides[1].lowercased()) else {
        return call.fail("invalid query type \"\(sides[1])\"")
      }
      types.append(type)
    }
    guard let host = words.popFirst() else { return call.fail("missing host") }
    let resolver = call.resolver
    var servers = resolver.servers.isEmpty ? ["127.0.0.1"] : resolver.servers
    if let named = words.first {
      let lookup = call.look(for: named)
      guard let address = lookup.address else { return call.failBadAddress(named, lookup) }
      servers = [address]
    }
    return ask(queries(host, types, resolver), servers, &call)
  }

  private static func queries(
    _ host: String, _ types: [NameQuestion], _ resolver: ResolverFile
  ) -> [Query] {
    if types.isEmpty, let number = AddressRange.number(host) {
      let turned = AddressRange.text(number.byteSwapped)
      return [Query(name: "\(turned).in-addr.arpa", question: .ptr)]
    }
    let isShort = !host.contains(".") && !resolver.searches.isEmpty
    let names = isShort ? resolver.searches.map { "\(host).\($0)" } : [host]
    return (types.isEmpty ? [.a, .aaaa] : types).flatMap { type in
      names.map { Query(name: $0, question: type) }
    }
  }

  private static func ask(
    _ queries: [Query], _ servers: [String], _ call: inout ToolCall
  ) -> ToolOutcome {
    let client = call.client
    let unreachable = ";; connection timed out; no servers could be reached\n\n"
    var silence: Int64 = 0
    for server in servers {
      let answers = queries.map { query in
        call.system.network.ask(
          nameServer: server, query.name, query.question, from: client, at: call.now)
      }
      switch answers.first {
      case .refused where queries.count > 1:
        // It hears that its first question was refused when it sends the second one.
        call.tell("nslookup: write to '\(server)': Connection refused\n")
        continue
      case .refused:
        // It asks again half a time-out later, and waits for that, too.
        let line = "nslookup: read: Connection refused\n"
        call.tell(line + line)
        silence += 5
        continue
      case .silent, nil:
        silence += 5
        continue
      case .records, .noSuchName, .failed: break
      }
      call.output += "Server:\t\t\(server)\nAddress:\t\(server):53\n\n"
      var status = 0
      for (query, answer) in zip(queries, answers) {
        call.output += text(of: answer, to: query.name) + "\n"
        if case .records = answer { continue }
        status = 1
      }
      return .exit(status)
    }
    guard silence > 0 else {
      call.output += unreachable
      return .exit(1)
    }
    defer { call.output = "" }
    return .sleep(.seconds(silence), status: 1, text: call.output + unreachable)
  }

  private static func text(of answer: NameAnswer, to name: String) -> String {
    let shown = name.hasSuffix(".") ? String(name.dropLast()) : name
    switch answer {
    case .records(let records): return records.map(text).joined()
    case .noSuchName: return "** server can't find \(shown): NXDOMAIN\n"
    case .failed: return "** server can't find \(shown): SERVFAIL\n"
    case .refused: return "** server can't find \(shown): REFUSED\n"
    case .silent: return "*** Can't find \(shown): No answer\n"
    }
  }

  private static func text(of record: NameRecord) -> String {
    switch record {
    case .address(let name, let address): return "Name:\t\(name)\nAddress: \(address)\n"
    case .alias(let name, let target): return "\(name)\tcanonical name = \(target)\n"
    case .name(let address, let name): return "\(address)\tname = \(name)\n"
    case .service(let name, let port, let target, let share):
      return "\(name)\tservice = 0 \(share) \(port) \(target)\n"
    }
  }
}

/// `getent hosts NAME`, as far as the network is concerned.
enum GetEntries: Tool {
  static let names = ["getent"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    guard let table = call.arguments.first else { return call.fail("wrong number of arguments") }
    guard ["hosts", "ahosts", "ahostsv4"].contains(table) else {
      return call.fail("Unknown database: \(table)")
    }
    var status = 0
    for host in call.arguments.dropFirst() {
      switch call.look(for: host) {
      case .found(let addresses, let name):
        for address in addresses {
          let kinds = table == "hosts" ? [""] : ["STREAM", "DGRAM", "RAW"]
          for (place, kind) in kinds.enumerated() {
            let shown = table == "hosts" ? name : place == 0 ? "\(kind) \(host)" : kind
            call.output += "\(address.padding(to: 15)) \(shown)\n"
          }
        }
      case .unknown, .failed: status = 2
      }
    }
    return .exit(status)
  }
}
