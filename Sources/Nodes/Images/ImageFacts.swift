/// What an image holds: the programs and files in it, what it runs and as whom, how large it is.
public struct ImageFacts: Sendable {
  /// `docker.io/library/nginx`
  public var repository: String { didSet { preparedIdentity = nil } }
  /// As it comes over the network, packed.
  public var sizeBytes: Int
  var distribution = Distribution.none { didSet { preparedRoot = nil } }
  var entrypoint: [String] = []
  var command: [String] = []
  var environment: [(name: String, value: String)] = []
  var workingFolder = "/"
  /// A name or a number, as the image says it; empty for root.
  var user = ""
  /// Ports that it says it listens on.
  var ports: [Int] = []
  var stopSignal = "SIGTERM"
  /// Programs that can be started in it, by name.
  var programs: Set<String> = []
  var files: [(path: String, text: String)] = [] { didSet { preparedRoot = nil } }
  var folders: [String] = [] { didSet { preparedRoot = nil } }
  /// Folders that belong to its user with all that is in them.
  var ownFolders: [String] = [] { didSet { preparedRoot = nil } }
  /// Paths, and where they lead.
  var links: [(path: String, target: String)] = [] { didSet { preparedRoot = nil } }
  /// Accounts beside those of the distribution, as lines of `/etc/passwd`.
  var accounts: [String] = [] { didSet { preparedRoot = nil } }
  /// In full, such as `1.27.5`.
  var version = ""
  /// As manifests write it, such as `1.27-alpine`.
  var tag = "" { didSet { preparedIdentity = nil } }
  /// A server of the user's own.
  var server: OwnServer?
  /// The files, once they have been made, as long as nothing of the above has changed.
  private(set) var preparedRoot: FileTree?
  /// As ``identity(of:)`` says it of its own tag, once it has been made.
  private(set) var preparedIdentity: String?

  /// What a node knows it by, with a digest that is the same for the same name and tag on every
  /// machine: `docker.io/library/nginx@sha256:…`.
  func identity(of name: ImageName) -> String {
    if name.digest == nil, name.tag == tag, let preparedIdentity { return preparedIdentity }
    return "\(name.repository)@\(name.digest ?? ImageDigest.of(repository, name.tag))"
  }

  /// Whether its main process is root's: nil when only the name of its user is known.
  var isRoot: Bool? {
    if user.isEmpty { return true }
    let name = user.split(separator: ":").first.map(String.init) ?? user
    return Int(name).map { $0 == 0 } ?? (name == "root" ? true : nil)
  }

  /// Whose rights its processes have.
  var processUser: ProcessUser {
    let parts = user.split(separator: ":").map(String.init)
    guard let name = parts.first else { return .root }
    if let id = Int(name) {
      return ProcessUser(id: id, group: parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    }
    let account = accounts.map { $0.split(separator: ":", omittingEmptySubsequences: false) }
      .first { $0.count > 3 && $0[0] == name }
    if let account, let id = Int(account[2]), let group = Int(account[3]) {
      return ProcessUser(id: id, group: group)
    }
    return name == "nonroot" ? ProcessUser(id: 65_532, group: 65_532) : .root
  }

  /// The files a new container begins with.
  var root: FileTree { preparedRoot ?? madeRoot }

  /// Has its files and its identity made once for all containers of the image.
  mutating func prepare() {
    var root = madeRoot
    root.settle()
    preparedRoot = root
    preparedIdentity = "\(repository)@\(ImageDigest.of(repository, tag))"
  }

  private var madeRoot: FileTree {
    var tree = Distribution.roots[distribution] ?? distribution.makeRoot()
    for folder in folders { tree.makeFolder(folder) }
    for file in files { tree.write(file.text, to: file.path) }
    for file in files where file.path.hasSuffix(".sh") { tree.setExecutable(file.path) }
    for link in links { tree.link(link.path, to: link.target) }
    for folder in ["/tmp", "/var/tmp", "/dev/shm"] where tree.isFolder(folder) {
      tree.setMode(0o1777, of: folder)
    }
    // The runtime puts its own in their place.
    for path in PodSandbox.systemFiles { tree.write("", to: path) }
    if !accounts.isEmpty {
      tree.append(accounts.map { $0 + "\n" }.joined(), to: "/etc/passwd")
      tree.append(accounts.map(Self.group).joined(), to: "/etc/group")
    }
    for folder in ownFolders {
      let inside = files.map(\.path).filter { $0.hasPrefix(folder + "/") }
      let above = inside.map(FileTree.parent)
      for path in [folder] + above + inside { tree.setOwner(processUser.id, group: 0, of: path) }
    }
    return tree
  }

  /// The group of an account: `nginx:x:101:`.
  private static func group(of account: String) -> String {
    let parts = account.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count > 3 ? "\(parts[0]):x:\(parts[3]):\n" : ""
  }
}

/// Digests that follow from what is digested.
enum ImageDigest {
  static func of(_ repository: String, _ tag: String) -> String {
    let name = "\(repository):\(tag):"
    var digits = Array("sha256:".utf8)
    digits.reserveCapacity(7 + 64)
    for part in 0..<4 {
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325 &+ UInt64(part)
      for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* prime }
      hash = (hash ^ UInt64(UInt8(ascii: "0") + UInt8(part))) &* prime
      hash ^= hash >> 31
      for place in (0..<16).reversed() {
        let digit = UInt8(hash >> (4 * place) & 0xf)
        digits.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private static let prime: UInt64 = 0x0000_0100_0000_01b3
}
