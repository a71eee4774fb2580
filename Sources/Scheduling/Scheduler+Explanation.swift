import Engine
import HashTreeCollections
import Objects
import Store

/// What the scheduler would do with a pod, and why.
public struct SchedulingExplanation: Sendable {
  /// What comes of pushing others out, for a pod that fits nowhere.
  public enum Preemption: Sendable {
    /// These pods would have to go from the node, the most important first.
    case victims([ObjectKey], node: String)
    /// It would help nowhere, or is not allowed; in the scheduler's words.
    case useless(String)
  }

  /// Every node that was looked at: why it was shut out, or what it scored.
  public var decision: Decision
  /// The node that the pod has been promised, if it has.
  public var nominatedNode: String?
  /// Nil when the pod fits somewhere, or no node was looked at.
  public var preemption: Preemption?
}

extension Scheduler {
  /// Where a pod would go now and why, worked out as the scheduler does it. Without the
  /// scheduler's memory the nodes are taken in the order in which they joined.
  public static func explain(_ pod: Pod, in state: ClusterState) -> Decision {
    var scheduler = Scheduler()
    let nodes = state.all(Node.self).sorted { joinedEarlier($0, $1) }
    for node in nodes { scheduler.cache.put(node) }
    for other in state.all(Pod.self) {
      if holdsRoom(other) {
        scheduler.cache.put(PodFacts(other))
      } else if waits(other), let node = other.status.nominatedNodeName {
        scheduler.nominations.add(PodFacts(other), to: node)
      }
    }
    return scheduler.explain(pod, in: state)
  }

  /// Where a pod would go now and why, as this scheduler sees the cluster. Changes nothing.
  public func explain(_ pod: Pod, in state: ClusterState) -> Decision {
    Decision(cycle(of: pod, in: state), startingAt: startIndex, nominated: nominations)
  }

  /// As ``explain(_:in:)``, with what would come of pushing other pods out.
  public func explanation(of pod: Pod, in state: ClusterState) -> SchedulingExplanation {
    let cycle = cycle(of: pod, in: state)
    let decision = Decision(cycle, startingAt: startIndex, nominated: nominations)
    var explanation = SchedulingExplanation(
      decision: decision, nominatedNode: pod.status.nominatedNodeName)
    guard decision.node == nil, decision.objection == nil, decision.nodeCount > 0 else {
      return explanation
    }
    let rejections = Rejections(decision, of: cycle.pod, in: cycle.cache)
    var attempts: [PreemptionAttempt?] = []
    switch Preemption(cycle, rejections, nominations).outcome(knowing: &attempts) {
    case .victims(let victims, let node):
      explanation.preemption = .victims(victims.map(\.key), node: node)
    case .hopeless(let why), .ineligible(let why): explanation.preemption = .useless(why)
    }
    return explanation
  }

  private func cycle(of pod: Pod, in state: ClusterState) -> Cycle {
    var cache = cache
    cache.remove(pod.key, from: assumed[pod.key]?.node ?? pod.spec.nodeName)
    var free = pod
    free.spec.nodeName = ""
    return Cycle(PodFacts(free), cache, state)
  }

  /// Machines that join together are numbered: `worker-2` comes before `worker-10`.
  private static func joinedEarlier(_ left: Node, _ right: Node) -> Bool {
    func rank(_ node: Node) -> (SimTime, Int, String) {
      let name = node.metadata.name
      return (node.metadata.creationTimestamp ?? .worldBegins, name.utf8.count, name)
    }
    return rank(left) < rank(right)
  }
}
