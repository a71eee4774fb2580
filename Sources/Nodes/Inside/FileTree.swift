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

  init() {}

  init(files: [(path: String, text: String)]) {
    for file in files { write(file.text, to: file.path) }
  }

  subscript(path: String) -> Entry? { entries[path] }

  func isFolder(_ path: String) -> Bool { entries[path] == .folder }

  func text(_ path: String) -> String? {
    if case .file(let text, _, _) = entries[path] { text } else { nil }
  }

  /// Names in a folder, sorted.
  func names(in folder: String) -> [String] {
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
