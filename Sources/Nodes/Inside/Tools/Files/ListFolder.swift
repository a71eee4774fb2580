import Engine

/// `ls`
enum ListFolder: Tool {
  static let names = ["ls"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    call.reading("1AaCxdLHRFplinsStcurXvhkwTqe", long: ["color": "e", "all": "a"]) {
      options, call in
      var listing = FolderListing(options, call)
      return .exit(listing.show(&call))
    }
  }
}

/// What `ls` shows of some paths.
private struct FolderListing {
  private struct Item {
    var name: String
    var node: FileTree.Node
    /// Where it lies.
    var path: String
  }

  private let options: GivenOptions
  private let accounts: Accounts
  private let inColumns: Bool
  private var hasShown = false
  private var status = 0

  init(_ options: GivenOptions, _ call: ToolCall) {
    self.options = options
    accounts = call.accounts
    let isPlain = "1lnsi".contains { options.has($0) }
    inColumns = !isPlain && (options.has("C") || options.has("x") || call.system.isTerminal(1))
  }

  private var isLong: Bool { options.has("l") || options.has("n") }

  mutating func show(_ call: inout ToolCall) -> Int {
    var files: [Item] = []
    var folders: [Item] = []
    let paths = options.rest.isEmpty ? ["."] : options.rest
    for path in paths {
      // A link on the command line is followed unless it is itself of interest.
      let isItself = (isLong || options.has("d")) && !path.hasSuffix("/")
      let node = isItself ? call.node(path) : call.found(path)
      guard let node else {
        call.complain("\(path): \(call.reason(path))")
        status = 1
        continue
      }
      let item = Item(name: path, node: node, path: path)
      if node.isFolder, !options.has("d") { folders.append(item) } else { files.append(item) }
    }
    if !files.isEmpty { list(sorted(files), &call) }
    let showsNames = paths.count > 1 || options.has("R")
    for folder in sorted(folders) { show(folder, showsNames, &call) }
    return status
  }

  private mutating func show(_ folder: Item, _ showsName: Bool, _ call: inout ToolCall) {
    if showsName {
      call.output += (hasShown ? "\n" : "") + "\(folder.name):\n"
    }
    hasShown = true
    do throws(PodSandbox.FileProblem) {
      try call.system.sandbox.check(.read, of: folder.node, as: call.system.process.user)
    } catch {
      call.complain("can't open '\(folder.name)': \(error.rawValue)")
      status = 1
      return
    }
    var names = call.names(in: folder.path)
    if !options.has("a"), !options.has("A") { names.removeAll { $0.hasPrefix(".") } }
    if options.has("a") { names = [".", ".."] + names }
    let items = names.compactMap { name in
      let path = ToolCall.joined(folder.path, name)
      return (options.has("L") ? call.found(path) : call.node(path)).map {
        Item(name: name, node: $0, path: path)
      }
    }
    if isLong || options.has("s") {
      let blocks = items.reduce(0) { $0 + ListedFile.kibibytes($1.node) }
      let text = options.has("h") ? HumanSize.text(blocks * 1024) : String(blocks)
      call.output += "total \(text)\n"
    }
    list(sorted(items), &call)
    guard options.has("R") else { return }
    for item in sorted(items) where item.node.isFolder && item.name != "." && item.name != ".." {
      show(
        Item(name: ToolCall.joined(folder.name, item.name), node: item.node, path: item.path),
        true, &call)
    }
  }

  private func sorted(_ items: [Item]) -> [Item] {
    func isBefore(_ left: Item, _ right: Item) -> Bool {
      if options.has("S"), left.node.size != right.node.size {
        return left.node.size > right.node.size
      }
      let (a, b) = (left.node.modified ?? .worldBegins, right.node.modified ?? .worldBegins)
      if options.has("t"), a != b { return a > b }
      return left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
    }
    let result = items.sorted(by: isBefore)
    return options.has("r") ? result.reversed() : result
  }

  // MARK: Lines

  private mutating func list(_ items: [Item], _ call: inout ToolCall) {
    hasShown = true
    guard inColumns else {
      for item in items { call.output += line(item, call) + "\n" }
      return
    }
    let names = items.map(shownName)
    let width = (names.map(\.count).max() ?? 0) + 2
    let columns = max(1, 80 / max(width, 1))
    let rows = (names.count + columns - 1) / columns
    for row in 0..<max(rows, 0) {
      var line = ""
      for place in stride(from: row, to: names.count, by: rows) {
        let isLast = place + rows >= names.count
        line += isLast ? names[place] : names[place].padding(to: width)
      }
      call.output += line + "\n"
    }
  }

  private func shownName(_ item: Item) -> String {
    var sign = ""
    if item.node.isFolder, options.has("F") || options.has("p") { sign = "/" }
    if options.has("F") {
      if case .link = item.node.content { sign = "@" }
      let isProgram = item.node.mode & 0o111 != 0
      if case .file = item.node.content, isProgram { sign = "*" }
    }
    return item.name + sign
  }

  private func line(_ item: Item, _ call: ToolCall) -> String {
    var text = ""
    if options.has("i") { text += right(String(ListedFile.number(item.path)), 7) + " " }
    if options.has("s") { text += right(String(ListedFile.kibibytes(item.node)), 6) + " " }
    guard isLong else { return text + shownName(item) }
    let node = item.node
    let links = node.isFolder ? 2 + folderCount(item, call) : 1
    let isNumeric = options.has("n")
    let owner = isNumeric ? nil : accounts.userName(node.owner)
    let group = isNumeric ? nil : accounts.groupName(node.group)
    text += FileMode.letter(node) + FileMode.text(ListedFile.mode(node))
    text += " " + right(String(links), 4) + " "
    text += (owner ?? String(node.owner)).padding(to: 8) + " "
    text += (group ?? String(node.group)).padding(to: 8) + " "
    let isHuman = options.has("h")
    text += right(isHuman ? HumanSize.text(node.size) : String(node.size), isHuman ? 7 : 9)
    text += " " + date(node, call.now) + " " + shownName(item)
    if case .link(let target) = node.content { text += " -> " + target }
    return text
  }

  private func folderCount(_ item: Item, _ call: ToolCall) -> Int {
    call.names(in: item.path).count {
      call.node(ToolCall.joined(item.path, $0))?.isFolder ?? false
    }
  }

  /// With the time of day when it is of the last half year, with the year otherwise.
  private func date(_ node: FileTree.Node, _ now: SimTime) -> String {
    let time = node.modified ?? .worldBegins
    let age = now.seconds - time.seconds
    let isRecent = age > -900 && age < 3600 * 24 * 365 / 2
    return DateFormat(time).text(isRecent ? "%b %e %H:%M" : "%b %e  %Y")
  }

  private func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

/// Facts of a file that `ls` and `stat` show.
enum ListedFile {
  static func mode(_ node: FileTree.Node) -> Int {
    if case .link = node.content { return 0o777 }
    return node.mode
  }

  /// Space on the disk, in whole blocks of four.
  static func kibibytes(_ node: FileTree.Node) -> Int {
    switch node.content {
    case .link: 0
    case .file, .zeros, .folder: (node.size + 4095) / 4096 * 4
    }
  }

  /// A number for a place, always the same.
  static func number(_ path: String) -> Int {
    path.utf8.reduce(5381) { ($0 &* 33 &+ Int($1)) & 0x3fffff }
  }
}

extension String {
  /// The text with blanks behind it up to `width`.
  func padding(to width: Int) -> String {
    count >= width ? self : self + String(repeating: " ", count: width - count)
  }
}
