import Engine

/// `cp`
enum Copy: Tool {
  static let names = ["cp"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    call.reading("pdRfilsLHarPvuTt:n", long: ["recursive": "r", "archive": "a", "force": "f"]) {
      options, call in
      var copier = FileCopier(options)
      return copier.run(&call)
    }
  }
}

/// `mv`
enum Move: Tool {
  static let names = ["mv"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    call.reading("finvTt:u") { options, call in
      var words = options.rest
      guard let target = options.value("t") ?? (words.count > 1 ? words.removeLast() : nil),
        !words.isEmpty
      else { return call.fail("missing file operand") }
      var status = 0
      for source in words {
        var place = target
        if call.isFolder(target), !options.has("T") {
          place = ToolCall.joined(target, FileTree.name(of: source))
        }
        if !move(source, place, options, &call) { status = 1 }
      }
      return .exit(status)
    }
  }

  private static func move(
    _ source: String, _ target: String, _ options: GivenOptions, _ call: inout ToolCall
  ) -> Bool {
    guard let node = call.node(source) else {
      call.complain("can't rename '\(source)': \(call.reason(source))")
      return false
    }
    if options.has("n"), call.node(target) != nil { return true }
    let (from, to) = (call.resolvedParent(source), call.resolvedParent(target))
    if from == to {
      call.complain("'\(source)' and '\(target)' are the same file")
      return false
    }
    if to.hasPrefix(from + "/") {
      call.complain("can't rename '\(source)': Invalid argument")
      return false
    }
    if let old = call.node(target), old.isFolder != node.isFolder {
      let why = old.isFolder ? "Is a directory" : "Not a directory"
      call.complain("can't rename '\(source)': \(why)")
      return false
    }
    do throws(PodSandbox.FileProblem) {
      try call.system.sandbox.checkParent(of: from, in: call.container)
      if !node.isFolder, call.node(target) != nil { try call.remove(target) }
      try transfer(from, to, &call)
      try call.remove(source)
    } catch {
      call.complain("can't rename '\(source)': \(error.rawValue)")
      return false
    }
    if options.has("v") { call.output += "'\(source)' -> '\(target)'\n" }
    return true
  }

  /// Puts all that lies at a path somewhere else, too, with all that belongs to it.
  private static func transfer(
    _ from: String, _ to: String, _ call: inout ToolCall
  ) throws(PodSandbox.FileProblem) {
    guard let node = call.node(from) else { return }
    try call.put(node, at: to)
    guard node.isFolder else { return }
    for name in call.names(in: from) {
      try transfer(ToolCall.joined(from, name), ToolCall.joined(to, name), &call)
    }
  }
}

private struct FileCopier {
  private let options: GivenOptions
  private var status = 0

  init(_ options: GivenOptions) { self.options = options }

  private var isRecursive: Bool { "rRa".contains { options.has($0) } }
  private var keeps: Bool { options.has("p") || options.has("a") }

  mutating func run(_ call: inout ToolCall) -> ToolOutcome {
    var words = options.rest
    guard let target = options.value("t") ?? (words.count > 1 ? words.removeLast() : nil),
      !words.isEmpty
    else { return call.fail("missing file operand") }
    let isFolder = call.isFolder(target) && !options.has("T")
    for source in words {
      var place = target
      if isFolder || words.count > 1 || options.has("t") {
        let name = source.hasSuffix("/.") || source == "." ? "" : FileTree.name(of: source)
        place = name.isEmpty ? target : ToolCall.joined(target, name)
      }
      copy(source, place, isTop: true, &call)
    }
    return .exit(status)
  }

  private mutating func complain(_ text: String, _ call: inout ToolCall) {
    call.complain(text)
    status = 1
  }

  private mutating func copy(
    _ source: String, _ target: String, isTop: Bool, _ call: inout ToolCall
  ) {
    let keepsLinks = options.has("a") || options.has("d") || options.has("P")
    let follows = options.has("L") || (!keepsLinks && (isTop || !isRecursive))
    guard let node = follows ? call.found(source) : call.node(source) else {
      complain("can't stat '\(source)': \(call.reason(source))", &call)
      return
    }
    if node.isFolder {
      copyFolder(source, node, target, &call)
      return
    }
    let old = call.node(target)
    if options.has("n"), old != nil { return }
    if old != nil, call.resolved(source) == call.resolved(target) {
      complain("'\(source)' and '\(target)' are the same file", &call)
      return
    }
    do throws(PodSandbox.FileProblem) {
      try write(source, node, target, &call)
      if options.has("v") { call.output += "'\(source)' -> '\(target)'\n" }
    } catch {
      let why = error == .missing ? call.reason(target) : error.rawValue
      complain("can't create '\(target)': \(why)", &call)
    }
  }

  private mutating func write(
    _ source: String, _ node: FileTree.Node, _ target: String, _ call: inout ToolCall
  ) throws(PodSandbox.FileProblem) {
    if case .link = node.content {
      try call.put(call.fresh(node.content, mode: 0o777, at: target), at: target)
      return
    }
    if options.has("s") {
      try call.put(call.fresh(.link(to: source), mode: 0o777, at: target), at: target)
      return
    }
    try call.system.sandbox.check(.read, of: node, as: call.system.process.user)
    let place = call.resolved(target)
    if call.system.sandbox.node(place, in: call.container)?.isFolder ?? false { throw .isFolder }
    if DevicePaths.target(of: place) != nil { return }
    if call.found(target) == nil {
      var fresh = call.fresh(
        node.content, mode: node.mode & 0o777 & ~call.system.process.mask, at: target)
      if keeps { fresh = node }
      try call.put(fresh, at: target)
    } else if case .file(let bytes) = node.content {
      _ = try call.system.sandbox.write(
        bytes, to: place, at: nil, in: call.container, emptying: true)
    } else {
      try call.change(target) { $0.set($1, node) }
    }
    guard keeps else { return }
    try call.change(target) { tree, inner in
      tree.setMode(node.mode, of: inner)
      tree.setOwner(node.owner, group: node.group, of: inner)
      if let modified = node.modified { tree.setModified(modified, of: inner) }
    }
  }

  private mutating func copyFolder(
    _ source: String, _ node: FileTree.Node, _ target: String, _ call: inout ToolCall
  ) {
    guard isRecursive else {
      complain("omitting directory '\(source)'", &call)
      return
    }
    let (from, to) = (call.resolved(source), call.resolved(target))
    if to == from || to.hasPrefix(from == "/" ? "/" : from + "/") {
      complain("recursion detected, omitting directory '\(source)'", &call)
      return
    }
    if let old = call.found(target) {
      if !old.isFolder {
        complain("target '\(target)' is not a directory", &call)
        return
      }
    } else {
      do throws(PodSandbox.FileProblem) {
        var fresh = call.fresh(
          .folder, mode: node.mode & 0o777 & ~call.system.process.mask, at: target)
        if keeps { fresh = node }
        try call.put(fresh, at: target)
      } catch {
        complain("can't create directory '\(target)': \(error.rawValue)", &call)
        return
      }
    }
    for name in call.names(in: source) {
      copy(ToolCall.joined(source, name), ToolCall.joined(target, name), isTop: false, &call)
    }
  }
}
