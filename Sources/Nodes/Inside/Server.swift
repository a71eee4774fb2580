import Engine

/// What a process serves with: a daemon, and how far it has got.
///
/// Two are alike when they look alike from outside; what the daemons remember is not compared.
struct Server: Hashable, Sendable {
  enum Stage: Hashable, Sendable {
    /// It does what comes before listening.
    case starting
    /// It wants its ports, and was refused them so many times.
    case binding(refusals: Int)
    case listening
    /// It ends with a status when it is looked at next.
    case ending(status: Int)
  }

  var daemon: any Daemon
  var stage = Stage.starting
  /// When it goes on by itself; nil when it only waits for requests.
  var wakesAt: SimTime?
  /// When it has something to do of its own once it listens.
  var looksAt: SimTime?

  /// A server that starts as soon as its process is looked at.
  init(_ daemon: any Daemon) {
    self.daemon = daemon
    wakesAt = SimTime(milliseconds: 0)
  }

  /// It ends later, and answers until then.
  mutating func end(at time: SimTime, status: Int) {
    stage = .ending(status: status)
    wakesAt = time
  }

  static func == (left: Server, right: Server) -> Bool {
    left.daemon.name == right.daemon.name && left.daemon.ports == right.daemon.ports
      && left.stage == right.stage && left.wakesAt == right.wakesAt
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(daemon.name)
    hasher.combine(stage)
  }
}
