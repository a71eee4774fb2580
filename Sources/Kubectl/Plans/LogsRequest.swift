import Engine
import Objects

/// What containers have printed.
public struct LogsRequest: Sendable {
  /// A container, or why its log cannot be had.
  public struct Source: Sendable {
    public var address: ContainerAddress
    public var refusal: Failure?

    public init(_ address: ContainerAddress, refusal: Failure? = nil) {
      self.address = address
      self.refusal = refusal
    }
  }

  /// In the order in which they are shown.
  public var sources: [Source]
  /// Put `[pod/POD/CONTAINER] ` before every line.
  public var showsPrefix = false
  /// Of the container's life before this one.
  public var previous = false
  /// Go on until the containers end.
  public var follows = false
  public var showsTimestamps = false
  /// The last lines only; nil for all.
  public var tail: Int?
  public var since: SimTime?
  public var limitBytes: Int?
  /// A log that cannot be had is told among the lines, and the others are shown all the same.
  public var ignoresErrors = false
  public var notes: [String] = []

  public init(_ sources: [Source] = []) {
    self.sources = sources
  }

  /// A line of the log of `source` as it is shown, its end included.
  public func text(
    _ text: String, at time: SimTime, of source: ContainerAddress
  ) -> String {
    let prefix = showsPrefix ? "[pod/\(source.pod.name)/\(source.container)] " : ""
    let stamp = showsTimestamps ? time.rfc3339Nano + " " : ""
    return "\(prefix)\(stamp)\(text)\n"
  }
}

extension SimTime {
  /// With nine digits of a second, as the kubelet stamps log lines.
  var rfc3339Nano: String { String(rfc3339Micro.dropLast()) + "000Z" }
}
