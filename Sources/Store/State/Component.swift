import Engine
import Objects

/// What a control loop wants after it has looked at a key.
public enum Reaction<Key: Hashable & Sendable>: Sendable {
  case submit(Intent)
  /// Look at this key, no later than then. Every look at a key uses up what was asked for it
  /// before: a loop that waits for something asks again each time.
  case look(Key, at: SimTime)
}

/// A part of the cluster that acts by itself: the scheduler, the controllers, the kubelets.
///
/// It is told of every change and names the keys it wants to look at; looking at one, it decides.
/// Components change nothing but their own memory: what they want written they return.
public protocol Component: Sendable {
  associatedtype Key: Hashable & Sendable

  /// Takes note of a change and says what to look at, and when. Called for every write, own ones
  /// included, in the order of the writes.
  mutating func observe(
    _ change: Change, in state: ClusterState, at now: SimTime
  ) -> [(key: Key, at: SimTime)]

  /// Looks at one key. Intents are carried out in order after it returns; a refused one is told
  /// through ``refused(_:_:by:)`` and does not stop those behind it.
  mutating func reconcile(
    _ key: Key, in state: ClusterState, at now: SimTime, using random: inout SeededRandom
  ) -> [Reaction<Key>]

  /// Who writes what this key's look asked for.
  func actor(for key: Key) -> Actor

  /// Told that the store refused what looking at `key` asked for.
  mutating func refused(
    _ intent: Intent, with rejection: Rejection, for key: Key, in state: ClusterState,
    at now: SimTime
  ) -> [Reaction<Key>]
}

extension Component {
  public mutating func refused(
    _ intent: Intent, with rejection: Rejection, for key: Key, in state: ClusterState,
    at now: SimTime
  ) -> [Reaction<Key>] {
    []
  }
}
