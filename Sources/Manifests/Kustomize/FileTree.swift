/// What was found at the paths that a kustomization asks for: a small picture of a file system.
///
/// A kustomization says only while it is read which files it needs. So whoever may read files lets
/// ``Kustomize/gather(_:from:isRestricted:look:)`` run once over the real ones; what was looked at
/// is kept here, and everything that is planned later is built from this picture alone.
public struct FileTree: Hashable, Sendable {
  public enum Entry: Hashable, Sendable {
    case file([UInt8])
    case folder
    case missing
    case unreadable(why: String)
  }

  /// The folder that paths without a leading slash begin in; itself with one.
  public var workingFolder: String
  /// By absolute path, without `.` and `..` in it.
  public var entries: [String: Entry] = [:]
  /// What kustomize says about fields that are going out of use.
  public var warnings: [String] = []

  public init(workingFolder: String, entries: [String: Entry] = [:]) {
    self.workingFolder = workingFolder
    self.entries = entries
  }

  /// Where `path` leads, seen from `folder`.
  static func absolute(_ path: String, from folder: String) -> String {
    var parts: [Substring] = []
    for part in (path.hasPrefix("/") ? path : folder + "/" + path).split(separator: "/") {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// Whether a path is a folder itself or lies below it.
  static func isInside(_ path: String, of folder: String) -> Bool {
    folder == "/" || path == folder || path.hasPrefix(folder + "/")
  }

  /// The last part of a path.
  static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
