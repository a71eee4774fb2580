import Terminal
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder of its own for a test, gone afterwards.
final class Workbench {
  let folder: String

  init() throws {
    var template = Array("/tmp/podlab-tests-XXXXXX".utf8CString)
    let made = mkdtemp(&template)
    folder = String(cString: try #require(made))
  }

  deinit {
    var child: pid_t = 0
    var arguments: [UnsafeMutablePointer<CChar>?] =
      [strdup("rm"), strdup("-rf"), strdup(folder), nil]
    defer { for word in arguments { free(word) } }
    guard posix_spawn(&child, "/bin/rm", nil, nil, &arguments, environ) == 0 else { return }
    waitpid(child, nil, 0)
  }

  /// The program, which the build puts beside the tests.
  static var program: String? {
    let tests = CommandLine.arguments.first ?? ""
    var folders = [String(tests.prefix(upTo: tests.lastIndex(of: "/") ?? tests.startIndex))]
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    folders.append("/\(root)/.build/debug")
    return folders.map { $0 + "/podlab" }.first { access($0, X_OK) == 0 }
  }

  /// What the sanitizers are told, where the tests run under one: podlab runs under it as well.
  static let sanitizerOptions = ["ASAN_OPTIONS", "TSAN_OPTIONS"].compactMap { (name: String) in
    getenv(name).map { "\(name)=\(String(cString: $0))" }
  }

  /// Whether what memory is used can be told, or bounded: sanitizers take more than there is, and
  /// keep what is given back.
  static var measuresMemory: Bool { sanitizerOptions.isEmpty }

  /// podlab on a terminal, with this folder as home and a history of its own.
  func podlab(
    _ arguments: [String] = [], terminal: String = "xterm-256color", rows: Int = 24,
    columns: Int = 80, variables: [String] = ["NO_COLOR=1"]
  ) throws -> Pty {
    let program = try #require(Workbench.program, "podlab has not been built")
    let environment = [
      "HOME=\(folder)", "PODLAB_STATE=\(folder)/state", "TERM=\(terminal)",
      "LANG=C.UTF-8", "PATH=/usr/bin:/bin", "SWIFT_BACKTRACE=enable=no",
    ]
    return try Pty(
      spawn: program, arguments: arguments,
      environment: environment + Self.sanitizerOptions + variables, rows: rows, columns: columns)
  }

  /// The text of a file in the folder; empty when there is none.
  func text(of name: String) -> String {
    guard let file = fopen("\(folder)/\(name)", "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&piece, 1, piece.count, file), count > 0 {
      bytes += piece[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  func write(_ text: String, to name: String) throws {
    let file = try #require(fopen("\(folder)/\(name)", "w"))
    fputs(text, file)
    fclose(file)
  }

  /// The number of the podlab that runs on this terminal, itself or as a job of its shell.
  func process(of pty: Pty) -> pid_t? {
    guard let first = try? HostFiles.read("/proc/\(pty.child)/task/\(pty.child)/children")
    else { return nil }
    return first.split(separator: " ").first.flatMap { pid_t($0) } ?? pty.child
  }

  /// How many lines done in lessons the journal holds.
  var linesKept: Int {
    text(of: "state/progress.jsonl").split(separator: "\n")
      .count { $0.hasPrefix("{") && $0.hasSuffix("}") && $0.contains("\"line-done\"") }
  }

  /// Waits until the journal holds so many lines; false when they do not come.
  func awaitLines(_ count: Int) -> Bool {
    for _ in 0..<1000 {
      if linesKept >= count { return true }
      usleep(20_000)
    }
    return false
  }

  /// Makes a lesson of this text, or a question; podlab finds only what was made here then.
  func teach(_ id: String, _ text: String, in part: String = "part-1") throws -> [String] {
    mkdir("\(folder)/lessons", 0o755)
    mkdir("\(folder)/lessons/\(part)", 0o755)
    let file = try #require(fopen("\(folder)/lessons/\(part)/\(id).md", "w"))
    fputs(text, file)
    fclose(file)
    return ["NO_COLOR=1", "PODLAB_LESSONS=\(folder)/lessons"]
  }
}
