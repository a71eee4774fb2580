import Engine
import HashTreeCollections
import Objects
import Store

/// Runs the pods of each Job until enough have succeeded or too many have failed.
struct JobController: ControlLoop {
  static let name = "job-controller"
  static let watched: Set<Kind>? = [.job, .pod]

  /// How long changes of pods are gathered before a Job is looked at.
  static let batch = SimSpan.seconds(1)

  private var orphans = Orphans()
  private var backOffs = TreeDictionary<ObjectKey, JobBackOff>()
  private var delays = RetryDelays(first: .seconds(1), longest: .minutes(1))

  init() {}

  mutating func observe(
    _ change: Change, in state: ClusterState, at now: SimTime
  ) -> [Look] {
    if let (before, after) = change.sides(Job.self) {
      return observe(change, before, after, in: state, at: now)
    }
    guard let (_, after) = change.sides(Pod.self) else { return [] }
    orphans.observe(change)
    var keys = change.owners(.job)
    if let after, change.leavesOrphan {
      keys += Self.candidates(for: after, in: state)
    }
    var looks: [Look] = keys.map { ($0, now + Self.batch) }
    if let after, after.isTracked, Self.job(of: after, in: state) == nil {
      looks.append((after.key, now))
    }
    return looks
  }

  private mutating func observe(
    _ change: Change, _ before: Job?, _ after: Job?, in state: ClusterState, at now: SimTime
  ) -> [Look] {
    guard let after else {
      backOffs[change.key] = nil
      delays.forget(change.key)
      // Nobody counts the pods it leaves behind: they may go.
      let left = state.ownedKeys(by: before?.metadata.uid ?? "")
      return left.filter { $0.kind == .pod }.map { ($0, now) }
    }
    let wantsMore = after.metadata.generation != before?.metadata.generation
    return [(change.key, wantsMore ? now : now + Self.batch)]
  }

  /// The very Job that controls a pod, if it is still there.
  private static func job(of pod: Pod, in state: ClusterState) -> Job? {
    guard let key = pod.owner(.job), let job = state[key] as? Job,
      job.metadata.uid == pod.metadata.controller?.uid
    else { return nil }
    return job
  }

  /// The Jobs that might adopt a pod nobody controls.
  private static func candidates(for pod: Pod, in state: ClusterState) -> [ObjectKey] {
    if pod.metadata.labels.isEmpty { return [] }
    return state.all(Job.self, in: pod.metadata.namespace)
      .filter { $0.spec.selector?.matches(pod.metadata.labels) ?? false }
      .map(\.key)
  }

  mutating func reconcile(_ object: ObjectKey?, _ draft: inout Draft) {
    guard let object else { return }
    if let pod = draft.state.pod(object) {
      if Self.job(of: pod, in: draft.state) == nil { JobSync.release(pod, &draft) }
      return
    }
    guard let job = draft.state[object] as? Job, let selector = job.spec.selector, job.isManaged
    else { return }
    if job.isFinished {
      backOffs[object] = nil
      delays.forget(object)
      return
    }
    let pods = Claims.claim(
      for: job, selector: selector, orphans: orphans, Pod.self, where: { _ in true }, &draft)
    var sync = JobSync(
      of: job, pods: pods, backOff: backOffs[object] ?? JobBackOff(), at: draft.now)
    sync.run(&draft)
    backOffs[object] = sync.backOff
    if let next = sync.nextLook { draft.look(object, at: next) }
    if sync.isRefused {
      draft.look(object, at: draft.now + delays.next(for: object))
    } else {
      delays.forget(object)
    }
  }
}
