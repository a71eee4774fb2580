import Engine

/// What nginx makes beside its configuration before it serves.
struct NginxPlaces: Sendable {
  /// The directive that names whose its workers are.
  private var userDirective: String?
  private var workerUser = "nginx"
  private var processFile = "/run/nginx.pid"
  /// Folders for what does not fit into memory, in the order in which they are made.
  private var temporary: [String] = []

  private static let kinds = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]

  init(_ directives: [NginxDirective]) {
    for directive in directives {
      switch (directive.name, directive.arguments.first) {
      case ("user", let name?): (userDirective, workerUser) = (directive.place, name)
      case ("pid", let path?): processFile = FileTree.normalised(path, from: "/etc/nginx")
      case ("http", _): temporary = Self.folders(of: directive.block ?? [])
      default: break
      }
    }
  }

  /// Those that are named come first.
  private static func folders(of directives: [NginxDirective]) -> [String] {
    let named = directives.filter { directive in
      kinds.contains { directive.name == $0 + "_temp_path" }
    }
    let others = kinds.filter { kind in !named.contains { $0.name == kind + "_temp_path" } }
    return named.compactMap(\.arguments.first).map { FileTree.normalised($0, from: "/etc/nginx") }
      + others.map { "/var/cache/nginx/" + ($0 == "client_body" ? "client" : $0) + "_temp" }
  }

  /// What it says of its configuration to somebody without root's rights.
  func warning(for user: ProcessUser) -> String? {
    guard user.id != 0, let userDirective else { return nil }
    return "the \"user\" directive makes sense only if the master process runs with super-user "
      + "privileges, ignored in \(userDirective)"
  }

  func makeFolders(in context: inout DaemonContext) throws(NginxProblem) {
    let owner = context.sandbox.user.id == 0 ? accountNumber(in: context) : nil
    for path in temporary {
      do throws(PodSandbox.FileProblem) {
        try context.sandbox.makePrivateFolder(path, in: context.container)
      } catch {
        throw NginxProblem("mkdir() \"\(path)\" failed (\(error.numbered))")
      }
      guard let owner, context.node(path)?.owner != owner else { continue }
      guard context.sandbox.user.may(.changeOwner) else {
        throw NginxProblem("chown(\"\(path)\", \(owner)) failed (1: Operation not permitted)")
      }
      try? context.sandbox.change(path, in: context.container) {
        $0.setOwner(owner, group: 0, of: $1)
      }
    }
  }

  func writeProcessFile(in context: inout DaemonContext) throws(NginxProblem) {
    do throws(PodSandbox.FileProblem) {
      try context.sandbox.write(
        "\(context.process)\n", to: processFile, appending: false, in: context.container)
    } catch {
      throw NginxProblem("open() \"\(processFile)\" failed (\(error.numbered))")
    }
  }

  private func accountNumber(in context: DaemonContext) -> Int? {
    let lines = ((try? context.read("/etc/passwd")) ?? "").split(separator: "\n")
    let line = lines.first { $0.hasPrefix(workerUser + ":") }?.split(
      separator: ":", omittingEmptySubsequences: false)
    return line.flatMap { $0.count > 2 ? Int($0[2]) : nil }
  }
}

extension PodSandbox {
  /// Makes a folder that only its owner may look into, if there is nothing yet.
  fileprivate mutating func makePrivateFolder(
    _ path: String, in container: String
  ) throws(FileProblem) {
    if node(path, in: container) != nil { return }
    try checkParent(of: path, in: container)
    let (user, time) = (user, clock)
    try change(path, in: container) { tree, inner in
      var folder = FileTree.Node(content: .folder, mode: 0o700, modified: time)
      (folder.owner, folder.group) = (user.id, user.group)
      tree.set(inner, folder)
    }
  }
}

extension PodSandbox.FileProblem {
  /// With the number that the system knows it by: `13: Permission denied`.
  fileprivate var numbered: String {
    let number =
      switch self {
      case .missing: 2
      case .noTerminal: 6
      case .badDescriptor: 9
      case .denied: 13
      case .exists: 17
      case .notFolder: 20
      case .isFolder: 21
      case .noSpace: 28
      case .readOnly: 30
      case .notEmpty: 39
      case .tooManyLinks: 40
      }
    return "\(number): \(rawValue)"
  }
}
