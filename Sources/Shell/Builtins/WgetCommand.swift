import Engine
import Kubectl
import Nodes
import Simulation

/// A request from the user's own machine, as wget asks.
enum WgetCommand: Command {
  static let name = "wget"
  static let usage = ["wget [-q] [-O FILE] [-T SECONDS] URL"]
  static let summary = "as curl: ask a forwarded port or a node's port"
  static let examples = ["wget -qO- localhost:8080"]
  static let section = CommandSection.looking

  static func takes(after words: [String]) -> CommandWords { .places }

  static func run(_ call: CommandCall, in session: inout Session) throws(CommandProblem) -> Int32 {
    let options: OptionReader
    do throws(OptionProblem) {
      options = try OptionReader(
        call.arguments, for: "wget", flags: "qS", values: "OTt",
        long: ["quiet": "q", "output-document": "O", "timeout": "T", "tries": "t"])
    } catch {
      session.complain(error.message)
      return error.status
    }
    guard let url = options.operands.first, let target = OutsideRequest(url: url) else {
      session.complain("wget: missing URL")
      return 1
    }
    return ask(target, options, in: &session)
  }

  private static func ask(
    _ target: OutsideRequest, _ options: OptionReader, in session: inout Session
  ) -> Int32 {
    let address = target.address(in: session.world)
    if !options.has("q"), let address {
      session.complain("Connecting to \(target.host):\(target.port) (\(address):\(target.port))")
    }
    let request = HTTPRequest(
      path: target.path, headers: ["Host": target.host, "User-Agent": "Wget"])
    switch target.send(request, in: &session) {
    case .unresolved: return fail("bad address '\(target.host)'", &session)
    case .refused:
      return fail(
        "can't connect to remote host (\(address ?? "")): Connection refused", &session)
    case .timedOut:
      let limit = options.options.last { $0.name == "T" }.flatMap { Double($0.value) } ?? 900
      let end = session.now + .seconds(fractional: max(0, limit))
      if let ended = session.pass(until: end) { return ended }
      return fail("download timed out", &session)
    case .emptyReply, .gibberish: return fail("error getting response", &session)
    case .answer(let response):
      guard response.status < 400 else {
        return fail(
          "server returned error: HTTP/1.1 \(response.status) \(response.reason)", &session)
      }
      return save(response.body, of: target, options, in: &session)
    }
  }

  private static func fail(_ text: String, _ session: inout Session) -> Int32 {
    session.complain("wget: \(text)")
    return 1
  }

  private static func save(
    _ body: String, of target: OutsideRequest, _ options: OptionReader, in session: inout Session
  ) -> Int32 {
    let wanted = options.options.last { $0.name == "O" }?.value
    if wanted == "-" {
      session.put(body)
      return 0
    }
    let last = target.path.split(separator: "/").last.map { String($0) }
    let path = wanted ?? last ?? "index.html"
    if path == "/dev/null" { return 0 }
    do throws(HostProblem) {
      try session.host.writeFile(path, body, false)
      return 0
    } catch {
      return fail("can't open '\(path)': \(error.message)", &session)
    }
  }
}
