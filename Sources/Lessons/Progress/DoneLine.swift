import Engine

/// A line that was carried out in a lesson, with all that is needed to do it again.
public struct DoneLine: Sendable, Equatable {
  /// Something typed for a program in a container meanwhile.
  public struct Key: Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
      case line(String)
      case interrupt
      case end
    }

    public var time: SimTime
    public var kind: Kind

    public init(time: SimTime, kind: Kind) {
      self.time = time
      self.kind = kind
    }
  }

  /// Something that the machine podlab runs on answered: the text of a file, what came out of an
  /// editor. It may answer differently later.
  public struct HostAnswer: Sendable, Equatable {
    public enum Kind: String, Sendable {
      /// A file was read.
      case file
      /// A text was edited; its name is empty.
      case edited
      /// Another program ran; its name is the command line.
      case program
    }

    public var kind: Kind
    public var name: String
    /// Nil when there was none.
    public var text: String?

    public init(kind: Kind, name: String, text: String?) {
      self.kind = kind
      self.name = name
      self.text = text
    }
  }

  public var text: String
  /// The cluster's time before and after it.
  public var began: SimTime
  public var ended: SimTime
  /// Whether Ctrl-C ended it.
  public var wasCutShort = false
  public var keys: [Key] = []
  public var answers: [HostAnswer] = []

  public init(text: String, began: SimTime, ended: SimTime) {
    self.text = text
    self.began = began
    self.ended = ended
  }
}
