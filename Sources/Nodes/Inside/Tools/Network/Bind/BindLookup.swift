import Engine

/// BIND's `nslookup`: the first completion of a name that is known, its addresses of both kinds.
enum BindLookup {
  static func run(_ call: inout ToolCall) -> ToolOutcome {
    var asked: NameQuestion?
    var words: [String] = []
    for word in call.arguments {
      guard word.hasPrefix("-"), word.count > 1 else {
        words.append(word)
        continue
      }
      let sides = word.dropFirst().split(separator: "=", maxSplits: 1).map(String.init)
      guard ["type", "querytype", "query", "q", "ty"].contains(sides[0]), sides.count == 2 else {
        if ["debug", "nodebug", "recurse", "search"].contains(sides[0]) { continue }
        call.output += "*** Invalid option: \(word.dropFirst())\n"
        return .exit(1)
      }
      guard let type = NameQuestion(rawValue: sides[1].lowercased()) else {
        call.output += "unknown query type: \(sides[1])\n"
        continue
      }
      asked = type
    }
    guard let host = words.first else { return call.fail("podlab has no dialogue of nslookup's") }
    var servers = call.resolver.servers
    if words.count > 1 {
      guard let address = NameInquiry.server(words[1], &call) else {
        call.output += "nslookup: couldn't get address for '\(words[1])': not found\n"
        return .exit(1)
      }
      servers = [address]
    }
    return ask(host, asked, NameInquiry(of: servers, tries: 3), &call)
  }

  private static func ask(
    _ host: String, _ asked: NameQuestion?, _ inquiry: NameInquiry, _ call: inout ToolCall
  ) -> ToolOutcome {
    var inquiry = inquiry
    var question = asked ?? .a
    var name = host
    if let reversed = NameInquiry.reversed(host) { (name, question) = (reversed, .ptr) }
    let found =
      question == .ptr
      ? inquiry.ask(name, question, &call).map { ($0, name) }
      : inquiry.ask(completing: name, question, &call)
    guard let (reply, whole) = found else {
      let text = inquiry.complaints + NameInquiry.unreachable + "\n"
      return .said(text, after: inquiry.waited, status: 1, &call)
    }
    call.output += "Server:\t\t\(reply.server)\nAddress:\t\(reply.server)#53\n\n"
    switch reply.answer {
    case .records(let records):
      if !DigReport.isOfCluster(whole, reply.answer) {
        call.output += "Non-authoritative answer:\n"
      }
      if records.isEmpty, asked != nil {
        call.output += "*** Can't find \(host): No answer\n"
      }
      call.output += records.map(text).joined() + "\n"
      return .exit(0)
    case .failed: call.output += "** server can't find \(host): SERVFAIL\n\n"
    case .noSuchName, .refused, .silent:
      call.output += "** server can't find \(name): NXDOMAIN\n\n"
    }
    return .exit(1)
  }

  private static func text(of record: NameRecord) -> String {
    switch record {
    case .address(let name, let address): "Name:\t\(name)\nAddress: \(address)\n"
    case .alias(let name, let target): "\(name)\tcanonical name = \(target).\n"
    case .name(let address, let name): "\(address)\tname = \(name).\n"
    case .service(let name, let port, let target, let share):
      "\(name)\tservice = 0 \(share) \(port) \(target).\n"
    }
  }
}
