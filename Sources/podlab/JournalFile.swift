import Foundation

/// `progress.jsonl`: lines are only ever added, so that nothing learnt is lost.
enum JournalFile {
  private static var path: String { StateFolder.path + "/progress.jsonl" }

  /// All whole lines; a torn one is passed over by who reads them.
  static func lines() -> [String] {
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map { String($0) }
  }

  /// Adds a line under a lock, so that two shells may write at once; why it cannot, or nil.
  static func append(_ line: String) -> String? {
    if let why = StateFolder.prepare() { return why }
    let file = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else { return "\(path): \(reason)" }
    defer { close(file) }
    guard flock(file, LOCK_EX) == 0 else { return "\(path): \(reason)" }
    var bytes = Array((line + "\n").utf8)
    // A line that was cut off must not swallow this one.
    let length = lseek(file, 0, SEEK_END)
    var last: UInt8 = 0
    if length > 0, pread(file, &last, 1, length - 1) == 1, last != UInt8(ascii: "\n") {
      bytes.insert(UInt8(ascii: "\n"), at: 0)
    }
    guard write(file, bytes, bytes.count) == bytes.count else {
      let why = reason
      // Half a line helps nobody.
      ftruncate(file, length)
      return "\(path): \(why)"
    }
    return fsync(file) == 0 ? nil : "\(path): \(reason)"
  }

  private static var reason: String { String(cString: strerror(errno)) }
}
