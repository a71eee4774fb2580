#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The commands of all conversations, a line each, UTF-8: see ``HistoryEntry``. Several shells
/// write to it at once, each entry in one piece, and find what the others have written.
public struct HistoryFile: Sendable {
  /// Entries beyond this many bytes from the end are not looked at.
  static let tailBytes = 4_000_000
  /// How many entries are kept.
  public static let most = 10_000
  /// How many more there may be before the oldest are taken out.
  static let slack = 1_000

  public let path: String

  public init(path: String) { self.path = path }

  /// What somebody has seen of the file.
  public struct Mark: Sendable {
    var inode: UInt64 = 0
    /// Where the first line begins that has not been seen.
    var offset = 0
    /// What the same shell has written behind that.
    var own: [Range<Int>] = []
    /// How many entries there are, as far as is known.
    var count = 0
    var last: HistoryEntry?

    public init() {}
  }

  /// The last `limit` entries, oldest first; none when there is no such file.
  public func load(limit: Int = most) -> [HistoryEntry] {
    var mark = Mark()
    return load(limit: limit, &mark)
  }

  /// The same, and what has been seen thereby.
  public func load(limit: Int = most, _ mark: inout Mark) -> [HistoryEntry] {
    mark = Mark()
    guard HostFiles.plainSize(path) != nil,
      let descriptor = try? HostFiles.open(path, O_RDONLY)
    else { return [] }
    defer { close(descriptor) }
    let size = Int(lseek(descriptor, 0, SEEK_END))
    let start = max(0, size - Self.tailBytes)
    guard size >= 0, var bytes = Self.bytes(of: descriptor, start..<size)?[...] else { return [] }
    if start > 0, let end = bytes.firstIndex(of: newline) { bytes = bytes[(end + 1)...] }
    let end = bytes.lastIndex(of: newline).map { $0 + 1 } ?? bytes.startIndex
    mark.inode = Self.inode(of: descriptor)
    mark.offset = start + end
    let lines = bytes[..<end].split(separator: newline)
    mark.count = lines.count
    let entries = lines.suffix(max(0, limit)).map { HistoryEntry(line: $0) }
    mark.last = entries.last
    return entries
  }

  /// What others have written since. One look at the size of the file when there is nothing.
  public func news(since mark: inout Mark) -> [HistoryEntry] {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return [] }
    guard UInt64(facts.st_ino) == mark.inode, Int(facts.st_size) >= mark.offset else {
      return newsOfReplaced(&mark)
    }
    guard Int(facts.st_size) > mark.offset,
      let descriptor = try? HostFiles.open(path, O_RDONLY)
    else { return [] }
    defer { close(descriptor) }
    let start = mark.offset
    guard let bytes = Self.bytes(of: descriptor, start..<Int(facts.st_size)),
      let end = bytes.lastIndex(of: newline)
    else { return [] }
    let lines = bytes[..<end].split(separator: newline)
    let others = lines.filter { line in
      !mark.own.contains { $0.contains(start + line.startIndex) }
    }
    mark.offset = start + end + 1
    mark.own.removeAll { $0.upperBound <= start + end + 1 }
    mark.count += lines.count
    let entries = others.map { HistoryEntry(line: $0) }
    mark.last = lines.last.map { HistoryEntry(line: $0) } ?? mark.last
    return entries
  }

  /// Another shell has put a shorter file in place of this one.
  private func newsOfReplaced(_ mark: inout Mark) -> [HistoryEntry] {
    let known = mark.last
    let entries = load(&mark)
    guard let known else { return entries }
    guard let place = entries.lastIndex(of: known) else { return [] }
    return Array(entries[(place + 1)...])
  }

  // MARK: - Bytes

  static func bytes(of descriptor: Int32, _ range: Range<Int>) -> [UInt8]? {
    guard lseek(descriptor, off_t(range.lowerBound), SEEK_SET) >= 0 else { return nil }
    guard let bytes = HostFiles.everything(from: descriptor, limit: range.count) else {
      return nil
    }
    return Array(bytes.prefix(range.count))
  }

  static func inode(of descriptor: Int32) -> UInt64 {
    var facts = stat()
    return fstat(descriptor, &facts) == 0 ? UInt64(facts.st_ino) : 0
  }
}

private let newline = UInt8(ascii: "\n")
