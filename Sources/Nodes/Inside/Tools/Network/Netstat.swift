/// busybox's `netstat`: who listens, and the routes.
enum Netstat: Tool {
  static let names = ["netstat"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let options = ToolOptions(call.arguments, short: "laentuwxrpW")
    if let unknown = options.unknown { return call.fail("invalid option -- '\(unknown)'") }
    if options.has("r") {
      call.output = Routes(call.client).text(isNumeric: options.has("n"), forNetstat: true)
      return .exit(0)
    }
    let what =
      options.has("a")
      ? "servers and established" : options.has("l") ? "only servers" : "w/o servers"
    let program = options.has("p") ? "PID/Program name    " : ""
    call.output =
      "Active Internet connections (\(what))\n"
      + "Proto Recv-Q Send-Q Local Address           Foreign Address         State       "
      + program + "\n"
    let isAboutUDP = options.has("u") && !options.has("t")
    if options.has("l") || options.has("a"), !isAboutUDP {
      for listener in listeners(call) { call.output += line(listener, options, call) }
    }
    let isAboutAll = !["t", "u", "w", "x"].contains(where: options.has)
    if isAboutAll || options.has("x") {
      call.output +=
        "Active UNIX domain sockets (\(what))\n"
        + "Proto RefCnt Flags       Type       State         I-Node "
        + (options.has("p") ? "PID/Program name    " : "") + "Path\n"
    }
    return .exit(0)
  }

  private static func listeners(_ call: ToolCall) -> [PodSandbox.Listener] {
    let sandbox = call.system.sandbox
    guard sandbox.usesHostNetwork else { return sandbox.listeners }
    return sandbox.listeners
      + call.system.network.hostListeners(on: sandbox.nodeName, besides: nil)
  }

  private static func line(
    _ listener: PodSandbox.Listener, _ options: ToolOptions, _ call: ToolCall
  ) -> String {
    let place = "\(listener.bindAddress):\(listener.port)".padding(to: 24)
    var text = "tcp        0      0 \(place)0.0.0.0:*               LISTEN      "
    if options.has("p") {
      let process = call.instance?.processes.first {
        listener.container == call.container && $0.pid == listener.process
      }
      let title = process.flatMap { $0.title.first }.map(FileTree.name) ?? ""
      text += (process.map { "\($0.pid)/\(title)" } ?? "-").padding(to: 20)
    }
    return text + "\n"
  }
}

/// The routes of a pod: its own network, and everything else by its node.
struct Routes {
  private let address: String
  private let isHost: Bool

  init(_ client: NetworkClient) {
    address = client.address
    isHost = client.isHost
  }

  var gateway: String { isHost ? ResolverFile.machineServer : AddressRange.gateway(of: address) }
  var bits: Int { isHost ? 16 : 24 }
  var mask: String { isHost ? "255.255.0.0" : "255.255.255.0" }

  var network: String {
    guard let number = AddressRange.number(address) else { return address }
    return AddressRange.text(number & ~(1 << UInt32(32 - bits) - 1))
  }

  var broadcast: String {
    guard let number = AddressRange.number(address) else { return address }
    return AddressRange.text(number | (1 << UInt32(32 - bits) - 1))
  }

  /// The hardware address of an address: the same whenever it is asked for.
  static func hardware(of address: String) -> String {
    let number = AddressRange.number(address) ?? 0
    // Locally administered, and mixed so that neighbours do not look alike.
    let mixed = UInt64(number) &* 0x9E37_79B9_7F4A_7C15 >> 16
    let bytes = [0x5a] + (0..<5).map { Int(mixed >> UInt64($0 * 8) & 255) }
    return bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: ":")
  }

  func text(isNumeric: Bool, forNetstat: Bool) -> String {
    let columns =
      forNetstat
      ? "Flags   MSS Window  irtt Iface" : "Flags Metric Ref    Use Iface"
    let numbers = forNetstat ? "      0 0          0 eth0" : "    0      0        0 eth0"
    func line(_ target: String, _ gateway: String, _ mask: String, _ flags: String) -> String {
      target.padding(to: 16) + gateway.padding(to: 16) + mask.padding(to: 16)
        + flags.padding(to: 2) + numbers + "\n"
    }
    return "Kernel IP routing table\nDestination     Gateway         Genmask         \(columns)\n"
      + line(isNumeric ? "0.0.0.0" : "default", gateway, "0.0.0.0", "UG")
      + line(network, isNumeric ? "0.0.0.0" : "*", mask, "U")
  }
}
