/// The commands of earlier conversations: one an entry, a line each, UTF-8.
/// A newline inside an entry is written `\n`, a backslash `\\`.
public struct HistoryFile: Sendable {
  /// Entries beyond this many bytes from the end are not looked at.
  static let tailBytes = 4_000_000

  public let path: String

  public init(path: String) { self.path = path }

  /// The last `limit` entries, oldest first; none when there is no such file.
  public func load(limit: Int) -> [String] {
    guard let tail = HostFiles.tail(of: path, bytes: HistoryFile.tailBytes) else { return [] }
    var bytes = tail.bytes[...]
    if !tail.isWhole, let end = bytes.firstIndex(of: newline) { bytes = bytes[(end + 1)...] }
    return bytes.split(separator: newline).suffix(max(0, limit)).map(HistoryFile.decoded)
  }

  /// Adds an entry. Empty ones, and ones that begin with a space, are kept out on purpose.
  public func append(_ entry: String) throws(HostError) {
    guard !entry.isEmpty, !entry.hasPrefix(" ") else { return }
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try HostFiles.makeDirectory(String(path[..<slash]))
    }
    try HostFiles.appendLine(HistoryFile.encoded(entry), to: path)
  }

  static func encoded(_ entry: String) -> String {
    var result = ""
    for scalar in entry.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Bytes, not characters: ten thousand entries are read before the first prompt.
  static func decoded(_ line: ArraySlice<UInt8>) -> String {
    guard line.contains(backslash) else { return String(decoding: line, as: UTF8.self) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(line.count)
    var isEscaped = false
    for byte in line {
      if isEscaped {
        bytes.append(byte == UInt8(ascii: "n") ? newline : byte)
        isEscaped = false
      } else if byte == backslash {
        isEscaped = true
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

private let newline = UInt8(ascii: "\n")
private let backslash = UInt8(ascii: "\\")
