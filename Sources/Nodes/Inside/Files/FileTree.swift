import Engine

/// Files and folders by their path inside the tree; the root is `/`.
struct FileTree: Hashable, Sendable {
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

  private var nodes: [String: Node] = ["/": Node(content: .folder, mode: 0o755)]
  /// Names in folders.
  private var children: [String: Set<String>] = [:]
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

  var isFull: Bool { nodes.count >= Self.mostNodes || keptBytes >= Self.mostKeptBytes }

  init() {}

  init(files: [(path: String, text: String)]) {
    for file in files { write(file.text, to: file.path) }
  }

  // MARK: - Reading

  /// What lies at a path, links on the way to it followed, but not one at its end.
  func node(_ path: String) -> Node? {
    if let node = nodes[path] { return node }
    guard hasLinks else { return nil }
    let parent = Self.parent(of: path)
    return nodes[Self.normalised(Self.name(of: path), from: withoutLinks(parent))]
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

  func isFolder(_ path: String) -> Bool { nodes[path]?.isFolder ?? false }

  /// The place that a path leads to when the links on the way are followed.
  func withoutLinks(_ path: String) -> String { withoutLinks(path, depth: 0) }

  private func withoutLinks(_ path: String, depth: Int) -> String {
    guard hasLinks, depth < 8 else { return path }
    var place = "/"
    for part in path.split(separator: "/") {
      place = Self.normalised(String(part), from: place)
      guard case .link(let target) = nodes[place]?.content else { continue }
      // What it leads to may lead on, and lie behind a link itself.
      let next = Self.normalised(target, from: Self.parent(of: place))
      place = withoutLinks(next, depth: depth + 1)
    }
    return place
  }

  /// The rights of a file, as `chmod` counts them.
  func mode(_ path: String) -> Int { nodes[withoutLinks(path)]?.mode ?? 0o755 }

  func text(_ path: String) -> String? {
    if case .file(let text, _, _) = self[path] { text } else { nil }
  }

  /// Names in a folder, sorted.
  func names(in place: String) -> [String] { children[withoutLinks(place)]?.sorted() ?? [] }

  func size(_ path: String) -> Int { node(path)?.size ?? 0 }

  // MARK: - Changing

  /// Changes what lies at a path, or puts something there.
  mutating func set(_ path: String, _ node: Node) {
    changes += 1
    makeFolders(above: path)
    totalBytes += Self.bytes(of: node) - (nodes[path].map(Self.bytes) ?? 0)
    keptBytes += Self.kept(of: node) - (nodes[path].map(Self.kept) ?? 0)
    nodes[path] = node
    if path != "/" { children[Self.parent(of: path), default: []].insert(Self.name(of: path)) }
    if case .link = node.content { hasLinks = true }
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
    guard var node = nodes[path] else { return 0 }
    changes += 1
    // Taken out, so that its bytes are not copied to be changed.
    nodes[path]?.content = .folder
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
    if let old = nodes[path], !old.isFolder {
      (node.mode, node.owner, node.group) = (old.mode, old.owner, old.group)
    }
    node.content = .file(Array(text.utf8.prefix(Self.largestFile)))
    set(path, node)
  }

  mutating func append(_ text: String, to path: String) {
    if nodes[path] == nil { set(path, Node(content: .file([]), mode: 0o644)) }
    _ = put(text.utf8, in: path, at: nil, nil)
  }

  mutating func makeFolder(_ path: String) {
    if nodes[path] == nil { set(path, Node(content: .folder, mode: 0o755)) }
  }

  mutating func link(_ path: String, to target: String) {
    set(path, Node(content: .link(to: target), mode: 0o777))
  }

  mutating func setExecutable(_ path: String) {
    changes += 1
    nodes[path]?.mode = 0o755
  }

  mutating func setMode(_ mode: Int, of path: String) {
    changes += 1
    nodes[withoutLinks(path)]?.mode = mode
  }

  mutating func setOwner(_ owner: Int, group: Int, of path: String) {
    changes += 1
    nodes[path]?.owner = owner
    nodes[path]?.group = group
  }

  mutating func setModified(_ time: SimTime, of path: String) { nodes[path]?.modified = time }

  /// Removes a file, or a folder with all that is in it.
  mutating func remove(_ path: String) {
    changes += 1
    for name in names(in: path) { remove(Self.normalised(name, from: path)) }
    guard path != "/" else { return }
    if let old = nodes.removeValue(forKey: path) {
      totalBytes -= Self.bytes(of: old)
      keptBytes -= Self.kept(of: old)
    }
    children[path] = nil
    children[Self.parent(of: path)]?.remove(Self.name(of: path))
  }

  private mutating func makeFolders(above path: String) {
    let parent = Self.parent(of: path)
    if parent != "/", nodes[parent] == nil { makeFolder(parent) }
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
