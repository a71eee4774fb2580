import Engine
import HashTreeCollections
import Objects
import Store

extension MachineMetrics {
  /// What one machine and the pods on it used during one interval.
  public struct Sample: Sendable {
    /// When the interval ended.
    public var takenAt: SimTime
    public var node: ResourceUsage
    public var pods: [ObjectKey: ResourceUsage]
  }

  /// How many intervals can be told of, the newest among them: older ones are forgotten.
  public static let samplesKnown = 3

  /// The interval that ended `back` intervals before the newest; nil when nothing is known of it.
  public func sample(of node: String, back: Int = 0) -> Sample? {
    guard (0..<Self.samplesKnown).contains(back) else { return nil }
    let end = newest - Self.interval * Int64(back)
    let begin = end - Self.interval
    guard begin >= servedSince, let machine = machine(node) else { return nil }
    let measured = MachineUsage(of: machine).measure(.init(begin: begin, end: end))
    var pods: [ObjectKey: ResourceUsage] = [:]
    for container in measured.containers {
      pods[container.pod, default: .zero] += container.usage
    }
    return Sample(takenAt: end, node: measured.node, pods: pods)
  }
}
