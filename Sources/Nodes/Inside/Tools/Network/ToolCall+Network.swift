import Engine
import Objects
import Store

/// What programs do with the network.
extension ToolCall {
  var client: NetworkClient { NetworkClient(system.sandbox) }

  /// The addresses of a host: of `/etc/hosts`, or of the name servers of `/etc/resolv.conf`.
  mutating func look(for host: String) -> NameLookup {
    if AddressRange.number(host) != nil { return .found([host], name: host) }
    if let line = HostsFile(file("/etc/hosts")).line(of: host) {
      return .found([line.address], name: line.names.first ?? host)
    }
    return system.network.look(for: host, resolver, from: client, at: now)
  }

  /// What `/etc/resolv.conf` says at this moment.
  var resolver: ResolverFile { ResolverFile(file("/etc/resolv.conf")) }

  private func file(_ path: String) -> String {
    (try? system.sandbox.read(path, in: container)) ?? ""
  }

  /// Sends a request where it leads: into this pod, or out of it.
  mutating func ask(_ address: String, port: Int, _ request: NetworkRequest) -> NetworkAnswer {
    let client = client
    if !client.isHost {
      if address.hasPrefix("127.") { return askOwn(port, request, from: "127.0.0.1") }
      if address == client.address { return askOwn(port, request, from: address) }
    }
    let route = system.network.route(
      to: address, port: port, by: request.transport, from: client, at: now)
    switch route {
    case .pod(client.address, let port, let source) where !client.isHost:
      return askOwn(port, request, from: source)
    case .node(client.node, let port, let source) where client.isHost:
      let isOwn = system.sandbox.listeners.contains { $0.port == port }
      return isOwn
        ? askOwn(port, request, from: source) : system.network.ask(route, request, at: now)
    case .pod, .node, .apiServer, .refused, .lost, .unreachable:
      return system.network.ask(route, request, at: now)
    }
  }

  private mutating func askOwn(
    _ port: Int, _ request: NetworkRequest, from source: String
  ) -> NetworkAnswer {
    var lent: ClusterNetwork? = system.network
    let answer = system.sandbox.ask(port: port, request, from: source, at: now, network: &lent)
    if let lent { system.network = lent }
    return answer
  }

  /// Whether somebody answers to pings at an address.
  func isThere(_ address: String) -> Bool {
    if address.hasPrefix("127.") || address == client.address { return true }
    return system.network.answersToPings(address, from: client)
  }

  /// Says that a name has no address, once whoever was asked for it has been waited for.
  mutating func failBadAddress(_ host: String, _ lookup: NameLookup) -> ToolOutcome {
    let text = "bad address '\(host)'"
    guard case .failed(let after) = lookup, after > .zero else { return fail(text) }
    return .sleepFailing(after, "\(name): \(text)\n")
  }
}

/// Where a name leads, for programs that only want an address.
enum Destination {
  static func resolve(_ host: String, _ call: ToolCall) -> String? {
    var call = call
    return call.look(for: host).address
  }
}

extension ClusterNetwork {
  /// How many machines pass a packet on: none between two pods of one machine.
  func hops(to address: String, from client: NetworkClient) -> Int {
    if let place = podPlace(at: address) {
      return place.node == client.node ? 0 : client.isHost ? 1 : 2
    }
    return machine(at: address)?.name == client.node || client.isHost ? 0 : 1
  }

  /// Whether a pod or a machine at an address answers to pings; Services do not.
  func answersToPings(_ address: String, from client: NetworkClient) -> Bool {
    if let place = podPlace(at: address) {
      guard machine(named: place.node)?.isPoweredOn ?? false, sandbox(of: place.pod) != nil else {
        return false
      }
      let pod = state.pod(place.pod)
      return mayLeave(client, to: address, pod: pod, port: 0, .tcp)
        && mayEnter(pod, on: place.node, from: client, port: 0, .tcp)
    }
    guard let machine = machine(at: address), machine.isPoweredOn else { return false }
    return mayLeave(client, to: address, pod: nil, port: 0, .tcp)
  }
}

extension ToolOutcome {
  /// Waits, then fails with a sentence on standard error.
  static func sleepFailing(_ span: SimSpan, _ text: String, status: Int = 1) -> ToolOutcome {
    let lines = text.split(separator: "\n").map {
      "echo '\($0.replacing("'", with: "'\\''"))' >&2; "
    }
    return .shell(
      script:
        "sleep \(Double(span.milliseconds) / 1000); \(lines.joined())exit \(status)",
      name: "sh", arguments: [])
  }
}
