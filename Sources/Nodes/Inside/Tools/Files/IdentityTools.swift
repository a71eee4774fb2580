/// `id`, `whoami`, `groups`
enum Identity: Tool {
  static let names = ["id", "whoami", "groups"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let accounts = call.accounts
    if call.name == "whoami" {
      let id = call.system.process.user.id
      guard let name = accounts.userName(id) else { return call.fail("unknown uid \(id)") }
      call.output = name + "\n"
      return .exit(0)
    }
    return call.reading("ugGnrz") { options, call in
      var user = call.system.process.user
      if let name = options.rest.first {
        guard let found = accounts.user(name) else { return call.fail("unknown user \(name)") }
        user = ProcessUser(id: found.id, group: found.group)
      }
      let groups = Set([user.group] + user.more).sorted()
      let isNamed = options.has("n") || call.name == "groups"
      func groupText(_ id: Int) -> String {
        isNamed ? accounts.groupName(id) ?? String(id) : String(id)
      }
      if options.has("u") {
        call.output = (isNamed ? accounts.userName(user.id) ?? String(user.id) : String(user.id))
      } else if options.has("g") {
        call.output = groupText(user.group)
      } else if options.has("G") || call.name == "groups" {
        call.output = groups.map(groupText).joined(separator: " ")
      } else {
        call.output = whole(user, groups, accounts, isOther: !options.rest.isEmpty)
      }
      call.output += "\n"
      return .exit(0)
    }
  }

  private static func whole(
    _ user: ProcessUser, _ groups: [Int], _ accounts: Accounts, isOther: Bool
  ) -> String {
    func named(_ id: Int, _ name: String?) -> String { "\(id)" + (name.map { "(\($0))" } ?? "") }
    let text =
      "uid=\(named(user.id, accounts.userName(user.id))) "
      + "gid=\(named(user.group, accounts.groupName(user.group)))"
    // Root of a container is in many groups of its image; others show those they were given.
    return text + " groups="
      + groups.map { named($0, accounts.groupName($0)) }.joined(separator: ",")
  }
}

/// `uname`, `arch`, `nproc`, `tty`
enum Uname: Tool {
  static let names = ["uname", "arch", "nproc", "tty", "sync", "clear"]

  private static let release = "6.12.0-amd64"

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    switch call.name {
    case "arch":
      call.output = "x86_64\n"
      return .exit(0)
    case "nproc":
      call.output = "2\n"
      return .exit(0)
    case "tty":
      let isTerminal = call.system.isTerminal(0)
      call.output = isTerminal ? "/dev/pts/0\n" : "not a tty\n"
      return .exit(isTerminal ? 0 : 1)
    case "sync": return .exit(0)
    case "clear":
      call.output = "\u{1b}[H\u{1b}[J"
      return .exit(0)
    default: return names(&call)
    }
  }

  private static func names(_ call: inout ToolCall) -> ToolOutcome {
    call.reading("amnrspvio") { options, call in
      let parts: [(Character, String)] = [
        ("s", "Linux"), ("n", call.system.sandbox.hostname), ("r", release),
        ("v", "#1 SMP PREEMPT_DYNAMIC"), ("m", "x86_64"), ("p", "unknown"), ("i", "unknown"),
        ("o", "GNU/Linux"),
      ]
      let all = options.has("a")
      let wanted = parts.filter { letter, _ in
        all
          ? !"pi".contains(letter)
          : options.given.isEmpty ? letter == "s" : options.has(letter)
      }
      call.output = wanted.map(\.1).joined(separator: " ") + "\n"
      return .exit(0)
    }
  }
}
