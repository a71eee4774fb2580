import Engine

/// A line that was typed at the prompt.
public struct HistoryLine: Hashable, Sendable {
  public var text: String
  /// When, by the wall clock; nil where nobody knows.
  public var time: SimTime?

  public init(_ text: String, at time: SimTime? = nil) {
    self.text = text
    self.time = time
  }
}
