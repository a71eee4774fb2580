import Objects

/// What the processes of a container may do: whose they are, and what they cannot change.
struct ContainerRights {
  let pod: APIValue?
  let container: APIValue?

  init(pod: APIValue?, container: APIValue?) {
    self.pod = pod
    self.container = container
  }

  private func number(_ field: String) -> Int? {
    (container?[field] ?? pod?[field])?.integer.map { Int($0) }
  }

  /// `fsGroup`: whose the volumes of the pod are besides.
  var volumeGroup: Int? { pod?["fsGroup"]?.integer.map { Int($0) } }

  /// Whose rights the processes have; `image` is what the image says, names are looked up in
  /// `files`.
  func user(image: String, _ files: FileTree) -> ProcessUser {
    let parts = image.split(separator: ":", maxSplits: 1).map(String.init)
    var user = ProcessUser()
    user.id = number("runAsUser") ?? Self.find(parts.first ?? "0", in: "/etc/passwd", files) ?? 0
    let own = Self.account(of: user.id, files)
    let isOfImage = number("runAsUser") == nil
    let imageGroup = parts.count > 1 ? Self.find(parts[1], in: "/etc/group", files) : nil
    user.group =
      number("runAsGroup") ?? (isOfImage ? imageGroup : nil)
      ?? own.flatMap { $0.count > 3 ? Int($0[3]) : nil } ?? 0
    let more = (pod?["supplementalGroups"]?.array ?? []).compactMap { $0.integer.map { Int($0) } }
    // The kernel keeps a process' groups by number.
    user.more = Set(more + (volumeGroup.map { [$0] } ?? [])).sorted()
    user.lacks = lacks
    return user
  }

  /// What is dropped and not added again; one that is privileged keeps everything.
  private var lacks: Set<ProcessUser.Capability> {
    if container?["privileged"]?.bool == true { return [] }
    func names(_ list: String) -> [String] {
      (container?["capabilities"]?[list]?.array ?? []).compactMap(\.string)
    }
    let (dropped, added) = (names("drop"), names("add"))
    return Set(
      ProcessUser.Capability.allCases.filter { capability in
        dropped.contains { $0 == "ALL" || $0 == capability.rawValue }
          && !added.contains { $0 == "ALL" || $0 == capability.rawValue }
      })
  }

  /// The folder that `HOME` names.
  static func home(of user: ProcessUser, _ files: FileTree) -> String {
    let account = account(of: user.id, files)
    if let account, account.count > 5, !account[5].isEmpty { return account[5] }
    return user.id == 0 ? "/root" : "/"
  }

  var isRootReadOnly: Bool { container?["readOnlyRootFilesystem"]?.bool ?? false }

  /// The fields of the line about a number.
  private static func account(of id: Int, _ files: FileTree) -> [String]? {
    lines(of: "/etc/passwd", files).first(where: { $0.count > 2 && $0[2] == "\(id)" })
  }

  private static func find(_ word: String, in file: String, _ files: FileTree) -> Int? {
    if let number = Int(word) { return number }
    let line = lines(of: file, files).first(where: { $0.first == word })
    return line.flatMap { $0.count > 2 ? Int($0[2]) : nil }
  }

  private static func lines(
    of path: String, _ files: FileTree
  ) -> some Sequence<[String]> {
    (files.text(path) ?? "").split(separator: "\n").lazy.map { line in
      line.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    }
  }
}

extension ContainerInstance {
  /// Prepares what the runtime prepares beside the files of the image.
  mutating func take(_ rights: ContainerRights, of container: Container) {
    user = rights.user(image: image.user, root)
    isRootReadOnly = rights.isRootReadOnly
    cpuLimitMillis = container.resources.limits["cpu"]?.milli
    let path = container.terminationMessagePath ?? "/dev/termination-log"
    root.set(path, FileTree.Node(content: .file([]), mode: 0o666))
    writablePaths = [path, "/etc/hosts", "/etc/resolv.conf", "/etc/hostname"]
  }

  /// Whether a place outside of all volumes may be changed.
  func mayChange(_ path: String) -> Bool {
    !isRootReadOnly || path.hasPrefix("/dev/") || writablePaths.contains(path)
  }
}
