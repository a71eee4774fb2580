import Engine

extension SimTime {
  /// A moment as a file keeps it; nil for one that no world gets to. Sums with it would be too
  /// large for any number.
  public init?(kept milliseconds: Int64) {
    guard (0...Self.lastNamed.milliseconds).contains(milliseconds) else { return nil }
    self.init(milliseconds: milliseconds)
  }
}
