#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension HistoryFile {
  /// Adds an entry in one write. Empty ones, and ones that begin with a space, are kept out on
  /// purpose.
  public func append(_ entry: HistoryEntry) throws(HostError) {
    var mark = Mark()
    try append(entry, &mark)
  }

  /// The same by somebody who has seen this much of the file.
  public func append(_ entry: HistoryEntry, _ mark: inout Mark) throws(HostError) {
    guard !entry.text.isEmpty, !entry.text.hasPrefix(" ") else { return }
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try HostFiles.makeDirectory(String(path[..<slash]))
    }
    let descriptor = try locked()
    let written = try add(entry, descriptor)
    let inode = Self.inode(of: descriptor)
    close(descriptor)  // That gives the lock back.
    if mark.inode == 0 { mark.inode = inode }
    if mark.inode == inode, mark.offset == written.lowerBound {
      mark.offset = written.upperBound
      mark.count += 1
      mark.last = entry
    } else if mark.inode == inode {
      mark.own.append(written)
    }
    if mark.count > Self.most + Self.slack { try trim(to: Self.most, &mark) }
  }

  /// Takes everything out.
  public func clear(_ mark: inout Mark) throws(HostError) {
    guard HostFiles.exists(path) else { return }
    try trim(to: 0, &mark)
  }

  /// Leaves the newest entries only: readers see the old file or the new one.
  private func trim(to count: Int, _ mark: inout Mark) throws(HostError) {
    let descriptor = try locked()
    defer { close(descriptor) }
    let size = max(0, Int(lseek(descriptor, 0, SEEK_END)))
    guard let bytes = Self.bytes(of: descriptor, 0..<size) else {
      throw HostError("read", path)
    }
    let newline = UInt8(ascii: "\n")
    let kept = bytes.split(separator: newline).suffix(count)
    var text: [UInt8] = []
    for line in kept { text += line + [newline] }
    try HostFiles.write(text, to: path, mode: 0o600)
    mark = Mark()
    mark.count = kept.count
    mark.offset = text.count
    mark.last = kept.last.map { HistoryEntry(line: $0) }
    var facts = stat()
    if stat(path, &facts) == 0 { mark.inode = UInt64(facts.st_ino) }
  }

  /// Where the entry lies now.
  private func add(_ entry: HistoryEntry, _ descriptor: Int32) throws(HostError) -> Range<Int> {
    var last = [UInt8](repeating: 0, count: 1)
    // A line torn by an earlier crash is ended first.
    let isTorn =
      lseek(descriptor, -1, SEEK_END) >= 0 && HostFiles.readSome(descriptor, &last) == 1
      && last[0] != UInt8(ascii: "\n")
    let start = max(0, Int(lseek(descriptor, 0, SEEK_END)))
    let bytes = Array(((isTorn ? "\n" : "") + entry.line + "\n").utf8)
    guard Screen.write(bytes, to: descriptor) else {
      let failure = HostError("write", path)
      _ = ftruncate(descriptor, off_t(start))  // Half a line helps nobody.
      close(descriptor)
      throw failure
    }
    return start..<(start + bytes.count)
  }

  /// The file, open for writing at its end, for nobody else's use until it is closed. Whoever
  /// shortens it puts another file in its place meanwhile: then it is that one.
  private func locked() throws(HostError) -> Int32 {
    while true {
      let descriptor = try HostFiles.open(path, O_RDWR | O_CREAT | O_APPEND)
      while flock(descriptor, LOCK_EX) != 0 {
        guard errno == EINTR else {
          let failure = HostError("lock", path)
          close(descriptor)
          throw failure
        }
      }
      var facts = stat()
      if stat(path, &facts) == 0, UInt64(facts.st_ino) == Self.inode(of: descriptor) {
        return descriptor
      }
      close(descriptor)
    }
  }
}
