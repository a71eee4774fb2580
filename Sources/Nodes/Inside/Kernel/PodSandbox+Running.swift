import Engine

/// Running the processes of a pod's containers, as far as they get.
extension PodSandbox {
  /// Runs everything that is due inside the pod.
  public mutating func advance(to now: SimTime, network: inout ClusterNetwork) {
    for name in containers.keys.sorted() where containers[name]?.exit == nil {
      if let killAt = containers[name]?.killAt, killAt <= now { signal(name, .kill, at: now) }
      runProcesses(of: name, at: now, network: &network)
    }
  }

  /// When something inside is next due.
  public var nextWake: SimTime? { containers.keys.compactMap { nextWake(of: $0) }.min() }

  func nextWake(of container: String) -> SimTime? {
    guard let instance = containers[container], instance.exit == nil else { return nil }
    var next = instance.killAt
    for process in instance.processes {
      var wake = process.wakesAt
      if process.isHeld {
        wake = instance.turns.pausedUntil
      } else if isReady(process, in: container) {
        return SimTime(milliseconds: 0)
      }
      if let wake { next = min(next ?? wake, wake) }
    }
    return next
  }

  /// Whether a process could go on whatever time it is.
  private func isReady(_ process: Process, in container: String) -> Bool {
    guard process.isRunning else { return false }
    if let first = process.unwritten.first {
      guard case .pipe(let pipe) = containers[container]?.openFiles[first.file]?.target else {
        return true
      }
      return (containers[container]?.pipes[pipe]?.space ?? 1) > 0
        || !isOpen(pipe, in: container, forWriting: false)
    }
    if !process.pending.isEmpty { return true }
    switch process.state {
    case .ready: return true
    case .waiting(.readable(let descriptor, _)):
      return hasInput(descriptor, of: process, in: container)
    case .waiting(.children(let pids, _)):
      let children = (containers[container]?.processes ?? []).filter {
        $0.parent == process.pid && pids.contains($0.pid)
      }
      let isRunning = containers[container]?.takenOut.contains { pids.contains($0.pid) }
      return children.isEmpty && isRunning != true || children.contains { !$0.isRunning }
    case .waiting(.until), .waiting(.signal), .ended: return false
    }
  }

  private mutating func runProcesses(
    of name: String, at now: SimTime, network: inout ClusterNetwork
  ) {
    clock = now
    release(name, at: now)
    defer { containers[name]?.measure(at: now) }
    while containers[name]?.exit == nil {
      var hasRun = false
      var place = 0
      while let processes = containers[name]?.processes, place < processes.count {
        let process = processes[place]
        place += 1
        let isDue = process.unwritten.isEmpty && process.wakesAt.map { $0 <= now } ?? false
        guard process.isRunning, !process.isHeld, isDue || isReady(process, in: name) else {
          continue
        }
        hasRun = true
        run(process.pid, of: name, at: now, network: &network)
        guard containers[name]?.exit == nil else { return }
        guard (containers[name]?.turns.left(at: now) ?? 0) > 0 else {
          hold(name, at: now)
          return
        }
      }
      guard hasRun else { break }
    }
    if containers[name]?.turns.isPaused(at: now) == false { containers[name]?.turns.rest() }
  }

  /// All that could go on has to pause. What becomes due meanwhile, such as a timer, has not.
  private mutating func hold(_ name: String, at now: SimTime) {
    let processes = containers[name]?.processes ?? []
    for (place, process) in processes.enumerated() where isReady(process, in: name) {
      containers[name]?.processes[place].isHeld = true
    }
    let limit = containers[name]?.cpuLimitMillis
    containers[name]?.turns.pause(at: now, limitMillis: limit)
  }

  private mutating func release(_ name: String, at now: SimTime) {
    guard let turns = containers[name]?.turns, turns.pausedUntil != nil, !turns.isPaused(at: now)
    else { return }
    for place in (containers[name]?.processes ?? []).indices {
      containers[name]?.processes[place].isHeld = false
    }
  }

  private mutating func run(
    _ pid: Int, of name: String, at now: SimTime, network: inout ClusterNetwork
  ) {
    guard let place = containers[name]?.processes.firstIndex(where: { $0.pid == pid }),
      var process = containers[name]?.processes.remove(at: place)
    else { return }
    user = process.user
    mask = process.mask
    containers[name]?.takenOut.append((pid, process.parent))
    defer {
      user = .root
      mask = 0o022
      containers[name]?.takenOut.removeAll { $0.pid == pid }
    }
    process.state = .ready
    var program = process.program
    process.program = NoProgram()
    let steps = containers[name]?.turns.left(at: now) ?? 0
    var system = SystemCalls(
      sandbox: self, container: name, process: process, network: network, now: now,
      stepsLeft: steps)
    // The system alone has the files now, so that it need not copy them to change them.
    containers = [:]
    volumes = [:]
    let outcome = system.turn(of: &program)
    self = system.sandbox
    network = system.network
    process = system.process
    system.sandbox.containers = [:]
    containers[name]?.turns.count(max(1, steps - system.stepsLeft))
    process.program = program
    settle(&process, outcome)
    // Another of its processes may have ended the whole container.
    guard containers[name]?.exit == nil else { return }
    let end = process.end
    if end != nil { process.state = .ready }
    let count = containers[name]?.processes.count ?? 0
    containers[name]?.processes.insert(process, at: min(place, count))
    if let end { self.end(pid, of: name, end, at: now) }
    limitMemory(of: name, at: now)
  }

  private func settle(_ process: inout Process, _ outcome: ProgramOutcome?) {
    guard process.isRunning, let outcome else { return }
    switch outcome {
    case .exit(let status):
      if process.unwritten.isEmpty {
        process.state = .ended(ProcessEnd(status: status))
      } else {
        process.program = Ending(status: status)
      }
    case .wait(let wait): process.state = .waiting(wait)
    case .goOn: break
    case .become(let program, let title):
      process.program = program
      process.title = title
      process.dispositions = process.dispositions.filter { $0.value == .ignored }
    case .outOfMemory:
      process.state = .ended(ProcessEnd(status: 137, signal: .kill, isOutOfMemory: true))
    }
  }

  // MARK: - Signals from outside

  /// Sends a signal to a container's main process.
  public mutating func signal(_ name: String, _ signal: ProcessSignal, at now: SimTime) {
    guard let instance = containers[name], instance.exit == nil else { return }
    if signal == .kill {
      endContainer(name, ProcessEnd(status: 137, signal: .kill), at: now)
      return
    }
    if signal == .terminate {
      if instance.isToldToEnd { return }
      containers[name]?.isToldToEnd = true
    }
    deliver(signal, to: instance.mainProcessID, of: name, fromInside: false, at: now)
  }

  /// A container's main process ends with an error of its own, saying so.
  mutating func crash(_ name: String, at now: SimTime) {
    guard containers[name]?.exit == nil else { return }
    containers[name]?.print("fatal error: cannot go on\n", .err, at: now)
    endContainer(name, ProcessEnd(status: 1), at: now)
  }

  mutating func killLater(_ name: String, at time: SimTime) {
    if containers[name]?.exit == nil { containers[name]?.killAt = time }
  }
}

extension Process {
  var end: ProcessEnd? {
    if case .ended(let end) = state { end } else { nil }
  }
}

extension SystemCalls {
  /// One turn of a program; nil when what was written before still waits.
  fileprivate mutating func turn(of program: inout any Program) -> ProgramOutcome? {
    if !process.unwritten.isEmpty {
      writeWhatWaits()
      guard process.unwritten.isEmpty, process.isRunning else { return nil }
    }
    return program.run(&self)
  }
}

/// A program that has ended, but not all it wrote has gone.
struct Ending: Program {
  let status: Int

  mutating func run(_ system: inout SystemCalls) -> ProgramOutcome { .exit(status) }
}
