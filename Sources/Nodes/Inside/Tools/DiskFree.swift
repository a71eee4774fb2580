/// `df`: the container's own files, then its volumes, or only where the named files are.
enum DiskFree: Tool {
  static let names = ["df"]

  private struct Row {
    var device: String
    /// Of its file system.
    var type: String { ["overlay", "tmpfs"].contains(device) ? device : "ext4" }
    var kibibytes: Int
    var used: Int
    var place: String
  }

  /// How amounts are shown.
  private enum Unit {
    case kibibytes
    case mebibytes
    case short

    var name: String {
      switch self {
      case .kibibytes: "1K-blocks"
      case .mebibytes: "1M-blocks"
      case .short: "Size"
      }
    }

    func text(_ kibibytes: Int) -> String {
      switch self {
      case .kibibytes: "\(kibibytes)"
      case .mebibytes: "\((kibibytes + 512) / 1024)"
      case .short: DiskFree.short(kibibytes)
      }
    }
  }

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let options = ToolOptions(call.arguments, short: "PkmhTait:B:")
    if let unknown = options.unknown { return call.fail("invalid option -- '\(unknown)'") }
    let paths = options.rest
    let mounts = call.instance?.mounts ?? []
    var rows = [disk("overlay", at: "/")] + mounts.map { row($0, call) }
    let missing = paths.filter { isMissing($0, call) }
    if !paths.isEmpty {
      rows = paths.filter { !missing.contains($0) }.map { path in
        call.instance?.mount(of: call.absolute(path)).map { row($0, call) }
          ?? disk("overlay", at: "/")
      }
    }
    call.output = table(rows, options)
    for path in missing { call.complain("\(path): can't find mount point") }
    return .exit(missing.isEmpty ? 0 : 1)
  }

  private static func table(_ rows: [Row], _ options: ToolOptions) -> String {
    let unit: Unit = options.has("h") ? .short : options.has("m") ? .mebibytes : .kibibytes
    let isPosix = options.has("P")
    let hasTypes = options.has("T")
    // The header has columns of its own where POSIX names them.
    var text = "Filesystem           ".padding(to: 21) + (hasTypes ? "Type       " : "")
    text +=
      isPosix && unit == .kibibytes
      ? "1024-blocks    Used Available Capacity"
      : right(unit.name, 9) + "      Used Available " + (isPosix ? "Capacity" : "Use%")
    text += " Mounted on\n"
    for row in rows {
      let amounts = [row.kibibytes, row.used, row.kibibytes - row.used].map(unit.text)
      let share = "\((row.used * 100 + row.kibibytes - 1) / max(row.kibibytes, 1))%"
      text += row.device.padding(to: 20) + " "
      if hasTypes { text += row.type.padding(to: 10) + " " }
      text += amounts.map { right($0, 9) }.joined(separator: " ")
      text += " " + right(share, 4) + " \(row.place)\n"
    }
    return text
  }

  private static func isMissing(_ path: String, _ call: ToolCall) -> Bool {
    let found = try? call.system.sandbox.find(call.absolute(path), in: call.container)
    return found == nil
  }

  private static func row(_ mount: ContainerInstance.Mount, _ call: ToolCall) -> Row {
    guard call.system.sandbox.memoryVolumes.contains(mount.volume) else {
      return disk("/dev/sda1", at: mount.path)
    }
    let used = (call.system.sandbox.volumes[mount.volume]?.totalBytes ?? 0) / 1024
    return Row(device: "tmpfs", kibibytes: 8 << 20, used: used, place: mount.path)
  }

  /// The machine's own disk: whoever writes to it shares it with all others.
  private static func disk(_ device: String, at place: String) -> Row {
    Row(device: device, kibibytes: 100 << 20, used: 10 << 20, place: place)
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(width - text.count, 0)) + text
  }

  /// `100.0G`
  fileprivate static func short(_ kibibytes: Int) -> String {
    if kibibytes == 0 { return "0" }
    var amount = Double(kibibytes)
    var letters = Substring("KMGT")
    while amount >= 1024, letters.count > 1 {
      amount /= 1024
      letters.removeFirst()
    }
    let tenths = Int((amount * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)\(letters.prefix(1))"
  }
}
