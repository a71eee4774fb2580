import Engine
import HashTreeCollections
import Objects
import Store

/// What a metrics server knows that has asked every kubelet at regular intervals.
///
/// Nothing is kept between two questions: what it knows follows from when it began, what the time
/// is, and what the machines have counted.
public struct MachineMetrics: MetricsSource {
  /// How often every kubelet is asked.
  public static let interval = SimSpan.seconds(15)
  /// A container that is younger than an interval is known after this long.
  private static let freshContainerAge = SimSpan.seconds(10)

  private let machines: Machines
  /// When the first interval began.
  let servedSince: SimTime
  /// When every kubelet was last asked.
  private let last: SimTime
  /// And the time before; nil when there was none.
  private let previous: SimTime?

  /// Nil before the first answers are there.
  public init?(of machines: Machines, servedSince start: SimTime, at now: SimTime) {
    guard now >= start else { return nil }
    let rounds = (now - start).milliseconds / Self.interval.milliseconds
    self.machines = machines
    servedSince = start
    last = start + Self.interval * rounds
    previous = rounds > 0 ? last - Self.interval : nil
  }

  /// When the newest interval ended.
  public var newest: SimTime { last }

  /// The machine whose kubelet answers.
  func machine(_ name: String) -> Machine? {
    guard let machine = machines.machines[name], machine.isPoweredOn, machine.isKubeletAlive,
      machine.runtimeFailedAt == nil
    else { return nil }
    return machine
  }

  public func metrics(of pod: Pod) -> PodMetrics? {
    guard let machine = machine(pod.spec.nodeName) else { return nil }
    let began = machine.workers[pod.key]?.earliestStart ?? last
    guard let begin = beginning(for: began) else { return nil }
    let measured = MachineUsage(of: machine).measure(.init(begin: begin, end: last)).containers
    let mine = measured.filter { $0.pod == pod.key }
    // Until every container has been measured for a while, the pod is not shown.
    guard !mine.isEmpty, mine.allSatisfy({ beginning(for: $0.startedAt) != nil }) else {
      return nil
    }
    return PodMetrics(
      pod: pod.key, takenAt: last, window: last - begin,
      containers: mine.map { .init(name: $0.name, usage: $0.usage) })
  }

  /// From when something that began then has been measured; nil when not for long enough.
  private func beginning(for start: SimTime) -> SimTime? {
    if let previous, start < previous { return previous }
    let age = last - start
    return age >= Self.freshContainerAge && age < Self.interval ? start : nil
  }

  public func metrics(of node: Node) -> NodeMetrics? {
    guard let machine = machine(node.metadata.name), let previous,
      let joined = node.metadata.creationTimestamp, joined <= previous
    else { return nil }
    let measured = MachineUsage(of: machine).measure(.init(begin: previous, end: last))
    return NodeMetrics(
      node: node.metadata.name, takenAt: last, window: last - previous, usage: measured.node)
  }
}

extension PodWorker {
  /// When the first of the containers that run now began.
  fileprivate var earliestStart: SimTime? {
    containers.compactMap { sandbox?.containers[$0.spec.name] }
      .filter { $0.exit == nil }.map(\.meter.startedAt).min()
  }
}
