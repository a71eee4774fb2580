import Engine

/// `ps`, `pidof`, `pgrep`
enum ProcessList: Tool {
  static let names = ["ps", "pidof", "pgrep"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    if call.name != "ps" { return search(&call) }
    var columns = ["pid", "user", "time", "args"]
    var words = call.arguments[...]
    while let word = words.popFirst() {
      guard word.hasPrefix("-") || columns.isEmpty else { continue }
      guard let place = word.firstIndex(of: "o") else { continue }
      let rest = word[word.index(after: place)...]
      let list = rest.isEmpty ? words.popFirst() ?? "" : String(rest)
      columns = list.split { $0 == "," || $0 == " " }.map(String.init)
    }
    let known = columns.map { name in Column.all.first { $0.name == name } }
    if let place = known.firstIndex(where: { $0 == nil }) {
      let names = Column.all.map(\.name).joined(separator: ",")
      return call.fail("bad -o argument '\(columns[place])', supported arguments: \(names)")
    }
    show(known.compactMap { $0 }, &call)
    return .exit(0)
  }

  private struct Column {
    var name: String
    var header: String
    var width: Int
    var isRight = false

    static let all = [
      Column(name: "user", header: "USER", width: 8),
      Column(name: "group", header: "GROUP", width: 8),
      Column(name: "comm", header: "COMMAND", width: 16),
      Column(name: "args", header: "COMMAND", width: 0),
      Column(name: "pid", header: "PID", width: 5, isRight: true),
      Column(name: "ppid", header: "PPID", width: 5, isRight: true),
      Column(name: "pgid", header: "PGID", width: 5, isRight: true),
      Column(name: "etime", header: "ELAPSED", width: 7),
      Column(name: "nice", header: "NI", width: 5),
      Column(name: "rgroup", header: "RGROUP", width: 8),
      Column(name: "ruser", header: "RUSER", width: 8),
      Column(name: "time", header: "TIME", width: 5, isRight: true),
      Column(name: "tty", header: "TT", width: 6),
      Column(name: "vsz", header: "VSZ", width: 6),
      Column(name: "sid", header: "SID", width: 5, isRight: true),
      Column(name: "stat", header: "STAT", width: 4), Column(name: "rss", header: "RSS", width: 4),
    ]
  }

  private static func show(_ columns: [Column], _ call: inout ToolCall) {
    // Headers begin where their columns do; numbers stand at the right.
    call.output = line(columns, columns.map(\.header), isHeader: true)
    let accounts = call.accounts
    for process in call.system.visibleProcesses {
      let values = columns.map { value($0.name, process, accounts, call.now) }
      call.output += line(columns, values, isHeader: false)
    }
  }

  private static func line(
    _ columns: [Column], _ values: [String], isHeader: Bool
  ) -> String {
    var parts: [String] = []
    for (place, column) in columns.enumerated() {
      let isLast = place + 1 == columns.count
      let value = values[place]
      let blanks = String(repeating: " ", count: max(0, column.width - value.count))
      if column.isRight, !isHeader {
        parts.append(blanks + value)
      } else {
        parts.append(isLast ? value : value + blanks)
      }
    }
    return parts.joined(separator: " ") + "\n"
  }

  private static func value(
    _ name: String, _ process: Process, _ accounts: Accounts, _ now: SimTime
  ) -> String {
    switch name {
    case "pid": return "\(process.pid)"
    case "ppid": return "\(process.parent)"
    case "pgid", "sid": return "\(process.session)"
    case "user", "ruser": return accounts.userName(process.user.id) ?? "\(process.user.id)"
    case "group", "rgroup": return accounts.groupName(process.user.group) ?? "\(process.user.group)"
    case "comm": return String(FileTree.name(of: process.title.first ?? "").prefix(15))
    case "args": return process.title.joined(separator: " ")
    case "time": return "0:00"
    case "etime":
      let seconds = Int((now - process.startedAt).seconds)
      return "\(seconds / 60):" + (seconds % 60 < 10 ? "0" : "") + "\(seconds % 60)"
    case "nice": return "0"
    case "tty": return "?"
    case "stat": return process.wakesAt == nil && process.state == .ready ? "R" : "S"
    default: return "\((process.work?.memoryBytes ?? 4 << 20) / 1024)"
    }
  }

  private static func search(_ call: inout ToolCall) -> ToolOutcome {
    var found: [Int] = []
    let words = call.arguments.filter { !$0.hasPrefix("-") }
    let isFull = call.arguments.contains("-f")
    for process in call.system.visibleProcesses where process.pid != call.system.process.pid {
      let name = FileTree.name(of: process.title.first ?? "")
      let text = isFull ? process.title.joined(separator: " ") : name
      let isWanted =
        call.name == "pidof"
        ? words.contains(name)
        : words.contains { word in
          (try? PosixPattern(Bytes(word.utf8), isExtended: true))?.matches(Bytes(text.utf8))
            ?? false
        }
      if isWanted { found.append(process.pid) }
    }
    guard !found.isEmpty else { return .exit(1) }
    call.output =
      call.name == "pidof"
      ? found.reversed().map(String.init).joined(separator: " ") + "\n"
      : found.map { "\($0)\n" }.joined()
    return .exit(0)
  }
}
