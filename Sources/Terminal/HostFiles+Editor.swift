import CLibEdit

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension HostFiles {
  /// Opens a file in the person's editor and waits until it is left: what the first of the
  /// variables with a value says, else vi. It may be a command with options.
  public static func edit(
    _ path: String, with variables: [String] = ["KUBE_EDITOR", "EDITOR"]
  ) throws(HostError) {
    let editor = variables.lazy.compactMap { Environment.value($0) }.first ?? "vi"
    let status = try run(["/bin/sh", "-c", editor + " \"$1\"", "sh", path])
    guard status == 0 else {
      throw HostError(
        message: "there was a problem with the editor \"\(editor)\": exit status \(status)")
    }
  }

  /// Runs a program on this terminal; its exit status. Ctrl-C is the program's meanwhile.
  private static func run(_ words: [String]) throws(HostError) -> Int32 {
    var earlier = [sigaction(), sigaction()]
    pl_handle_signal(SIGINT, Signals.onNothing, 0, &earlier[0])
    pl_handle_signal(SIGQUIT, Signals.onNothing, 0, &earlier[1])
    defer {
      sigaction(SIGINT, &earlier[0], nil)
      sigaction(SIGQUIT, &earlier[1], nil)
    }
    var arguments = words.map { strdup($0) } + [nil]
    defer { for word in arguments { free(word) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, words[0], nil, nil, &arguments, environ)
    guard code == 0 else { throw HostError("exec", words[0], code: code) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { throw HostError("wait", words[0]) }
    }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}
