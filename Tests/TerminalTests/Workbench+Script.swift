import Terminal
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Workbench {
  struct Ended {
    /// What was printed, complaints among it.
    var output: String
    var status: Int32
  }

  /// Runs a script of the host's shell in the folder: `$podlab` is the program, which keeps its
  /// state in `state`. It finds no terminal, and nothing on its input. A script that takes minutes
  /// is ended, where the host can do that.
  func run(_ script: String, number: Int = 0) throws -> Ended {
    let program = try #require(Workbench.program, "podlab has not been built")
    let name = "script-\(number)"
    try write(script, to: name)
    let limit = access("/usr/bin/timeout", X_OK) == 0 ? "timeout -s KILL 240" : ""
    // The thread sanitizer finds no place for a file of its own: where a script lets no file grow
    // it would end before podlab begins.
    let sanitizer =
      Self.sanitizerOptions + (getenv("TSAN_OPTIONS") == nil ? [] : ["TMPDIR=/nowhere"])
    let variables =
      "HOME='\(folder)' PODLAB_STATE='\(folder)/state' PATH=/usr/bin:/bin LANG=C.UTF-8 "
      + "SWIFT_BACKTRACE=enable=no podlab='\(program)' "
      + sanitizer.map { "'\($0)'" }.joined(separator: " ")
    let ended = system(
      "cd '\(folder)' && env -i \(variables) \(limit) /bin/sh \(name) > \(name).out 2>&1 < /dev/null"
    )
    let status = ended & 0x7F == 0 ? (ended >> 8) & 0xFF : 128 + ended & 0x7F
    return Ended(output: text(of: "\(name).out"), status: status)
  }
}
