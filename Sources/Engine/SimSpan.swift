/// A length of virtual time in milliseconds; may be negative. What would be longer than the longest
/// is that: 292 million years.
public struct SimSpan: Hashable, Comparable, Sendable {
  public var milliseconds: Int64

  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  public static let zero = SimSpan(milliseconds: 0)

  public static func milliseconds(_ count: Int64) -> SimSpan { SimSpan(milliseconds: count) }
  public static func seconds(_ count: Int64) -> SimSpan { .milliseconds(1000) * count }
  public static func minutes(_ count: Int64) -> SimSpan { .milliseconds(60_000) * count }
  public static func hours(_ count: Int64) -> SimSpan { .milliseconds(3_600_000) * count }

  /// `0.5`; nothing for what is no number.
  public static func seconds(fractional count: Double) -> SimSpan {
    .milliseconds(Int64(clamping: count * 1000))
  }

  /// Whole seconds, rounded towards zero.
  public var seconds: Int64 { milliseconds / 1000 }

  public static func < (left: SimSpan, right: SimSpan) -> Bool {
    left.milliseconds < right.milliseconds
  }

  public static func + (left: SimSpan, right: SimSpan) -> SimSpan {
    SimSpan(milliseconds: left.milliseconds.addingClamped(right.milliseconds))
  }

  public static func - (left: SimSpan, right: SimSpan) -> SimSpan {
    SimSpan(milliseconds: left.milliseconds.subtractingClamped(right.milliseconds))
  }

  public static func * (span: SimSpan, factor: Int64) -> SimSpan {
    SimSpan(milliseconds: span.milliseconds.multipliedClamped(by: factor))
  }
}
