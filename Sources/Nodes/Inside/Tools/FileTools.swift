enum Cat: Tool {
  static let names = ["cat"]
  static let input = ToolInput()

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let paths = call.options().rest
    if call.readsForEver(paths) { return call.neverEnds() }
    let found = call.texts(paths)
    call.output = found.texts.joined()
    return .exit(found.status)
  }
}

enum ListFolder: Tool {
  static let names = ["ls"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let (flags, rest) = call.options()
    var status = 0
    let paths = rest.isEmpty ? ["."] : rest
    var folders: [(String, [String])] = []
    for path in paths {
      let place = call.absolute(path)
      switch call.runner.sandbox.entry(place, in: call.container) {
      case nil:
        call.errors += "ls: \(path): No such file or directory\n"
        status = 1
      case .folder where flags["d"] == nil:
        let names = call.runner.sandbox.names(in: place, of: call.container)
          .filter { flags["a"] != nil || flags["A"] != nil || !$0.hasPrefix(".") }
        folders.append((path, names.map { line($0, place + "/" + $0, flags, call) }))
      case .file, .link, .folder: call.output += line(path, place, flags, call) + "\n"
      }
    }
    for (place, folder) in folders.enumerated() {
      if paths.count > 1 {
        call.output += (place > 0 || !call.output.isEmpty ? "\n" : "") + "\(folder.0):\n"
      }
      call.output += folder.1.map { $0 + "\n" }.joined()
    }
    return .exit(status)
  }

  private static func line(
    _ name: String, _ path: String, _ flags: [Character: String], _ call: ToolCall
  ) -> String {
    guard flags["l"] != nil else { return name }
    let stamp = "Jan  1 12:00"
    if let target = call.runner.sandbox.linkTarget(path, in: call.container) {
      return
        "lrwxrwxrwx    1 root     root            \(target.count) \(stamp) \(name) -> \(target)"
    }
    switch call.runner.sandbox.entry(path, in: call.container) {
    case .file(let text, _, let zeros):
      let size = String("\(text.utf8.count + zeros)".reversed())
        .padding(to: 8)
      let mode = call.runner.sandbox.mode(of: path, in: call.container)
      return
        "-\(rights(mode))    1 root     root      "
        + "\(String(size.reversed())) \(stamp) \(name)"
    case .folder, .link, nil:
      return "drwxr-xr-x    2 root     root          4096 \(stamp) \(name)"
    }
  }
}

extension ListFolder {
  /// `rw-r--r--`
  private static func rights(_ mode: Int) -> String {
    (0..<9).map { mode >> (8 - $0) & 1 == 1 ? ["r", "w", "x"][$0 % 3] : "-" }.joined()
  }
}

extension String {
  /// The text with blanks behind it up to `width`.
  func padding(to width: Int) -> String {
    count >= width ? self : self + String(repeating: " ", count: width - count)
  }
}

enum MakeFolder: Tool {
  static let names = ["mkdir"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let (flags, rest) = call.options(valued: "m")
    for path in rest {
      let place = call.absolute(path)
      if call.runner.sandbox.entry(place, in: call.container) != nil {
        if flags["p"] != nil { continue }
        return call.fail("can't create directory '\(path)': File exists")
      }
      let parent = FileTree.parent(of: place)
      if flags["p"] == nil, call.runner.sandbox.entry(parent, in: call.container) == nil {
        return call.fail("can't create directory '\(path)': No such file or directory")
      }
      do throws(PodSandbox.FileProblem) {
        try call.runner.sandbox.change(place, in: call.container) { $0.makeFolder($1) }
      } catch {
        return call.fail("can't create directory '\(path)': \(error.rawValue)")
      }
    }
    return .exit(0)
  }
}

enum Touch: Tool {
  static let names = ["touch"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    for path in call.options().rest {
      do throws(PodSandbox.FileProblem) {
        try call.runner.sandbox.write(
          "", to: call.absolute(path), appending: true, in: call.container)
      } catch {
        if error == .isFolder { continue }
        return call.fail("\(path): \(error.rawValue)")
      }
    }
    return .exit(0)
  }
}

enum Remove: Tool {
  static let names = ["rm", "rmdir"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let (flags, rest) = call.options()
    let isRecursive = flags["r"] != nil || flags["R"] != nil || call.name == "rmdir"
    for path in rest {
      let place = call.absolute(path)
      guard let entry = call.runner.sandbox.entry(place, in: call.container) else {
        if flags["f"] != nil { continue }
        return call.fail("can't remove '\(path)': No such file or directory")
      }
      if entry == .folder, !isRecursive { return call.fail("'\(path)' is a directory") }
      do throws(PodSandbox.FileProblem) {
        try call.runner.sandbox.change(place, in: call.container) { $0.remove($1) }
      } catch {
        return call.fail("can't remove '\(path)': \(error.rawValue)")
      }
    }
    return .exit(0)
  }
}

enum Copy: Tool {
  static let names = ["cp"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    FileMover.run(&call, removesSource: false)
  }
}

enum Move: Tool {
  static let names = ["mv"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    FileMover.run(&call, removesSource: true)
  }
}

private enum FileMover {
  static func run(_ call: inout ToolCall, removesSource: Bool) -> ToolOutcome {
    let paths = call.options().rest
    guard paths.count >= 2, let last = paths.last else {
      return call.fail("missing file operand")
    }
    for path in paths.dropLast() {
      let source = call.absolute(path)
      var target = call.absolute(last)
      if call.runner.sandbox.entry(target, in: call.container) == .folder {
        target += "/" + FileTree.name(of: source)
      }
      do throws(PodSandbox.FileProblem) {
        let text = try call.runner.sandbox.read(source, in: call.container)
        try call.runner.sandbox.write(text, to: target, appending: false, in: call.container)
        if removesSource {
          try call.runner.sandbox.change(source, in: call.container) { $0.remove($1) }
        }
      } catch {
        return call.fail("can't stat '\(path)': \(error.rawValue)")
      }
    }
    return .exit(0)
  }
}

/// `dd`: files full of zeros.
enum Duplicate: Tool {
  static let names = ["dd"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    var values: [String: String] = [:]
    for word in call.arguments {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      if parts.count == 2 { values[parts[0]] = parts[1] }
    }
    let isEndless = values["count"] == nil && call.readsForEver([values["if"] ?? ""])
    if isEndless, values["of"].map({ $0 == "/dev/null" }) ?? true { return call.neverEnds() }
    let block = size(values["bs"] ?? "512")
    let count = Int(values["count"] ?? "1") ?? 1
    let total = block * count
    if let path = values["of"], path != "/dev/null" {
      let place = call.absolute(path)
      if place.hasPrefix("/dev/shm"), let limit = call.instance?.memoryLimitBytes, total > limit {
        return .outOfMemory
      }
      do throws(PodSandbox.FileProblem) {
        try call.runner.sandbox.change(place, in: call.container) { $0.writeZeros(total, to: $1) }
      } catch {
        return call.fail("can't open '\(path)': \(error.rawValue)")
      }
    }
    call.errors = "\(count)+0 records in\n\(count)+0 records out\n"
    return .exit(0)
  }

  private static func size(_ text: String) -> Int {
    let number = Int(text.prefix { $0.isNumber }) ?? 1
    switch text.last {
    case "k", "K": return number << 10
    case "M": return number << 20
    case "G": return number << 30
    default: return number
    }
  }
}

enum ReadLink: Tool {
  static let names = ["readlink"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    guard let path = call.options().rest.last,
      let target = call.runner.sandbox.linkTarget(call.absolute(path), in: call.container)
    else { return .exit(1) }
    call.output = target + "\n"
    return .exit(0)
  }
}

enum ChangeMode: Tool {
  static let names = ["chmod"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let words = call.arguments
    guard let mode = words.first else { return call.fail("missing operand") }
    for path in words.dropFirst()
    where mode.contains("x") || mode.contains("7") || mode.contains("5") {
      try? call.runner.sandbox.change(call.absolute(path), in: call.container) {
        $0.setExecutable($1)
      }
    }
    return .exit(0)
  }
}

enum Tee: Tool {
  static let names = ["tee"]
  static let input = ToolInput.always

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let (flags, rest) = call.options()
    call.output = call.input
    for path in rest {
      try? call.runner.sandbox.write(
        call.input, to: call.absolute(path), appending: flags["a"] != nil, in: call.container)
    }
    return .exit(0)
  }
}

enum WorkingFolder: Tool {
  static let names = ["pwd"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    call.output = call.runner.process.folder + "\n"
    return .exit(0)
  }
}
