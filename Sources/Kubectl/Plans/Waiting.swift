import Engine
import Store

/// A command that lasts: it looks at the cluster whenever something happened there, until it has
/// seen what it wanted or its time is up.
///
/// Whoever performs it calls ``look(at:)`` at once and then after every moment at which something
/// was written, and at ``Progress/next`` at the latest.
public protocol Waiting: Sendable {
  mutating func look(at sight: Sight) -> Progress
  /// How far it is, for somebody who waits meanwhile; nil when there is nothing to tell.
  func progress(in state: ClusterState) -> String?
}

extension Waiting {
  public func progress(in state: ClusterState) -> String? { nil }
}

/// What a waiting command gets to see.
public struct Sight: Sendable {
  public var state: ClusterState
  public var now: SimTime
  /// The writes since the last look, oldest first; empty at the first.
  public var changes: [Change]

  public init(state: ClusterState, now: SimTime, changes: [Change] = []) {
    self.state = state
    self.now = now
    self.changes = changes
  }
}

/// What a waiting command prints and does at one moment.
public struct Progress: Sendable {
  /// Printed and carried out now, in order.
  public var steps: [Step]
  /// When to look again even if nothing happens; nil waits for a change only.
  public var next: SimTime?
  /// The status it ends with; nil while it goes on.
  public var status: Int32?

  public init(steps: [Step] = [], next: SimTime? = nil, status: Int32? = nil) {
    self.steps = steps
    self.next = next
    self.status = status
  }

  public static func goOn(_ parts: [Part] = [], next: SimTime? = nil) -> Progress {
    Progress(steps: parts.map(Step.say), next: next)
  }

  public static func end(_ parts: [Part] = [], status: Int32 = 0) -> Progress {
    Progress(steps: parts.map(Step.say), status: status)
  }
}
