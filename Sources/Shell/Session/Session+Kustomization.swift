import Kubectl
import Manifests

extension Session {
  /// Looks at every file that a kustomization leads to.
  func kustomization(_ folder: String, isRestricted: Bool) -> FileContents {
    let home = host.workingFolder()
    return .tree(
      Kustomize.gather(folder, from: home, isRestricted: isRestricted) { path in
        entry(at: path, home: home)
      })
  }

  /// What stands at an absolute path: the lesson's own files are known by the way from home.
  private func entry(at path: String, home: String) -> FileTree.Entry {
    let isBelow = home == "/" || path.hasPrefix(home + "/")
    let way =
      path == home ? "." : isBelow ? String(path.dropFirst(home == "/" ? 1 : home.count + 1)) : path
    if let text = lessonFiles[way] { return .file(Array(text.utf8)) }
    let isLessonFolder = lessonFiles.keys.contains { way == "." || $0.hasPrefix(way + "/") }
    switch host.look(way) {
    case .missing: return isLessonFolder ? .folder : .missing
    case .folder: return .folder
    case .file:
      do throws(HostProblem) {
        return .file(try bytes(of: way))
      } catch {
        return error == .missing ? .missing : .unreadable(why: error.message)
      }
    }
  }

  /// What is text is read as one, so that whoever follows a lesson sees it being read.
  private func bytes(of path: String) throws(HostProblem) -> [UInt8] {
    do throws(HostProblem) {
      return Array(try host.readFile(path).utf8)
    } catch {
      if error == .missing || error == .isFolder { throw error }
      return try host.wholeFile(path).bytes
    }
  }
}
