/// What a descriptor stands for. Descriptors that were copied, also into other processes, share it
/// and with it the position.
struct OpenFile: Sendable {
  enum Target: Hashable, Sendable {
    /// Reads as empty, swallows what is written.
    case nothing
    case zeros
    case noise
    case full
    case file(String)
    case pipe(Int)
    case text
    case log(LogLine.Stream)
    /// What a command started from outside reads and prints.
    case caller(session: Int, LogLine.Stream)
    case terminal(session: Int)
  }

  let target: Target
  var position = 0
  var isReadable = true
  var isWritable = true
  /// Whether everything written goes to the end.
  var appends = false
  /// What can be read from a here-document.
  var text: [UInt8] = []
  /// How many descriptors of all processes stand for it.
  var users = 0
}

/// Bytes between two processes.
struct Pipe: Sendable {
  /// What fits in before whoever writes has to wait.
  static let capacity = 65_536

  private var bytes: [UInt8] = []
  private var start = 0

  var count: Int { bytes.count - start }
  var space: Int { Self.capacity - count }

  mutating func put(_ more: some Collection<UInt8>) {
    if start > Self.capacity {
      bytes.removeFirst(start)
      start = 0
    }
    bytes.append(contentsOf: more)
  }

  mutating func take(upTo limit: Int) -> [UInt8] {
    let end = start + min(limit, count)
    defer { forget(until: end) }
    return Array(bytes[start..<end])
  }

  /// What is there; with `byLine` only up to the next line end and with it, or nothing while a
  /// line has no end and more may come.
  mutating func take(upTo limit: Int, byLine: Bool, isOpen: Bool) -> [UInt8] {
    guard byLine else { return take(upTo: limit) }
    guard let end = bytes[start...].prefix(limit).firstIndex(of: 0x0A) else {
      return count >= limit || !isOpen ? take(upTo: limit) : []
    }
    return take(upTo: end + 1 - start)
  }

  /// Whether a whole line can be taken.
  var hasLine: Bool { bytes[start...].contains(0x0A) }

  private mutating func forget(until end: Int) {
    start = end
    if start == bytes.count {
      bytes.removeAll(keepingCapacity: true)
      start = 0
    }
  }
}
