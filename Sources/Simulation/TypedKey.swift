import Engine

/// Something that was typed for a program in a container while a command ran, and when.
public struct TypedKey: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// A whole line, without its end.
    case line(String)
    /// Ctrl-C
    case interrupt
    /// Ctrl-D, or the end of what there was to read.
    case end
  }

  public var time: SimTime
  public var kind: Kind

  public init(time: SimTime, kind: Kind) {
    self.time = time
    self.kind = kind
  }
}
