/// What a process can be sent.
public enum ProcessSignal: Int, Hashable, Sendable, CaseIterable {
  case hangUp = 1
  case interrupt = 2
  case quit = 3
  case abort = 6
  case kill = 9
  case user1 = 10
  case segmentation = 11
  case user2 = 12
  case brokenPipe = 13
  case alarm = 14
  case terminate = 15
  case child = 17
  case goOn = 18
  case stop = 19
  case terminalStop = 20
  case window = 28

  private static let names: [(signal: ProcessSignal, name: String)] = [
    (.hangUp, "HUP"), (.interrupt, "INT"), (.quit, "QUIT"), (.abort, "ABRT"), (.kill, "KILL"),
    (.user1, "USR1"), (.segmentation, "SEGV"), (.user2, "USR2"), (.brokenPipe, "PIPE"),
    (.alarm, "ALRM"), (.terminate, "TERM"), (.child, "CHLD"), (.goOn, "CONT"), (.stop, "STOP"),
    (.terminalStop, "TSTP"), (.window, "WINCH"),
  ]

  /// `TERM`
  public var name: String { Self.names.first { $0.signal == self }?.name ?? "\(rawValue)" }

  /// Reads `TERM`, `SIGTERM`, `term` or `15`.
  public init?(named text: String) {
    if let number = Int(text), let signal = ProcessSignal(rawValue: number) {
      self = signal
      return
    }
    var name = text.uppercased()
    if name.hasPrefix("SIG") { name.removeFirst(3) }
    guard let found = Self.names.first(where: { $0.name == name }) else { return nil }
    self = found.signal
  }

  /// Whether it ends a process that has said nothing about it.
  var endsProcess: Bool {
    switch self {
    case .hangUp, .interrupt, .quit, .abort, .kill, .user1, .segmentation, .user2, .brokenPipe,
      .alarm, .terminate:
      true
    // Stopping is left out: it would only hold up the world.
    case .child, .goOn, .stop, .terminalStop, .window: false
    }
  }

  /// What a shell says of a command that it ended; nil when it says nothing.
  var epitaph: String? {
    switch self {
    case .hangUp: "Hangup"
    case .quit: "Quit"
    case .abort: "Aborted"
    case .kill: "Killed"
    case .user1: "User defined signal 1"
    case .segmentation: "Segmentation fault"
    case .user2: "User defined signal 2"
    case .alarm: "Alarm clock"
    case .terminate: "Terminated"
    case .interrupt, .brokenPipe, .child, .goOn, .stop, .terminalStop, .window: nil
    }
  }
}
