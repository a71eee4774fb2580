/// Files and folders by their path inside the tree; the root is `/`.
struct FileTree: Hashable, Sendable {
  enum Entry: Hashable, Sendable {
    case file(text: String, isExecutable: Bool, zeroBytes: Int)
    case folder
    case link(to: String)
  }

  /// A file may grow to this; what is written beyond is a full disk.
  static let largestFile = 1 << 20

  private var entries: [String: Entry] = ["/": .folder]
  /// Rights of files that do not have the usual ones.
  private var modes: [String: Int] = [:]
  private var hasLinks = false

  init() {}

  init(files: [(path: String, text: String)]) {
    for file in files { write(file.text, to: file.path) }
  }

  subscript(path: String) -> Entry? {
    if let entry = entries[path] { return entry }
    guard hasLinks else { return nil }
    let parent = Self.parent(of: path)
    return entries[Self.normalised(Self.name(of: path), from: withoutLinks(parent))]
  }

  func isFolder(_ path: String) -> Bool { entries[path] == .folder }

  /// The place that a path leads to when the links on the way are followed.
  func withoutLinks(_ path: String) -> String {
    guard hasLinks else { return path }
    var place = "/"
    for part in path.split(separator: "/") {
      place = Self.normalised(String(part), from: place)
      var steps = 0
      while case .link(let target) = entries[place], steps < 8 {
        place = Self.normalised(target, from: Self.parent(of: place))
        steps += 1
      }
    }
    return place
  }

  /// The rights of a file, as `chmod` counts them.
  func mode(_ path: String) -> Int {
    let place = withoutLinks(path)
    if let mode = modes[place] { return mode }
    if case .file(_, let isExecutable, _) = entries[place] { return isExecutable ? 0o755 : 0o644 }
    return 0o755
  }

  mutating func setMode(_ mode: Int, of path: String) { modes[path] = mode }

  func text(_ path: String) -> String? {
    if case .file(let text, _, _) = entries[path] { text } else { nil }
  }

  /// Names in a folder, sorted.
  func names(in place: String) -> [String] {
    let folder = withoutLinks(place)
    let prefix = folder == "/" ? "/" : folder + "/"
    return entries.keys.filter {
      $0.hasPrefix(prefix) && $0 != folder && !$0.dropFirst(prefix.count).contains("/")
    }
    .map { String($0.dropFirst(prefix.count)) }.filter { !$0.isEmpty }.sorted()
  }

  mutating func write(_ text: String, to path: String, isExecutable: Bool = false) {
    makeFolders(above: path)
    entries[path] = .file(
      text: String(text.prefix(Self.largestFile)), isExecutable: isExecutable, zeroBytes: 0)
  }

  mutating func append(_ text: String, to path: String) {
    guard case .file(let old, let isExecutable, let zeros) = entries[path] else {
      write(text, to: path)
      return
    }
    guard old.utf8.count < Self.largestFile else { return }
    entries[path] = .file(text: old + text, isExecutable: isExecutable, zeroBytes: zeros)
  }

  /// A file of nothing but zeros, which need not be kept.
  mutating func writeZeros(_ count: Int, to path: String) {
    makeFolders(above: path)
    entries[path] = .file(text: "", isExecutable: false, zeroBytes: count)
  }

  mutating func makeFolder(_ path: String) {
    makeFolders(above: path)
    if entries[path] == nil { entries[path] = .folder }
  }

  mutating func link(_ path: String, to target: String) {
    makeFolders(above: path)
    entries[path] = .link(to: target)
    hasLinks = true
  }

  mutating func setExecutable(_ path: String) {
    if case .file(let text, _, let zeros) = entries[path] {
      entries[path] = .file(text: text, isExecutable: true, zeroBytes: zeros)
    }
  }

  /// Removes a file, or a folder with all that is in it.
  mutating func remove(_ path: String) {
    entries[path] = nil
    for key in entries.keys where key.hasPrefix(path + "/") { entries[key] = nil }
    if path == "/" { entries["/"] = .folder }
  }

  func size(_ path: String) -> Int {
    if case .file(let text, _, let zeros) = entries[path] { text.utf8.count + zeros } else { 4096 }
  }

  /// Bytes of all files.
  var totalBytes: Int {
    entries.values.reduce(0) { sum, entry in
      if case .file(let text, _, let zeros) = entry { sum + text.utf8.count + zeros } else { sum }
    }
  }

  private mutating func makeFolders(above path: String) {
    var parent = Self.parent(of: path)
    while parent != "/", entries[parent] == nil {
      entries[parent] = .folder
      parent = Self.parent(of: parent)
    }
  }

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
