import Engine

/// How a container's main process ended.
public struct ProcessExit: Hashable, Sendable {
  public var exitCode: Int
  public var finishedAt: SimTime
  /// The kernel killed it because it wanted more memory than its limit.
  public var isOutOfMemory = false

  public init(exitCode: Int, finishedAt: SimTime, isOutOfMemory: Bool = false) {
    self.exitCode = exitCode
    self.finishedAt = finishedAt
    self.isOutOfMemory = isOutOfMemory
  }
}

/// A line a container printed.
public struct LogLine: Hashable, Sendable {
  public enum Stream: Hashable, Sendable {
    case out
    case err
  }

  public var time: SimTime
  public var stream: Stream
  public var text: String

  public init(time: SimTime, stream: Stream, text: String) {
    self.time = time
    self.stream = stream
    self.text = text
  }
}

/// Why a container could not even be started: the runtime's sentence.
public struct StartFailure: Error, Hashable, Sendable {
  public var message: String

  public init(_ message: String) {
    self.message = message
  }
}
