import Objects

/// Builds what a folder with a kustomization stands for.
///
/// Building is a function of a picture of files: ``gather(_:from:isRestricted:look:)`` takes the
/// picture, and ``build(_:in:isRestricted:)`` looks at nothing else.
public enum Kustomize {
  /// Everything that building a folder looks at. `isRestricted` keeps files from being read that
  /// are not in or below the folder of the kustomization that names them.
  public static func gather(
    _ folder: String, from workingFolder: String, isRestricted: Bool = true,
    look: @escaping (_ path: String) -> FileTree.Entry
  ) -> FileTree {
    let tree = FileTree(workingFolder: workingFolder)
    var run = KustomizeRun(tree: tree, isRestricted: isRestricted, look: look)
    _ = try? run.build(folder)
    return run.tree
  }

  /// The objects a folder stands for, in the order in which they are best made.
  public static func build(
    _ folder: String, in tree: FileTree, isRestricted: Bool = true
  ) throws(KustomizeProblem) -> [APIValue] {
    var run = KustomizeRun(tree: tree, isRestricted: isRestricted) { _ in .missing }
    return try run.build(folder)
  }

  /// The objects as kustomize prints them.
  public static func text(of objects: [APIValue]) -> String {
    objects.map(YAML.encode).joined(separator: "---\n")
  }
}

/// A folder whose kustomization is being built, and those it was reached from.
struct KustomizePlace: Sendable {
  var root: String
  var ancestors: [String] = []
  /// The way from the first folder, for the annotation that tells where an object came from.
  var way: String?

  func wayTo(_ path: String) -> String {
    String(FileTree.absolute(path, from: "/" + (way ?? "")).dropFirst())
  }

  func generatedOrigin(by file: KustomizationFile, _ kind: String) -> String? {
    way.map { _ in
      """
      configuredIn: \(wayTo(file.name))
      configuredBy:
        apiVersion: builtin
        kind: \(kind)Generator

      """
    }
  }
}

/// One go at building, with everything that was looked at so far.
struct KustomizeRun {
  private(set) var tree: FileTree
  private let isRestricted: Bool
  private let look: (String) -> FileTree.Entry

  init(tree: FileTree, isRestricted: Bool, look: @escaping (String) -> FileTree.Entry) {
    self.tree = tree
    self.isRestricted = isRestricted
    self.look = look
  }

  mutating func warn(_ lines: [String]) { tree.warnings += lines }

  private mutating func entry(_ path: String) -> FileTree.Entry {
    if let known = tree.entries[path] { return known }
    let entry = look(path)
    tree.entries[path] = entry
    return entry
  }

  // MARK: - Files

  /// The first folder: the one the command names.
  mutating func firstPlace(_ folder: String) throws(KustomizeProblem) -> KustomizePlace {
    if folder.isEmpty { throw .on(.building, .path(.empty)) }
    if Self.isRemote(folder) { throw .path(.remote(folder)) }
    let path = FileTree.absolute(folder, from: tree.workingFolder)
    try confirmFolder(path, shown: folder)
    return KustomizePlace(root: path)
  }

  /// The folder where the way to a missing one ends.
  private mutating func firstMissing(onWayTo path: String) -> String {
    var missing = path
    while let slash = missing.lastIndex(of: "/"), slash > missing.startIndex {
      let parent = String(missing[..<slash])
      guard case .missing = entry(parent) else { break }
      missing = parent
    }
    return missing
  }

  private mutating func confirmFolder(
    _ path: String, shown: String
  ) throws(KustomizeProblem) {
    switch entry(path) {
    case .folder: return
    case .file: throw .on(.building, .path(.notFolder(shown)))
    case .missing:
      let missing = firstMissing(onWayTo: path)
      throw .on(
        .building, .on(.confirmingFolder, .path(.missing(shown: shown, absolute: missing))))
    case .unreadable(let why): throw .path(.unreadable(path, why: why))
    }
  }

  /// The folder that another one names: it may lie anywhere but above those it is reached from.
  mutating func place(
    _ path: String, from place: KustomizePlace
  ) throws(KustomizeProblem) -> KustomizePlace {
    if Self.isRemote(path) { throw .path(.remote(path)) }
    if path.hasPrefix("/") { throw .path(.absolute(path)) }
    let root = FileTree.absolute(path, from: place.root)
    try confirmFolder(root, shown: root)
    for visited in [place.root] + place.ancestors.reversed()
    where FileTree.isInside(visited, of: root) {
      throw .path(.cycle(candidate: root, visited: visited))
    }
    return KustomizePlace(
      root: root, ancestors: place.ancestors + [place.root],
      way: place.way.map { _ in place.wayTo(path) })
  }

  static func isRemote(_ path: String) -> Bool {
    ["http://", "https://", "ssh://", "git@", "git::", "file://", "github.com/", "oci://"]
      .contains(where: path.hasPrefix)
  }

  /// The bytes of a file that a kustomization names.
  mutating func bytes(
    of path: String, at place: KustomizePlace
  ) throws(KustomizeProblem) -> [UInt8] {
    if Self.isRemote(path) { throw .path(.remote(path)) }
    let file = FileTree.absolute(path, from: place.root)
    switch entry(file) {
    case .missing: throw .path(.missing(shown: file, absolute: file))
    case .folder: throw .path(.notFile(file))
    case .unreadable(let why): throw .path(.unreadable(file, why: why))
    case .file(let bytes):
      if isRestricted, !FileTree.isInside(file, of: place.root) {
        throw .path(.outside(file: file, root: place.root))
      }
      return bytes
    }
  }

  mutating func text(
    of path: String, at place: KustomizePlace
  ) throws(KustomizeProblem) -> String {
    let bytes = try bytes(of: path, at: place)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .path(.notText(FileTree.absolute(path, from: place.root)))
    }
    return text
  }

  mutating func isFile(_ name: String, at place: KustomizePlace) -> Bool {
    if case .file = entry(FileTree.absolute(name, from: place.root)) { return true }
    return false
  }
}
