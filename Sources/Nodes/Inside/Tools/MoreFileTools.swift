import Engine

enum BaseName: Tool {
  static let names = ["basename", "dirname"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    guard let path = call.arguments.first else { return call.fail("missing operand") }
    if call.name == "dirname" {
      call.output = (path.contains("/") ? FileTree.parent(of: path) : ".") + "\n"
      return .exit(0)
    }
    var name = FileTree.name(of: path)
    if call.arguments.count > 1, name.hasSuffix(call.arguments[1]) {
      name = String(name.dropLast(call.arguments[1].count))
    }
    call.output = name + "\n"
    return .exit(0)
  }
}

enum Link: Tool {
  static let names = ["ln"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let (flags, rest) = call.options()
    guard rest.count == 2 else { return call.fail("missing file operand") }
    var place = call.absolute(rest[1])
    if call.runner.sandbox.entry(place, in: call.container) == .folder {
      place += "/" + FileTree.name(of: rest[0])
    }
    if flags["f"] == nil, call.runner.sandbox.entry(place, in: call.container) != nil {
      return call.fail("\(rest[1]): File exists")
    }
    do throws(PodSandbox.FileProblem) {
      try call.runner.sandbox.change(place, in: call.container) { $0.link($1, to: rest[0]) }
    } catch {
      return call.fail("\(rest[1]): \(error.rawValue)")
    }
    return .exit(0)
  }
}

/// `find FOLDER [-name PATTERN] [-type f|d]`
enum Find: Tool {
  static let names = ["find"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let words = call.arguments
    let folders = Array(words.prefix { !$0.hasPrefix("-") })
    var pattern: String?
    var type: String?
    for (place, word) in words.enumerated() where place + 1 < words.count {
      if word == "-name" { pattern = words[place + 1] }
      if word == "-type" { type = words[place + 1] }
    }
    var status = 0
    for folder in folders.isEmpty ? ["."] : folders {
      guard call.runner.sandbox.entry(call.absolute(folder), in: call.container) != nil else {
        call.errors += "find: \(folder): No such file or directory\n"
        status = 1
        continue
      }
      walk(folder, pattern, type, 0, &call)
    }
    return .exit(status)
  }

  private static func walk(
    _ path: String, _ pattern: String?, _ type: String?, _ depth: Int, _ call: inout ToolCall
  ) {
    let place = call.absolute(path)
    let isFolder = call.runner.sandbox.entry(place, in: call.container) == .folder
    let isNamed = pattern.map { GlobPattern($0).matches(FileTree.name(of: path)) } ?? true
    let isWanted = type.map { ($0 == "d") == isFolder } ?? true
    if isNamed, isWanted { call.output += path + "\n" }
    guard isFolder, depth < 40 else { return }
    for name in call.runner.sandbox.names(in: place, of: call.container) {
      walk((path == "/" ? "" : path) + "/" + name, pattern, type, depth + 1, &call)
    }
  }
}

enum Stat: Tool {
  static let names = ["stat"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let (flags, rest) = call.options(valued: "c")
    for path in rest {
      let place = call.absolute(path)
      guard let entry = call.runner.sandbox.entry(place, in: call.container) else {
        return call.fail("can't stat '\(path)': No such file or directory")
      }
      var size = 4096
      if case .file(let text, _, let zeros) = entry { size = text.utf8.count + zeros }
      let kind = entry == .folder ? "directory" : "regular file"
      if let format = flags["c"] {
        call.output +=
          format.replacing("%s", with: "\(size)").replacing("%n", with: path)
          .replacing("%F", with: kind) + "\n"
      } else {
        call.output += "  File: \(path)\n  Size: \(size)\t\(kind)\n"
      }
    }
    return .exit(0)
  }
}

enum MountList: Tool {
  static let names = ["mount"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    call.output = "overlay on / type overlay (rw,relatime)\nproc on /proc type proc (rw)\n"
    for mount in call.instance?.mounts ?? [] {
      let rights = mount.isReadOnly ? "ro" : "rw"
      call.output +=
        call.runner.sandbox.memoryVolumes.contains(mount.volume)
        ? "tmpfs on \(mount.path) type tmpfs (\(rights),relatime)\n"
        : "/dev/sda1 on \(mount.path) type ext4 (\(rights),relatime)\n"
    }
    return .exit(0)
  }
}
