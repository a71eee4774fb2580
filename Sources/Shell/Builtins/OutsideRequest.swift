import Engine
import Nodes
import Objects
import Simulation
import Store

/// A request by HTTP from the user's own machine: through forwarded ports, and to the ports that
/// the cluster's machines publish.
struct OutsideRequest {
  enum Outcome {
    case unresolved
    /// Nothing listens there.
    case refused(local: Bool)
    case timedOut
    case emptyReply
    /// What answered does not speak HTTP.
    case gibberish(String)
    case answer(HTTPResponse)
  }

  let host: String
  let port: Int
  let path: String

  /// Reads `http://host:port/path`; nil for what is no such thing.
  init?(url: String) {
    var rest = url[...]
    var standard = 80
    if rest.hasPrefix("http://") {
      rest = rest.dropFirst(7)
    } else if rest.hasPrefix("https://") {
      rest = rest.dropFirst(8)
      standard = 443
    }
    let end = rest.firstIndex { "/?".contains($0) } ?? rest.endIndex
    let tail = rest[end...]
    path = tail.hasPrefix("/") ? String(tail) : "/" + tail
    var place = rest[..<end]
    if place.hasPrefix("[::1]") { place = "localhost" + place.dropFirst(5) }
    let sides = place.split(separator: ":", omittingEmptySubsequences: false)
    guard let name = sides.first, !name.isEmpty, sides.count <= 2 else { return nil }
    host = String(name)
    if sides.count == 2 {
      guard let number = Int(sides[1]), (1...65_535).contains(number) else { return nil }
      port = number
    } else {
      port = standard
    }
  }

  private var isLocal: Bool { host == "localhost" || host.hasPrefix("127.") }

  /// The address the host name stands for; nil when it stands for none.
  func address(in world: World) -> String? {
    if isLocal { return "127.0.0.1" }
    if host.split(separator: ".").count == 4, host.allSatisfy({ $0.isNumber || $0 == "." }) {
      return host
    }
    // Machines are known by their names, as they are in a network with a name server of its own.
    return world.state.node(host)?.status.internalAddress
  }

  /// Sends it; what was noticed about a forwarded port on the way is told.
  func send(_ request: HTTPRequest, in session: inout Session) -> Outcome {
    guard let address = address(in: session.world) else { return .unresolved }
    guard isLocal else {
      return Self.outcome(
        session.world.askFromOutside(address, port: port, .http(request)))
    }
    guard let forward = session.world.forward(from: port) else { return .refused(local: true) }
    switch session.world.ask(through: forward, .http(request)) {
    case nil, .refused?:
      // kubectl ends when its pod has gone, or refuses a connection.
      session.world.closeForward(from: port)
      session.complain("error: lost connection to pod")
      return .emptyReply
    case let answer?: return Self.outcome(answer)
    }
  }

  private static func outcome(_ answer: NetworkAnswer) -> Outcome {
    switch answer {
    case .refused: .refused(local: false)
    case .timedOut, .unreachable: .timedOut
    case .closed: .emptyReply
    case .text(let text): text.isEmpty ? .emptyReply : .gibberish(text)
    case .answer(let response): .answer(response)
    }
  }
}
