import Engine
import Objects

extension JobSync {
  /// Finds out which indexes have succeeded or failed for good, and whether that ends the Job.
  mutating func countIndexes() {
    let completions = job.spec.completions ?? 0
    earlierIndexes = JobIndexes(job.status.completedIndexes, below: completions)
    let fresh = pods.filter { $0.isTracked && $0.status.phase == .succeeded }
      .compactMap(job.index)
    succeededIndexes = earlierIndexes.union(fresh)
    succeeded = succeededIndexes.count
    if job.hasLimitPerIndex {
      countFailedIndexes(of: completions)
      findHeldBack()
    }
    guard ending == nil, let policy = job.spec.successPolicy,
      let place = policy.firstMet(by: succeededIndexes, of: completions)
    else { return }
    ending = condition(
      "SuccessCriteriaMet", "SuccessPolicy", "Matched rules at index \(place)")
  }

  private mutating func countFailedIndexes(of completions: Int) {
    let fresh = pods.filter { $0.isTracked && isLastFailure($0) }.compactMap(job.index)
    failedIndexes = JobIndexes(job.status.failedIndexes, below: completions).union(fresh)
    guard ending == nil else { return }
    let failed = failedIndexes.count
    if let most = job.spec.maxFailedIndexes, failed > most {
      ending = condition(
        "FailureTarget", "MaxFailedIndexesExceeded",
        "Job has exceeded the specified maximal number of failed indexes")
    } else if failed > 0, failed + succeededIndexes.count >= completions {
      ending = condition("FailureTarget", "FailedIndexes", "Job has failed indexes")
    }
  }

  /// Whether the pod's failure is one more than its index may have.
  private func isLastFailure(_ pod: Pod) -> Bool {
    guard job.hasFailed(pod) else { return false }
    let verdict = verdict(on: pod)
    if verdict.action == .failIndex { return true }
    return verdict.counts && pod.indexFailures >= job.spec.backoffLimitPerIndex ?? 0
  }

  private mutating func findHeldBack() {
    let taken = Set(active.compactMap(job.index))
    for pod in pods where pod.isTracked && job.hasFailed(pod) {
      guard let index = job.index(of: pod), !taken.contains(index),
        !succeededIndexes.contains(index), !failedIndexes.contains(index)
      else { continue }
      if let other = heldBack[index], isLater(other, than: pod) { continue }
      heldBack[index] = pod
    }
  }

  private func isLater(_ left: Pod, than right: Pod) -> Bool {
    let failures = (left.allIndexFailures, right.allIndexFailures)
    if failures.0 != failures.1 { return failures.0 > failures.1 }
    return left.finishTime(at: now) > right.finishTime(at: now)
  }

  /// The indexes that are to get a pod now, `count` at most. Each waits for its own back-off where
  /// failures are counted by index.
  mutating func indexesToStart(_ count: Int) -> [Int] {
    var taken = succeededIndexes.union(active.compactMap(job.index)).union(failedIndexes)
    if job.replacesOnlyFailed {
      taken = taken.union(pods.filter(\.isTerminating).compactMap(job.index))
    }
    let missing = taken.gaps(count, below: job.spec.completions ?? 0)
    guard job.hasLimitPerIndex else { return missing }
    return missing.filter { index in
      guard let failed = heldBack[index],
        let end = JobBackOff.end(
          of: failed.allIndexFailures + 1, since: failed.finishTime(at: now), after: now)
      else { return true }
      look(at: end)
      return false
    }
  }

  /// Fits a pod to its index: its name, hostname, label and variable, and the failures before it.
  func fit(_ pod: inout Pod, to index: Int) {
    pod.metadata.generateName = "\(job.metadata.name)-\(index)-"
    pod.metadata.annotations[Job.indexLabel] = "\(index)"
    pod.metadata.labels[Job.indexLabel] = "\(index)"
    pod.spec.hostname = "\(job.metadata.name)-\(index)"
    for place in pod.spec.containers.indices { pod.spec.containers[place].addIndexVariable() }
    for place in pod.spec.initContainers.indices {
      pod.spec.initContainers[place].addIndexVariable()
    }
    guard job.hasLimitPerIndex else { return }
    var failures = 0
    var ignored = 0
    if let failed = heldBack[index] {
      failures = failed.indexFailures
      ignored = failed.ignoredIndexFailures
      if verdict(on: failed).counts { failures += 1 } else { ignored += 1 }
    }
    pod.metadata.annotations[Job.indexFailureCount] = "\(failures)"
    if ignored > 0 { pod.metadata.annotations[Job.indexIgnoredFailureCount] = "\(ignored)" }
  }
}

extension Pod {
  fileprivate var allIndexFailures: Int { indexFailures + ignoredIndexFailures }
}

extension Container {
  fileprivate mutating func addIndexVariable() {
    let name = "JOB_COMPLETION_INDEX"
    if env.contains(where: { $0.name == name }) { return }
    var source = EnvironmentValueSource()
    var field = FieldSelector()
    field.fieldPath = "metadata.labels['\(Job.indexLabel)']"
    source.fieldRef = field
    var variable = EnvironmentVariable()
    variable.name = name
    variable.valueFrom = source
    env.append(variable)
  }
}
