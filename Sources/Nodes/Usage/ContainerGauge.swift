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

  func isRunning(at time: SimTime) -> Bool {
    meter.startedAt <= time && endedAt.map { $0 > time } ?? true
  }

  func memoryBytes(at time: SimTime) -> Int {
    min(meter.memoryBytes(at: time), memoryLimitBytes ?? .max)
  }
}
