import Engine

/// What a container's processes have wanted of the machine so far, as a kernel would count it: a
/// few readings, one for each moment at which it changed, instead of a count that ticks.
struct UsageMeter: Sendable {
  private struct Reading: Sendable {
    var time: SimTime
    /// Cpu time wanted until then. A thousandth of a core for a millisecond is a microsecond.
    var cpuMicroseconds: Int64
    /// What is wanted from then on.
    var cpuMillis: Int
    var memoryBytes: Int
  }

  /// Readings older than this are forgotten: nobody averages over more.
  private static let memory = SimSpan.minutes(1)

  let startedAt: SimTime
  /// Oldest first; never empty.
  private var readings: [Reading]

  init(startedAt now: SimTime) {
    startedAt = now
    readings = [Reading(time: now, cpuMicroseconds: 0, cpuMillis: 0, memoryBytes: 0)]
  }

  /// The same, had all of it begun at another moment.
  func moved(to begin: SimTime) -> UsageMeter {
    var moved = UsageMeter(startedAt: begin)
    moved.readings = readings.map { reading in
      var reading = reading
      reading.time = begin + (reading.time - startedAt)
      return reading
    }
    return moved
  }

  /// Takes note of what is wanted from now on.
  mutating func note(_ demand: ProcessDemand, at now: SimTime) {
    let last = readings[readings.count - 1]
    guard last.cpuMillis != demand.cpuMillis || last.memoryBytes != demand.memoryBytes else {
      return
    }
    append(demand, spending: 0, at: now)
  }

  /// Takes note of cpu time that something short took.
  mutating func spend(cpuMicroseconds: Int64, at now: SimTime) {
    let last = readings[readings.count - 1]
    append(
      ProcessDemand(cpuMillis: last.cpuMillis, memoryBytes: last.memoryBytes),
      spending: cpuMicroseconds, at: now)
  }

  private mutating func append(
    _ demand: ProcessDemand, spending cpuMicroseconds: Int64, at now: SimTime
  ) {
    let last = readings[readings.count - 1]
    // A command that was run to its end has been ahead of the others.
    guard now >= last.time else { return }
    let reading = Reading(
      time: now, cpuMicroseconds: self.cpuMicroseconds(at: now).addingClamped(cpuMicroseconds),
      cpuMillis: demand.cpuMillis, memoryBytes: demand.memoryBytes)
    // What changes many times a second is followed by the second.
    if readings.count > 1, last.time.wholeSecond == now.wholeSecond {
      readings[readings.count - 1] = reading
    } else {
      readings.append(reading)
    }
    if let kept = readings.lastIndex(where: { $0.time <= now - Self.memory }) {
      readings.removeFirst(kept)
    }
  }

  /// The cpu time wanted until `time`, in microseconds.
  func cpuMicroseconds(at time: SimTime) -> Int64 {
    guard let reading = reading(at: time) else { return 0 }
    let since = (time - reading.time).milliseconds
    return reading.cpuMicroseconds.addingClamped(
      Int64(reading.cpuMillis).multipliedClamped(by: since))
  }

  func memoryBytes(at time: SimTime) -> Int { reading(at: time)?.memoryBytes ?? 0 }

  private func reading(at time: SimTime) -> Reading? { readings.last { $0.time <= time } }
}

/// What a process wants of the machine while it goes on as it does.
struct ProcessDemand: Hashable, Sendable {
  var cpuMillis = 0
  var memoryBytes = 0

  static func += (total: inout ProcessDemand, more: ProcessDemand) {
    total.cpuMillis = total.cpuMillis.addingClamped(more.cpuMillis)
    total.memoryBytes = total.memoryBytes.addingClamped(more.memoryBytes)
  }
}
