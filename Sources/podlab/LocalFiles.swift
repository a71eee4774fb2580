import Foundation
import Shell

/// The files of this machine, as a session sees them.
enum LocalFiles {
  /// More than any manifest, less than what would fill the memory.
  static let sizeLimit = 64_000_000

  static func read(_ path: String) throws(HostProblem) -> String {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .missing
    }
    if isFolder.boolValue { throw .isFolder }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .refused("Permission denied")
    }
    guard data.count <= sizeLimit else { throw .tooLarge }
    guard let text = String(data: data, encoding: .utf8) else { throw .notText }
    return text
  }

  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  /// Gives a session the files below `folder`; absolute paths stay as they are.
  static func connect(_ host: inout Shell.Host, folder: String) {
    func resolved(_ path: String) -> String {
      path.hasPrefix("/") || folder == "." ? path : folder + "/" + path
    }
    host.readFile = { path throws(HostProblem) in try read(resolved(path)) }
    host.look = { look(resolved($0)) }
    host.writeFile = { path, text, appending throws(HostProblem) in
      try write(resolved(path), text, appending: appending)
    }
  }

  private static func look(_ path: String) -> HostEntry {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return .missing
    }
    guard isFolder.boolValue else { return .file }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return .folder(
      names.sorted().map { name in
        var inner: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: path + "/" + name, isDirectory: &inner)
        return inner.boolValue ? name + "/" : name
      })
  }

  private static func write(
    _ path: String, _ text: String, appending: Bool
  ) throws(HostProblem) {
    let before = appending ? (try? read(path)) ?? "" : ""
    do {
      try (before + text).write(toFile: path, atomically: false, encoding: .utf8)
    } catch {
      throw .refused("cannot be written")
    }
  }
}
