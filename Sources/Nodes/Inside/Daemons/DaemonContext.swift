import Engine

/// What a daemon sees of the pod it runs in, and may do there while it works.
struct DaemonContext {
  /// What it wrote, in its order, with the stream it wrote to.
  typealias Printed = (stream: LogLine.Stream, text: String)

  var sandbox: PodSandbox
  /// The way to other pods; nil where nobody could follow it.
  var network: ClusterNetwork?
  let container: String
  /// The number of its process.
  let process: Int
  let now: SimTime
  /// The address that asks, and the port that it asked.
  var source = ""
  var port = 0
  private(set) var printed: [Printed] = []
  /// Set when it ends after this answer.
  var exitStatus: Int?

  init(
    sandbox: PodSandbox, network: ClusterNetwork?, container: String, process: Int, now: SimTime
  ) {
    self.sandbox = sandbox
    self.network = network
    self.container = container
    self.process = process
    self.now = now
  }

  var hostname: String { sandbox.hostname }
  var address: String { sandbox.address }

  mutating func print(_ text: String, _ stream: LogLine.Stream = .out) {
    if !text.isEmpty { printed.append((stream, text)) }
  }

  func read(_ path: String) throws(PodSandbox.FileProblem) -> String {
    try sandbox.read(path, in: container)
  }

  /// A file or folder as it lies there; nil where there is none.
  func node(_ path: String) -> FileTree.Node? {
    sandbox.node(path, in: container)
  }

  func isFolder(_ path: String) -> Bool { sandbox.entry(path, in: container) == .folder }

  func isThere(_ path: String) -> Bool { sandbox.entry(path, in: container) != nil }

  /// Names in a folder, sorted.
  func names(in folder: String) -> [String] { sandbox.names(in: folder, of: container) }

  // MARK: - Network

  /// The address of a host; nil when it has none.
  mutating func resolve(_ host: String) -> String? { lookUp(host).address }

  /// Looks for the addresses of a host, in its own file and then at its name servers.
  mutating func lookUp(_ host: String) -> NameLookup {
    if AddressRange.number(host) != nil { return .found([host], name: host) }
    if let line = HostsFile((try? read("/etc/hosts")) ?? "").line(of: host) {
      return .found([line.address], name: host)
    }
    let servers = nameServers
    let client = NetworkClient(sandbox)
    return network?.look(for: host, servers, from: client, at: now) ?? .unknown
  }

  /// Whom it asks for names.
  var nameServers: ResolverFile { ResolverFile((try? read("/etc/resolv.conf")) ?? "") }

  /// Whether a host has an address, as far as can be said here.
  func knows(_ host: String) -> Bool {
    var copy = self
    return network == nil || copy.resolve(host) != nil
  }

  /// Asks a port of a host; nil when the host has no address.
  mutating func ask(_ host: String, port: Int, _ request: NetworkRequest) -> NetworkAnswer? {
    guard let place = resolve(host) else { return nil }
    if place.hasPrefix("127.") || place == address {
      return sandbox.ask(
        port: port, request, from: place == address ? place : "127.0.0.1", at: now,
        network: &network)
    }
    guard var other = network else { return nil }
    let answer = other.ask(place, port: port, request, from: NetworkClient(sandbox), at: now)
    network = other
    return answer
  }
}
