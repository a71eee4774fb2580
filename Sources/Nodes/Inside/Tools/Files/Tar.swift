import Engine

/// `tar c`, `x` and `t`, without compression.
enum Tar: Tool {
  static let names = ["tar"]
  static let input = ToolInput.always

  private struct Wish {
    var action: Character?
    var file = "-"
    var folder: String?
    var isVerbose = false
    var toOutput = false
    var keepsOld = false
    var rest: [String] = []
    var unknown: Character?
  }

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let wish = read(call.arguments)
    if let unknown = wish.unknown { return call.fail("invalid option -- '\(unknown)'") }
    if let folder = wish.folder {
      guard call.isFolder(folder) else {
        return call.fail("can't change directory to '\(folder)': \(call.reason(folder))")
      }
    }
    switch wish.action {
    case "c": return create(wish, &call)
    case "x", "t": return unpack(wish, &call)
    case nil, .some: return call.fail("need at least one option")
    }
  }

  private static func read(_ words: [String]) -> Wish {
    var wish = Wish()
    var rest = words[...]
    var isFirst = true
    while let word = rest.popFirst() {
      if let name = ["--file=", "--directory="].first(where: word.hasPrefix) {
        let value = String(word.dropFirst(name.count))
        if name == "--file=" { wish.file = value } else { wish.folder = value }
        continue
      }
      if word.hasPrefix("--") { continue }
      guard isFirst || word.hasPrefix("-"), word != "-" else {
        wish.rest.append(word)
        continue
      }
      isFirst = false
      var letters = word.drop { $0 == "-" }
      while let letter = letters.popFirst() {
        switch letter {
        case "c", "x", "t": wish.action = letter
        case "v": wish.isVerbose = true
        case "O": wish.toOutput = true
        case "k": wish.keepsOld = true
        case "m", "o", "p", "h": break
        case "f", "C":
          let value = word.hasPrefix("-") && !letters.isEmpty ? String(letters) : rest.popFirst()
          if word.hasPrefix("-") { letters = "" }
          if letter == "f" { wish.file = value ?? "-" } else { wish.folder = value }
        default: wish.unknown = wish.unknown ?? letter
        }
      }
    }
    return wish
  }

  private static func place(_ path: String, _ wish: Wish) -> String {
    guard let folder = wish.folder, !path.hasPrefix("/") else { return path }
    return ToolCall.joined(folder, path)
  }

  // MARK: - Making one

  private static func create(_ wish: Wish, _ call: inout ToolCall) -> ToolOutcome {
    guard !wish.rest.isEmpty else { return call.fail("empty archive") }
    var archive = TarArchive()
    var names: [String] = []
    var isIncomplete = false
    for path in wish.rest {
      guard call.node(place(path, wish)) != nil else {
        call.complain("\(path): \(call.reason(place(path, wish)))")
        isIncomplete = true
        continue
      }
      if path.hasPrefix("/") { call.complain("removing leading '/' from member names") }
      add(path, wish, to: &archive, &names, &call)
    }
    archive.finish()
    let listing = names.map { $0 + "\n" }.joined()
    if wish.file == "-" {
      if wish.isVerbose { call.tell(listing) }
      _ = call.system.write(archive.bytes, to: 1)
    } else {
      do throws(PodSandbox.FileProblem) {
        let mode = 0o666 & ~call.system.process.mask
        try call.put(call.fresh(.file(archive.bytes), mode: mode, at: wish.file), at: wish.file)
      } catch {
        return call.fail("can't open '\(wish.file)': \(error.rawValue)")
      }
      if wish.isVerbose { call.output += listing }
    }
    return isIncomplete ? call.fail("error exit delayed from previous errors") : .exit(0)
  }

  private static func add(
    _ path: String, _ wish: Wish, to archive: inout TarArchive, _ names: inout [String],
    _ call: inout ToolCall
  ) {
    let source = place(path, wish)
    guard let node = call.node(source), call.absolute(source) != call.absolute(wish.file) else {
      return
    }
    let member = String(path.drop { $0 == "/" })
    archive.add(.init(path: member.isEmpty ? "./" : member, node: node), call.accounts)
    names.append(member + (node.isFolder && !member.hasSuffix("/") ? "/" : ""))
    guard node.isFolder else { return }
    for name in call.names(in: source) {
      add(ToolCall.joined(path, name), wish, to: &archive, &names, &call)
    }
  }

  // MARK: - Taking one apart

  private static func unpack(_ wish: Wish, _ call: inout ToolCall) -> ToolOutcome {
    var bytes = Bytes(call.input.utf8)
    if wish.file != "-" {
      do throws(PodSandbox.FileProblem) {
        bytes = try call.bytes(wish.file)
      } catch {
        return call.fail("can't open '\(wish.file)': \(error.rawValue)")
      }
    }
    guard !bytes.isEmpty, let entries = TarArchive.read(bytes) else {
      return call.fail(bytes.isEmpty ? "short read" : "invalid tar magic")
    }
    var left = Set(wish.rest)
    for entry in entries {
      let name = entry.path.hasSuffix("/") ? String(entry.path.dropLast()) : entry.path
      let wanted = wish.rest.first { name == $0 || name.hasPrefix($0 + "/") || entry.path == $0 }
      guard wish.rest.isEmpty || wanted != nil else { continue }
      if let wanted { left.remove(wanted) }
      if wish.action == "t" {
        call.output += wish.isVerbose ? line(for: entry, call.accounts) : entry.path + "\n"
        continue
      }
      if wish.isVerbose { call.output += entry.path + "\n" }
      if let failure = extract(entry, name, wish, &call) { return call.fail(failure) }
    }
    guard let missing = left.sorted().first else { return .exit(0) }
    return call.fail("\(missing): not found in archive")
  }

  /// Why it cannot be; nil when it is done.
  private static func extract(
    _ entry: TarArchive.Entry, _ name: String, _ wish: Wish, _ call: inout ToolCall
  ) -> String? {
    if wish.toOutput {
      if case .file(let bytes) = entry.node.content { _ = call.system.write(bytes, to: 1) }
      return nil
    }
    // Nothing leads out of the folder that it is unpacked in.
    guard !name.split(separator: "/").contains("..") else { return "name with '..': '\(name)'" }
    let target = place(String(name.drop { $0 == "/" }), wish)
    if let old = call.node(target) {
      if old.isFolder, entry.node.isFolder { return nil }
      if wish.keepsOld { return "can't open '\(target)': File exists" }
    }
    var node = entry.node
    if call.system.process.user.id != 0 {
      node.owner = call.system.process.user.id
      node.group = call.fresh(node.content, mode: node.mode, at: target).group
    }
    do throws(PodSandbox.FileProblem) {
      try makeFolders(above: target, &call)
      try call.put(node, at: target)
      return nil
    } catch {
      return "can't open '\(target)': \(error.rawValue)"
    }
  }

  private static func makeFolders(
    above path: String, _ call: inout ToolCall
  ) throws(PodSandbox.FileProblem) {
    let folder = FileTree.parent(of: call.absolute(path))
    guard folder != "/", call.found(folder) == nil else { return }
    try makeFolders(above: folder, &call)
    let mode = 0o777 & ~call.system.process.mask
    try call.put(call.fresh(.folder, mode: mode, at: folder), at: folder)
  }

  /// `-rw-r--r-- root/root         2 2026-01-01 12:00:40 f`
  private static func line(for entry: TarArchive.Entry, _ accounts: Accounts) -> String {
    let node = entry.node
    let time = (node.modified ?? .worldBegins).rfc3339
    let day = time.prefix(10)
    let clock = time.dropFirst(11).prefix(8)
    let size = "\(node.size)"
    let owner =
      (accounts.userName(node.owner) ?? "\(node.owner)") + "/"
      + (accounts.groupName(node.group) ?? "\(node.group)")
    var text = "\(FileMode.letter(node))\(FileMode.text(ListedFile.mode(node))) \(owner) "
    text += String(repeating: " ", count: max(9 - size.count, 0)) + size
    text += " \(day) \(clock) \(entry.path)"
    if case .link(let target) = node.content { text += " -> \(target)" }
    return text + "\n"
  }
}
