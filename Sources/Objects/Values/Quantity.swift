import Engine

/// An amount with a unit, exact: `500m`, `1.5`, `64Mi`, `2e3`.
///
/// Kept as whole billionths, the finest step the API has, with the family of suffixes it was
/// written in, which it is printed in again.
public struct Quantity: Hashable, Sendable {
  public enum Format: Hashable, Sendable {
    case decimal
    case binary
    case exponent
  }

  /// Billionths of the unit.
  public var nano: Int128
  public var format: Format

  public init(nano: Int128, format: Format = .decimal) {
    self.nano = nano
    self.format = format
  }

  public init(_ whole: Int, format: Format = .decimal) {
    self.init(nano: Int128(whole) * 1_000_000_000, format: format)
  }

  public init(milli: Int, format: Format = .decimal) {
    self.init(nano: Int128(milli) * 1_000_000, format: format)
  }

  public static let zero = Quantity(0)

  /// Whole units, rounded up, as the API rounds: 100m of memory is a byte.
  public var whole: Int { Int(clamping: Self.ceiling(nano, by: 1_000_000_000)) }

  /// Thousandths, rounded up: millicores.
  public var milli: Int { Int(clamping: Self.ceiling(nano, by: 1_000_000)) }

  /// How many of `unit` it takes, rounded up.
  public func count(of unit: Quantity) -> Int128 { Self.ceiling(nano, by: unit.nano) }

  /// The quotient, rounded up; no sum before the division, as the number may be the last one.
  static func ceiling(_ number: Int128, by divisor: Int128) -> Int128 {
    number > 0 ? (number - 1) / divisor + 1 : number / divisor
  }

  /// Equal amounts are equal, however they were written.
  public static func == (left: Quantity, right: Quantity) -> Bool { left.nano == right.nano }

  public func hash(into hasher: inout Hasher) { hasher.combine(nano) }

  public static func + (left: Quantity, right: Quantity) -> Quantity {
    // A zero takes the other's suffixes, as in the API: sums begin at an untyped zero.
    Quantity(
      nano: left.nano.addingClamped(right.nano),
      format: left.nano == 0 ? right.format : left.format)
  }

  public static func - (left: Quantity, right: Quantity) -> Quantity {
    Quantity(
      nano: left.nano.subtractingClamped(right.nano),
      format: left.nano == 0 ? right.format : left.format)
  }
}

extension Quantity: Comparable {
  public static func < (left: Quantity, right: Quantity) -> Bool { left.nano < right.nano }
}
