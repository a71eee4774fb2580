import Engine
import Objects

/// Something asked of running (or ended) containers.
public enum ContainerRequest: Sendable {
  case exec(ExecRequest)
  case attach(AttachRequest)
  case logs(LogsRequest)
  case copy(CopyRequest)
  case forward(ForwardRequest)
}

/// A container of a pod.
public struct ContainerAddress: Hashable, Sendable {
  public var pod: ObjectKey
  public var container: String

  public init(pod: ObjectKey, container: String) {
    self.pod = pod
    self.container = container
  }
}

/// Whose keys go to a program, and whether over a terminal.
public struct StreamWishes: Hashable, Sendable {
  /// `-i`: input is passed on.
  public var passesStdin: Bool
  /// `-t`: over a terminal, if there is one.
  public var wantsTerminal: Bool
  /// `-q`: nothing is said beside what the program prints.
  public var isQuiet: Bool

  public init(passesStdin: Bool = false, wantsTerminal: Bool = false, isQuiet: Bool = false) {
    self.passesStdin = passesStdin
    self.wantsTerminal = wantsTerminal
    self.isQuiet = isQuiet
  }

  init(_ invocation: Invocation) {
    self.init(
      passesStdin: invocation.has("stdin"), wantsTerminal: invocation.has("tty"),
      isQuiet: invocation.has("quiet"))
  }
}

/// A command to run in a container.
public struct ExecRequest: Sendable {
  public var target: ContainerAddress
  public var command: [String]
  public var streams: StreamWishes
  /// Said first on standard error: which of several containers was taken.
  public var notes: [String]

  public init(
    target: ContainerAddress, command: [String], streams: StreamWishes, notes: [String] = []
  ) {
    self.target = target
    self.command = command
    self.streams = streams
    self.notes = notes
  }
}

/// Joining the main process of a container.
public struct AttachRequest: Sendable {
  public var target: ContainerAddress
  public var streams: StreamWishes
  /// Said first on standard error.
  public var notes: [String]
  /// Whether the container was made for this: then it is seen from its first line on, and when
  /// it cannot be joined its log is shown instead.
  public var isOwn: Bool

  public init(
    target: ContainerAddress, streams: StreamWishes, notes: [String] = [], isOwn: Bool = false
  ) {
    self.target = target
    self.streams = streams
    self.notes = notes
    self.isOwn = isOwn
  }
}

/// Files between the host and a container.
public struct CopyRequest: Sendable {
  public enum Place: Hashable, Sendable {
    case host(path: String)
    case container(ContainerAddress, path: String)
  }

  public var source: Place
  public var destination: Place
  public var notes: [String]

  public init(from source: Place, to destination: Place, notes: [String] = []) {
    self.source = source
    self.destination = destination
    self.notes = notes
  }
}

/// Ports of this side that lead to ports of a pod.
public struct ForwardRequest: Sendable {
  public struct Port: Hashable, Sendable {
    /// Nil for any that is free.
    public var local: Int?
    public var remote: Int

    public init(local: Int?, remote: Int) {
      self.local = local
      self.remote = remote
    }
  }

  public var pod: ObjectKey
  public var ports: [Port]
}
