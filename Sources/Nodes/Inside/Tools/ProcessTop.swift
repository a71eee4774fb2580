import Engine

/// `top`: the processes again and again; `-b -n 1` once.
enum ProcessTop: Tool {
  static let names = ["top"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    let options = ToolOptions(call.arguments, short: "bmHn:d:")
    if let unknown = options.unknown { return call.fail("invalid option -- '\(unknown)'") }
    let span = options.milliseconds("d") ?? 5000
    return .program(
      Showing(
        left: options["n"].flatMap { Int($0) }, pause: .milliseconds(max(span, 100)),
        isPlain: options.has("b")))
  }

  private struct Showing: Program {
    /// How often still; nil for ever.
    var left: Int?
    let pause: SimSpan
    let isPlain: Bool
    var nextAt = SimTime(milliseconds: 0)

    mutating func run(_ system: inout SystemCalls) -> ProgramOutcome {
      guard nextAt <= system.now else { return .wait(.until(nextAt)) }
      system.write((isPlain ? "" : "\u{1b}[H\u{1b}[J") + ProcessTop.text(system), to: 1)
      left = left.map { max($0, 1) - 1 }
      if let left, left <= 0 { return .exit(0) }
      nextAt = system.now + pause
      return .wait(.until(nextAt))
    }
  }

  /// What a container sees of the machine's memory, as `free` tells it.
  private static let memoryBytes = 8 << 30

  private static func text(_ system: SystemCalls) -> String {
    let processes = system.visibleProcesses.map { ($0, ProgramDemand.of($0)) }
    // A shell at work is held until its container has time again.
    func millis(_ process: Process, _ demand: ProcessDemand) -> Int {
      process.isHeld ? ProgramDemand.wholeCore : demand.cpuMillis
    }
    let capacity = 2 * ProgramDemand.wholeCore
    let wanted = processes.reduce(0) { $0.addingClamped(millis($1.0, $1.1)) }
    let busy = min(wanted.percent(of: capacity), 100)
    let taken = processes.reduce(memoryBytes / 8) { $0.addingClamped($1.1.memoryBytes) }
    let used = min(taken, memoryBytes)
    let running = processes.count { millis($0.0, $0.1) > 0 }
    var text = "Mem: \(used >> 10)K used, \((memoryBytes - used) >> 10)K free, 0K shrd, 0K buff, "
    text += "\(memoryBytes >> 12)K cached\n"
    text += "CPU: \(right(busy, 3))% usr   0% sys   0% nic \(right(100 - busy, 3))% idle   0% io"
    text += "   0% irq   0% sirq\n"
    text += "Load average: 0.00 0.00 0.00 \(max(running, 1))/\(processes.count)"
    text += " \(system.process.pid)\n  PID  PPID USER     STAT   VSZ %VSZ %CPU COMMAND\n"
    let accounts = Accounts(
      users: (try? system.sandbox.read("/etc/passwd", in: system.container)) ?? "", groups: "")
    let order = processes.sorted {
      (-millis($0.0, $0.1), $0.0.pid) < (-millis($1.0, $1.1), $1.0.pid)
    }
    for (process, demand) in order {
      let share = min(millis(process, demand).percent(of: capacity), 100)
      let user = accounts.userName(process.user.id) ?? "\(process.user.id)"
      let state = process.isHeld || process.pid == system.process.pid ? "R" : "S"
      text += "\(right(process.pid, 5)) \(right(process.parent, 5)) \(user.padding(to: 8)) "
      text += "\(state)    \(right(max(demand.memoryBytes >> 10, 4), 6)) "
      text += "\(right(demand.memoryBytes.percent(of: memoryBytes), 3))% \(right(share, 3))% "
      text += process.title.joined(separator: " ") + "\n"
    }
    return text
  }

  private static func right(_ number: Int, _ width: Int) -> String {
    let text = "\(number)"
    return String(repeating: " ", count: max(width - text.count, 0)) + text
  }
}
