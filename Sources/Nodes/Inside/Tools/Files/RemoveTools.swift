import Engine

/// `rm`
enum Remove: Tool {
  static let names = ["rm"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    call.reading("firRv", long: ["recursive": "r", "force": "f"]) { options, call in
      var status = 0
      let isRecursive = options.has("r") || options.has("R")
      if options.rest.isEmpty, !options.has("f") { return call.fail("missing operand") }
      for path in options.rest {
        let name = FileTree.name(of: path)
        if name == "." || name == ".." {
          call.complain("can't remove '.' or '..'")
          status = 1
          continue
        }
        guard let node = call.node(path) else {
          if options.has("f") { continue }
          call.complain("can't remove '\(path)': \(call.reason(path))")
          status = 1
          continue
        }
        if node.isFolder, !isRecursive {
          call.complain("'\(path)' is a directory")
          status = 1
          continue
        }
        if !remove(path, node, options.has("v"), &call) { status = 1 }
      }
      return .exit(status)
    }
  }

  private static func remove(
    _ path: String, _ node: FileTree.Node, _ tells: Bool, _ call: inout ToolCall
  ) -> Bool {
    if node.isFolder {
      var isEmpty = true
      for name in call.names(in: path) {
        let inner = ToolCall.joined(path, name)
        if let child = call.node(inner), !remove(inner, child, tells, &call) { isEmpty = false }
      }
      if !isEmpty { return false }
    }
    let place = call.resolvedParent(path)
    if call.instance?.mounts.contains(where: { $0.path == place }) ?? false {
      call.complain("can't remove '\(path)': Resource busy")
      return false
    }
    do throws(PodSandbox.FileProblem) {
      try call.remove(path)
    } catch {
      call.complain("can't remove '\(path)': \(error.rawValue)")
      return false
    }
    if tells { call.output += "removed \(node.isFolder ? "directory: " : "")'\(path)'\n" }
    return true
  }
}

/// `rmdir`
enum RemoveFolder: Tool {
  static let names = ["rmdir"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    call.reading("pv", long: ["ignore-fail-on-non-empty": "i"]) { options, call in
      var status = 0
      for path in options.rest {
        var place = path
        while true {
          if let problem = remove(place, &call) {
            call.complain("'\(place)': \(problem)")
            status = 1
            break
          }
          guard options.has("p"), place.contains("/") else { break }
          place = FileTree.parent(of: place)
          if place == "/" || place.isEmpty { break }
        }
      }
      return .exit(status)
    }
  }

  private static func remove(_ path: String, _ call: inout ToolCall) -> String? {
    guard let node = call.node(path) else { return call.reason(path) }
    guard node.isFolder else { return PodSandbox.FileProblem.notFolder.rawValue }
    guard call.names(in: path).isEmpty else { return PodSandbox.FileProblem.notEmpty.rawValue }
    do throws(PodSandbox.FileProblem) {
      try call.remove(path)
      return nil
    } catch {
      return error.rawValue
    }
  }
}

/// `mkdir`
enum MakeFolder: Tool {
  static let names = ["mkdir"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    call.reading("m:pv", long: ["parents": "p", "mode": "m"]) { options, call in
      var status = 0
      if options.rest.isEmpty { return call.fail("missing operand") }
      for path in options.rest where !make(path, options, &call) { status = 1 }
      return .exit(status)
    }
  }

  private static func make(
    _ path: String, _ options: GivenOptions, _ call: inout ToolCall
  ) -> Bool {
    var mode = 0o777 & ~call.system.process.mask
    if let text = options.value("m") {
      guard let wanted = FileMode.changed(0o777, by: text, isFolder: true) else {
        call.complain("invalid mode '\(text)'")
        return false
      }
      mode = wanted
    }
    guard options.has("p") else { return makeOne(path, mode, &call) }
    // Whoever makes them can go into them, whatever the mask says.
    let middle = 0o777 & ~call.system.process.mask | 0o300
    var place = path.hasPrefix("/") ? "/" : ""
    let parts = path.split(separator: "/").map(String.init)
    for (number, part) in parts.enumerated() {
      place += part
      if let node = call.found(place) {
        let isLast = number + 1 == parts.count
        if !node.isFolder {
          call.complain(
            "can't create directory '\(place)\(isLast ? "" : "/")': "
              + (isLast ? "File exists" : "Not a directory"))
          return false
        }
      } else if !makeOne(place, number + 1 == parts.count ? mode : middle, &call) {
        return false
      }
      place += "/"
    }
    return true
  }

  private static func makeOne(_ path: String, _ mode: Int, _ call: inout ToolCall) -> Bool {
    if call.node(path) != nil {
      call.complain("can't create directory '\(path)': File exists")
      return false
    }
    do throws(PodSandbox.FileProblem) {
      try call.put(call.fresh(.folder, mode: mode, at: path), at: path)
      return true
    } catch {
      let why = error == .missing ? call.reason(path) : error.rawValue
      call.complain("can't create directory '\(path)': \(why)")
      return false
    }
  }
}
