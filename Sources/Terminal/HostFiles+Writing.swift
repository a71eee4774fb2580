#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension HostFiles {
  /// Replaces a file: readers see the old text or the new, also when the power fails between.
  /// A link stays a link; an existing file keeps its permissions.
  public static func write(
    _ text: String, to path: String, mode: UInt32 = 0o644
  ) throws(HostError) {
    try write(Array(text.utf8), to: path, mode: mode)
  }

  public static func write(
    _ bytes: [UInt8], to path: String, mode: UInt32 = 0o644
  ) throws(HostError) {
    var facts = stat()
    let isThere = stat(path, &facts) == 0
    if isThere, facts.st_mode & S_IFMT == S_IFDIR { throw HostError("open", path, code: EISDIR) }
    // A pipe or a device such as /dev/null must not be replaced by a file.
    if isThere, facts.st_mode & S_IFMT != S_IFREG { return try overwrite(path, bytes) }
    let target = isThere ? resolved(path) : path
    let permissions = isThere ? facts.st_mode & 0o777 : mode_t(mode)
    let (draft, descriptor) = try create(near: target)
    let isWritten =
      Screen.write(bytes, to: descriptor)
      && fchmod(descriptor, permissions) == 0 && fsync(descriptor) == 0
    let code = errno
    close(descriptor)
    guard isWritten, rename(draft, target) == 0 else {
      let failure = isWritten ? errno : code
      unlink(draft)
      throw HostError("write", path, code: failure)
    }
  }

  private static func overwrite(_ path: String, _ bytes: [UInt8]) throws(HostError) {
    let descriptor = try open(path, O_WRONLY)
    defer { close(descriptor) }
    guard Screen.write(bytes, to: descriptor) else { throw HostError("write", path) }
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// Adds text at the end of a file, which is made when it is missing.
  public static func append(_ text: String, to path: String) throws(HostError) {
    let descriptor = try open(path, O_WRONLY | O_CREAT | O_APPEND, mode: 0o644)
    defer { close(descriptor) }
    guard Screen.write(Array(text.utf8), to: descriptor) else { throw HostError("write", path) }
  }

  /// Adds a whole line in one write, readable for its owner only. Two programs that append at
  /// once do not mix; a line torn by an earlier crash is ended first.
  public static func appendLine(_ line: String, to path: String) throws(HostError) {
    let descriptor = try open(path, O_RDWR | O_CREAT | O_APPEND)
    defer { close(descriptor) }  // Closing gives the lock back.
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw HostError("lock", path) }
    }
    var last = [UInt8](repeating: 0, count: 1)
    let isTorn =
      lseek(descriptor, -1, SEEK_END) >= 0 && readSome(descriptor, &last) == 1
      && last[0] != UInt8(ascii: "\n")
    let length = lseek(descriptor, 0, SEEK_END)
    let bytes = Array(((isTorn ? "\n" : "") + line + "\n").utf8)
    guard Screen.write(bytes, to: descriptor) else {
      let failure = HostError("write", path)
      // Half a line helps nobody.
      if length >= 0 { _ = ftruncate(descriptor, length) }
      throw failure
    }
    // Some file systems and all pipes know no fsync; the line is written all the same.
    _ = fsync(descriptor)
  }

  /// Works while nobody else works in the same folder who asks for that too.
  public static func alone(
    in folder: String, _ work: () throws(HostError) -> Void
  ) throws(HostError) {
    let descriptor = try open(folder, O_RDONLY)
    defer { close(descriptor) }  // Closing gives the lock back.
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw HostError("lock", folder) }
    }
    try work()
  }

  /// Makes a directory and those above it, by default for their owner only; existing ones stay.
  public static func makeDirectory(_ path: String, mode: UInt32 = 0o700) throws(HostError) {
    var partial = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      partial += (partial.isEmpty || partial.hasSuffix("/") ? "" : "/") + part
      guard mkdir(partial, mode_t(mode)) != 0, errno != EEXIST else { continue }
      let code = errno
      // Above a home directory even looking may be forbidden; what exists is good enough.
      guard entry(partial) == .directory else { throw HostError("mkdir", partial, code: code) }
    }
    guard entry(path) == .directory else { throw HostError("mkdir", path, code: ENOTDIR) }
  }

  /// Whether a path lies in a folder, links followed; of what is not there yet the nearest folder
  /// that is there counts.
  public static func isInside(_ path: String, of folder: String) -> Bool {
    guard let home = real(folder) else { return false }
    var parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    // What does not exist cannot be gone up from.
    var missing: [String] = []
    while !parts.isEmpty {
      let joined = parts.joined(separator: "/")
      if let place = real(parts == [""] ? "/" : joined.isEmpty ? "." : joined) {
        let isThere = place == home || place.hasPrefix(home == "/" ? "/" : home + "/")
        return isThere && !missing.contains("..")
      }
      missing.append(parts.removeLast())
    }
    return !missing.contains("..")
  }

  /// The absolute path of what is there, links followed; nil when nothing is.
  public static func real(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// A new file of `text` with the given ending, in the folder for temporary files.
  public static func temporaryFile(
    _ text: String, ending: String = ""
  ) throws(HostError) -> String {
    let folder = Environment.value("TMPDIR") ?? "/tmp"
    let (path, descriptor) = try create(near: folder + "/podlab", ending: ending)
    defer { close(descriptor) }
    guard Screen.write(Array(text.utf8), to: descriptor) else {
      let code = errno
      unlink(path)
      throw HostError("write", path, code: code)
    }
    return path
  }

  public static func remove(_ path: String) { unlink(path) }

  /// A file that was not there before, beside `path`.
  private static func create(
    near path: String, ending: String = ""
  ) throws(HostError) -> (path: String, descriptor: Int32) {
    var template = Array("\(path)-XXXXXX\(ending)".utf8CString)
    let descriptor = mkstemps(&template, Int32(ending.utf8.count))
    guard descriptor >= 0 else { throw HostError("open", path) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return (
      String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self),
      descriptor
    )
  }
}
