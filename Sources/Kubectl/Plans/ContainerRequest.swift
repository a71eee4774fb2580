import Engine
import Objects

/// Something asked of running (or ended) containers.
public enum ContainerRequest: Sendable {
  case exec(ExecRequest)
  case attach(AttachRequest)
  case logs(LogsRequest)
  case copy(CopyRequest)
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

/// A command to run in a container.
public struct ExecRequest: Sendable {
  public var target: ContainerAddress
  public var command: [String]
  public var passesStdin: Bool
  public var isTerminal: Bool
  /// Said first on standard error: which of several containers was taken.
  public var notes: [String]
}

/// Joining the main process of a container.
public struct AttachRequest: Sendable {
  public var target: ContainerAddress
  public var passesStdin: Bool
  public var isTerminal: Bool
  public var notes: [String]

  public init(
    target: ContainerAddress, passesStdin: Bool, isTerminal: Bool, notes: [String] = []
  ) {
    self.target = target
    self.passesStdin = passesStdin
    self.isTerminal = isTerminal
    self.notes = notes
  }
}

/// What containers have printed.
public struct LogsRequest: Sendable {
  /// In the order in which they are shown.
  public var sources: [ContainerAddress]
  /// Put `[pod/POD/CONTAINER] ` before every line.
  public var showsPrefix: Bool
  /// Of the container's life before this one.
  public var previous: Bool
  /// Go on until the containers end.
  public var follows: Bool
  public var showsTimestamps: Bool
  /// The last lines only; nil for all.
  public var tail: Int?
  public var since: SimTime?
  public var limitBytes: Int?
  public var notes: [String]
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

extension LogsRequest {
  /// What attaching to a container shows: all it prints until it ends.
  public init(following attach: AttachRequest) {
    sources = [attach.target]
    showsPrefix = false
    previous = false
    follows = true
    showsTimestamps = false
    notes = attach.notes
  }
}
