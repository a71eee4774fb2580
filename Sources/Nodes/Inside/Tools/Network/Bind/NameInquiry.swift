import Engine

/// How BIND's tools ask name servers: one after the other, some times over, and telling of every
/// try that came to nothing.
struct NameInquiry {
  struct Reply {
    let answer: NameAnswer
    let server: String
  }

  private let servers: [String]
  /// How often a server is asked that gives no answer.
  private let tries: Int
  /// How long an answer is waited for.
  private let patience: SimSpan
  /// A line for each try in vain.
  private(set) var complaints = ""
  /// How long all tries in vain took.
  private(set) var waited = SimSpan.zero

  static let unreachable = ";; no servers could be reached\n"

  init(of servers: [String], tries: Int, patience: SimSpan = .seconds(5)) {
    self.servers = servers.isEmpty ? ["127.0.0.1"] : servers
    self.tries = tries
    self.patience = patience
  }

  /// Nil when no server answers.
  mutating func ask(
    _ name: String, _ question: NameQuestion, _ call: inout ToolCall
  ) -> Reply? {
    let client = call.client
    for _ in 0..<tries {
      for server in servers {
        let answer = call.system.network.ask(
          nameServer: server, name, question, from: client, at: call.now)
        switch answer {
        case .refused: complain(of: server, "connection refused")
        case .silent:
          complain(of: server, "timed out")
          waited = waited + patience
        case .records, .noSuchName, .failed: return Reply(answer: answer, server: server)
        }
      }
    }
    return nil
  }

  /// Asks for every completion of a name until one is known; nil when no server answers.
  mutating func ask(
    completing name: String, _ question: NameQuestion, _ call: inout ToolCall
  ) -> (reply: Reply, name: String)? {
    var last: (reply: Reply, name: String)?
    for candidate in call.resolver.candidates(for: name) {
      guard let reply = ask(candidate, question, &call) else { return nil }
      last = (reply, candidate)
      if reply.answer != .noSuchName { break }
    }
    return last
  }

  private mutating func complain(of server: String, _ what: String) {
    complaints += ";; communications error to \(server)#53: \(what)\n"
  }

  /// The address of a server that was named; nil when it has none.
  static func server(_ named: String, _ call: inout ToolCall) -> String? {
    call.look(for: named).address
  }

  /// The name under which an address is looked up.
  static func reversed(_ address: String) -> String? {
    AddressRange.number(address).map { "\(AddressRange.text($0.byteSwapped)).in-addr.arpa" }
  }
}

extension ToolOutcome {
  /// Says something after a while, or at once when nobody was waited for.
  static func said(_ text: String, after span: SimSpan, status: Int, _ call: inout ToolCall)
    -> ToolOutcome
  {
    if span > .zero { return .sleep(span, status: status, text: text) }
    call.output += text
    return .exit(status)
  }
}
