import Foundation

/// Where podlab keeps what outlives a session.
enum StateFolder {
  /// `$PODLAB_STATE`, or `podlab` in the user's state folder.
  static var path: String {
    let environment = ProcessInfo.processInfo.environment
    if let own = environment["PODLAB_STATE"], !own.isEmpty { return own }
    if let base = environment["XDG_STATE_HOME"], !base.isEmpty { return base + "/podlab" }
    return (environment["HOME"] ?? "/tmp") + "/.local/state/podlab"
  }

  /// Makes the folder if it is not there; why that cannot be done, or nil.
  static func prepare() -> String? {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      return nil
    } catch {
      return "the folder \(path) cannot be made"
    }
  }
}
