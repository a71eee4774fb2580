import Engine

/// What a container takes of its machine, and how much of it at most.
struct ContainerGauge: Sendable {
  var meter: UsageMeter
  /// Nil while it runs.
  let endedAt: SimTime?
  let cpuLimitMillis: Int?
  let memoryLimitBytes: Int?

  init(_ instance: ContainerInstance) {
    meter = instance.meter
    endedAt = instance.exit?.finishedAt
    cpuLimitMillis = instance.cpuLimitMillis
    memoryLimitBytes = instance.memoryLimitBytes
  }
}
