import Engine

/// Requests to the servers of a pod.
extension PodSandbox {
  /// The place of the process behind a listener; nil when it does not serve any more.
  private func place(of listener: Listener) -> Int? {
    containers[listener.container]?.processes.firstIndex {
      $0.pid == listener.process && $0.server != nil
    }
  }

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
      var server = containers[listener.container]?.processes[place].server
    else { return .refused }
    let name = listener.container
    containers[name]?.meter.spend(
      cpuMicroseconds: server.daemon.cpuMicroseconds(for: request), at: now)
    var context = lend(name, place, &network, at: now)
    context.source = source
    context.port = port
    let answer = server.daemon.answer(request, in: &context)
    takeBack(context, name, place, &network, at: now)
    if let status = context.exitStatus {
      server.end(at: now, status: status)
      containers[name]?.processes[place].state = .ready
      listeners.removeAll { $0 == listener }
    }
    containers[name]?.processes[place].server = server
    return answer
  }

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

  private mutating func takeBack(
    _ context: DaemonContext, _ name: String, _ place: Int, _ network: inout ClusterNetwork?,
    at now: SimTime
  ) {
    self = context.sandbox
    network = context.network
    for (stream, text) in context.printed { write(text, stream, of: name, place, at: now) }
  }

  /// What a daemon printed goes where its process writes to.
  private mutating func write(
    _ text: String, _ stream: LogLine.Stream, of name: String, _ place: Int, at now: SimTime
  ) {
    guard let process = containers[name]?.processes[place],
      let number = process.descriptors[stream == .out ? 1 : 2],
      let file = containers[name]?.openFiles[number]
    else { return }
    switch file.target {
    case .log(let stream): containers[name]?.print(text, stream, at: now)
    case .caller(let session, let stream):
      containers[name]?.callers[session]?.print(text.utf8, stream)
    case .terminal(let session): containers[name]?.callers[session]?.print(text.utf8, .out)
    case .file(let path): try? write(text, to: path, appending: true, in: name)
    case .pipe(let pipe):
      let space = containers[name]?.pipes[pipe]?.space ?? 0
      containers[name]?.pipes[pipe]?.put(text.utf8.prefix(space))
    case .nothing, .zeros, .noise, .full, .text: break
    }
  }
}
