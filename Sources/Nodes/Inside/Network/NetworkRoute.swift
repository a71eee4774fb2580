import Objects

/// Who opens a connection.
struct NetworkClient: Hashable, Sendable {
  var address: String
  /// The machine whose rules lead it.
  var node: String
  /// Whether it uses the machine's own network: no policy is about it.
  var isHost: Bool
}

extension NetworkClient {
  init(_ sandbox: PodSandbox) {
    address = sandbox.address
    node = sandbox.nodeName
    isHost = sandbox.usesHostNetwork
  }
}

enum Transport: String, Sendable {
  case tcp = "TCP"
  case udp = "UDP"
}

extension NetworkRequest {
  var transport: Transport {
    switch self {
    case .datagram: .udp
    case .open, .http, .text: .tcp
    }
  }
}

/// Where a connection comes out.
enum NetworkRoute: Hashable, Sendable {
  /// At a pod, which sees it come from `source`.
  case pod(address: String, port: Int, source: String)
  /// At a machine's own network.
  case node(name: String, port: Int, source: String)
  case apiServer
  /// Somebody says no.
  case refused
  /// Nobody answers.
  case lost
  /// There is nobody of that address.
  case unreachable
}

/// An IPv4 address, or a range of them.
enum AddressRange {
  static func number(_ address: some StringProtocol) -> UInt32? {
    let parts = address.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var number: UInt32 = 0
    for part in parts {
      guard let byte = UInt8(part), part.allSatisfy(\.isNumber) else { return nil }
      number = number << 8 | UInt32(byte)
    }
    return number
  }

  static func text(_ number: UInt32) -> String {
    [24, 16, 8, 0].map { "\(number >> $0 & 255)" }.joined(separator: ".")
  }

  /// Whether an address lies in a range such as `10.244.0.0/16`.
  static func contains(_ range: String, _ address: String) -> Bool {
    let parts = range.split(separator: "/")
    guard parts.count == 2, let bits = Int(parts[1]), (0...32).contains(bits),
      let base = number(parts[0]), let number = number(address)
    else { return false }
    let mask: UInt32 = bits == 0 ? 0 : ~0 << UInt32(32 - bits)
    return base & mask == number & mask
  }

  /// The first address of the network of 256 that an address lies in, where its gateway is.
  static func gateway(of address: String) -> String {
    number(address).map { text($0 & ~255 | 1) } ?? address
  }

  static let services = "10.96.0.0/12"
  /// Where nodes get their ranges from.
  static let pods = "10.240.0.0/12"
  static let machines = "192.168.0.0/16"
}
