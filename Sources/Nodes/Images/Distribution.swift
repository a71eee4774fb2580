/// What an image is built on: its version, its accounts, its programs.
enum Distribution: Hashable, Sendable {
  /// 11, 12 or 13; without the small variant's omissions they are alike here.
  case debian(Int)
  /// `22.04`
  case ubuntu(String)
  /// `3.22`
  case alpine(String)
  /// Oracle's Linux, as MySQL uses it.
  case oracle(String)
  case busybox
  /// Nothing but a program, and perhaps accounts and certificates.
  case none

  static let known: [Distribution] =
    [.debian(11), .debian(12), .debian(13), .oracle("9"), .busybox, .none]
    + ["20.04", "22.04", "24.04", "25.10"].map { .ubuntu($0) }
    + (16...23).map { .alpine("3.\($0)") }

  /// The files of those that are known, made once.
  static let roots: [Distribution: FileTree] = Dictionary(
    uniqueKeysWithValues: known.map { ($0, $0.makeRoot()) })

  private static let debianNames = [11: "bullseye", 12: "bookworm", 13: "trixie"]
  private static let ubuntuNames = [
    "20.04": "Focal Fossa", "22.04": "Jammy Jellyfish", "24.04": "Noble Numbat",
    "25.10": "Questing Quokka",
  ]
  private static let debianPoints = [11: "11.11", 12: "12.12", 13: "13.2"]

  /// The same in another release, such as `12.12`, `24.04` or `3.20.0`.
  func released(as release: String) -> Distribution {
    let parts = release.split(separator: ".")
    switch self {
    case .debian(let number): return .debian(parts.first.flatMap { Int($0) } ?? number)
    case .ubuntu: return .ubuntu(parts.prefix(2).joined(separator: "."))
    case .alpine: return .alpine(parts.prefix(2).joined(separator: "."))
    case .oracle, .busybox, .none: return self
    }
  }

  /// What it brings to run.
  var programs: Set<String> {
    switch self {
    case .debian: ToolTable.debian
    case .ubuntu: ToolTable.debian.union(["ps", "free"])
    case .oracle: ToolTable.debian.subtracting(["xargs", "find"])
    case .alpine: ToolTable.busybox.subtracting(["httpd", "telnet"])
    case .busybox: ToolTable.busybox
    case .none: []
    }
  }

  /// The text of `/etc/os-release`; nil where there is none.
  var release: String? {
    switch self {
    case .debian(let number):
      let name = Self.debianNames[number] ?? "sid"
      return """
        PRETTY_NAME="Debian GNU/Linux \(number) (\(name))"
        NAME="Debian GNU/Linux"
        VERSION_ID="\(number)"
        VERSION="\(number) (\(name))"
        VERSION_CODENAME=\(name)
        ID=debian
        HOME_URL="https://www.debian.org/"
        SUPPORT_URL="https://www.debian.org/support"
        BUG_REPORT_URL="https://bugs.debian.org/"

        """
    case .ubuntu(let number):
      let name = Self.ubuntuNames[number] ?? ""
      let word = name.split(separator: " ").first?.lowercased() ?? ""
      return """
        PRETTY_NAME="Ubuntu \(number) LTS"
        NAME="Ubuntu"
        VERSION_ID="\(number)"
        VERSION="\(number) LTS (\(name))"
        VERSION_CODENAME=\(word)
        ID=ubuntu
        ID_LIKE=debian
        HOME_URL="https://www.ubuntu.com/"
        SUPPORT_URL="https://help.ubuntu.com/"
        BUG_REPORT_URL="https://bugs.launchpad.net/ubuntu/"
        UBUNTU_CODENAME=\(word)

        """
    case .alpine(let number):
      return """
        NAME="Alpine Linux"
        ID=alpine
        VERSION_ID=\(number).0
        PRETTY_NAME="Alpine Linux v\(number)"
        HOME_URL="https://alpinelinux.org/"
        BUG_REPORT_URL="https://gitlab.alpinelinux.org/alpine/aports/-/issues"

        """
    case .oracle(let number):
      return """
        NAME="Oracle Linux Server"
        VERSION="\(number).6"
        ID="ol"
        ID_LIKE="fedora"
        VERSION_ID="\(number).6"
        PRETTY_NAME="Oracle Linux Server \(number).6"

        """
    case .busybox, .none: return nil
    }
  }

  /// The text of `/etc/passwd`.
  private var accounts: String {
    switch self {
    case .debian, .ubuntu: Self.debianAccounts
    case .oracle:
      "root:x:0:0:root:/root:/bin/bash\nbin:x:1:1:bin:/bin:/sbin/nologin\n"
        + "daemon:x:2:2:daemon:/sbin:/sbin/nologin\nnobody:x:65534:65534:Kernel Overflow User:/:"
        + "/sbin/nologin\n"
    case .alpine:
      "root:x:0:0:root:/root:/bin/sh\nbin:x:1:1:bin:/bin:/sbin/nologin\n"
        + "daemon:x:2:2:daemon:/sbin:/sbin/nologin\nnobody:x:65534:65534:nobody:/:/sbin/nologin\n"
    case .busybox:
      "root:x:0:0:root:/root:/bin/sh\ndaemon:x:1:1:daemon:/usr/sbin:/bin/false\n"
        + "bin:x:2:2:bin:/bin:/bin/false\nsys:x:3:3:sys:/dev:/bin/false\n"
        + "www-data:x:33:33:www-data:/var/www:/bin/false\n"
        + "nobody:x:65534:65534:nobody:/home:/bin/false\n"
    case .none: "root:x:0:0:root:/root:/sbin/nologin\nnobody:x:65534:65534:nobody:/:/sbin/nologin\n"
    }
  }

  private static let debianAccounts = """
    root:x:0:0:root:/root:/bin/bash
    daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin
    bin:x:2:2:bin:/bin:/usr/sbin/nologin
    sys:x:3:3:sys:/dev:/usr/sbin/nologin
    www-data:x:33:33:www-data:/var/www:/usr/sbin/nologin
    nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin

    """

  private static let folders = [
    "bin", "dev", "dev/shm", "etc", "home", "lib", "proc", "root", "sys", "tmp", "usr", "usr/bin",
    "usr/local", "usr/local/bin", "var", "var/log", "var/run", "run", "sbin",
  ]

  /// The files and folders of a container that nothing was added to.
  func makeRoot() -> FileTree {
    var tree = FileTree()
    for folder in Self.folders { tree.makeFolder("/" + folder) }
    tree.write(accounts, to: "/etc/passwd")
    let groups = accounts.split(separator: "\n").map { line in
      let parts = line.split(separator: ":", omittingEmptySubsequences: false)
      return "\(parts[0]):x:\(parts[3]):\n"
    }
    tree.write(groups.joined(), to: "/etc/group")
    if let release { tree.write(release, to: "/etc/os-release") }
    switch self {
    case .debian(let number):
      tree.write((Self.debianPoints[number] ?? "") + "\n", to: "/etc/debian_version")
    case .alpine(let number): tree.write("\(number).0\n", to: "/etc/alpine-release")
    case .ubuntu, .oracle, .busybox, .none: break
    }
    return tree
  }
}
