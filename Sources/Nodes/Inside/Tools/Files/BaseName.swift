/// `basename` and `dirname`
enum BaseName: Tool {
  static let names = ["basename", "dirname"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    var words = call.arguments[...]
    if words.first == "--" { words.removeFirst() }
    guard let path = words.popFirst() else { return call.fail("missing operand") }
    var trimmed = Substring(path)
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    if call.name == "dirname" {
      guard let slash = trimmed.lastIndex(of: "/") else {
        call.output = (trimmed == "/" ? "/" : ".") + "\n"
        return .exit(0)
      }
      var folder = trimmed[..<slash]
      while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
      call.output = (folder.isEmpty ? "/" : String(folder)) + "\n"
      return .exit(0)
    }
    var name = String(trimmed == "/" ? "/" : trimmed.split(separator: "/").last ?? "")
    if let ending = words.first, name.hasSuffix(ending), name != ending {
      name = String(name.dropLast(ending.count))
    }
    call.output = name + "\n"
    return .exit(0)
  }
}

/// `which`: where a program lies.
enum Which: Tool {
  static let names = ["which"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    call.reading("a") { options, call in
      var status = 0
      for name in options.rest {
        guard case .program = call.system.load(words: [name], environment: call.environment) else {
          status = 1
          continue
        }
        call.output += (name.contains("/") ? name : ToolTable.path(of: name)) + "\n"
      }
      return .exit(status)
    }
  }
}

/// `mount`: what is mounted where.
enum MountList: Tool {
  static let names = ["mount"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let options = ToolOptions(call.arguments, short: "afirt:T:O:o:")
    if let unknown = options.unknown { return call.fail("invalid option -- '\(unknown)'") }
    if options.rest.count == 1 {
      let isListed = call.system.sandbox.entry("/etc/fstab", in: call.container) != nil
      return isListed
        ? call.fail("can't find \(options.rest[0]) in /etc/fstab")
        : call.fail("can't read '/etc/fstab': No such file or directory")
    }
    guard options.rest.isEmpty else { return call.fail("permission denied (are you root?)") }
    call.output = "overlay on / type overlay (rw,relatime)\nproc on /proc type proc (rw)\n"
    for mount in call.instance?.mounts ?? [] {
      let rights = mount.isReadOnly ? "ro" : "rw"
      call.output +=
        call.system.sandbox.memoryVolumes.contains(mount.volume)
        ? "tmpfs on \(mount.path) type tmpfs (\(rights),relatime)\n"
        : "/dev/sda1 on \(mount.path) type ext4 (\(rights),relatime)\n"
    }
    return .exit(0)
  }
}

enum WorkingFolder: Tool {
  static let names = ["pwd"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    call.output = call.system.process.folder + "\n"
    return .exit(0)
  }
}
