import Engine
import Objects

/// Synthetic traffic, and what has become of it so far.
public struct LoadRun: Sendable {
  /// Requests of one second, or of one pod.
  public struct Tally: Hashable, Sendable {
    public var sent: Int
    public var failed: Int

    public init(sent: Int = 0, failed: Int = 0) {
      self.sent = sent
      self.failed = failed
    }

    static func += (tally: inout Tally, other: Tally) {
      tally.sent += other.sent
      tally.failed += other.failed
    }
  }

  public let plan: LoadPlan
  public let startedAt: SimTime
  /// When it ends by itself.
  public let endsAt: SimTime?
  /// When it ended.
  public internal(set) var endedAt: SimTime?
  public private(set) var total = Tally()
  /// By the second in which they were sent.
  public private(set) var seconds: [Tally] = []
  /// By the name of the pod that they were led to.
  public private(set) var pods: [String: Tally] = [:]
  public private(set) var failures: [LoadFailure: Int] = [:]
  /// Why the last request failed that did.
  public private(set) var lastFailure: LoadFailure?
  private var latencies = LatencyCounts()
  /// Until when the server behind an address has work, in microseconds since 1970.
  private var busyUntil: [ObjectKey: Int64] = [:]

  /// What the way to a server and back takes, in microseconds.
  private static let wayMicroseconds: Int64 = 600
  /// Nothing is counted by the second beyond this: it would only grow.
  private static let mostSeconds = 86_400

  init(_ plan: LoadPlan, at now: SimTime, until end: SimTime?) {
    self.plan = plan
    startedAt = now
    endsAt = end
  }

  public var isRunning: Bool { endedAt == nil }

  /// The part of `share` (0…1) of all answers that came within how many microseconds; nil without
  /// answers.
  public func latency(ofShare share: Double) -> Int64? { latencies.value(atShare: share) }

  /// When the next request is due.
  var nextAt: SimTime {
    startedAt + .milliseconds(Int64(total.sent) * 1000 / Int64(plan.perSecond))
  }

  /// Takes note of a request and of how it went; `microseconds` is how long it took.
  mutating func note(
    _ failure: LoadFailure?, pod: ObjectKey?, microseconds: Int64?, at now: SimTime
  ) {
    let second = Int((now - startedAt).milliseconds / 1000)
    total.sent += 1
    if second < Self.mostSeconds {
      while seconds.count <= second { seconds.append(Tally()) }
      seconds[second].sent += 1
    }
    if let pod { pods[pod.name, default: Tally()].sent += 1 }
    if let microseconds { latencies.add(microseconds) }
    guard let failure else { return }
    total.failed += 1
    failures[failure, default: 0] += 1
    lastFailure = failure
    if second < Self.mostSeconds { seconds[second].failed += 1 }
    if let pod { pods[pod.name]?.failed += 1 }
  }

  /// How long a request takes that a pod has to work `cpu` microseconds for: it waits for those
  /// before it, and a container that may use less than a core works more slowly.
  mutating func wait(
    for pod: ObjectKey, cpu: Int64, cpuMillis: Int, thinking: SimSpan, at now: SimTime
  ) -> Int64 {
    let arrival = now.milliseconds * 1000
    let begin = max(arrival, busyUntil[pod] ?? 0)
    // Somebody's own image may say that a request takes thousands of years.
    let work = cpu.multipliedClamped(by: 1000) / Int64(max(cpuMillis, 1))
    busyUntil[pod] = begin.addingClamped(work)
    let own = max(cpu, work).addingClamped(thinking.milliseconds.multipliedClamped(by: 1000))
    return own.addingClamped(begin - arrival).addingClamped(Self.wayMicroseconds)
  }
}

/// Durations, counted by their size: sixteen steps to each doubling.
struct LatencyCounts: Sendable {
  private var counts: [Int] = []
  private var total = 0

  mutating func add(_ microseconds: Int64) {
    let place = Self.place(of: microseconds)
    while counts.count <= place { counts.append(0) }
    counts[place] += 1
    total += 1
  }

  /// A duration that this share of all do not exceed.
  func value(atShare share: Double) -> Int64? {
    guard total > 0 else { return nil }
    let wanted = max(1, Int((share * Double(total)).rounded(.up)))
    var seen = 0
    for (place, count) in counts.enumerated() {
      seen += count
      if seen >= wanted { return Self.value(at: place) }
    }
    return counts.indices.last.map(Self.value)
  }

  private static func place(of microseconds: Int64) -> Int {
    let value = UInt64(max(microseconds, 1))
    let power = 63 - value.leadingZeroBitCount
    guard power >= 4 else { return Int(value) }
    return (power - 3) * 16 + Int(value >> UInt64(power - 4) & 15)
  }

  private static func value(at place: Int) -> Int64 {
    guard place >= 16 else { return Int64(place) }
    let power = place / 16 + 3
    return Int64(16 + place % 16) << Int64(power - 4)
  }
}
