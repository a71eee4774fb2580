/// `ip`, `ifconfig`, `route` and `arp`, as busybox prints them.
enum Interfaces: Tool {
  static let names = ["ip", "ifconfig", "route", "arp"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let routes = Routes(call.client)
    switch call.name {
    case "ifconfig": return configuration(routes, &call)
    case "route":
      call.output = routes.text(isNumeric: call.arguments.contains("-n"), forNetstat: false)
      return .exit(0)
    case "arp":
      let hardware = Routes.hardware(of: routes.gateway)
      call.output = "? (\(routes.gateway)) at \(hardware) [ether]  on eth0\n"
      return .exit(0)
    default: return ip(routes, &call)
    }
  }

  // MARK: - ip

  private static func ip(_ routes: Routes, _ call: inout ToolCall) -> ToolOutcome {
    var words = call.arguments[...]
    var isShort = false
    var isOnlyVersion4 = false
    while let word = words.first, word.hasPrefix("-") {
      words.removeFirst()
      isShort = isShort || word.hasPrefix("-o")
      let family = word == "-f" || word == "-family" ? words.popFirst() : nil
      isOnlyVersion4 = isOnlyVersion4 || word == "-4" || family == "inet"
    }
    let object = words.popFirst() ?? ""
    let device = words.first { !["show", "list", "ls", "s", "l", "dev"].contains($0) }
    func begins(_ full: String) -> Bool { !object.isEmpty && full.hasPrefix(object) }
    if begins("route") {
      call.output = text(of: routes, words, call.client.address)
      return .exit(0)
    }
    if begins("neigh") {
      call.output =
        "\(routes.gateway) dev eth0 lladdr \(Routes.hardware(of: routes.gateway)) ref 1 used "
        + "0/0/0 probes 1 REACHABLE\n"
      return .exit(0)
    }
    guard begins("address") || begins("link") else {
      return call.fail("invalid argument '\(object)' to 'ip'")
    }
    if let device, !["lo", "eth0"].contains(device) {
      return call.fail("can't find device '\(device)'", status: begins("link") ? 2 : 1)
    }
    let shows = Shown(
      address: call.client.address, routes: routes, hasAddresses: begins("address"),
      isShort: isShort, isOnlyVersion4: isOnlyVersion4)
    call.output =
      (device == "eth0" ? "" : shows.loopback) + (device == "lo" ? "" : shows.ethernet)
    return .exit(0)
  }

  private static func text(
    of routes: Routes, _ words: ArraySlice<String>, _ address: String
  ) -> String {
    guard words.first == "get", let target = words.dropFirst().first else {
      return "default via \(routes.gateway) dev eth0 \n"
        + "\(routes.network)/\(routes.bits) dev eth0 scope link  src \(address) \n"
    }
    return target.hasPrefix("127.")
      ? "local \(target) dev lo  src 127.0.0.1 \n"
      : "\(target) via \(routes.gateway) dev eth0  src \(address) \n"
  }

  /// The interfaces as `ip` shows them.
  private struct Shown {
    let address: String
    let routes: Routes
    let hasAddresses: Bool
    let isShort: Bool
    let isOnlyVersion4: Bool

    private static let forever = "       valid_lft forever preferred_lft forever\n"

    var loopback: String {
      if isShort {
        return "1: lo    inet 127.0.0.1/8 scope host lo\\" + Self.forever
      }
      var text = "1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue qlen 1000\n"
      if !isOnlyVersion4 {
        text += "    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00\n"
      }
      guard hasAddresses else { return text }
      text += "    inet 127.0.0.1/8 scope host lo\n" + Self.forever
      if !isOnlyVersion4 { text += "    inet6 ::1/128 scope host \n" + Self.forever }
      return text
    }

    var ethernet: String {
      let inet =
        "inet \(address)/\(routes.bits) brd \(routes.broadcast) scope global eth0"
      if isShort { return "2: eth0    \(inet)\\" + Self.forever }
      let peer = (AddressRange.number(address).map { Int($0 & 255) } ?? 0) + 3
      var text =
        "2: eth0@if\(peer): <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 qdisc noqueue \n"
      if !isOnlyVersion4 {
        text += "    link/ether \(Routes.hardware(of: address)) brd ff:ff:ff:ff:ff:ff\n"
      }
      if hasAddresses { text += "    \(inet)\n" + Self.forever }
      return text
    }
  }

  // MARK: - ifconfig

  private static func configuration(_ routes: Routes, _ call: inout ToolCall) -> ToolOutcome {
    let device = call.arguments.first { !$0.hasPrefix("-") }
    if let device, !["lo", "eth0"].contains(device) {
      return call.fail("\(device): error fetching interface information: Device not found")
    }
    let address = call.client.address
    let counters = """
                RX packets:0 errors:0 dropped:0 overruns:0 frame:0
                TX packets:0 errors:0 dropped:0 overruns:0 carrier:0
      """
    let ethernet =
      "eth0      Link encap:Ethernet  HWaddr \(Routes.hardware(of: address).uppercased())  \n"
      + "          inet addr:\(address)  Bcast:\(routes.broadcast)  Mask:\(routes.mask)\n"
      + "          UP BROADCAST RUNNING MULTICAST  MTU:1500  Metric:1\n\(counters)\n"
      + "          collisions:0 txqueuelen:0 \n          RX bytes:0 (0.0 B)  TX bytes:0 (0.0 B)\n\n"
    let loopback =
      "lo        Link encap:Local Loopback  \n"
      + "          inet addr:127.0.0.1  Mask:255.0.0.0\n"
      + "          inet6 addr: ::1/128 Scope:Host\n"
      + "          UP LOOPBACK RUNNING  MTU:65536  Metric:1\n\(counters)\n"
      + "          collisions:0 txqueuelen:1000 \n"
      + "          RX bytes:0 (0.0 B)  TX bytes:0 (0.0 B)\n\n"
    call.output = (device == "lo" ? "" : ethernet) + (device == "eth0" ? "" : loopback)
    return .exit(0)
  }
}
