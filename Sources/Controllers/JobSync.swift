import Engine
import Objects
import Store

/// One look at a Job: counts what has ended, decides whether the Job is over, and otherwise sees to
/// it that as many pods run as are wanted.
struct JobSync {
  /// The Job with the status it is going to have.
  var job: Job
  let pods: [Pod]
  let now: SimTime
  var backOff: JobBackOff
  /// When the Job wants to be looked at again though nothing happens.
  var nextLook: SimTime?
  /// Whether the API server did not let a pod be made.
  var isRefused = false

  /// The pods that are neither over nor told to end.
  var active: [Pod]
  var terminating: Int
  /// How many pods have succeeded, those that are yet to be counted included.
  var succeeded = 0
  /// What makes the Job end, before its last pods have gone: FailureTarget or SuccessCriteriaMet.
  var ending: Condition?
  /// The indexes that had succeeded before this look, and those that have now.
  var earlierIndexes = JobIndexes()
  var succeededIndexes = JobIndexes()
  var failedIndexes = JobIndexes()
  /// Failed pods, by index, that stay until their replacements have been made: these take over
  /// the count of failures.
  var heldBack: [Int: Pod] = [:]

  init(of job: Job, pods: [Pod], backOff: JobBackOff, at now: SimTime) {
    self.job = job
    self.pods = pods
    self.backOff = backOff
    self.now = now
    active = pods.filter(\.isActive)
    terminating = pods.count(where: \.isTerminating)
  }

  mutating func run(_ draft: inout Draft) {
    if job.status.startTime == nil, !job.isSuspended { job.status.startTime = now.wholeSecond }
    countEnded()
    if job.isIndexed { countIndexes() }
    if ending != nil {
      removeActive(&draft)
    } else {
      let isDeleting = job.metadata.isDeleting
      if !isDeleting { manage(&draft) }
      if isComplete {
        ending = condition(
          "SuccessCriteriaMet", "CompletionsReached", "Reached expected number of succeeded pods")
      } else if !isDeleting {
        noteSuspension(&draft)
      }
    }
    conclude(&draft)
  }

  func condition(_ type: String, _ reason: String, _ message: String) -> Condition {
    var condition = Condition(type, .isTrue, reason: reason, message: message, at: now.wholeSecond)
    condition.unlisted["lastProbeTime"] = .string(now.rfc3339)
    return condition
  }

  /// Without a number of completions one success is enough, once the other pods have ended too.
  private var isComplete: Bool {
    guard active.isEmpty else { return false }
    return job.spec.completions.map { succeeded >= $0 } ?? (succeeded > 0)
  }

  // MARK: - Counting

  private mutating func countEnded() {
    let uncounted = pods.filter { pod in
      pod.isTracked && (!job.isIndexed || job.index(of: pod) != nil)
    }
    let newSucceeded = uncounted.filter { $0.status.phase == .succeeded }
    let newFailed = uncounted.filter(job.hasFailed)
    succeeded = job.status.succeeded + newSucceeded.count
    backOff.count(succeeded: newSucceeded, failed: newFailed, at: now)
    let counted = newFailed.count { verdict(on: $0).counts }
    ending = job.status.conditions["FailureTarget"] ?? failure(after: job.status.failed + counted)
    ending = ending ?? job.status.conditions["SuccessCriteriaMet"]
  }

  func verdict(on pod: Pod) -> JobFailureVerdict {
    JobFailureVerdict(of: pod, under: job.spec.podFailurePolicy)
  }

  /// Why the Job fails, if it does.
  private mutating func failure(after failed: Int) -> Condition? {
    if job.spec.podFailurePolicy != nil {
      for pod in pods where job.hasFailed(pod) {
        guard let message = verdict(on: pod).message else { continue }
        return condition("FailureTarget", "PodFailurePolicy", message)
      }
    }
    if failed > job.spec.backoffLimit ?? 6 || hasRestartedTooOften {
      return condition(
        "FailureTarget", "BackoffLimitExceeded", "Job has reached the specified backoff limit")
    }
    guard let seconds = job.spec.activeDeadlineSeconds, !job.isSuspended,
      let deadline = job.status.startTime.map({ $0 + .seconds(Int64(seconds)) })
    else { return nil }
    if deadline <= now {
      return condition(
        "FailureTarget", "DeadlineExceeded", "Job was active longer than specified deadline")
    }
    look(at: deadline)
    return nil
  }

  /// Where containers are restarted in place, their restarts count as failures.
  private var hasRestartedTooOften: Bool {
    guard job.spec.template.spec.restartPolicy == .onFailure else { return false }
    let alive = pods.filter { $0.status.phase == .running || $0.status.phase == .pending }
    let restarts = alive.reduce(0) { sum, pod in
      pod.status.allContainerStatuses
        .reduce(sum) { $0 + $1.restartCount }
    }
    return restarts >= max(job.spec.backoffLimit ?? 6, 1)
  }

  mutating func look(at time: SimTime) { nextLook = min(nextLook ?? time, time) }

  // MARK: - Suspending

  private mutating func noteSuspension(_ draft: inout Draft) {
    let known = job.status.conditions["Suspended"]?.status
    if job.isSuspended {
      if known == .isTrue { return }
      setSuspended(.isTrue, "JobSuspended", "Job suspended")
      job.status.startTime = nil
      draft.note(.normal, "Suspended", "Job suspended", about: job)
    } else if known == .isTrue {
      setSuspended(.isFalse, "JobResumed", "Job resumed")
      job.status.startTime = now.wholeSecond
      draft.note(.normal, "Resumed", "Job resumed", about: job)
      if let seconds = job.spec.activeDeadlineSeconds {
        look(at: now.wholeSecond + .seconds(Int64(seconds)))
      }
    }
  }

  private mutating func setSuspended(
    _ status: ConditionStatus, _ reason: String, _ message: String
  ) {
    var suspended = condition("Suspended", reason, message)
    suspended.status = status
    job.status.conditions.set(suspended)
  }
}
