import Engine

/// Beginning other processes, waiting for them and telling them something.
extension SystemCalls {
  /// How many processes a container may have.
  static let mostProcesses = 200

  /// A copy of this process that runs `program`; its number, or nil when there are too many.
  mutating func fork(
    _ program: any Program, prepare: (inout Process) -> Void = { _ in }
  ) -> Int? {
    guard (sandbox.containers[container]?.processes.count ?? 0) < Self.mostProcesses else {
      return nil
    }
    let pid = sandbox.takeProcessID(for: container)
    var child = Process(
      pid: pid, parent: process.pid, session: process.session, title: process.title,
      program: program, user: process.user, environment: process.environment,
      folder: process.folder, descriptors: process.descriptors,
      dispositions: process.dispositions.filter { $0.value == .ignored }, startedAt: now)
    child.mask = process.mask
    prepare(&child)
    for number in child.descriptors.values {
      sandbox.containers[container]?.openFiles[number]?.users += 1
    }
    sandbox.containers[container]?.processes.append(child)
    stepsLeft -= 40
    return pid
  }

  enum Child {
    case running
    case ended(ProcessEnd)
    case none
  }

  /// How a child is; one that has ended is forgotten with this.
  mutating func reap(_ pid: Int) -> Child {
    guard let processes = sandbox.containers[container]?.processes,
      let place = processes.firstIndex(where: { $0.pid == pid && $0.parent == process.pid })
    else {
      let isOut = sandbox.containers[container]?.takenOut.contains { $0.pid == pid }
      return isOut == true ? .running : .none
    }
    guard case .ended(let end) = processes[place].state else { return .running }
    sandbox.containers[container]?.processes.remove(at: place)
    return .ended(end)
  }

  /// The children that have not been asked for, in the order in which they began.
  var children: [Int] {
    (sandbox.containers[container]?.processes ?? []).filter { $0.parent == process.pid }.map(\.pid)
  }

  /// False when there is no such process.
  mutating func kill(_ pid: Int, _ signal: ProcessSignal?) -> Bool {
    if pid == process.pid {
      if let signal { deliverToItself(signal) }
      return true
    }
    guard let owner = sandbox.container(of: pid, seenFrom: container) else { return false }
    guard let signal else { return true }
    // While it tells the other one it is in the table as well: files that they share stay open.
    sandbox.containers[container]?.processes.append(process)
    sandbox.deliver(signal, to: pid, of: owner, fromInside: true, at: now)
    let own = process.pid
    sandbox.containers[container]?.processes.removeAll { $0.pid == own }
    return true
  }

  /// A signal for the process that runs.
  mutating func deliverToItself(_ signal: ProcessSignal) {
    switch process.dispositions[signal] {
    case .ignored?: return
    case .caught? where signal != .kill:
      if !process.pending.contains(signal) { process.pending.append(signal) }
    case .caught?, nil:
      // Number 1 ignores what it has no handler for, and KILL from its own container.
      guard signal.endsProcess, process.pid != 1 else { return }
      process.state = .ended(ProcessEnd(status: 128 + signal.rawValue, signal: signal))
    }
  }

  /// Says what signals do to this process.
  mutating func handle(_ signal: ProcessSignal, _ disposition: SignalDisposition?) {
    process.dispositions[signal] = disposition
  }

  /// The oldest signal that was caught and not looked at yet.
  mutating func nextSignal() -> ProcessSignal? {
    process.pending.isEmpty ? nil : process.pending.removeFirst()
  }

  /// The program that words mean, ready to take a process.
  func load(words: [String], environment: ProcessEnvironment) -> LoadedProgram {
    var process = process
    process.environment = environment
    return sandbox.load(words, for: process, in: container)
  }

  /// What `ps` sees: the processes of the container, or of the pod when it shares them.
  var visibleProcesses: [Process] {
    let names = sandbox.containersSeen(from: container)
    let others = names.flatMap { sandbox.containers[$0]?.processes ?? [] }.filter(\.isRunning)
    return (pause + others + [process]).sorted { $0.pid < $1.pid }
  }

  /// What keeps the pod's namespaces is number 1 where processes are shared.
  private var pause: [Process] {
    guard sandbox.sharesProcesses else { return [] }
    return [
      Process(
        pid: 1, parent: 0, session: 1, title: ["/pause"], program: NoProgram(),
        user: ProcessUser(id: 65_535, group: 65_535), environment: ProcessEnvironment(),
        folder: "/", startedAt: process.startedAt)
    ]
  }
}
