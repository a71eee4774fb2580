import Engine

/// Servers of a pod: how they start, take ports, answer and end.
extension PodSandbox {
  /// The place of the process behind a listener; nil when it does not serve any more.
  private func place(of listener: Listener) -> Int? {
    containers[listener.container]?.processes.firstIndex { process in
      guard process.pid == listener.process, case .serving = process.state else { return false }
      return true
    }
  }

  private func server(of name: String, _ place: Int) -> Server? {
    guard let process = containers[name]?.processes[place],
      case .serving(let server) = process.state
    else { return nil }
    return server
  }

  // MARK: - Life

  /// Lets a server go on whose moment has come.
  mutating func stepServer(
    _ name: String, _ place: Int, at now: SimTime, network: inout ClusterNetwork
  ) {
    guard var server = server(of: name, place), let due = server.dueAt, due <= now else { return }
    if let limit = server.limit, limit <= now {
      endServer(name, place, status: 143)
      return
    }
    if case .ending(let status) = server.stage {
      endServer(name, place, status: status)
      return
    }
    if case .binding = server.stage {
      bind(&server, name, place, at: now, network: &network)
      return
    }
    var context = lend(name, place, &network, at: now)
    let step = server.daemon.step(in: &context)
    takeBack(context, name, place, &network, at: now)
    switch step {
    case .starts(let until): server.wakesAt = max(until, now + .milliseconds(1))
    case .serves(let until):
      server.wakesAt = until.map { max($0, now + .milliseconds(1)) }
      if server.stage == .starting {
        server.stage = .binding(refusals: 0)
        bind(&server, name, place, at: now, network: &network)
        return
      }
    case .ends(let status):
      endServer(name, place, status: status)
      return
    }
    containers[name]?.processes[place].state = .serving(server)
  }

  private mutating func bind(
    _ server: inout Server, _ name: String, _ place: Int, at now: SimTime,
    network: inout ClusterNetwork
  ) {
    guard case .binding(let refusals) = server.stage else { return }
    listeners = listeners.filter { self.place(of: $0) != nil }
    let taken = server.daemon.ports.first { isTaken($0, by: server, network) }
    var context = lend(name, place, &network, at: now)
    var refusal: PortRefusal?
    if let taken {
      refusal = server.daemon.isRefused(port: taken, refusals: refusals, in: &context)
    } else {
      server.daemon.listens(in: &context)
    }
    takeBack(context, name, place, &network, at: now)
    switch refusal {
    case .ends(let status):
      endServer(name, place, status: status)
      return
    case .tryAgain(let span):
      server.stage = .binding(refusals: refusals + 1)
      server.wakesAt = now + span
    case nil:
      listen(server.daemon, name, place)
      server.stage = .listening
    }
    containers[name]?.processes[place].state = .serving(server)
  }

  private func isTaken(_ port: Int, by server: Server, _ network: ClusterNetwork) -> Bool {
    let isLocal = server.daemon.bindAddress == "127.0.0.1"
    return listeners.contains {
      $0.port == port && ($0.bindAddress == "0.0.0.0" || !isLocal || $0.bindAddress == "127.0.0.1")
    } || (usesHostNetwork && network.isHostPortTaken(port))
  }

  private mutating func listen(_ daemon: any Daemon, _ name: String, _ place: Int) {
    guard let pid = containers[name]?.processes[place].pid else { return }
    for port in daemon.ports {
      listeners.append(
        Listener(port: port, bindAddress: daemon.bindAddress, container: name, process: pid))
    }
    containers[name]?.nextProcessID += daemon.helperProcesses
  }

  /// The program ends; whoever started it in its own process goes on.
  private mutating func endServer(_ name: String, _ place: Int, status: Int) {
    guard let pid = containers[name]?.processes[place].pid else { return }
    listeners.removeAll { $0.container == name && $0.process == pid }
    containers[name]?.processes[place].frames.append(.finish(status: status, text: ""))
    containers[name]?.processes[place].state = .ready
  }

  /// A serving process is sent a signal.
  mutating func signalServer(
    _ name: String, _ place: Int, _ signal: ProcessSignal, at now: SimTime
  ) {
    guard var server = server(of: name, place) else { return }
    var network: ClusterNetwork?
    var context = lend(name, place, &network, at: now)
    let reaction = server.daemon.receive(signal, in: &context)
    takeBack(context, name, place, &network, at: now)
    switch reaction {
    case .goesOn: followPorts(of: server.daemon, name, place)
    case .ends(let status, let after): server.end(at: now + after, status: status)
    }
    containers[name]?.processes[place].state = .serving(server)
  }

  /// A daemon that has read its configuration anew may listen elsewhere.
  private mutating func followPorts(of daemon: any Daemon, _ name: String, _ place: Int) {
    guard let pid = containers[name]?.processes[place].pid else { return }
    let mine = listeners.filter { $0.container == name && $0.process == pid }
    guard !mine.isEmpty, mine.map(\.port) != daemon.ports else { return }
    listeners.removeAll { $0.container == name && $0.process == pid }
    for port in daemon.ports where !listeners.contains(where: { $0.port == port }) {
      listeners.append(
        Listener(port: port, bindAddress: daemon.bindAddress, container: name, process: pid))
    }
  }

  // MARK: - Requests

  /// Asks a port of this pod, from an address; the server logs it.
  public mutating func ask(
    port: Int, _ request: NetworkRequest, from source: String, at now: SimTime
  ) -> NetworkAnswer {
    var network: ClusterNetwork?
    return ask(port: port, request, from: source, at: now, network: &network)
  }

  /// Asks a port of this pod, whose server may ask others before it answers.
  mutating func ask(
    port: Int, _ request: NetworkRequest, from source: String, at now: SimTime,
    network: inout ClusterNetwork?
  ) -> NetworkAnswer {
    let isLocal = source == "127.0.0.1"
    let listener = listeners.first {
      $0.port == port && (isLocal || $0.bindAddress != "127.0.0.1")
    }
    guard let listener, let place = place(of: listener),
      var server = server(of: listener.container, place)
    else { return .refused }
    let name = listener.container
    containers[name]?.meter.spend(
      cpuMicroseconds: server.daemon.cpuMicroseconds(for: request), at: now)
    var context = lend(name, place, &network, at: now)
    context.source = source
    context.port = port
    let answer = server.daemon.answer(request, in: &context)
    takeBack(context, name, place, &network, at: now)
    containers[name]?.processes[place].state = .serving(server)
    if let status = context.exitStatus { endServer(name, place, status: status) }
    return answer
  }

  // MARK: - What a daemon is lent

  /// The daemon alone has the files now, so that it need not copy them to change them.
  private mutating func lend(
    _ name: String, _ place: Int, _ network: inout ClusterNetwork?, at now: SimTime
  ) -> DaemonContext {
    let context = DaemonContext(
      sandbox: self, network: network, container: name,
      process: containers[name]?.processes[place].pid ?? 1, now: now)
    containers = [:]
    volumes = [:]
    network = nil
    return context
  }

  private mutating func lend(
    _ name: String, _ place: Int, _ network: inout ClusterNetwork, at now: SimTime
  ) -> DaemonContext {
    var lent: ClusterNetwork? = network
    return lend(name, place, &lent, at: now)
  }

  private mutating func takeBack(
    _ context: DaemonContext, _ name: String, _ place: Int, _ network: inout ClusterNetwork?,
    at now: SimTime
  ) {
    self = context.sandbox
    network = context.network
    for (stream, text) in context.printed { write(text, stream, of: name, place, at: now) }
  }

  private mutating func takeBack(
    _ context: DaemonContext, _ name: String, _ place: Int, _ network: inout ClusterNetwork,
    at now: SimTime
  ) {
    var lent: ClusterNetwork?
    takeBack(context, name, place, &lent, at: now)
    if let lent { network = lent }
  }

  /// What a daemon printed goes where its process writes to.
  private mutating func write(
    _ text: String, _ stream: LogLine.Stream, of name: String, _ place: Int, at now: SimTime
  ) {
    guard let process = containers[name]?.processes[place] else { return }
    switch stream == .out ? process.streams.out : process.streams.error {
    case .log(let stream): containers[name]?.print(text, stream, at: now)
    case .caller(let stream): told?.append((stream, text))
    case .file(let path): try? write(text, to: path, appending: true, in: name)
    case .pipe: containers[name]?.processes[place].piped += text
    case .nowhere: break
    }
  }
}
