import Engine

/// What a command in a container printed, and how it ended.
public struct ExecOutcome: Sendable {
  public var chunks: [(stream: LogLine.Stream, text: String)]
  public var exitCode: Int
  /// How long it ran.
  public var took: SimSpan
}

extension PodSandbox {
  /// No command runs longer than this for the one who waits for it.
  public static let longestExec = SimSpan.hours(1)
  private static let mostWakes = 20_000
  private static let mostTurns = 100

  /// Runs everything that is due inside the pod.
  public mutating func advance(to now: SimTime, network: inout ClusterNetwork) {
    for name in containers.keys.sorted() where containers[name]?.exit == nil {
      if let killAt = containers[name]?.killAt, killAt <= now { signal(name, .kill, at: now) }
      runProcesses(of: name, at: now, network: &network)
    }
  }

  /// When something inside is next due.
  public var nextWake: SimTime? {
    var times: [SimTime] = []
    for instance in containers.values where instance.exit == nil {
      if let killAt = instance.killAt { times.append(killAt) }
      for process in instance.processes {
        if process.state == .ready { return SimTime(milliseconds: 0) }
        if let wake = process.wakesAt { times.append(wake) }
      }
    }
    return times.min()
  }

  private mutating func runProcesses(
    of name: String, at now: SimTime, network: inout ClusterNetwork
  ) {
    var place = 0
    while let count = containers[name]?.processes.count, place < count {
      wake(name, place, at: now, network: &network)
      run(name, place, at: now, network: &network)
      place += 1
    }
    // Ended children may have freed those who wait for them.
    for place in (containers[name]?.processes ?? []).indices {
      wake(name, place, at: now, network: &network)
      run(name, place, at: now, network: &network)
    }
    guard let instance = containers[name], let main = instance.processes.first else { return }
    if instance.processes.count > 100 {
      containers[name]?.processes.removeAll { $0.pid != 1 && !$0.isRunning }
    }
    containers[name]?.measure(at: now)
    guard case .exited(let status) = main.state, instance.exit == nil else { return }
    end(name, status: status, outOfMemory: main.isOutOfMemory, at: now)
  }

  private mutating func wake(
    _ name: String, _ place: Int, at now: SimTime, network: inout ClusterNetwork
  ) {
    guard let process = containers[name]?.processes[place] else { return }
    switch process.state {
    case .sleeping(let until) where until <= now:
      containers[name]?.processes[place].state = .ready
      containers[name]?.processes[place].stepsAtOnce = 0
    case .waitingForChildren:
      let awaited = (containers[name]?.processes ?? []).filter {
        process.awaited == nil ? $0.parent == process.pid : $0.pid == process.awaited
      }
      let isOver = !awaited.contains(where: \.isRunning)
      guard isOver || !process.pendingSignals.isEmpty else { return }
      containers[name]?.processes[place].state = .ready
      if isOver, process.awaited != nil, case .exited(let status)? = awaited.first?.state {
        containers[name]?.processes[place].status = status
      }
    case .serving: stepServer(name, place, at: now, network: &network)
    case .sleeping, .ready, .exited: break
    }
  }

  private mutating func run(
    _ name: String, _ place: Int, at now: SimTime, network: inout ClusterNetwork
  ) {
    // A program that serves goes on at once, and what starts it too when it has ended.
    for _ in 0..<Self.mostTurns {
      guard place < containers[name]?.processes.count ?? 0,
        let process = containers[name]?.processes[place], process.state == .ready
      else { return }
      turn(name, place, process, at: now, network: &network)
      // A container that ended meanwhile has no processes any more.
      guard place < containers[name]?.processes.count ?? 0 else { return }
      stepServer(name, place, at: now, network: &network)
    }
  }

  private mutating func turn(
    _ name: String, _ place: Int, _ process: ShellProcess, at now: SimTime,
    network: inout ClusterNetwork
  ) {
    var runner = ProcessRunner(
      sandbox: self, container: name, process: process, network: network, now: now)
    // The runner alone has the files now, so that it need not copy them to change them.
    containers = [:]
    volumes = [:]
    runner.run()
    self = runner.sandbox
    network = runner.network
    told?.append(contentsOf: runner.answer)
    guard place < containers[name]?.processes.count ?? 0 else { return }
    containers[name]?.processes[place] = runner.process
  }

  /// The main process has ended, and with it every other one of the container.
  private mutating func end(_ name: String, status: Int, outOfMemory: Bool, at now: SimTime) {
    containers[name]?.exit = ProcessExit(
      exitCode: status, finishedAt: now, isOutOfMemory: outOfMemory)
    containers[name]?.processes = []
    containers[name]?.killAt = nil
    listeners.removeAll { $0.container == name }
  }

  // MARK: - Signals

  /// Sends a signal to a container's main process, from outside.
  public mutating func signal(_ name: String, _ signal: ProcessSignal, at now: SimTime) {
    guard let instance = containers[name], instance.exit == nil else { return }
    if signal == .kill {
      end(name, status: 137, outOfMemory: false, at: now)
      return
    }
    guard let main = instance.processes.first else { return }
    deliver(signal, to: main, at: 0, of: name, now)
  }

  /// A container's main process ends with an error of its own, saying so.
  mutating func crash(_ name: String, at now: SimTime) {
    guard containers[name]?.exit == nil else { return }
    containers[name]?.print("fatal error: cannot go on\n", .err, at: now)
    end(name, status: 1, outOfMemory: false, at: now)
  }

  mutating func killLater(_ name: String, at time: SimTime) {
    if containers[name]?.exit == nil { containers[name]?.killAt = time }
  }

  /// Delivers a signal to one process. Number 1 ignores what it has no handler for.
  mutating func deliver(
    _ signal: ProcessSignal, to process: ShellProcess, at place: Int, of name: String,
    _ now: SimTime
  ) {
    if case .serving = process.state {
      signalServer(name, place, signal, at: now)
      return
    }
    let word = ["TERM", "INT", "HUP"][signal == .terminate ? 0 : signal == .interrupt ? 1 : 2]
    if process.handles(word) {
      containers[name]?.processes[place].pendingSignals.append(word)
      if process.state == .waitingForChildren {
        containers[name]?.processes[place].state = .ready
      }
    } else if process.pid != 1 {
      containers[name]?.processes[place].state = .exited(128 + signal.rawValue)
    }
  }

  // MARK: - Exec

  /// Runs a command beside the container's own processes, to its end, or until it would take longer
  /// than `limit`.
  public mutating func execute(
    _ words: [String], in name: String, stdin: String?, at start: SimTime,
    network: inout ClusterNetwork, limit: SimSpan = PodSandbox.longestExec
  ) -> ExecOutcome {
    guard let instance = containers[name] else {
      return ExecOutcome(chunks: [], exitCode: 1, took: .zero)
    }
    let pid = instance.nextProcessID
    containers[name]?.nextProcessID = pid + 1
    var process = ShellProcess(pid: pid, words: words, folder: instance.workingFolder)
    process.setEnvironment(instance.environment)
    process.streams = ShellProcess.Streams(
      input: stdin ?? "", out: .caller(.out), error: .caller(.err))
    containers[name]?.processes.append(process)
    told = []
    defer { told = nil }
    var now = start
    var wakes = 0
    while true {
      advance(to: now, network: &network)
      guard let running = containers[name]?.processes.first(where: { $0.pid == pid }) else {
        // The container ended under it.
        return ExecOutcome(chunks: told ?? [], exitCode: 137, took: now - start)
      }
      wakes += 1
      if case .exited(let status) = running.state {
        containers[name]?.processes.removeAll { $0.pid == pid }
        containers[name]?.measure(at: now)
        return ExecOutcome(chunks: told ?? [], exitCode: status, took: now - start)
      }
      guard let wake = nextWake, wakes < Self.mostWakes else { break }
      now = max(now, wake)
      if now - start > limit { break }
    }
    // Nobody waits for ever: the caller's Ctrl-C ends it.
    containers[name]?.processes.removeAll { $0.pid == pid || $0.parent == pid }
    containers[name]?.measure(at: now)
    return ExecOutcome(chunks: told ?? [], exitCode: 130, took: now - start)
  }

  /// Why a command cannot even be started by `exec`; nil when it can.
  public func execFailure(_ program: String, in name: String) -> String? {
    guard let instance = containers[name] else { return "container not found" }
    switch ToolTable.lookUp(program, in: instance) {
    case .found: return nil
    case .notExecutable: return "exec: \"\(program)\": permission denied"
    case .missing:
      return program.contains("/")
        ? "exec: \"\(program)\": stat \(program): no such file or directory"
        : "exec: \"\(program)\": executable file not found in $PATH"
    }
  }
}
