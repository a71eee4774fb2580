import Engine
import Objects
import Store

/// What a control loop wants to look at, and when; no object means the whole cluster.
typealias Look = (object: ObjectKey?, at: SimTime)

/// One controller: it is told of every change, names what it wants to look at, and brings that
/// closer to what is wanted.
protocol ControlLoop: Sendable {
  /// Its name in the controller manager, unique there.
  static var name: String { get }
  /// Its name as the source of events and as a writer.
  static var component: String { get }
  /// The kinds whose changes it is told of; nil for all kinds but events.
  static var watched: Set<Kind>? { get }

  init()

  mutating func observe(
    _ change: Change, in state: ClusterState, at now: SimTime
  ) -> [Look]

  /// Looks at one object; everything it wants written or looked at again goes into the draft.
  mutating func reconcile(_ object: ObjectKey?, _ draft: inout Draft)
}

extension ControlLoop {
  static var component: String { name }
}
