import Engine
import Objects
import Store

extension JobSync {
  /// How many pods one look creates or deletes at most.
  static let burst = 500

  /// Brings the number of active pods closer to what is wanted: takes some away, or makes some.
  mutating func manage(_ draft: inout Draft) {
    if job.isSuspended {
      remove(active, &draft)
      return
    }
    let wanted = wantedActive
    let doomed = surplus(over: wanted)
    if !doomed.isEmpty {
      remove(Array(doomed.prefix(Self.burst)), &draft)
      return
    }
    // A pod that is ending still takes its place where only its end makes room.
    let missing = wanted - active.count - (job.replacesOnlyFailed ? terminating : 0)
    guard missing > 0 else { return }
    if !job.hasLimitPerIndex, let end = backOff.end(after: now) {
      look(at: end)
      return
    }
    create(min(missing, Self.burst), &draft)
  }

  /// Never more than there are completions missing; where any success is enough, no more pods
  /// after the first one.
  private var wantedActive: Int {
    guard let completions = job.spec.completions else {
      return succeeded > 0 ? active.count : job.parallelism
    }
    return max(0, min(completions - succeeded, job.parallelism))
  }

  /// The active pods beyond `wanted`; of an index that has several, or is not wanted, all others.
  private func surplus(over wanted: Int) -> [Pod] {
    let order = PodDeletionOrder(at: now, related: [])
    let count = max(0, active.count - wanted)
    guard job.isIndexed else {
      return count == 0 ? [] : Array(order.sorted(active).prefix(count))
    }
    var doomed: [Pod] = []
    var kept: [Pod] = []
    var taken: Set<Int> = []
    for pod in order.sorted(active).reversed() {
      if let index = job.index(of: pod), taken.insert(index).inserted {
        kept.append(pod)
      } else {
        doomed.append(pod)
      }
    }
    if doomed.count < count { doomed += order.sorted(kept).prefix(count - doomed.count) }
    return doomed
  }

  // MARK: - Deleting

  /// Takes away pods that do not count: they are let go before they are deleted.
  private mutating func remove(_ doomed: [Pod], _ draft: inout Draft) {
    for pod in doomed { Self.release(pod, &draft) }
    delete(doomed, &draft)
  }

  /// Deletes what still runs once the Job is over.
  mutating func removeActive(_ draft: inout Draft) { delete(active, &draft) }

  private mutating func delete(_ doomed: [Pod], _ draft: inout Draft) {
    for pod in doomed {
      PodControl.delete(pod, for: job, &draft)
      // A pod without a node is gone at once, unless it is yet to be counted.
      if draft.state.pod(pod.key) != nil { terminating += 1 }
    }
    let gone = Set(doomed.map(\.metadata.uid))
    active.removeAll { gone.contains($0.metadata.uid) }
  }

  /// Lets a pod go as far as its Job is concerned.
  static func release(_ pod: Pod, _ draft: inout Draft) {
    guard var stored = draft.state.pod(pod.key), stored.metadata.uid == pod.metadata.uid,
      stored.isTracked
    else { return }
    stored.metadata.finalizers.removeAll { $0 == Job.trackingFinalizer }
    draft.attempt(.update(stored))
  }

  // MARK: - Creating

  /// Creates pods one, two, four, … at a time, and stops at the first batch with a refusal.
  private mutating func create(_ count: Int, _ draft: inout Draft) {
    var rest: [Int?] =
      job.isIndexed ? indexesToStart(count) : Array(repeating: nil, count: count)
    var batch = 1
    while !rest.isEmpty, !isRefused {
      for index in rest.prefix(batch) { create(index, &draft) }
      rest.removeFirst(min(batch, rest.count))
      batch *= 2
    }
  }

  private mutating func create(_ index: Int?, _ draft: inout Draft) {
    var pod = PodControl.pod(from: job.spec.template, for: job)
    pod.metadata.finalizers.append(Job.trackingFinalizer)
    if let index { fit(&pod, to: index) }
    guard let made = PodControl.create(pod, for: job, &draft) else {
      isRefused = true
      return
    }
    active.append(made)
  }
}
