import Engine

/// `stress --cpu 2 --vm 1 --vm-bytes 250M`: keeps cores busy, takes memory and keeps it.
enum Stress: Tool {
  static let names = ["stress", "stress-ng"]

  /// What is asked of it.
  private struct Wish {
    var cpu = 0
    var io = 0
    var memory = 0
    var disk = 0
    var bytes = 256 << 20
    /// Whether memory is kept instead of taken anew all the time.
    var isCalm = false
    var time: SimSpan?

    init(_ arguments: [String]) {
      var rest = arguments[...]
      while let word = rest.popFirst() {
        let sides = word.split(separator: "=", maxSplits: 1).map(String.init)
        let name = sides.first ?? word
        if name == "--vm-keep" { isCalm = true }
        guard name.hasPrefix("-"), let value = sides.count > 1 ? sides[1] : rest.first else {
          continue
        }
        read(name, value)
      }
    }

    private mutating func read(_ name: String, _ value: String) {
      switch name {
      case "--cpu", "-c", "-cpus", "--cpus": cpu = Int(value) ?? 0
      case "--io", "-i": io = Int(value) ?? 0
      case "--vm", "-m": memory = Int(value) ?? 0
      case "--hdd", "-d": disk = Int(value) ?? 0
      case "--vm-bytes": bytes = Stress.size(value)
      case "--vm-hang": isCalm = true
      case "-mem-total":
        memory = 1
        isCalm = true
        bytes = Stress.size(value)
      case "--timeout", "-t":
        time = SimSpan(goText: value) ?? Int64(value).map { SimSpan.seconds($0) }
      default: break
      }
    }

    /// Whoever takes memory anew writes to it all the time, and keeps a core busy with that.
    var demand: ProcessDemand {
      ProcessDemand(
        cpuMillis: cpu * ProgramDemand.wholeCore + (io + disk) * 150
          + memory * (isCalm ? 40 : ProgramDemand.wholeCore),
        memoryBytes: memory * bytes)
    }
  }

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let wish = Wish(call.arguments)
    let demand = wish.demand
    if let limit = call.instance?.memoryLimitBytes, demand.memoryBytes > limit {
      return .outOfMemory
    }
    call.system.process.work = demand
    call.output =
      "stress: info: [1] dispatching hogs: \(wish.cpu) cpu, \(wish.io) io, \(wish.memory) vm, "
      + "\(wish.disk) hdd\n"
    guard let time = wish.time else { return .sleep(.hours(24 * 365), status: 0, text: "") }
    return .sleep(
      time, status: 0,
      text: "stress: info: [1] successful run completed in \(time.seconds)s\n")
  }

  private static func size(_ text: String) -> Int {
    let number = Int(text.prefix { $0.isNumber }) ?? 0
    switch text.drop(while: \.isNumber).first {
    case "k", "K": return number << 10
    case "m", "M": return number << 20
    case "g", "G": return number << 30
    case nil, .some: return number
    }
  }
}

/// `free`
enum MemoryFree: Tool {
  static let names = ["free"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let (flags, _) = call.options()
    let unit = flags["m"] != nil ? 1 << 20 : flags["g"] != nil ? 1 << 30 : 1 << 10
    // As in a real container, the machine's memory is seen, not the limit.
    let total = (8 << 30) / unit
    func column(_ number: Int) -> String {
      let text = "\(number)"
      return String(repeating: " ", count: max(0, 12 - text.count)) + text
    }
    let memory = [total, total / 8, total / 2, 0, total / 4, total * 3 / 4].map(column).joined()
    call.output =
      "              total        used        free      shared  buff/cache   available\n"
      + "Mem:   \(memory)\nSwap:  \([0, 0, 0].map(column).joined())\n"
    return .exit(0)
  }
}
