import Engine

/// `dig`: asks for one name and tells the whole answer.
enum Dig: Tool {
  static let names = ["dig"]
  static let version = "9.20.15"

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let wish: DigWish
    do {
      wish = try DigWish(call.arguments)
    } catch {
      call.errors += error.text
      return .exit(1)
    }
    if wish.asksForVersion {
      call.output += "DiG \(version)\n"
      return .exit(0)
    }
    var servers = call.resolver.servers
    if let named = wish.server {
      guard let address = NameInquiry.server(named, &call) else {
        call.errors += "dig: couldn't get address for '\(named)': not found\n"
        return .exit(10)
      }
      servers = [address]
    }
    var inquiry = NameInquiry(of: servers, tries: wish.tries, patience: wish.patience)
    var text = ""
    var status = 0
    for (place, lookup) in wish.lookups.enumerated() {
      let known = inquiry.complaints.utf8.count
      let found = ask(lookup, wish, &inquiry, &call)
      text += inquiry.complaints.dropFirst(known)
      if place == 0, !wish.isShort, wish.shown.contains(.cmd) {
        text += DigReport.heading(call.arguments, hasNamedServer: wish.server != nil)
      }
      guard let found else {
        text += NameInquiry.unreachable
        status = 9
        continue
      }
      text += found.text(wish)
    }
    return .said(text, after: inquiry.waited, status: status, &call)
  }

  private static func ask(
    _ lookup: DigWish.Lookup, _ wish: DigWish, _ inquiry: inout NameInquiry, _ call: inout ToolCall
  ) -> DigReport? {
    let type = lookup.type ?? .a
    var name = lookup.name
    let reply: NameInquiry.Reply
    if wish.completes {
      guard let found = inquiry.ask(completing: name, type, &call) else { return nil }
      (reply, name) = found
    } else {
      guard let answer = inquiry.ask(name, type, &call) else { return nil }
      reply = answer
    }
    var report = DigReport(name: name, type: type, reply, at: call.now)
    for target in report.targets {
      guard case .records(let records)? = inquiry.ask(target, .a, &call)?.answer else { continue }
      report.additional += records.map(ResourceLine.init)
    }
    return report
  }
}
