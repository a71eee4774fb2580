import Engine
import Objects
import Store

/// The default scheduler: gives every pod without a node one that fits it best.
public struct Scheduler: Component {
  /// The scheduler takes one pod at a time from its queue, so it has one key.
  public enum Key: Hashable, Sendable {
    case nextPod
  }

  public init() {}

  public func actor(for key: Key) -> Actor { .scheduler }

  public mutating func observe(
    _ change: Change, in state: ClusterState, at now: SimTime
  ) -> [(key: Key, at: SimTime)] {
    []
  }

  public mutating func reconcile(
    _ key: Key, in state: ClusterState, at now: SimTime, using random: inout SeededRandom
  ) -> [Reaction<Key>] {
    []
  }
}
