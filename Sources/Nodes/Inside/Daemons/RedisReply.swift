/// What redis answers, before it is written to a connection.
indirect enum RedisReply: Hashable, Sendable {
  case simple(String)
  case error(String)
  case integer(Int)
  /// nil is the answer for what is not there.
  case bulk(String?)
  case array([RedisReply])

  static let ok = RedisReply.simple("OK")
  static let wrongType = RedisReply.error(
    "WRONGTYPE Operation against a key holding the wrong kind of value")
  static let notInteger = RedisReply.error("ERR value is not an integer or out of range")
  static let overflow = RedisReply.error("ERR increment or decrement would overflow")
  static let syntax = RedisReply.error("ERR syntax error")

  static func invalidExpiry(in command: String) -> RedisReply {
    .error("ERR invalid expire time in '\(command)' command")
  }

  static func list(_ texts: [String]) -> RedisReply { .array(texts.map { .bulk($0) }) }

  /// As it goes over the wire.
  var wireText: String {
    switch self {
    case .simple(let text): "+\(text)\r\n"
    case .error(let text): "-\(text)\r\n"
    case .integer(let number): ":\(number)\r\n"
    case .bulk(nil): "$-1\r\n"
    case .bulk(let text?): "$\(text.utf8.count)\r\n\(text)\r\n"
    case .array(let items): "*\(items.count)\r\n" + items.map(\.wireText).joined()
    }
  }

  /// As the client shows it when nobody watches: without types, an empty line for nothing.
  var plainText: String {
    switch self {
    case .simple(let text), .error(let text): text + "\n"
    case .integer(let number): "\(number)\n"
    case .bulk(let text): (text ?? "") + "\n"
    case .array(let items): items.isEmpty ? "\n" : items.map(\.plainText).joined()
    }
  }

  /// As the client shows it on a terminal.
  func shownText(indent: String = "") -> String {
    switch self {
    case .simple(let text): return text + "\n"
    case .error(let text): return "(error) \(text)\n"
    case .integer(let number): return "(integer) \(number)\n"
    case .bulk(nil): return "(nil)\n"
    case .bulk(let text?): return "\"\(Self.escaped(text))\"\n"
    case .array(let items):
      if items.isEmpty { return "(empty array)\n" }
      let width = "\(items.count)".count
      return items.enumerated().map { place, item in
        let number = "\(place + 1)"
        let blanks = String(repeating: " ", count: width - number.count)
        let lead = (place == 0 ? "" : indent) + blanks + number + ") "
        return lead + item.shownText(indent: indent + String(repeating: " ", count: width + 2))
      }.joined()
    }
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }

  /// Reads answers from what came over the wire; what is no answer ends the reading.
  static func read(_ text: String) -> [RedisReply] {
    var bytes = Array(text.utf8)[...]
    var replies: [RedisReply] = []
    while let reply = readOne(&bytes, depth: 0) { replies.append(reply) }
    return replies
  }

  private static func readOne(_ bytes: inout ArraySlice<UInt8>, depth: Int) -> RedisReply? {
    guard depth < 8, let end = bytes.firstIndex(of: UInt8(ascii: "\r")), let type = bytes.first,
      end > bytes.startIndex
    else { return nil }
    let line = String(decoding: bytes[bytes.startIndex + 1..<end], as: UTF8.self)
    bytes = bytes[min(end + 2, bytes.endIndex)...]
    switch type {
    case UInt8(ascii: "+"): return .simple(line)
    case UInt8(ascii: "-"): return .error(line)
    case UInt8(ascii: ":"): return Int(line).map { .integer($0) }
    case UInt8(ascii: "$"):
      guard let count = Int(line) else { return nil }
      if count < 0 { return .bulk(nil) }
      guard count <= bytes.count - 2 else { return nil }
      let text = String(decoding: bytes.prefix(count), as: UTF8.self)
      bytes = bytes.dropFirst(count + 2)
      return .bulk(text)
    case UInt8(ascii: "*"):
      var items: [RedisReply] = []
      for _ in 0..<max(0, min(Int(line) ?? 0, 100_000)) {
        guard let item = readOne(&bytes, depth: depth + 1) else { return nil }
        items.append(item)
      }
      return .array(items)
    default: return nil
    }
  }
}
