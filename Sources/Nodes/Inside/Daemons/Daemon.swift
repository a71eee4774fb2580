import Engine

/// A program that listens on ports and answers, as a plain value: all that it remembers is in it.
protocol Daemon: Sendable {
  /// As it calls itself when it complains.
  var name: String { get }
  /// The ports that it listens on once it has started.
  var ports: [Int] { get }
  /// `0.0.0.0`, or the one address that it can be reached at.
  var bindAddress: String { get }
  /// How many process numbers its helpers take.
  var helperProcesses: Int { get }
  /// The last of its helpers, when it stays.
  var worker: DaemonWorker? { get }
  /// The signals that it takes in hand itself: others do what they do to any process.
  var handledSignals: [ProcessSignal] { get }
  /// What it wants while nobody asks anything of it; nil when that is known by its name.
  var idleDemand: ProcessDemand? { get }

  /// Goes on: at its start, and whenever a moment has come that it asked for.
  mutating func step(in context: inout DaemonContext) -> DaemonStep
  /// Its ports are bound now: what it says to that.
  mutating func listens(in context: inout DaemonContext)
  /// A port of its own is somebody else's; `refusals` counts how often it has been told before.
  mutating func isRefused(
    port: Int, refusals: Int, in context: inout DaemonContext
  ) -> PortRefusal
  /// Answers to text, as somebody might type it.
  mutating func reply(to text: String, in context: inout DaemonContext) -> NetworkAnswer
  /// Answers to a request for a page.
  mutating func reply(to request: HTTPRequest, in context: inout DaemonContext) -> NetworkAnswer
  mutating func receive(
    _ signal: ProcessSignal, in context: inout DaemonContext
  ) -> SignalReaction
  /// The cpu time that a request takes, in microseconds.
  func cpuMicroseconds(for request: NetworkRequest) -> Int64
}

/// A process that a daemon keeps beside its own, as `ps` shows it.
struct DaemonWorker {
  var title: String
  var user: ProcessUser
}

/// What a daemon does next.
enum DaemonStep {
  /// It is not ready to listen before then.
  case starts(until: SimTime)
  /// It listens; nil when it has nothing to do by itself.
  case serves(until: SimTime?)
  case ends(status: Int)
}

/// What a daemon does when a port is taken.
enum PortRefusal {
  case tryAgain(after: SimSpan)
  case ends(status: Int)
}

/// What a daemon does at a signal.
enum SignalReaction {
  case goesOn
  case ends(status: Int, after: SimSpan)
}

extension Daemon {
  var bindAddress: String { "0.0.0.0" }
  var helperProcesses: Int { 0 }
  var worker: DaemonWorker? { nil }
  var idleDemand: ProcessDemand? { nil }
  var handledSignals: [ProcessSignal] { ServerProgram.signals }

  mutating func answer(
    _ request: NetworkRequest, in context: inout DaemonContext
  ) -> NetworkAnswer {
    switch request {
    case .open: .text("")
    case .datagram: .refused
    case .text(let text): reply(to: text, in: &context)
    case .http(let request): reply(to: request, in: &context)
    }
  }

  // Most speak a language of their own, and hang up on others.

  mutating func reply(to text: String, in context: inout DaemonContext) -> NetworkAnswer {
    .closed
  }

  mutating func reply(to request: HTTPRequest, in context: inout DaemonContext) -> NetworkAnswer {
    .closed
  }

  mutating func step(in context: inout DaemonContext) -> DaemonStep { .serves(until: nil) }

  mutating func listens(in context: inout DaemonContext) {}

  mutating func isRefused(
    port: Int, refusals: Int, in context: inout DaemonContext
  ) -> PortRefusal {
    context.print("\(name): bind: Address already in use\n", .err)
    return .ends(status: 1)
  }

  /// Most end tidily, a moment later: whoever told them to from inside ends before them.
  mutating func receive(
    _ signal: ProcessSignal, in context: inout DaemonContext
  ) -> SignalReaction {
    .ends(status: 0, after: .milliseconds(10))
  }

  func cpuMicroseconds(for request: NetworkRequest) -> Int64 { request == .open ? 20 : 60 }
}
