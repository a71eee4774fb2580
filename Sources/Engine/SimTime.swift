/// A moment of virtual time: milliseconds since 1970-01-01T00:00:00Z. What would lie beyond the
/// last one is that.
public struct SimTime: Hashable, Comparable, Sendable {
  public var milliseconds: Int64

  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// A whole number of seconds since 1970-01-01T00:00:00Z.
  public init(seconds: Int64) {
    self.init(milliseconds: seconds.multipliedClamped(by: 1000))
  }

  /// When every world's clock begins: 2026-01-01T12:00:40Z.
  public static let worldBegins = SimTime(milliseconds: 1_767_268_840_000)

  /// The last millisecond of the year 9999: RFC 3339 has no name for a later one.
  public static let lastNamed = SimTime(milliseconds: 253_402_300_799_999)

  /// Whole seconds since 1970, rounded down: what the API's timestamps hold.
  public var seconds: Int64 { milliseconds.floorDivided(by: 1000) }

  /// The same moment with its fraction of a second dropped.
  public var wholeSecond: SimTime { SimTime(seconds: seconds) }

  public static func < (left: SimTime, right: SimTime) -> Bool {
    left.milliseconds < right.milliseconds
  }

  public static func + (time: SimTime, span: SimSpan) -> SimTime {
    SimTime(milliseconds: time.milliseconds.addingClamped(span.milliseconds))
  }

  public static func - (time: SimTime, span: SimSpan) -> SimTime {
    SimTime(milliseconds: time.milliseconds.subtractingClamped(span.milliseconds))
  }

  public static func - (later: SimTime, earlier: SimTime) -> SimSpan {
    SimSpan(milliseconds: later.milliseconds.subtractingClamped(earlier.milliseconds))
  }

  public static func += (time: inout SimTime, span: SimSpan) {
    time = time + span
  }
}

extension Int64 {
  /// The quotient, rounded towards minus infinity.
  public func floorDivided(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
