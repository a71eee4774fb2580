import Shell
import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The files of lessons: podlab's own beside the program, in the folder that the build makes
/// there, and those of packs. A pack may come from anywhere: nothing in it is trusted.
enum LessonFiles {
  private static let mostBytes = 262_144
  private static let mostFiles = 2_000
  private static let mostLevels = 4

  /// The folder podlab's own lessons are in; nil when there is none.
  static var folder: String? {
    let beside = LocalHost.folder(of: program)
    let candidates = [
      Environment.value("PODLAB_LESSONS"), beside + "/podlab_Curriculum.resources",
      beside + "/../share/podlab/lessons",
    ]
    return candidates.compactMap { $0 }.first { HostFiles.entry($0) == .directory }
  }

  /// Where this program lies.
  static var program: String {
    guard let path = realpath("/proc/self/exe", nil) ?? realpath(CommandLine.arguments[0], nil)
    else { return CommandLine.arguments[0] }
    defer { free(path) }
    return String(cString: path)
  }

  /// podlab's own, by their paths in its folder.
  static func all() -> [LibraryFile] {
    folder.map { pack(in: $0, as: "") } ?? []
  }

  /// The lessons below a folder, or the one in a file with the node files beside it; their paths
  /// begin as `path` does.
  static func files(in path: String) -> [LibraryFile] {
    switch HostFiles.entry(path) {
    case .missing: return []
    case .directory: return pack(in: path, as: path.hasSuffix("/") ? path : path + "/")
    case .file:
      let folder = LocalHost.folder(of: path)
      let prefix = path.contains("/") ? folder + (folder == "/" ? "" : "/") : ""
      let names = (try? HostFiles.list(folder)) ?? []
      let others = names.filter { isYAML($0) && $0 != "index.yaml" }
        .map { file(folder + "/" + $0, as: prefix + $0, in: folder) }
      return [file(path, as: path, in: folder)] + others
    }
  }

  private static func isYAML(_ name: String) -> Bool {
    name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }

  // MARK: - Folders

  private static func pack(in folder: String, as prefix: String) -> [LibraryFile] {
    var files: [LibraryFile] = []
    collect(folder, as: prefix, in: folder, levels: mostLevels, into: &files)
    guard files.count > mostFiles else { return files }
    let problem = "there are more than \(mostFiles) files; the rest is left out"
    return files.prefix(mostFiles) + [LibraryFile(path: prefix + "index.yaml", problem: problem)]
  }

  private static func collect(
    _ folder: String, as prefix: String, in pack: String, levels: Int,
    into files: inout [LibraryFile]
  ) {
    for name in (try? HostFiles.list(folder)) ?? [] {
      guard files.count <= mostFiles else { return }
      if name.hasPrefix(".") || name == "README.md" { continue }
      let path = folder + "/" + name
      if name.hasSuffix("/") {
        let inner = String(path.dropLast())
        guard HostFiles.isInside(inner, of: pack) else { continue }
        guard levels > 0 else {
          files.append(
            LibraryFile(path: shown(prefix + name), problem: "lies too deep in the pack"))
          continue
        }
        collect(inner, as: prefix + name, in: pack, levels: levels - 1, into: &files)
      } else if name.hasSuffix(".md") || isYAML(name) {
        files.append(file(path, as: prefix + name, in: pack))
      }
    }
  }

  // MARK: - One file

  private static func file(_ path: String, as name: String, in pack: String) -> LibraryFile {
    func refused(_ problem: String) -> LibraryFile {
      LibraryFile(path: shown(name), problem: problem)
    }
    guard shown(name) == name else { return refused("has control characters in its name") }
    guard HostFiles.isInside(path, of: pack) else { return refused("leads out of the pack") }
    guard let size = HostFiles.plainSize(path) else { return refused("is no plain file") }
    guard size <= mostBytes else { return refused("is larger than \(mostBytes / 1024) KiB") }
    do throws(HostError) {
      return LibraryFile(path: name, text: try HostFiles.read(path, limit: mostBytes))
    } catch {
      return refused(error.message.hasSuffix("text") ? "is not UTF-8 text" : error.message)
    }
  }

  /// A name as it may be shown in a terminal.
  private static func shown(_ name: String) -> String {
    Screen.sanitized(name, keepingColours: false)
  }
}
