import Engine
import Objects
import Store

/// Deletes Jobs some time after they have finished, those that ask for it.
struct FinishedJobCollector: ControlLoop {
  static let name = "ttl-after-finished-controller"
  static let watched: Set<Kind>? = [.job]

  init() {}

  func observe(_ change: Change, in state: ClusterState, at now: SimTime) -> [Look] {
    guard let job = change.after as? Job, let expiry = Self.expiry(of: job) else { return [] }
    return [(job.key, max(expiry, now))]
  }

  func reconcile(_ object: ObjectKey?, _ draft: inout Draft) {
    guard let object, let job = draft.state[object] as? Job, let expiry = Self.expiry(of: job)
    else { return }
    if expiry > draft.now {
      draft.look(object, at: expiry)
    } else {
      let options = DeleteOptions(propagation: .foreground, uid: job.metadata.uid)
      draft.attempt(.delete(object, options))
    }
  }

  /// When a finished Job is to go; nil when it stays or is going already.
  private static func expiry(of job: Job) -> SimTime? {
    guard let seconds = job.spec.ttlSecondsAfterFinished, job.isFinished, !job.metadata.isDeleting
    else { return nil }
    let end = job.status.conditions["Complete"] ?? job.status.conditions["Failed"]
    return end?.lastTransitionTime.map { $0 + .seconds(Int64(seconds)) }
  }
}
