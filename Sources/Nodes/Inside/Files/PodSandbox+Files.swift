import Engine

/// Files as one container sees them: its own, and those of its volumes.
extension PodSandbox {
  enum FileProblem: String, Error {
    case missing = "No such file or directory"
    case isFolder = "Is a directory"
    case notFolder = "Not a directory"
    case readOnly = "Read-only file system"
    case exists = "File exists"
    case noSpace = "No space left on device"
    case denied = "Permission denied"
    case badDescriptor = "Bad file descriptor"
    case tooManyLinks = "Too many levels of symbolic links"
    case notEmpty = "Directory not empty"
    case noTerminal = "No such device or address"
  }

  /// In which tree a path of a container lies, and where in it.
  enum FilePlace: Hashable {
    case root(String)
    case volume(String, String, isReadOnly: Bool)
  }

  func place(of path: String, in container: String) -> FilePlace {
    guard let mount = containers[container]?.mount(of: path) else { return .root(path) }
    let rest = mount.path == "/" ? path : String(path.dropFirst(mount.path.count))
    let inner = FileTree.normalised(mount.inner + rest, from: "/")
    return .volume(mount.volume, inner, isReadOnly: mount.isReadOnly)
  }

  /// What lies at a path, a link at its end not followed.
  func node(_ path: String, in container: String) -> FileTree.Node? {
    let found: FileTree.Node?
    switch place(of: path, in: container) {
    case .root(let path): found = containers[container]?.root.node(path)
    case .volume(let name, let inner, _): found = volumes[name]?.node(inner)
    }
    if found == nil,
      containers[container]?.mounts.contains(where: { $0.path.hasPrefix(path + "/") }) ?? false
    {
      return FileTree.Node(content: .folder, mode: 0o755)
    }
    if found == nil, let text = kernelText(path, in: container) {
      return FileTree.Node(content: .file(Array(text.utf8)), mode: 0o444)
    }
    return found
  }

  /// What lies at a path, links followed; nil when there is nothing.
  func find(_ path: String, in container: String) throws(FileProblem) -> FileTree.Node? {
    var path = path
    for _ in 0..<16 {
      guard let found = node(path, in: container) else { return nil }
      guard case .link(let target) = found.content else { return found }
      path = FileTree.normalised(target, from: FileTree.parent(of: path))
    }
    throw .tooManyLinks
  }

  func entry(_ path: String, in container: String) -> FileTree.Entry? {
    guard let found = try? find(path, in: container) else { return nil }
    var tree = FileTree()
    tree.set("/x", found)
    return tree["/x"]
  }

  /// The rights of a file, as `chmod` counts them.
  func mode(of path: String, in container: String) -> Int {
    (try? find(path, in: container))?.mode ?? 0o644
  }

  func linkTarget(_ path: String, in container: String) -> String? {
    if case .link(let target)? = node(path, in: container)?.content { target } else { nil }
  }

  func read(_ path: String, in container: String) throws(FileProblem) -> String {
    String(decoding: try bytes(path, in: container), as: UTF8.self)
  }

  /// The bytes of a file; of one that is nothing but zeros no more than a file may be otherwise.
  func bytes(_ path: String, in container: String) throws(FileProblem) -> [UInt8] {
    if path == "/dev/null" { return [] }
    guard let found = try find(path, in: container) else { throw .missing }
    try check(.read, of: found, as: user)
    switch found.content {
    case .file(let bytes): return bytes
    case .zeros(let count):
      return [UInt8](repeating: 0, count: min(count, FileTree.largestFile))
    case .folder: throw .isFolder
    case .link: throw .missing
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

  // MARK: - Rights

  enum FileAccess: Int {
    case read = 4
    case write = 2
    case execute = 1
  }

  func check(
    _ access: FileAccess, of node: FileTree.Node, as user: ProcessUser
  ) throws(FileProblem) {
    if user.may(.overrideAccess) { return }
    let shift =
      node.owner == user.id
      ? 6 : node.group == user.group || user.more.contains(node.group) ? 3 : 0
    guard node.mode >> shift & access.rawValue != 0 else { throw .denied }
  }

  // MARK: - Changing

  mutating func change(
    _ path: String, in container: String, _ body: (inout FileTree, String) -> Void
  ) throws(FileProblem) {
    switch place(of: path, in: container) {
    case .root(let path):
      guard containers[container]?.mayChange(path) ?? false else { throw .readOnly }
      containers[container]?.changeRoot { body(&$0, path) }
    case .volume(let name, let inner, let isReadOnly):
      guard !isReadOnly, volumes[name] != nil else { throw .readOnly }
      body(&volumes[name, default: FileTree()], inner)
    }
  }

  /// Whether a path lies where nobody may write, not even root.
  func isReadOnly(_ path: String, in container: String) -> Bool {
    switch place(of: path, in: container) {
    case .root(let path): containers[container]?.mayChange(path) == false
    case .volume(_, _, let isReadOnly): isReadOnly
    }
  }

  /// Whether something may be added to, or taken from, the folder that a path lies in.
  func checkParent(of path: String, in container: String) throws(FileProblem) {
    guard let parent = try find(FileTree.parent(of: path), in: container) else { throw .missing }
    guard parent.isFolder else { throw .notFolder }
    // Whether anybody may comes before whether this one may.
    if isReadOnly(path, in: container) { throw .readOnly }
    try check(.write, of: parent, as: user)
  }

  /// Writes bytes into a file from a position on, or at its end, and makes the file if it is not
  /// there; where they end.
  mutating func write(
    _ bytes: some Collection<UInt8>, to path: String, at position: Int?, in container: String,
    emptying: Bool = false
  ) throws(FileProblem) -> Int {
    var path = path
    var steps = 0
    while case .link(let target)? = node(path, in: container)?.content {
      path = FileTree.normalised(target, from: FileTree.parent(of: path))
      steps += 1
      if steps > 16 { throw .tooManyLinks }
    }
    let old = node(path, in: container)
    if let old {
      if old.isFolder { throw .isFolder }
      if emptying, isReadOnly(path, in: container) { throw .readOnly }
      try check(.write, of: old, as: user)
    } else {
      try checkParent(of: path, in: container)
    }
    let (owner, mask, time) = (user, mask, clock)
    var end = 0
    if old == nil || !bytes.isEmpty, isFull(path, in: container) { throw .noSpace }
    try change(path, in: container) { tree, inner in
      if old == nil || emptying {
        var node = old ?? FileTree.Node(content: .file([]), mode: 0o666 & ~mask)
        if old == nil {
          (node.owner, node.group) = (owner.id, owner.group)
          node.takeGroup(of: tree.node(FileTree.parent(of: inner)))
        }
        node.content = .file([])
        node.modified = time
        tree.set(inner, node)
      }
      if !bytes.isEmpty || old == nil { end = tree.put(bytes, in: inner, at: position, time) }
      if bytes.isEmpty { end = position ?? tree.size(inner) }
    }
    if end >= FileTree.largestFile, !bytes.isEmpty { throw .noSpace }
    return end
  }

  private func isFull(_ path: String, in container: String) -> Bool {
    switch place(of: path, in: container) {
    case .root: containers[container]?.root.isFull ?? false
    case .volume(let name, _, _): volumes[name]?.isFull ?? false
    }
  }

  mutating func write(
    _ text: String, to path: String, appending: Bool, in container: String
  ) throws(FileProblem) {
    if path == "/dev/null" { return }
    _ = try write(
      Array(text.utf8), to: path, at: appending ? nil : 0, in: container, emptying: !appending)
  }
}
