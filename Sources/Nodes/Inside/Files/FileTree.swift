import Engine

/// Files and folders by their path inside the tree; the root is `/`.
struct FileTree: Sendable {
  /// What lies at a path.
  struct Node: Hashable, Sendable {
    enum Content: Hashable, Sendable {
      case file([UInt8])
      /// So many zeros, which need not be kept.
      case zeros(Int)
      case folder
      case link(to: String)
    }

    var content: Content
    /// Rights, as `chmod` counts them.
    var mode: Int
    var owner = 0
    var group = 0
    /// Nil for what was there from the beginning.
    var modified: SimTime?

    var isFolder: Bool { content == .folder }

    /// What is new in a folder with the setgid bit is of the folder's group; folders hand the bit
    /// on.
    mutating func takeGroup(of folder: Node?) {
      guard let folder, folder.mode & 0o2000 != 0 else { return }
      group = folder.group
      if isFolder { mode |= 0o2000 }
    }

    var size: Int {
      switch content {
      case .file(let bytes): bytes.count
      case .zeros(let count): count
      case .folder: 4096
      case .link(let target): target.utf8.count
      }
    }
  }

  /// A file of text, a folder or a link: what most tools want to know of a node.
  enum Entry: Hashable, Sendable {
    case file(text: String, isExecutable: Bool, zeroBytes: Int)
    case folder
    case link(to: String)
  }

  /// A file may grow to this; what is written beyond is a full disk.
  static let largestFile = 1 << 20

  /// What was there when the tree was settled: copies share it, as containers share the layers of
  /// their image.
  private var base: Layer?
  /// What has come or changed since.
  private var nodes: [String: Node] = ["/": Node(content: .folder, mode: 0o755)]
  /// What was there and is not any more.
  private var removed: Set<String> = []
  /// Names in folders that have got other names since.
  private var children: [String: Set<String>] = [:]
  private var count = 1
  private var hasLinks = false
  /// Bytes of all files.
  private(set) var totalBytes = 0
  /// How often something in it was changed.
  private(set) var changes = 0
  /// Bytes that are kept here, which zeros are not.
  private var keptBytes = 0

  /// A tree holds so much; what comes beyond finds no space, as on a small disk.
  private static let mostNodes = 50_000
  private static let mostKeptBytes = 64 << 20

  var isFull: Bool { count >= Self.mostNodes || keptBytes >= Self.mostKeptBytes }

  init() {}

  init(files: [(path: String, text: String)]) {
    for file in files { write(file.text, to: file.path) }
  }

  /// Nodes that nobody changes any more.
  private final class Layer: Sendable {
    let nodes: [String: Node]
    let children: [String: Set<String>]

    init(nodes: [String: Node], children: [String: Set<String>]) {
      self.nodes = nodes
      self.children = children
    }
  }

  /// From now on copies share all that is here, and keep only what they change.
  mutating func settle() {
    var all = base?.nodes ?? [:]
    for path in removed { all[path] = nil }
    all.merge(nodes) { $1 }
    let names = (base?.children ?? [:]).merging(children) { $1 }
    base = Layer(nodes: all, children: names)
    (nodes, removed, children) = ([:], [], [:])
  }

  /// Whether it was settled as the other was, and neither has changed since.
  func isCopy(of other: FileTree) -> Bool {
    base != nil && base === other.base && nodes.isEmpty && removed.isEmpty
      && other.nodes.isEmpty && other.removed.isEmpty
  }

  /// What lies at this very path, links not followed.
  private func found(_ path: String) -> Node? {
    if let own = nodes[path] { return own }
    guard let base, !removed.contains(path) else { return nil }
    return base.nodes[path]
  }

  private func namesFound(in folder: String) -> Set<String>? {
    children[folder] ?? base?.children[folder]
  }

  private mutating func change(_ path: String, _ body: (inout Node) -> Void) {
    guard var node = found(path) else { return }
    body(&node)
    nodes[path] = node
  }

  // MARK: - Reading

  /// What lies at a path, links on the way to it followed, but not one at its end.
  func node(_ path: String) -> Node? {
    if let node = found(path) { return node }
    guard hasLinks else { return nil }
    let parent = Self.parent(of: path)
    return found(Self.normalised(Self.name(of: path), from: withoutLinks(parent)))
  }

  subscript(path: String) -> Entry? {
    guard let node = node(path) else { return nil }
    switch node.content {
    case .file(let bytes):
      return .file(
        text: String(decoding: bytes, as: UTF8.self), isExecutable: node.mode & 0o111 != 0,
        zeroBytes: 0)
    case .zeros(let count):
      return .file(text: "", isExecutable: node.mode & 0o111 != 0, zeroBytes: count)
    case .folder: return .folder
    case .link(let target): return .link(to: target)
    }
  }

  func isFolder(_ path: String) -> Bool { found(path)?.isFolder ?? false }

  /// The place that a path leads to when the links on the way are followed.
  func withoutLinks(_ path: String) -> String { withoutLinks(path, depth: 0) }

  private func withoutLinks(_ path: String, depth: Int) -> String {
    guard hasLinks, depth < 8 else { return path }
    var place = "/"
    for part in path.split(separator: "/") {
      place = Self.normalised(String(part), from: place)
      guard case .link(let target) = found(place)?.content else { continue }
      // What it leads to may lead on, and lie behind a link itself.
      let next = Self.normalised(target, from: Self.parent(of: place))
      place = withoutLinks(next, depth: depth + 1)
    }
    return place
  }

  /// The rights of a file, as `chmod` counts them.
  func mode(_ path: String) -> Int { found(withoutLinks(path))?.mode ?? 0o755 }

  func text(_ path: String) -> String? {
    if case .file(let text, _, _) = self[path] { text } else { nil }
  }

  /// Names in a folder, sorted.
  func names(in place: String) -> [String] { namesFound(in: withoutLinks(place))?.sorted() ?? [] }

  func size(_ path: String) -> Int { node(path)?.size ?? 0 }

  // MARK: - Changing

  /// Changes what lies at a path, or puts something there.
  mutating func set(_ path: String, _ node: Node) {
    changes += 1
    makeFolders(above: path)
    let old = found(path)
    totalBytes += Self.bytes(of: node) - (old.map(Self.bytes) ?? 0)
    keptBytes += Self.kept(of: node) - (old.map(Self.kept) ?? 0)
    if old == nil { count += 1 }
    nodes[path] = node
    removed.remove(path)
    if path != "/" { list(Self.name(of: path), in: Self.parent(of: path)) }
    if case .link = node.content { hasLinks = true }
  }

  private mutating func list(_ name: String, in folder: String) {
    var names = namesFound(in: folder) ?? []
    // Most of what is written was there before.
    if names.insert(name).inserted { children[folder] = names }
  }

  private static func bytes(of node: Node) -> Int {
    switch node.content {
    case .file(let bytes): bytes.count
    case .zeros(let count): count
    case .folder, .link: 0
    }
  }

  private static func kept(of node: Node) -> Int {
    if case .file(let bytes) = node.content { bytes.count } else { 0 }
  }

  /// Changes bytes of a file in place, from `position` on or at its end; where they end then.
  mutating func put(
    _ bytes: some Collection<UInt8>, in path: String, at position: Int?, _ now: SimTime?
  ) -> Int {
    guard var node = found(path) else { return 0 }
    changes += 1
    // Taken out, so that its bytes are not copied to be changed.
    nodes[path] = nil
    var content: [UInt8]
    switch node.content {
    case .file(let old): content = old
    case .zeros(let count): content = [UInt8](repeating: 0, count: min(count, Self.largestFile))
    case .folder, .link: content = []
    }
    node.content = .folder
    let before = content.count
    let start = min(position ?? content.count, Self.largestFile)
    if start > content.count {
      content += [UInt8](repeating: 0, count: start - content.count)
    }
    let overlap = min(content.count - start, bytes.count)
    content.replaceSubrange(start..<(start + overlap), with: bytes)
    if content.count > Self.largestFile { content.removeLast(content.count - Self.largestFile) }
    totalBytes += content.count - before
    keptBytes += content.count - before
    node.content = .file(content)
    if let now { node.modified = now }
    nodes[path] = node
    return min(start + bytes.count, Self.largestFile)
  }

  mutating func write(_ text: String, to path: String, isExecutable: Bool = false) {
    var node = Node(content: .file([]), mode: isExecutable ? 0o755 : 0o644)
    if let old = found(path), !old.isFolder {
      (node.mode, node.owner, node.group) = (old.mode, old.owner, old.group)
    }
    node.content = .file(Array(text.utf8.prefix(Self.largestFile)))
    set(path, node)
  }

  mutating func append(_ text: String, to path: String) {
    if found(path) == nil { set(path, Node(content: .file([]), mode: 0o644)) }
    _ = put(text.utf8, in: path, at: nil, nil)
  }

  mutating func makeFolder(_ path: String) {
    if found(path) == nil { set(path, Node(content: .folder, mode: 0o755)) }
  }

  mutating func link(_ path: String, to target: String) {
    set(path, Node(content: .link(to: target), mode: 0o777))
  }

  mutating func setExecutable(_ path: String) {
    changes += 1
    change(path) { $0.mode = 0o755 }
  }

  mutating func setMode(_ mode: Int, of path: String) {
    changes += 1
    let place = withoutLinks(path)
    if found(place)?.mode != mode { change(place) { $0.mode = mode } }
  }

  mutating func setOwner(_ owner: Int, group: Int, of path: String) {
    changes += 1
    change(path) { node in
      node.owner = owner
      node.group = group
    }
  }

  mutating func setModified(_ time: SimTime, of path: String) {
    change(path) { $0.modified = time }
  }

  /// Removes a file, or a folder with all that is in it.
  mutating func remove(_ path: String) {
    changes += 1
    for name in names(in: path) { remove(Self.normalised(name, from: path)) }
    guard path != "/" else { return }
    if let old = found(path) {
      totalBytes -= Self.bytes(of: old)
      keptBytes -= Self.kept(of: old)
      count -= 1
    }
    nodes[path] = nil
    if base?.nodes[path] != nil { removed.insert(path) }
    children[path] = base?.children[path] == nil ? nil : []
    let parent = Self.parent(of: path)
    if var names = namesFound(in: parent), names.remove(Self.name(of: path)) != nil {
      children[parent] = names
    }
  }

  private mutating func makeFolders(above path: String) {
    let parent = Self.parent(of: path)
    if parent != "/", found(parent) == nil { makeFolder(parent) }
  }
}

/// Paths as texts.
extension FileTree {
  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? "/"
  }

  /// An absolute path without `.`, `..` and double slashes.
  static func normalised(_ path: String, from folder: String) -> String {
    var parts: [Substring] = []
    let whole = path.hasPrefix("/") ? path : folder + "/" + path
    for part in whole.split(separator: "/") {
      if part == "." { continue }
      if part == ".." {
        _ = parts.popLast()
      } else {
        parts.append(part)
      }
    }
    return "/" + parts.joined(separator: "/")
  }
}
