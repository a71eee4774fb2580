import Foundation
import Shell

/// The files of the lessons: beside the program, in the folder that the build makes there.
enum LessonFiles {
  /// The folder the lessons are in; nil when there is none.
  static var folder: String? {
    let environment = ProcessInfo.processInfo.environment
    let program =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
    let beside = LocalFiles.folder(of: program)
    let candidates = [
      environment["PODLAB_LESSONS"] ?? "", beside + "/podlab_Curriculum.resources",
      beside + "/../share/podlab/lessons",
    ]
    return candidates.first { !$0.isEmpty && FileManager.default.fileExists(atPath: $0) }
  }

  static func all() -> [LibraryFile] { folder.map { files(in: $0) } ?? [] }

  /// The lessons below a folder, or the one in a file.
  static func files(in path: String) -> [LibraryFile] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return [] }
    guard isFolder.boolValue else {
      // A single file: its neighbours are there for the cluster it may name.
      let folder = LocalFiles.folder(of: path)
      return files(in: folder).compactMap { file in
        let whole = folder + "/" + file.path
        guard whole == path || "./" + path == whole || !file.path.hasSuffix(".md") else {
          return nil
        }
        return LibraryFile(path: whole, text: file.text)
      }
    }
    guard let walk = FileManager.default.enumerator(atPath: path) else { return [] }
    let names = walk.compactMap { $0 as? String }.sorted()
    return names.compactMap { name in
      guard name.hasSuffix(".md") || name.hasSuffix(".yaml") || name.hasSuffix(".yml"),
        let text = try? LocalFiles.read(path + "/" + name)
      else { return nil }
      return LibraryFile(path: name, text: text)
    }
  }
}
