import Engine

extension SimTime {
  /// The last millisecond of the year 9999: RFC 3339 has no name for a later one.
  private static let last: Int64 = 253_402_300_799_999

  /// A moment as a file keeps it; nil for one that no world gets to. Sums with it would be too
  /// large for any number.
  public init?(kept milliseconds: Int64) {
    guard (0...Self.last).contains(milliseconds) else { return nil }
    self.init(milliseconds: milliseconds)
  }
}
