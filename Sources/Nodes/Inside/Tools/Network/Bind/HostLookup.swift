import Engine

/// `host`: says in sentences what a name stands for.
enum HostLookup: Tool {
  static let names = ["host"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let (flags, words) = call.options(valued: "tcWRmN")
    guard let host = words.first else {
      call.errors += "Usage: host [-aCdilrTvVw] [-c class] [-N ndots] [-t type] hostname [server]\n"
      return .exit(1)
    }
    var asked: NameQuestion?
    if let type = flags["t"] {
      guard let known = NameQuestion(rawValue: type.lowercased()) else {
        call.errors += "host: invalid type: \(type)\n\n"
        return .exit(2)
      }
      asked = known
    }
    var servers = call.resolver.servers
    if words.count > 1 {
      guard let address = NameInquiry.server(words[1], &call) else {
        call.errors += "host: couldn't get address for '\(words[1])': not found\n"
        return .exit(1)
      }
      servers = [address]
      call.output +=
        "Using domain server:\nName: \(words[1])\nAddress: \(address)#53\nAliases: \n\n"
    }
    var inquiry = NameInquiry(of: servers, tries: 2)
    if asked == nil, let reversed = NameInquiry.reversed(host) {
      let reply = inquiry.ask(reversed, .ptr, &call)
      return tell(reply.map { ($0, reversed) }, of: reversed + ".", .ptr, inquiry, &call)
    }
    let found = inquiry.ask(completing: host, asked ?? .a, &call)
    return tell(found, of: host, asked, inquiry, &call)
  }

  private static func tell(
    _ found: (reply: NameInquiry.Reply, name: String)?, of host: String, _ asked: NameQuestion?,
    _ inquiry: NameInquiry, _ call: inout ToolCall
  ) -> ToolOutcome {
    guard let found else {
      let text = call.output + inquiry.complaints + NameInquiry.unreachable
      call.output = ""
      return .said(text, after: inquiry.waited, status: 1, &call)
    }
    switch found.reply.answer {
    case .records(let records):
      call.output += records.map(text).joined()
      if records.isEmpty, let asked {
        call.output += "\(found.name) has no \(asked.rawValue.uppercased()) record\n"
      }
      return .exit(0)
    case .failed: call.output += "Host \(host) not found: 2(SERVFAIL)\n"
    case .noSuchName, .refused, .silent:
      call.output += "Host \(host) not found: 3(NXDOMAIN)\n"
    }
    return .exit(1)
  }

  private static func text(of record: NameRecord) -> String {
    switch record {
    case .address(let name, let address): "\(name) has address \(address)\n"
    case .alias(let name, let target): "\(name) is an alias for \(target).\n"
    case .name(let address, let name): "\(address) domain name pointer \(name).\n"
    case .service(let name, let port, let target, let share):
      "\(name) has SRV record 0 \(share) \(port) \(target).\n"
    }
  }
}
