/// One record as it stands in a zone's file: what `dig` shows, and what is counted of a message.
struct ResourceLine {
  /// With the dot at its end, as all names here.
  let owner: String
  let type: NameQuestion
  let data: String
  /// How many bytes the data takes in a message.
  let dataBytes: Int

  /// Whatever the cluster's DNS server says holds for so many seconds.
  private static let timeToLive = 30

  init(_ record: NameRecord) {
    switch record {
    case .address(let name, let address):
      (owner, type, data, dataBytes) = (Self.whole(name), .a, address, 4)
    case .alias(let name, let target):
      let target = Self.whole(target)
      (owner, type, data, dataBytes) = (Self.whole(name), .cname, target, Self.bytes(of: target))
    case .name(let address, let name):
      let name = Self.whole(name)
      (owner, type, data, dataBytes) = (Self.whole(address), .ptr, name, Self.bytes(of: name))
    case .service(let name, let port, let target, let share):
      let target = Self.whole(target)
      (owner, type) = (Self.whole(name), .srv)
      (data, dataBytes) = ("0 \(share) \(port) \(target)", 6 + Self.bytes(of: target))
    }
  }

  private init(zone: String, server: String, mailbox: String, _ numbers: [Int]) {
    (owner, type) = (zone, .soa)
    data = "\(server) \(mailbox) " + numbers.map(String.init).joined(separator: " ")
    dataBytes = Self.bytes(of: server) + Self.bytes(of: mailbox) + 4 * numbers.count
  }

  /// The cluster's own zone. Its serial number is a moment, in seconds.
  static func clusterZone(serial: Int) -> ResourceLine {
    ResourceLine(
      zone: "cluster.local.", server: "ns.dns.cluster.local.",
      mailbox: "hostmaster.cluster.local.", [serial, 7200, 1800, 86_400, timeToLive])
  }

  static func whole(_ name: String) -> String { name.hasSuffix(".") ? name : name + "." }

  /// A name in a message that is not shortened: a length before each part, and a zero.
  static func bytes(of name: String) -> Int { name == "." ? 1 : name.utf8.count + 1 }

  var bytes: Int { Self.bytes(of: owner) + 10 + dataBytes }

  var text: String {
    Self.columns([
      (owner, 0), ("\(Self.timeToLive)", 24), ("IN", 32), (type.rawValue.uppercased(), 40),
      (data, 48),
    ])
  }

  /// What was asked, as a line.
  static func question(_ name: String, _ type: NameQuestion) -> String {
    ";" + columns([(name, 0), ("IN", 32), (type.rawValue.uppercased(), 40)])
  }

  /// Words at their columns, or one further on: tabs as far as they go.
  private static func columns(_ words: [(text: String, column: Int)]) -> String {
    var line = ""
    var column = 0
    for word in words {
      if !line.isEmpty {
        let next = max(word.column, column + 1)
        let tabs = next / 8 - column / 8
        let spaces = tabs > 0 ? next % 8 : next - column
        line += String(repeating: "\t", count: tabs) + String(repeating: " ", count: spaces)
        column = next
      }
      line += word.text
      column += word.text.utf8.count
    }
    return line
  }
}
