import Engine
import Objects
import Store

/// The hardware of the cluster: every machine with its kubelet, its containers and what is in them.
public struct Machines: Component {
  public enum Key: Hashable, Sendable {
    /// The kubelet's own rounds: lease, status.
    case kubelet(node: String)
    /// One pod on one machine.
    case pod(node: String, pod: ObjectKey)
  }

  public init() {}

  public func actor(for key: Key) -> Actor {
    switch key {
    case .kubelet(let node), .pod(let node, _): .kubelet(node: node)
    }
  }

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

extension Machines {
  /// Whether a key is one of the rounds that never end: they do not keep an idle cluster busy.
  public static func isHeartbeat(_ key: Key) -> Bool {
    switch key {
    case .kubelet: true
    case .pod: false
    }
  }
}
