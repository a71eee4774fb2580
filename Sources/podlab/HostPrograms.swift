import Shell
import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Other programs of this machine, behind a pipe.
enum HostPrograms {
  /// Nil when there is no such program.
  static func run(_ words: [String], input: String) -> HostRun? {
    do throws(HostError) {
      let source = try HostFiles.temporaryFile(input)
      defer { HostFiles.remove(source) }
      let target = try HostFiles.temporaryFile("")
      defer { HostFiles.remove(target) }
      let command = words.map(quoted).joined(separator: " ")
      let ended = system("\(command) < \(quoted(source)) > \(quoted(target))")
      let status = ended & 0x7F == 0 ? (ended >> 8) & 0xFF : 128 + ended & 0x7F
      // The shell has said that there is no such program; so does the session, once.
      return HostRun(output: try HostFiles.read(target), errors: "", status: status)
    } catch {
      return HostRun(output: "", errors: error.message + "\n", status: 1)
    }
  }

  private static func quoted(_ word: String) -> String {
    "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
