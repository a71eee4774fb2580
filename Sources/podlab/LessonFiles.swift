import Shell
import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The files of the lessons: beside the program, in the folder that the build makes there.
enum LessonFiles {
  /// The folder the lessons are in; nil when there is none.
  static var folder: String? {
    let beside = LocalHost.folder(of: program)
    let candidates = [
      Environment.value("PODLAB_LESSONS"), beside + "/podlab_Curriculum.resources",
      beside + "/../share/podlab/lessons",
    ]
    return candidates.compactMap { $0 }.first { HostFiles.entry($0) == .directory }
  }

  private static var program: String {
    guard let path = realpath("/proc/self/exe", nil) ?? realpath(CommandLine.arguments[0], nil)
    else { return CommandLine.arguments[0] }
    defer { free(path) }
    return String(cString: path)
  }

  static func all() -> [LibraryFile] { folder.map { files(in: $0) } ?? [] }

  /// The lessons below a folder, or the one in a file with what lies beside it.
  static func files(in path: String) -> [LibraryFile] {
    switch HostFiles.entry(path) {
    case .missing: []
    case .directory: files(below: path, as: "", levels: 6)
    case .file:
      files(below: LocalHost.folder(of: path), as: LocalHost.folder(of: path) + "/", levels: 0)
        .filter { $0.path == path || "./" + path == $0.path || !$0.path.hasSuffix(".md") }
    }
  }

  private static func files(below folder: String, as prefix: String, levels: Int) -> [LibraryFile] {
    var files: [LibraryFile] = []
    for name in (try? HostFiles.list(folder)) ?? [] {
      if name.hasSuffix("/") {
        guard levels > 0 else { continue }
        files += self.files(
          below: folder + "/" + name.dropLast(), as: prefix + name, levels: levels - 1)
      } else if name.hasSuffix(".md") || name.hasSuffix(".yaml") || name.hasSuffix(".yml"),
        let text = try? HostFiles.read(folder + "/" + name)
      {
        files.append(LibraryFile(path: prefix + name, text: text))
      }
    }
    return files
  }
}
