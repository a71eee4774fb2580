import Engine

/// `stress --cpu 2 --vm 1 --vm-bytes 250M`: workers that keep cores busy, or take memory.
enum Stress: Tool {
  static let names = ["stress", "stress-ng"]

  static func run(_ call: inout ToolCall) -> ToolOutcome {
    if let other = ChunkStress(call.arguments) { return .program(other) }
    var wish = StressWish()
    do throws(StressProblem) {
      try wish.read(call.arguments)
    } catch {
      call.errors = StressLine(.fail, at: error.place, error.text).text(of: call)
      return .exit(1)
    }
    if wish.asksForHelp || wish.workers.isEmpty {
      call.output = StressWish.usage
      return .exit(0)
    }
    if wish.asksForVersion {
      call.output = "\(call.name) 1.0.7\n"
      return .exit(0)
    }
    var program = StressProgram(name: call.name, wish: wish)
    if wish.isDry {
      call.output = program.greeting(call.system) + program.success(call.system)
      return .exit(0)
    }
    program.startedAt = call.now
    return .program(program)
  }
}

/// What it says about itself: `stress: info: [1] …`
private struct StressLine {
  enum Kind: String {
    case info
    case fail = "FAIL"
    case warn = "WARN"
  }

  let kind: Kind
  let place: Int?
  let words: String

  init(_ kind: Kind, at place: Int? = nil, _ words: String) {
    self.kind = kind
    self.place = place
    self.words = words
  }

  func text(of name: String, _ pid: Int) -> String {
    "\(name): \(kind.rawValue): [\(pid)] \(place.map { "(\($0)) " } ?? "")\(words)\n"
  }

  func text(of call: ToolCall) -> String { text(of: call.name, call.system.process.pid) }
}

/// `stress` at work: it waits for its workers, or until time is up.
private struct StressProgram: Program {
  let name: String
  let wish: StressWish
  var startedAt = SimTime(milliseconds: 0)
  /// Nil before they have begun.
  private var workers: [Int]?
  private var failures = 0

  init(name: String, wish: StressWish) {
    self.name = name
    self.wish = wish
  }

  func greeting(_ system: SystemCalls) -> String {
    say(
      .info,
      "dispatching hogs: \(wish.cpu) cpu, \(wish.io) io, \(wish.memory) vm, \(wish.disk) hdd",
      system)
  }

  func success(_ system: SystemCalls) -> String {
    let seconds = startedAt.milliseconds == 0 ? 0 : (system.now - startedAt).seconds
    return say(.info, "successful run completed in \(seconds)s", system)
  }

  private func say(
    _ kind: StressLine.Kind, at place: Int? = nil, _ words: String, _ system: SystemCalls
  ) -> String {
    if wish.isQuiet, kind == .info { return "" }
    return StressLine(kind, at: place, words).text(of: name, system.process.pid)
  }

  mutating func run(_ system: inout SystemCalls) -> ProgramOutcome {
    guard let workers else {
      system.write(greeting(system), to: 1)
      self.workers = wish.workers.compactMap { begin($0, &system) }
      return .goOn
    }
    for worker in workers {
      guard case .ended(let end) = system.reap(worker) else { continue }
      self.workers?.removeAll { $0 == worker }
      mourn(worker, end, &system)
    }
    let left = self.workers ?? []
    let limit = wish.seconds.map { startedAt + .seconds(Int64($0)) }
    if failures == 0, let limit, limit <= system.now {
      for worker in left { _ = system.kill(worker, .kill) }
      system.write(success(system), to: 1)
      return .exit(0)
    }
    guard left.isEmpty else { return .wait(.children(left, orUntil: limit)) }
    let seconds = (system.now - startedAt).seconds
    system.write(say(.fail, at: 461, "failed run completed in \(seconds)s", system), to: 2)
    return .exit(1)
  }

  private func begin(_ demand: ProcessDemand, _ system: inout SystemCalls) -> Int? {
    // What it takes of the machine is known of its process.
    system.fork(IdleProgram()) {
      $0.work = demand
      $0.signalWithoutParent = .kill
    }
  }

  /// A worker is not meant to end: the others are ended as well.
  private mutating func mourn(_ worker: Int, _ end: ProcessEnd, _ system: inout SystemCalls) {
    failures += 1
    guard failures == 1 else { return }
    let how =
      end.signal.map { "got signal \($0.rawValue)" } ?? "returned error \(end.status)"
    system.write(say(.fail, at: 425, "<-- worker \(worker) \(how)", system), to: 2)
    system.write(say(.warn, at: 427, "now reaping child worker processes", system), to: 2)
    for other in workers ?? [] { _ = system.kill(other, .kill) }
  }
}
