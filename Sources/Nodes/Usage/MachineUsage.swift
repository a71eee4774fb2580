import Engine
import HashTreeCollections
import Objects
import Store

/// What the containers of one machine used between two moments.
///
/// A container gets no more cpu than its limit; and when all of them together want more than the
/// machine has, they share it by what they request, as the kernel does.
struct MachineUsage {
  struct Window {
    var begin: SimTime
    var end: SimTime

    var milliseconds: Int64 { max(1, (end - begin).milliseconds) }
  }

  private let machine: Machine

  init(of machine: Machine) {
    self.machine = machine
  }

  /// What the kubelet, the container runtime and the kernel use: more with more pods.
  private func overhead(pods: Int) -> ResourceUsage {
    ResourceUsage(
      cpuNanos: (30 + 2 * pods) * 1_000_000, memoryBytes: (380 + 7 * pods) << 20)
  }

  /// One container that ran at the end of a window.
  private struct Share {
    var pod: ObjectKey
    var name: String
    var startedAt: SimTime
    var wantedNanos: Int
    var weight: Int
    var memoryBytes: Int
    var cpuNanos = 0
  }

  /// What every running container used, by pod and name, and what the whole machine did.
  func measure(_ window: Window) -> (containers: [ContainerUsage], node: ResourceUsage) {
    let pods = machine.workers.keys.sorted()
    var shares = pods.flatMap { self.shares(of: $0, window) }
    let capacity = machine.hardware.status.capacity
    let cores = capacity["cpu"].map { Int(clamping: $0.nano) } ?? 1_000_000_000
    var node = overhead(pods: Set(shares.map(\.pod)).count)
    node.cpuNanos = min(node.cpuNanos, cores / 2)
    Self.distribute(cores - node.cpuNanos, among: &shares)
    for share in shares {
      node += ResourceUsage(cpuNanos: share.cpuNanos, memoryBytes: share.memoryBytes)
    }
    node.memoryBytes = capped(node.memoryBytes)
    let containers = shares.map { share in
      ContainerUsage(
        pod: share.pod, name: share.name, startedAt: share.startedAt,
        usage: ResourceUsage(cpuNanos: share.cpuNanos, memoryBytes: share.memoryBytes))
    }
    return (containers, node)
  }

  /// The memory that the whole machine uses, as ``measure(_:)`` finds it: sooner told, where nobody
  /// asks who uses how much.
  func memoryBytes(at time: SimTime) -> Int {
    var pods = 0
    var bytes = 0
    for place in machine.workers.everyPlace {
      guard let used = place.wrappedValue?.memoryBytes(at: time) else { continue }
      pods += 1
      bytes = bytes.addingClamped(used)
    }
    return capped(overhead(pods: pods).memoryBytes.addingClamped(bytes))
  }

  /// A machine uses no more memory than it has.
  private func capped(_ bytes: Int) -> Int {
    machine.hardware.status.capacity["memory"].map { min(bytes, $0.whole) } ?? bytes
  }

  private func shares(of pod: ObjectKey, _ window: Window) -> [Share] {
    guard let worker = machine.workers[pod], let inside = worker.inside else { return [] }
    let runs = worker.containers.sorted { $0.spec.name < $1.spec.name }
    return runs.compactMap { run in
      guard let gauge = inside.gauge(of: run.spec.name), gauge.isRunning(at: window.end)
      else { return nil }
      let meter = gauge.meter
      let begin = max(window.begin, meter.startedAt)
      let spent = meter.cpuMicroseconds(at: window.end) - meter.cpuMicroseconds(at: begin)
      let wanted = Int(
        spent.multipliedClamped(by: 1_000_000) / max(1, (window.end - begin).milliseconds))
      let resources = run.spec.resources
      let limit = gauge.cpuLimitMillis.map { $0.multipliedClamped(by: 1_000_000) } ?? .max
      return Share(
        pod: pod, name: run.spec.name, startedAt: meter.startedAt, wantedNanos: min(wanted, limit),
        weight: max(2, resources.requests.cpuMillis),
        memoryBytes: gauge.memoryBytes(at: window.end))
    }
  }

  /// Whoever wants less than its part leaves the rest to the others.
  private static func distribute(_ nanos: Int, among shares: inout [Share]) {
    var left = nanos
    // By what they want for their weight: each takes what it wants, or its part of what is left.
    let order = shares.indices.sorted {
      let (a, b) = (shares[$0], shares[$1])
      let (first, second) = (
        Double(a.wantedNanos) / Double(a.weight), Double(b.wantedNanos) / Double(b.weight)
      )
      return (first, $0) < (second, $1)
    }
    var weights = shares.reduce(0) { $0.addingClamped($1.weight) }
    for place in order {
      let part = Int(
        clamping: Double(left) * Double(shares[place].weight) / Double(max(1, weights)))
      shares[place].cpuNanos = max(0, min(shares[place].wantedNanos, part))
      left -= shares[place].cpuNanos
      weights -= shares[place].weight
    }
  }
}

extension PodWorker {
  /// What its containers use; nil when none runs.
  fileprivate func memoryBytes(at time: SimTime) -> Int? {
    guard let inside else { return nil }
    var bytes: Int?
    for place in containers.indices {
      guard let gauge = inside.gauge(of: containers[place].spec.name), gauge.isRunning(at: time)
      else { continue }
      bytes = (bytes ?? 0).addingClamped(gauge.memoryBytes(at: time))
    }
    return bytes
  }
}

/// What one container used.
struct ContainerUsage: Hashable, Sendable {
  var pod: ObjectKey
  var name: String
  var startedAt: SimTime
  var usage: ResourceUsage
}
