import Engine

/// An archive as `tar` makes it: blocks of 512 bytes, a header and then the bytes of each file.
struct TarArchive {
  struct Entry {
    var path: String
    var node: FileTree.Node
  }

  private(set) var bytes: Bytes = []

  /// The archive ends with two empty blocks and fills its last record.
  mutating func finish() { bytes += Bytes(repeating: 0, count: 1024) }

  mutating func add(_ entry: Entry, _ accounts: Accounts) {
    let node = entry.node
    var content: Bytes = []
    var kind = UInt8(ascii: "0")
    var target = ""
    switch node.content {
    case .file(let bytes): content = bytes
    case .zeros(let count): content = Bytes(repeating: 0, count: min(count, FileTree.largestFile))
    case .folder: kind = UInt8(ascii: "5")
    case .link(let place):
      kind = UInt8(ascii: "2")
      target = place
    }
    var header = Bytes(repeating: 0, count: 512)
    func put(_ text: String, at place: Int, _ width: Int) {
      for (offset, byte) in text.utf8.prefix(width).enumerated() { header[place + offset] = byte }
    }
    func number(_ value: Int, _ width: Int) -> String {
      let digits = String(max(value, 0), radix: 8)
      return String(repeating: "0", count: max(width - digits.count, 0)) + digits
    }
    put(entry.path + (node.isFolder && !entry.path.hasSuffix("/") ? "/" : ""), at: 0, 100)
    put(number(node.mode & 0o7777, 7), at: 100, 7)
    put(number(node.owner, 7), at: 108, 7)
    put(number(node.group, 7), at: 116, 7)
    put(number(content.count, 11), at: 124, 11)
    put(number(Int((node.modified ?? .worldBegins).seconds), 11), at: 136, 11)
    put("        ", at: 148, 8)
    header[156] = kind
    put(target, at: 157, 100)
    put("ustar  ", at: 257, 8)
    put(accounts.userName(node.owner) ?? "", at: 265, 31)
    put(accounts.groupName(node.group) ?? "", at: 297, 31)
    put(number(header.reduce(0) { $0 + Int($1) }, 6) + "\0 ", at: 148, 8)
    bytes += header + content
    bytes += Bytes(repeating: 0, count: (512 - content.count % 512) % 512)
  }

  /// What is in an archive; nil when it is none.
  static func read(_ bytes: Bytes) -> [Entry]? {
    var entries: [Entry] = []
    var place = 0
    while place + 512 <= bytes.count {
      let header = bytes[place..<(place + 512)]
      place += 512
      if header.allSatisfy({ $0 == 0 }) { break }
      func text(_ offset: Int, _ width: Int) -> String {
        let start = header.startIndex + offset
        return String(decoding: header[start..<(start + width)].prefix { $0 != 0 }, as: UTF8.self)
      }
      func number(_ offset: Int, _ width: Int) -> Int? {
        Int(text(offset, width).filter { $0 != " " }, radix: 8)
      }
      let mark = String(decoding: header.dropFirst(257).prefix(5), as: UTF8.self)
      guard mark == "ustar", let size = number(124, 12), size >= 0, place + size <= bytes.count
      else { return nil }
      let content: FileTree.Node.Content =
        switch header[header.startIndex + 156] {
        case UInt8(ascii: "5"): .folder
        case UInt8(ascii: "2"): .link(to: text(157, 100))
        default: .file(Array(bytes[place..<(place + size)]))
        }
      var node = FileTree.Node(content: content, mode: number(100, 8) ?? 0o644)
      node.owner = number(108, 8) ?? 0
      node.group = number(116, 8) ?? 0
      node.modified = number(136, 12).map { SimTime(seconds: Int64($0)) }
      entries.append(Entry(path: text(0, 100), node: node))
      place += (size + 511) / 512 * 512
    }
    return entries
  }
}
