#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The files of this machine.
public enum HostFiles {
  /// More than any manifest, less than what would fill the memory.
  public static let sizeLimit = 64_000_000

  /// What stands at a path.
  public enum Entry: Equatable, Sendable {
    case missing
    case file
    case directory
  }

  /// The text of a file. Not UTF-8, too large or not a file: an error.
  public static func read(
    _ path: String, limit: Int = sizeLimit
  ) throws(HostError) -> String {
    let bytes = try readBytes(path, limit: limit)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw HostError(message: "open \(path): not UTF-8 text")
    }
    return text
  }

  /// Whether whoever owns a file may run it.
  public static func isExecutable(_ path: String) -> Bool {
    var facts = stat()
    return stat(path, &facts) == 0 && facts.st_mode & S_IXUSR != 0
  }

  /// The bytes of a file.
  public static func readBytes(
    _ path: String, limit: Int = sizeLimit
  ) throws(HostError) -> [UInt8] {
    let descriptor = try open(path, O_RDONLY)
    defer { close(descriptor) }
    var facts = stat()
    if fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR {
      throw HostError("read", path, code: EISDIR)
    }
    guard let bytes = everything(from: descriptor, limit: limit) else {
      throw HostError("read", path)
    }
    guard bytes.count <= limit else {
      throw HostError(message: "read \(path): file too large: more than \(limit) bytes")
    }
    return bytes
  }

  /// Up to `limit` bytes and one more, which tells that there are too many; nil on an error.
  static func everything(from descriptor: Int32, limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= limit {
      let count = readSome(descriptor, &piece)
      if count < 0 { return nil }
      if count == 0 { break }
      bytes += piece[..<count]
    }
    return bytes
  }

  /// One `read`, begun again when a signal came between.
  static func readSome(_ descriptor: Int32, _ piece: inout [UInt8]) -> Int {
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(descriptor, &piece, piece.count)
      #else
        let count = Darwin.read(descriptor, &piece, piece.count)
      #endif
      if count >= 0 || errno != EINTR { return count }
    }
  }

  /// The last bytes of a file, and whether they are all of it; nil when it cannot be read.
  static func tail(of path: String, bytes limit: Int) -> (bytes: [UInt8], isWhole: Bool)? {
    guard let descriptor = try? open(path, O_RDONLY) else { return nil }
    defer { close(descriptor) }
    let size = Int(lseek(descriptor, 0, SEEK_END))
    let start = max(0, size - limit)
    guard size >= 0, lseek(descriptor, off_t(start), SEEK_SET) >= 0 else { return nil }
    guard let bytes = everything(from: descriptor, limit: limit) else { return nil }
    return (bytes, start == 0)
  }

  /// What stands at `path`, links followed.
  public static func entry(_ path: String) -> Entry {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return .missing }
    return facts.st_mode & S_IFMT == S_IFDIR ? .directory : .file
  }

  /// How many bytes a plain file has, links followed; nil for anything else: reading a pipe might
  /// never end.
  public static func plainSize(_ path: String) -> Int? {
    var facts = stat()
    guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(facts.st_size)
  }

  public static func exists(_ path: String) -> Bool { entry(path) != .missing }

  /// The names in a directory, sorted; those of directories end in `/`.
  public static func list(_ path: String) throws(HostError) -> [String] {
    guard let stream = opendir(path) else { throw HostError("open", path) }
    defer { closedir(stream) }
    var names: [String] = []
    while let found = readdir(stream) {
      let name = withUnsafePointer(to: &found.pointee.d_name) { place in
        let capacity = MemoryLayout.size(ofValue: place.pointee)
        return place.withMemoryRebound(to: CChar.self, capacity: capacity) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      names.append(entry(path + "/" + name) == .directory ? name + "/" : name)
    }
    return names.sorted()
  }

  static func open(
    _ path: String, _ flags: Int32, mode: mode_t = 0o600
  ) throws(HostError) -> Int32 {
    guard !path.utf8.contains(0) else { throw HostError("open", path, code: EINVAL) }
    while true {
      #if canImport(Glibc)
        let descriptor = Glibc.open(path, flags | O_CLOEXEC, mode)
      #else
        let descriptor = Darwin.open(path, flags | O_CLOEXEC, mode)
      #endif
      if descriptor >= 0 { return descriptor }
      guard errno == EINTR else { throw HostError("open", path) }
    }
  }
}
