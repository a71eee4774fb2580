import Engine
import Objects
import Store

/// The controller manager: every control loop of the cluster but the scheduler and the kubelets.
public struct ControllerManager: Component {
  /// A control loop, by its component's name, and the object or timer it looks at.
  public struct Key: Hashable, Sendable {
    public var controller: String
    /// Nil for a loop that looks at the whole cluster at intervals.
    public var object: ObjectKey?
  }

  public init() {}

  public func actor(for key: Key) -> Actor { .controller(key.controller) }

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

extension ControllerManager {
  /// Whether a key is one of the rounds that never end: they do not keep an idle cluster busy.
  public static func isHeartbeat(_ key: Key) -> Bool { key.object == nil }
}
