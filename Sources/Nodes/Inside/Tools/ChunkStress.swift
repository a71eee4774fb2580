import Engine
import Objects

/// `stress -cpus 2 -mem-total 250Mi`: another program of that name, which takes its memory in
/// chunks and says what it does as Go programs log.
struct ChunkStress: Program {
  private var cores = 0
  private var total = "0"
  private var chunk = "4Ki"
  private var pause = SimSpan.milliseconds(1)
  private var startedAt: SimTime?
  private var isDone = false

  /// Nil when the words mean the older program.
  init?(_ arguments: [String]) {
    var rest = arguments[...]
    var isMeant = false
    while let word = rest.popFirst() {
      let sides = word.drop { $0 == "-" }.split(separator: "=", maxSplits: 1).map(String.init)
      guard let name = sides.first, word.hasPrefix("-") else { continue }
      if name == "logtostderr" { continue }
      guard ["cpus", "mem-total", "mem-alloc-size", "mem-alloc-sleep"].contains(name) else {
        return nil
      }
      isMeant = true
      let value = sides.count > 1 ? sides[1] : rest.popFirst() ?? ""
      switch name {
      case "cpus": cores = max(0, min(Int(value) ?? 0, SystemCalls.mostProcesses))
      case "mem-total": total = value
      case "mem-alloc-size": chunk = value
      default: pause = SimSpan(goText: value) ?? pause
      }
    }
    guard isMeant else { return nil }
  }

  mutating func run(_ system: inout SystemCalls) -> ProgramOutcome {
    let begin = startedAt ?? system.now
    if startedAt == nil {
      startedAt = begin
      log(
        26,
        "Allocating \"\(total)\" memory, in \"\(chunk)\" chunks, with a \(pause.goText) sleep "
          + "between allocations", &system)
      for _ in 0..<cores { log(39, "Spawning a thread to consume CPU", &system) }
    }
    let wanted = max(0, min(Quantity(total)?.whole ?? 0, StressWish.mostBytes))
    let chunks = (system.now - begin).milliseconds / max(pause.milliseconds, 1) + 1
    let taken = min(wanted, Int(chunks).multipliedClamped(by: max(Quantity(chunk)?.whole ?? 0, 1)))
    system.process.work = ProcessDemand(
      cpuMillis: cores * ProgramDemand.wholeCore, memoryBytes: taken)
    guard taken == wanted else { return .wait(.until(system.now + max(pause, .seconds(1)))) }
    if !isDone { log(29, "Allocated \"\(total)\" memory", &system) }
    isDone = true
    return .wait(.signal)
  }

  private func log(_ line: Int, _ text: String, _ system: inout SystemCalls) {
    let now = system.now
    let day = now.rfc3339.dropFirst(5).prefix(5).filter { $0 != "-" }
    system.write(
      "I\(day) \(now.clockText).000000       \(system.process.pid) main.go:\(line)] \(text)\n",
      to: 2)
  }
}
