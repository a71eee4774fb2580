import Engine
import Objects

/// The process tables of a pod's containers.
extension PodSandbox {
  /// Whose processes are counted with those of a container: its own name, that of the container it
  /// looks at, or nothing when the whole pod counts together.
  func processSpace(of container: String) -> String {
    sharesProcesses ? "" : processTargets[container] ?? container
  }

  /// The containers whose processes one of them sees.
  func containersSeen(from container: String) -> [String] {
    let space = processSpace(of: container)
    return containers.keys.sorted().filter { processSpace(of: $0) == space }
  }

  mutating func takeProcessID(for container: String) -> Int {
    let space = processSpace(of: container)
    let pid = lastProcessIDs[space, default: 0] + 1
    lastProcessIDs[space] = pid
    return pid
  }

  /// The container that a process runs in, as far as `container` can see it.
  func container(of pid: Int, seenFrom container: String) -> String? {
    return containersSeen(from: container).first {
      containers[$0]?.processes.contains { $0.pid == pid && $0.isRunning } ?? false
    }
  }

  /// Number 1 of its own process space cannot be ended by what it does not handle.
  private func isInit(_ pid: Int) -> Bool { pid == 1 }

  /// Begins a container's main process; why it cannot be, in the runtime's words.
  mutating func startMain(
    _ words: [String], of container: Container, at now: SimTime
  ) -> String? {
    let start =
      "failed to create containerd task: failed to create shim task: OCI runtime create failed: "
      + "runc create failed: unable to start container process: "
    guard !words.isEmpty else { return "failed to generate container spec: no command specified" }
    let name = container.name
    guard ArgumentSpace.fits(words, containers[name]?.environment ?? []) else {
      return start + "exec \(words[0].prefix(200)): argument list too long"
    }
    let pid = takeProcessID(for: name)
    containers[name]?.mainProcessID = pid
    let isTerminal = container.tty ?? false
    let hasInput = container.stdin ?? false
    if isTerminal || hasInput {
      containers[name]?.callers[pid] = CallerStreams(isTerminal: isTerminal)
    }
    guard var process = newProcess(pid, words, in: name, at: now) else { return nil }
    connect(&process, toCaller: isTerminal ? .terminal : hasInput ? .input : .nobody, in: name)
    switch load(words, for: process, in: name) {
    case .program(let program):
      process.program = program
      containers[name]?.processes = [process]
      return nil
    case .notExecutable: return start + "exec: \"\(words[0])\": permission denied"
    case .folder: return start + "exec: \"\(words[0])\": is a directory"
    case .missing: return start + Self.missing(words[0])
    }
  }

  static func missing(_ program: String) -> String {
    program.contains("/")
      ? "exec: \"\(program)\": stat \(program): no such file or directory"
      : "exec: \"\(program)\": executable file not found in $PATH"
  }

  func newProcess(_ pid: Int, _ words: [String], in container: String, at now: SimTime) -> Process?
  {
    guard let instance = containers[container] else { return nil }
    return Process(
      pid: pid, parent: 0, session: pid, title: words, program: NoProgram(),
      user: instance.user, environment: ProcessEnvironment(instance.environment),
      folder: instance.workingFolder, startedAt: now)
  }

  enum CallerKind {
    case nobody
    /// Only the input comes from a caller; outputs are the log.
    case input
    case terminal
    /// A command from outside: all three streams.
    case all
  }

  /// Gives a new process its three descriptors.
  mutating func connect(_ process: inout Process, toCaller kind: CallerKind, in container: String) {
    let session = process.session
    let targets: [OpenFile.Target]
    switch kind {
    case .nobody: targets = [.nothing, .log(.out), .log(.err)]
    case .input: targets = [.caller(session: session, .out), .log(.out), .log(.err)]
    case .terminal: targets = Array(repeating: .terminal(session: session), count: 3)
    case .all:
      targets = [
        .caller(session: session, .out), .caller(session: session, .out),
        .caller(session: session, .err),
      ]
    }
    for (descriptor, target) in targets.enumerated() {
      let number = containers[container]?.nextNumber() ?? 0
      var file = OpenFile(target: target)
      file.users = 1
      containers[container]?.openFiles[number] = file
      process.descriptors[descriptor] = number
    }
  }

  // MARK: - Signals

  /// Delivers a signal to a process.
  mutating func deliver(
    _ signal: ProcessSignal, to pid: Int, of container: String, fromInside: Bool, at now: SimTime
  ) {
    guard let place = containers[container]?.processes.firstIndex(where: { $0.pid == pid }),
      let process = containers[container]?.processes[place], process.isRunning
    else { return }
    if signal == .kill {
      if fromInside, isInit(pid) { return }
      end(pid, of: container, ProcessEnd(status: 137, signal: .kill), at: now)
      return
    }
    switch process.dispositions[signal] {
    case .ignored?: return
    case .caught?:
      guard !process.pending.contains(signal) else { return }
      containers[container]?.processes[place].pending.append(signal)
    case nil:
      guard signal.endsProcess, !isInit(pid) else { return }
      end(
        pid, of: container, ProcessEnd(status: 128 + signal.rawValue, signal: signal), at: now)
    }
  }

  /// A process has ended: its descriptors are closed, its children are on their own.
  mutating func end(
    _ pid: Int, of container: String, _ end: ProcessEnd, at now: SimTime
  ) {
    guard let place = containers[container]?.processes.firstIndex(where: { $0.pid == pid }),
      let process = containers[container]?.processes[place]
    else { return }
    containers[container]?.processes[place].state = .ended(end)
    containers[container]?.processes[place].descriptors = [:]
    containers[container]?.processes[place].server = nil
    listeners.removeAll { $0.container == container && $0.process == pid }
    for number in process.descriptors.values { release(number, in: container) }
    // The kubelet asks the kernel to end all of a container when its memory runs out.
    if pid == containers[container]?.mainProcessID || end.isOutOfMemory {
      endContainer(container, end, at: now)
      return
    }
    leaveChildren(of: pid, in: container, at: now)
    let isParentOut = containers[container]?.takenOut.contains { $0.pid == process.parent }
    let hasParent = containers[container]?.processes.contains {
      $0.pid == process.parent && $0.isRunning
    }
    // Who was started from outside is asked for by its caller.
    if process.parent != 0, isParentOut != true, hasParent != true { remove(pid, of: container) }
  }

  private mutating func leaveChildren(of pid: Int, in container: String, at now: SimTime) {
    let children = (containers[container]?.processes ?? []).filter { $0.parent == pid }
    for child in children {
      if child.isRunning, let signal = child.signalWithoutParent {
        deliver(signal, to: child.pid, of: container, fromInside: true, at: now)
      } else if child.isRunning {
        let place = containers[container]?.processes.firstIndex { $0.pid == child.pid }
        // Nobody asks for it any more: number 1 would, if it were made for that.
        if let place { containers[container]?.processes[place].parent = -1 }
      } else {
        remove(child.pid, of: container)
      }
    }
  }

  mutating func remove(_ pid: Int, of container: String) {
    containers[container]?.processes.removeAll { $0.pid == pid }
  }

  /// The main process has ended, and with it every other one of the container.
  mutating func endContainer(_ name: String, _ end: ProcessEnd, at now: SimTime) {
    containers[name]?.exit = ProcessExit(
      exitCode: end.status, finishedAt: now, isOutOfMemory: end.isOutOfMemory)
    containers[name]?.processes = []
    containers[name]?.openFiles = [:]
    containers[name]?.pipes = [:]
    containers[name]?.killAt = nil
    listeners.removeAll { $0.container == name }
  }

  // MARK: - Open files

  /// A descriptor does not stand for an open file any more. One that none stands for is forgotten,
  /// and a pipe without ends, too.
  mutating func release(_ number: Int, in container: String) {
    guard let file = containers[container]?.openFiles[number] else { return }
    guard file.users <= 1 else {
      containers[container]?.openFiles[number]?.users -= 1
      return
    }
    containers[container]?.openFiles[number] = nil
    if case .pipe(let pipe) = file.target,
      !isOpen(pipe, in: container, forWriting: true),
      !isOpen(pipe, in: container, forWriting: false)
    {
      containers[container]?.pipes[pipe] = nil
    }
  }

  /// Whether some process can still write to a pipe, or read from it. The numbers of its ends are
  /// the two after its own.
  func isOpen(_ pipe: Int, in container: String, forWriting: Bool) -> Bool {
    (containers[container]?.openFiles[pipe + (forWriting ? 2 : 1)]?.users ?? 0) > 0
  }

  /// Whether reading a descriptor would give something, be it its end.
  func hasInput(_ descriptor: Int, of process: Process, in container: String) -> Bool {
    guard let instance = containers[container], let number = process.descriptors[descriptor],
      let file = instance.openFiles[number]
    else { return true }
    switch file.target {
    case .pipe(let pipe):
      return (instance.pipes[pipe]?.count ?? 0) > 0
        || !isOpen(pipe, in: container, forWriting: true)
    case .caller(let session, _), .terminal(let session):
      guard let caller = instance.callers[session] else { return true }
      let isThere = caller.isTerminal ? caller.input.hasLine : caller.input.count > 0
      return isThere || caller.endings > 0 || !caller.isInputOpen
    case .nothing, .zeros, .noise, .full, .file, .text, .log: return true
    }
  }
}
