import Engine
import Objects
import Store

/// Begins a Job whenever a CronJob's schedule says so, and forgets old ones.
struct CronJobController: ControlLoop {
  static let name = "cronjob-controller"
  static let watched: Set<Kind>? = [.cronJob, .job]

  /// How long after its time a run is looked for, so that clocks that differ a little do not miss
  /// it.
  static let delay = SimSpan.milliseconds(100)

  private var delays = RetryDelays()

  init() {}

  mutating func observe(
    _ change: Change, in state: ClusterState, at now: SimTime
  ) -> [Look] {
    if let (before, after) = change.sides(CronJob.self) {
      guard let after else {
        delays.forget(change.key)
        return []
      }
      guard let before, Self.hasOtherTimes(after, before) else { return [(change.key, now)] }
      // What a new schedule would have done in the past is not made up for.
      let next = (try? CronTimes(of: after, at: now))?.next(at: now)
      return next.map { [(change.key, $0 + Self.delay)] } ?? []
    }
    guard let (before, after) = change.sides(Job.self) else { return [] }
    let keys = [before, after].compactMap { $0.flatMap { Self.owner(of: $0, in: state) } }
    return keys.map { ($0, now) }
  }

  private static func hasOtherTimes(_ cron: CronJob, _ before: CronJob) -> Bool {
    cron.spec.schedule != before.spec.schedule || cron.spec.timeZone != before.spec.timeZone
  }

  private static func owner(of job: Job, in state: ClusterState) -> ObjectKey? {
    guard let key = job.owner(.cronJob), let cron = state[key],
      cron.metadata.uid == job.metadata.controller?.uid
    else { return nil }
    return key
  }

  mutating func reconcile(_ object: ObjectKey?, _ draft: inout Draft) {
    guard let object, let cron = draft.state[object] as? CronJob else { return }
    var sync = CronJobSync(of: cron, at: draft.now)
    sync.run(&draft)
    if let next = sync.nextRun { draft.look(object, at: next + Self.delay) }
    if sync.isRefused {
      draft.look(object, at: draft.now + delays.next(for: object))
    } else {
      delays.forget(object)
    }
  }
}
