import Engine
import Objects
import Store

extension JobSync {
  /// Counts what has ended, lets it go and writes the status down; ends the Job when its last pod
  /// is gone.
  ///
  /// The uids are written down before the pods are let go, and counted after it: whoever stops
  /// halfway neither forgets a pod nor counts one twice.
  mutating func conclude(_ draft: inout Draft) {
    job.status.active = active.count
    job.status.ready = active.count(where: \.isReady)
    job.status.terminating = terminating
    if job.hasLimitPerIndex { job.status.failedIndexes = failedIndexes.text }
    addInterimCondition()
    let ended = pods.filter { $0.isTracked && mayGo($0) }
    let tally = tally(of: ended)
    if !ended.isEmpty {
      job.status.uncountedTerminatedPods = tally.uncounted
      draft.attempt(.updateStatus(job))
      job.metadata.resourceVersion = draft.state[job.key]?.metadata.resourceVersion ?? 0
      for pod in ended { Self.release(pod, &draft) }
    }
    job.status.uncountedTerminatedPods = UncountedPods()
    job.status.failed += tally.uncounted.failed.count
    if job.isIndexed {
      let indexes = earlierIndexes.union(tally.indexes)
      job.status.succeeded = indexes.count
      job.status.completedIndexes = indexes.ranges.isEmpty ? nil : indexes.text
    } else {
      job.status.succeeded += tally.uncounted.succeeded.count
    }
    let outcome = finish()
    draft.attempt(.updateStatus(job))
    if let outcome { report(outcome, &draft) }
  }

  private mutating func addInterimCondition() {
    guard let ending, job.status.conditions[ending.type] == nil else { return }
    job.status.conditions.append(ending)
  }

  /// Whether a pod need not be kept for counting any longer.
  private func mayGo(_ pod: Pod) -> Bool {
    if job.metadata.isDeleting || ending != nil || pod.status.phase == .succeeded { return true }
    guard job.hasFailed(pod) else { return false }
    return job.index(of: pod).flatMap { heldBack[$0] }?.metadata.uid != pod.metadata.uid
  }

  private struct Tally {
    var uncounted = UncountedPods()
    /// The indexes that have succeeded; they need no uids, for an index succeeds only once.
    var indexes: [Int] = []
  }

  private func tally(of ended: [Pod]) -> Tally {
    var tally = Tally()
    for pod in ended {
      if job.isIndexed, job.index(of: pod) == nil { continue }
      if pod.status.phase == .succeeded {
        if let index = job.isIndexed ? job.index(of: pod) : nil {
          tally.indexes.append(index)
        } else {
          tally.uncounted.succeeded.append(pod.metadata.uid)
        }
      } else if job.hasFailed(pod) || ending?.type == "FailureTarget" {
        // Once the Job has failed, so has every pod that had not ended.
        if verdict(on: pod).counts { tally.uncounted.failed.append(pod.metadata.uid) }
      }
    }
    return tally
  }

  /// Adds the last condition once the last pod is gone; returns it.
  private mutating func finish() -> Condition? {
    guard let ending, terminating == 0, active.isEmpty else { return nil }
    let type = ending.type == "FailureTarget" ? "Failed" : "Complete"
    let last = condition(type, ending.reason ?? "", ending.message ?? "")
    job.status.conditions.append(last)
    if type == "Complete" { job.status.completionTime = last.lastTransitionTime }
    return last
  }

  private func report(_ outcome: Condition, _ draft: inout Draft) {
    if outcome.type == "Failed" {
      draft.note(.warning, outcome.reason ?? "", outcome.message ?? "", about: job)
      return
    }
    if let completions = job.spec.completions, job.status.succeeded > completions {
      draft.note(
        .warning, "TooManySucceededPods",
        "Too many succeeded pods running after completion count reached", about: job)
    }
    draft.note(.normal, "Completed", "Job completed", about: job)
  }
}
