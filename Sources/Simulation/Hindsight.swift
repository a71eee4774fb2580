import Engine
import Scheduling
import Store

/// What was known at an earlier moment: the objects, and the scheduler's picture of them. Good for
/// reading and for asking the scheduler; what went on inside machines is not in it.
public struct Hindsight: Sendable {
  public private(set) var state: ClusterState
  public private(set) var scheduler: Scheduler

  /// The moment just before the write that made `revision`, worked out from the last kept world
  /// before it and what was written since. A revision that is yet to come gives the present. Nil
  /// where some of what was written since is forgotten.
  init?(of timeline: Timeline, before revision: Int) {
    let history = timeline.present.history
    let kept = timeline.past.last { $0.world.history.revision < revision }?.world
    guard kept?.history.revision ?? 0 >= history.forgottenThrough else { return nil }
    state = kept?.state ?? ClusterState()
    scheduler = kept?.scheduler ?? Scheduler()
    for change in history.changes(after: kept?.history.revision ?? 0) {
      guard change.revision < revision else { break }
      state.follow(change)
      _ = scheduler.observe(change, in: state, at: change.time)
    }
  }
}

extension Timeline {
  /// What was known just before the write that made `revision`; nil when that is forgotten.
  public func hindsight(before revision: Int) -> Hindsight? {
    Hindsight(of: self, before: revision)
  }
}
