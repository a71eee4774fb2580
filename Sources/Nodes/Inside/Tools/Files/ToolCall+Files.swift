import Engine

/// Files as tools for files see them: by the words that name them.
extension ToolCall {
  /// Runs a tool with its switches; those it does not know are told.
  mutating func reading(
    _ letters: String, long: [String: Character] = [:], permutes: Bool = true,
    _ body: (GivenOptions, inout ToolCall) -> ToolOutcome
  ) -> ToolOutcome {
    do throws(ToolProblem) {
      let options = try GivenOptions(arguments, letters, long: long, permutes: permutes)
      return body(options, &self)
    } catch {
      return fail(error.text, status: error.status)
    }
  }

  /// What a path names; a link is itself.
  func node(_ path: String) -> FileTree.Node? {
    system.sandbox.node(absolute(path), in: container)
  }

  /// What a path leads to.
  func found(_ path: String) -> FileTree.Node? {
    (try? system.sandbox.find(absolute(path), in: container)) ?? nil
  }

  func isFolder(_ path: String) -> Bool { found(path)?.isFolder ?? false }

  func names(in path: String) -> [String] {
    system.sandbox.names(in: resolved(path), of: container)
  }

  /// A path without links, as far as it exists.
  func resolved(_ path: String) -> String {
    var place = "/"
    for part in absolute(path).split(separator: "/") {
      place = FileTree.normalised(String(part), from: place)
      var steps = 0
      while case .link(let target)? = system.sandbox.node(place, in: container)?.content,
        steps < 16
      {
        place = FileTree.normalised(target, from: FileTree.parent(of: place))
        steps += 1
      }
    }
    return place
  }

  /// Why nothing is found at a path.
  func reason(_ path: String) -> String {
    var place = FileTree.parent(of: absolute(path))
    while place != "/" {
      if let node = found(place) {
        return (node.isFolder ? PodSandbox.FileProblem.missing : .notFolder).rawValue
      }
      place = FileTree.parent(of: place)
    }
    return PodSandbox.FileProblem.missing.rawValue
  }

  func bytes(_ path: String) throws(PodSandbox.FileProblem) -> Bytes {
    try system.sandbox.bytes(absolute(path), in: container)
  }

  /// Puts something at a path, if its folder may be changed.
  mutating func put(
    _ node: FileTree.Node, at path: String
  ) throws(PodSandbox.FileProblem) {
    let place = resolvedParent(path)
    try system.sandbox.checkParent(of: place, in: container)
    try system.sandbox.change(place, in: container) { $0.set($1, node) }
  }

  /// The place of a path whose last part may be a link, which is not followed.
  func resolvedParent(_ path: String) -> String {
    let place = absolute(path)
    if place == "/" { return place }
    return FileTree.normalised(FileTree.name(of: place), from: resolved(FileTree.parent(of: place)))
  }

  mutating func change(
    _ path: String, _ body: (inout FileTree, String) -> Void
  ) throws(PodSandbox.FileProblem) {
    try system.sandbox.change(resolved(path), in: container, body)
  }

  mutating func remove(_ path: String) throws(PodSandbox.FileProblem) {
    let place = resolvedParent(path)
    try system.sandbox.checkParent(of: place, in: container)
    try system.sandbox.change(place, in: container) { $0.remove($1) }
  }

  /// Something new of this process' user, to be put at a path.
  func fresh(
    _ content: FileTree.Node.Content, mode: Int, at path: String
  ) -> FileTree.Node {
    let user = system.process.user
    var node = FileTree.Node(
      content: content, mode: mode, owner: user.id, group: user.group, modified: now)
    node.takeGroup(of: found(FileTree.parent(of: resolvedParent(path))))
    return node
  }

  /// `a/b` of `a/` and `b`.
  static func joined(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  var accounts: Accounts {
    Accounts(
      users: (try? system.sandbox.read("/etc/passwd", in: container)) ?? "",
      groups: (try? system.sandbox.read("/etc/group", in: container)) ?? "")
  }
}

/// Names of users and groups, as the container's files have them.
struct Accounts: Sendable {
  private let users: [[String]]
  private let groups: [[String]]

  init(users: String, groups: String) {
    func rows(_ text: String) -> [[String]] {
      text.split(separator: "\n").map {
        $0.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      }
    }
    self.users = rows(users).filter { $0.count > 3 }
    self.groups = rows(groups).filter { $0.count > 2 }
  }

  func userName(_ id: Int) -> String? {
    users.first { $0[2] == String(id) }?[0] ?? (id == 0 ? "root" : nil)
  }

  func groupName(_ id: Int) -> String? {
    groups.first { $0[2] == String(id) }?[0] ?? (id == 0 ? "root" : nil)
  }

  /// A user's number and that of its group.
  func user(_ name: String) -> (id: Int, group: Int)? {
    if let row = users.first(where: { $0[0] == name }), let id = Int(row[2]) {
      return (id, Int(row[3]) ?? 0)
    }
    return name == "root" ? (0, 0) : nil
  }

  func group(_ name: String) -> Int? {
    groups.first { $0[0] == name }.flatMap { Int($0[2]) } ?? (name == "root" ? 0 : nil)
  }
}
