import Engine

/// nginx: the servers of a configuration, with a line in the log for each request.
struct NginxDaemon: WebDaemon {
  let name = "nginx"
  let version: String
  /// The file that its configuration begins with.
  let file: String
  var settings = NginxSettings()
  /// What it makes before it serves; nil before it has read its configuration.
  private var places: NginxPlaces?
  /// Connections, counted as its log does.
  var connections = 0
  /// The addresses of the servers that requests are sent on to, as they were when it started.
  var addresses: [String: String] = [:]
  /// Which of an upstream's servers is next.
  var turn = 0
  init(version: String, file: String) {
    self.version = version
    self.file = file
  }

  var ports: [Int] { settings.ports }
  /// It has workers, and whoever began it had helpers of its own.
  var helperProcesses: Int { 6 }
  var worker: DaemonWorker? {
    DaemonWorker(title: "nginx: worker process", user: ProcessUser(id: 101, group: 101))
  }

  /// The number of its only worker.
  func workerNumber(_ context: DaemonContext) -> Int { context.process + helperProcesses }

  var idleDemand: ProcessDemand? { ProcessDemand(cpuMillis: 1, memoryBytes: 7_400 << 10) }

  /// How often it asks for a port that is taken, and with what pause.
  private static let tries = 5
  private static let pause = SimSpan.milliseconds(500)

  // MARK: - Life

  mutating func step(in context: inout DaemonContext) -> DaemonStep {
    do throws(NginxProblem) {
      let configuration = try NginxConfiguration.read(file, in: context)
      settings = configuration.settings
      places = configuration.places
      if let warning = configuration.places.warning(for: context.sandbox.user) {
        say("warn", warning, &context)
      }
      try configuration.places.makeFolders(in: &context)
      return .serves(until: nil)
    } catch {
      say("emerg", error.text, &context)
      return .ends(status: 1)
    }
  }

  /// In its log, and to whoever began it.
  private func say(_ level: String, _ text: String, _ context: inout DaemonContext) {
    context.print(line(level, text, context) + "nginx: [\(level)] \(text)\n", .err)
  }

  mutating func listens(in context: inout DaemonContext) {
    let lines = [
      "using the \"epoll\" event method", "nginx/\(version)",
      "built by gcc 12.2.0 (Debian 12.2.0-14) ", "OS: Linux 6.12.0-amd64",
      "getrlimit(RLIMIT_NOFILE): 1048576:1048576",
    ]
    context.print(lines.map { line("notice", $0, context) }.joined(), .err)
    do throws(NginxProblem) {
      try places?.writeProcessFile(in: &context)
    } catch {
      say("emerg", error.text, &context)
      context.exitStatus = 1
      return
    }
    let workers = [
      "start worker processes", "start worker process \(workerNumber(context))",
    ]
    context.print(workers.map { line("notice", $0, context) }.joined(), .err)
  }

  mutating func isRefused(
    port: Int, refusals: Int, in context: inout DaemonContext
  ) -> PortRefusal {
    guard refusals < Self.tries else {
      context.print(
        line("emerg", "still could not bind()", context)
          + "nginx: [emerg] still could not bind()\n", .err)
      return .ends(status: 1)
    }
    let text = "bind() to 0.0.0.0:\(port) failed (98: Address already in use)"
    context.print(
      line("emerg", text, context) + "nginx: [emerg] \(text)\n"
        + line("notice", "try again to bind() after 500ms", context), .err)
    return .tryAgain(after: Self.pause)
  }

  mutating func receive(
    _ signal: ProcessSignal, in context: inout DaemonContext
  ) -> SignalReaction {
    switch signal {
    case .hangUp:
      context.print(line("notice", "signal 1 (SIGHUP) received, reconfiguring", context), .err)
      do throws(NginxProblem) {
        settings = try NginxConfiguration.read(file, in: context).settings
        addresses = [:]
        context.print(line("notice", "reconfiguring", context), .err)
      } catch {
        context.print(line("emerg", error.text, context), .err)
      }
      return .goesOn
    case .quit:
      context.print(
        line("notice", "signal 3 (SIGQUIT) received, shutting down", context)
          + line("notice", "worker process \(workerNumber(context)) exited with code 0", context)
          + line("notice", "exit", context), .err)
      return .ends(status: 0, after: .milliseconds(10))
    case .user1, .user2, .window, .abort, .segmentation, .brokenPipe, .alarm, .child, .goOn, .stop,
      .terminalStop:
      return .goesOn
    case .interrupt, .kill, .terminate:
      let word = signal == .interrupt ? "2 (SIGINT)" : "15 (SIGTERM)"
      context.print(
        line("notice", "signal \(word) received, exiting", context)
          + line("notice", "worker process \(workerNumber(context)) exited with code 0", context)
          + line("notice", "exit", context), .err)
      return .ends(status: 0, after: .milliseconds(10))
    }
  }

  func line(_ level: String, _ text: String, _ context: DaemonContext) -> String {
    "\(context.now.nginxText) [\(level)] \(context.process)#\(context.process): \(text)\n"
  }

  func cpuMicroseconds(for request: NetworkRequest) -> Int64 { request == .open ? 20 : 150 }
}

extension SimTime {
  /// `2026/01/01 12:00:40`
  var nginxText: String { rfc3339.prefix(10).replacing("-", with: "/") + " " + clockText }
}
