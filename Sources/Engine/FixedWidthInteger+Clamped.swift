/// Arithmetic that ends at the last number there is: amounts and times are anybody's to write, and
/// nobody's to stop the program with.
///
/// Inlinable, as it stands in the sums over every pod of a cluster.
extension FixedWidthInteger {
  /// The sum, or the last number there is where it lies beyond.
  @inlinable
  public func addingClamped(_ other: Self) -> Self {
    let (sum, overflows) = addingReportingOverflow(other)
    return overflows ? (other < 0 ? .min : .max) : sum
  }

  /// The difference, or the last number there is where it lies beyond.
  @inlinable
  public func subtractingClamped(_ other: Self) -> Self {
    let (difference, overflows) = subtractingReportingOverflow(other)
    return overflows ? (other > 0 ? .min : .max) : difference
  }

  /// The product, or the last number there is where it lies beyond.
  @inlinable
  public func multipliedClamped(by other: Self) -> Self {
    let (product, overflows) = multipliedReportingOverflow(by: other)
    return overflows ? ((self < 0) == (other < 0) ? .max : .min) : product
  }

  /// What stands before the point, or the last number there is where it lies beyond; 0 for what is
  /// no number.
  @inlinable
  public init(clamping value: Double) {
    self = Self(exactly: value.rounded(.towardZero)) ?? (value > 0 ? .max : value < 0 ? .min : 0)
  }
}

extension Int {
  /// How many hundredths of `whole` this is, rounded down; 0 of nothing.
  ///
  /// By floating point, as kubectl reckons it.
  @inlinable
  public func percent(of whole: Int) -> Int {
    whole > 0 ? Int(clamping: Double(self) / Double(whole) * 100) : 0
  }
}
