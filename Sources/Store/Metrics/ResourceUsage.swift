import Engine

/// How much a container, a pod or a node uses.
public struct ResourceUsage: Hashable, Sendable {
  /// Billionths of a core, on average over the time that was measured.
  public var cpuNanos: Int
  /// The memory in use when the measurement ended.
  public var memoryBytes: Int

  public init(cpuNanos: Int = 0, memoryBytes: Int = 0) {
    self.cpuNanos = cpuNanos
    self.memoryBytes = memoryBytes
  }

  public static let zero = ResourceUsage()

  /// Thousandths of a core, rounded up as the API rounds.
  public var cpuMillis: Int { cpuNanos.addingClamped(999_999) / 1_000_000 }

  public static func += (total: inout ResourceUsage, more: ResourceUsage) {
    total.cpuNanos = total.cpuNanos.addingClamped(more.cpuNanos)
    total.memoryBytes = total.memoryBytes.addingClamped(more.memoryBytes)
  }
}
