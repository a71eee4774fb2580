#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the process was told through its environment.
public enum Environment {
  /// The value of a variable; an empty one counts as unset, as NO_COLOR and XDG want it.
  public static func value(_ name: String) -> String? {
    guard let text = getenv(name), text[0] != 0 else { return nil }
    return String(cString: text)
  }

  /// What the system calls this process.
  public static var processNumber: Int { Int(getpid()) }

  /// Where progress, history and saved sessions are kept.
  public static var stateDirectory: String { stateDirectory(value) }

  static func stateDirectory(_ value: (String) -> String?) -> String {
    if let chosen = value("PODLAB_STATE") { return chosen }
    // The XDG specification wants relative paths ignored.
    if let state = value("XDG_STATE_HOME"), state.hasPrefix("/") { return state + "/podlab" }
    return (value("HOME") ?? "/tmp") + "/.local/state/podlab"
  }
}
