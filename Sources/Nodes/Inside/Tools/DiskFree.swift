/// `df`: the container's own files, then its volumes, or only where the named files are.
enum DiskFree: Tool {
  static let names = ["df"]

  private struct Row {
    var device: String
    var kibibytes: Int
    var used: Int
    var place: String
  }

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let (flags, paths) = call.options()
    let mounts = call.instance?.mounts ?? []
    var rows = [disk("overlay", at: "/")] + mounts.map { row($0, call) }
    let missing = paths.filter { isMissing($0, call) }
    if !paths.isEmpty {
      rows = paths.filter { !missing.contains($0) }.map { path in
        call.instance?.mount(of: call.absolute(path)).map { row($0, call) }
          ?? disk("overlay", at: "/")
      }
    }
    let isShort = flags["h"] != nil
    call.output = line("Filesystem", isShort ? "Size" : "1K-blocks", "Used", "Available", "Use%")
    call.output += " Mounted on\n"
    for row in rows {
      let amounts = [row.kibibytes, row.used, row.kibibytes - row.used].map {
        isShort ? short($0) : "\($0)"
      }
      let share = "\((row.used * 100 + row.kibibytes - 1) / max(row.kibibytes, 1))%"
      call.output += line(row.device, amounts[0], amounts[1], amounts[2], share)
      call.output += " \(row.place)\n"
    }
    for path in missing { call.complain("\(path): can't find mount point") }
    return .exit(missing.isEmpty ? 0 : 1)
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

  private static func line(
    _ device: String, _ size: String, _ used: String, _ free: String, _ share: String
  ) -> String {
    func right(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(width - text.count, 0)) + text
    }
    return device.padding(to: 20) + " " + right(size, 9) + " " + right(used, 9) + " "
      + right(free, 9) + " " + right(share, 4)
  }

  /// `100.0G`
  private static func short(_ kibibytes: Int) -> String {
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
