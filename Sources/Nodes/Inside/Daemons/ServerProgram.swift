import Engine

/// A process that serves: how it starts, takes ports, hears signals and ends.
struct ServerProgram: Program {
  static let signals: [ProcessSignal] = [
    .hangUp, .interrupt, .quit, .terminate, .user1, .user2, .window,
  ]

  mutating func run(_ system: inout SystemCalls) -> ProgramOutcome {
    for signal in system.process.server?.daemon.handledSignals ?? [] {
      system.handle(signal, .caught)
    }
    while let signal = system.nextSignal() { system.tellServer(signal) }
    while let server = system.process.server, let due = server.wakesAt, due <= system.now {
      if let status = system.stepServer() { return .exit(status) }
    }
    guard let server = system.process.server else { return .exit(0) }
    return .wait(server.wakesAt.map { .until($0) } ?? .signal)
  }
}

extension SystemCalls {
  /// Lets the server of this process go on; the status when it has ended.
  fileprivate mutating func stepServer() -> Int? {
    guard var server = process.server else { return 0 }
    switch server.stage {
    case .ending(let status): return status
    case .binding: return bind(&server)
    case .starting, .listening: break
    }
    var context = lend()
    let step = server.daemon.step(in: &context)
    takeBack(context)
    switch step {
    case .starts(let until): server.wakesAt = max(until, now + .milliseconds(1))
    case .serves(let until):
      server.looksAt = until.map { max($0, now + .milliseconds(1)) }
      server.wakesAt = server.looksAt
      if server.stage == .starting {
        server.stage = .binding(refusals: 0)
        return bind(&server)
      }
    case .ends(let status): return status
    }
    process.server = server
    return nil
  }

  private mutating func bind(_ server: inout Server) -> Int? {
    guard case .binding(let refusals) = server.stage else { return nil }
    let taken = server.daemon.ports.first { isTaken($0, by: server.daemon) }
    var context = lend()
    var refusal: PortRefusal?
    if let taken {
      refusal = server.daemon.isRefused(port: taken, refusals: refusals, in: &context)
    } else {
      server.daemon.listens(in: &context)
    }
    takeBack(context)
    if let status = context.exitStatus { return status }
    switch refusal {
    case .ends(let status): return status
    case .tryAgain(let span):
      server.stage = .binding(refusals: refusals + 1)
      server.wakesAt = now + span
    case nil:
      listen(server.daemon)
      server.stage = .listening
      server.wakesAt = server.looksAt
    }
    process.server = server
    return nil
  }

  func isTaken(_ port: Int, by daemon: any Daemon) -> Bool {
    let isLocal = daemon.bindAddress == "127.0.0.1"
    return sandbox.listeners.contains {
      $0.port == port && ($0.bindAddress == "0.0.0.0" || !isLocal || $0.bindAddress == "127.0.0.1")
    } || (sandbox.usesHostNetwork && network.isHostPortTaken(port))
  }

  private mutating func listen(_ daemon: any Daemon) {
    for port in daemon.ports {
      sandbox.listeners.append(
        PodSandbox.Listener(
          port: port, bindAddress: daemon.bindAddress, container: container, process: process.pid))
    }
    var last = process.pid
    for _ in 0..<daemon.helperProcesses { last = sandbox.takeProcessID(for: container) }
    if let worker = daemon.worker { keep(worker, as: last) }
  }

  private mutating func keep(_ worker: DaemonWorker, as pid: Int) {
    var child = Process(
      pid: pid, parent: process.pid, session: process.session, title: [worker.title],
      program: WaitingWorker(), user: worker.user, environment: process.environment,
      folder: process.folder, startedAt: now)
    child.signalWithoutParent = .kill
    // What its server wants is counted once.
    child.isAccountedFor = true
    sandbox.containers[container]?.processes.append(child)
  }

  /// The server of this process hears a signal.
  fileprivate mutating func tellServer(_ signal: ProcessSignal) {
    guard var server = process.server else { return }
    var context = lend()
    let reaction = server.daemon.receive(signal, in: &context)
    takeBack(context)
    switch reaction {
    case .goesOn: followPorts(of: server.daemon)
    case .ends(let status, let after): server.end(at: now + after, status: status)
    }
    process.server = server
  }

  /// A daemon that has read its configuration anew may listen elsewhere.
  private mutating func followPorts(of daemon: any Daemon) {
    let mine = sandbox.listeners.filter { $0.container == container && $0.process == process.pid }
    guard !mine.isEmpty, mine.map(\.port) != daemon.ports else { return }
    let (name, pid) = (container, process.pid)
    sandbox.listeners.removeAll { $0.container == name && $0.process == pid }
    for port in daemon.ports where !sandbox.listeners.contains(where: { $0.port == port }) {
      sandbox.listeners.append(
        PodSandbox.Listener(
          port: port, bindAddress: daemon.bindAddress, container: container, process: process.pid))
    }
  }

  /// The daemon alone has the files now, so that it need not copy them to change them.
  private mutating func lend() -> DaemonContext {
    let context = DaemonContext(
      sandbox: sandbox, network: network, container: container, process: process.pid, now: now)
    sandbox.containers = [:]
    sandbox.volumes = [:]
    return context
  }

  private mutating func takeBack(_ context: DaemonContext) {
    sandbox = context.sandbox
    if let lent = context.network { network = lent }
    for (stream, text) in context.printed { write(text, to: stream == .out ? 1 : 2) }
  }
}

/// A worker of a server: the server itself answers.
private struct WaitingWorker: Program {
  mutating func run(_ system: inout SystemCalls) -> ProgramOutcome {
    for signal in ServerProgram.signals { system.handle(signal, .ignored) }
    return .wait(.signal)
  }
}
