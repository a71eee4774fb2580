/// Files as one container sees them: its own, and those of its volumes.
extension PodSandbox {
  enum FileProblem: String, Error {
    case missing = "No such file or directory"
    case isFolder = "Is a directory"
    case notFolder = "Not a directory"
    case readOnly = "Read-only file system"
    case exists = "File exists"
    case noSpace = "No space left on device"
  }

  private enum Place {
    case root(String)
    case volume(String, String, isReadOnly: Bool)
  }

  private func place(of path: String, in container: String) -> Place {
    guard let mount = containers[container]?.mount(of: path) else { return .root(path) }
    let rest = mount.path == "/" ? path : String(path.dropFirst(mount.path.count))
    let inner = FileTree.normalised(mount.inner + rest, from: "/")
    return .volume(mount.volume, inner, isReadOnly: mount.isReadOnly)
  }

  func entry(_ path: String, in container: String, depth: Int = 0) -> FileTree.Entry? {
    let found: FileTree.Entry?
    switch place(of: path, in: container) {
    case .root(let path): found = containers[container]?.root[path]
    case .volume(let name, let inner, _): found = volumes[name]?[inner]
    }
    if case .link(let target) = found, depth < 8 {
      let resolved = FileTree.normalised(target, from: FileTree.parent(of: path))
      return entry(resolved, in: container, depth: depth + 1)
    }
    if found == nil,
      containers[container]?.mounts.contains(where: { $0.path.hasPrefix(path + "/") }) ?? false
    {
      return .folder
    }
    return found
  }

  /// The rights of a file, as `chmod` counts them.
  func mode(of path: String, in container: String) -> Int {
    switch place(of: path, in: container) {
    case .root(let path): containers[container]?.root.mode(path) ?? 0o644
    case .volume(let name, let inner, _): volumes[name]?.mode(inner) ?? 0o644
    }
  }

  func linkTarget(_ path: String, in container: String) -> String? {
    let found: FileTree.Entry?
    switch place(of: path, in: container) {
    case .root(let path): found = containers[container]?.root[path]
    case .volume(let name, let inner, _): found = volumes[name]?[inner]
    }
    if case .link(let target) = found { return target }
    return nil
  }

  func read(_ path: String, in container: String) throws(FileProblem) -> String {
    switch entry(path, in: container) {
    case .file(let text, _, _): return text
    case .folder: throw .isFolder
    case .link, nil: throw .missing
    }
  }

  func names(in folder: String, of container: String) -> [String] {
    var names: [String]
    switch place(of: folder, in: container) {
    case .root(let path): names = containers[container]?.root.names(in: path) ?? []
    case .volume(let name, let inner, _): names = volumes[name]?.names(in: inner) ?? []
    }
    // Folders that only a mount makes visible.
    let prefix = folder == "/" ? "/" : folder + "/"
    for mount in containers[container]?.mounts ?? [] where mount.path.hasPrefix(prefix) {
      if let first = mount.path.dropFirst(prefix.count).split(separator: "/").first {
        names.append(String(first))
      }
    }
    return Set(names).sorted()
  }

  mutating func change(
    _ path: String, in container: String, _ body: (inout FileTree, String) -> Void
  ) throws(FileProblem) {
    switch place(of: path, in: container) {
    case .root(let path):
      guard var tree = containers[container]?.root else { return }
      body(&tree, path)
      containers[container]?.root = tree
    case .volume(let name, let inner, let isReadOnly):
      guard !isReadOnly, var tree = volumes[name] else { throw .readOnly }
      body(&tree, inner)
      volumes[name] = tree
    }
  }

  mutating func write(
    _ text: String, to path: String, appending: Bool, in container: String
  ) throws(FileProblem) {
    if path == "/dev/null" { return }
    if entry(path, in: container) == .folder { throw .isFolder }
    if entry(FileTree.parent(of: path), in: container) == nil { throw .missing }
    try change(path, in: container) { tree, inner in
      if appending {
        tree.append(text, to: inner)
      } else {
        tree.write(text, to: inner)
      }
    }
  }
}
