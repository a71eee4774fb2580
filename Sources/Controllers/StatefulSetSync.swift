import Engine
import Objects
import Store

/// One look at a StatefulSet and its pods, in the order of their numbers.
struct StatefulSetSync {
  /// How many pods one look creates at most.
  static let burst = 500

  let set: StatefulSet
  let history: StatefulSetHistory
  /// The pods wanted, by number; the first of those that are not there are still to be made.
  private(set) var replicas: [Replica]
  /// Pods with numbers that are not wanted, highest first.
  let condemned: [Replica]
  private(set) var hasFailed = false

  /// A pod and its number.
  struct Replica {
    var ordinal: Int
    var pod: Pod
    var exists: Bool
  }

  init(of set: StatefulSet, pods: [Pod], history: StatefulSetHistory, makesPods: Bool) {
    self.set = set
    self.history = history
    let found = pods.compactMap { pod in
      StatefulPod.ordinal(of: pod, in: set).map { Replica(ordinal: $0, pod: pod, exists: true) }
    }
    condemned = found.filter { !set.ordinals.contains($0.ordinal) }
      .sorted { $0.ordinal > $1.ordinal }
    replicas = found.filter { set.ordinals.contains($0.ordinal) }
    if makesPods { addMissing() }
    replicas.sort { $0.ordinal < $1.ordinal }
  }

  /// How many of the pods wanted are not there.
  static func missing(of set: StatefulSet, among pods: [Pod]) -> Int {
    let there = pods.count { pod in
      StatefulPod.ordinal(of: pod, in: set).map(set.ordinals.contains) ?? false
    }
    return set.ordinals.count - there
  }

  /// Adds the first pods that are not there. An ordered set waits for the very first anyway.
  /// Pods below the partition come from the version that is in use, others from the wanted one.
  private mutating func addMissing() {
    let there = Set(replicas.map(\.ordinal))
    let missing = set.ordinals.lazy.filter { !there.contains($0) }
      .prefix(set.isOrdered ? 1 : Self.burst)
    guard !missing.isEmpty else { return }
    let current = history.current.template ?? set.spec.template
    let update = history.update.template ?? set.spec.template
    for ordinal in missing {
      let isHeldBack = set.isRolling && ordinal < set.firstOrdinal + set.partition
      let pod = StatefulPod.make(
        for: set, ordinal, from: isHeldBack ? current : update,
        revision: (isHeldBack ? history.current : history.update).metadata.name)
      replicas.append(Replica(ordinal: ordinal, pod: pod, exists: false))
    }
  }

  func isAvailable(_ pod: Pod, at now: SimTime) -> Bool {
    pod.status.phase == .running
      && pod.isAvailable(minReadySeconds: set.spec.minReadySeconds ?? 0, at: now)
  }

  private func isUnavailable(_ replica: Replica, at now: SimTime) -> Bool {
    !replica.exists || replica.pod.metadata.isDeleting || !isAvailable(replica.pod, at: now)
  }

  /// Takes the next step: pods that lack, then pods too many, then pods of an old version.
  mutating func advance(_ draft: inout Draft) {
    if set.metadata.isDeleting { return }
    if fill(&draft) { return }
    for replica in condemned { adjustClaims(of: replica, &draft) }
    if shrink(&draft) { return }
    if set.isRolling { replaceOld(&draft) }
  }

  /// Creates what lacks; true when whatever comes after has to wait.
  private mutating func fill(_ draft: inout Draft) -> Bool {
    var batch = 1
    var rest = 1
    for place in replicas.indices {
      if set.isOrdered {
        if process(place, &draft) { return true }
        continue
      }
      // Together, but after a refusal in a batch of one, two, four, … no further batch.
      _ = process(place, &draft)
      rest -= 1
      if rest == 0 {
        if hasFailed { return true }
        batch = min(batch * 2, Self.burst)
        rest = batch
      }
    }
    return hasFailed
  }

  /// Brings one pod on its way; true when in an ordered set those after it have to wait.
  private mutating func process(_ place: Int, _ draft: inout Draft) -> Bool {
    let replica = replicas[place]
    if replica.exists, replica.pod.hasEnded {
      if !replica.pod.metadata.isDeleting { delete(replica.pod, &draft) }
      return true
    }
    if !replica.exists {
      create(replica, &draft)
      return true
    }
    if replica.pod.status.phase == .pending, !replica.pod.metadata.isDeleting {
      if !createClaims(of: replica, &draft).isEmpty { return true }
    }
    if isUnavailable(replica, at: draft.now), set.isOrdered { return true }
    if !StatefulPod.hasIdentity(replica.pod, replica.ordinal) { mend(replica, &draft) }
    adjustClaims(of: replica, &draft)
    return false
  }

  /// Removes pods that are not wanted, from the highest number; true when updates have to wait.
  private mutating func shrink(_ draft: inout Draft) -> Bool {
    let firstUnhealthy = (replicas + condemned.reversed()).first {
      isUnavailable($0, at: draft.now)
    }
    for replica in condemned {
      if set.isOrdered {
        if replica.pod.metadata.isDeleting { return true }
        let isHealthy = isAvailable(replica.pod, at: draft.now)
        if !isHealthy, replica.pod.key != firstUnhealthy?.pod.key { return true }
        delete(replica.pod, &draft)
        return true
      }
      if !replica.pod.metadata.isDeleting { delete(replica.pod, &draft) }
    }
    return false
  }

  /// Deletes the pod with the highest number that is not of the wanted version, and waits for
  /// those above it to be available again.
  private mutating func replaceOld(_ draft: inout Draft) {
    let first = set.firstOrdinal + set.partition
    for replica in replicas.reversed() where replica.ordinal >= first {
      let revision = replica.pod.metadata.labels[RevisionLabel.hash]
      if revision != history.update.metadata.name, !replica.pod.metadata.isDeleting {
        if replica.exists { delete(replica.pod, &draft) }
        return
      }
      if isUnavailable(replica, at: draft.now) { return }
    }
  }

  // MARK: - Single pods

  private mutating func create(_ replica: Replica, _ draft: inout Draft) {
    if isClaimStale(replica, in: draft.state) {
      hasFailed = true
      return
    }
    let problems = createClaims(of: replica, &draft)
    guard problems.isEmpty else {
      let why = problems.count == 1 ? problems[0] : "[\(problems.joined(separator: ", "))]"
      report("Create", replica.pod, failure: why, &draft)
      return
    }
    do throws(Rejection) {
      try draft.submit(.create(replica.pod))
      report("Create", replica.pod, failure: nil, &draft)
      adjustClaims(of: replica, &draft)
    } catch {
      hasFailed = true
      if case .alreadyExists = error { return }
      report("Create", replica.pod, failure: error.message, &draft)
    }
  }

  private mutating func delete(_ pod: Pod, _ draft: inout Draft) {
    if draft.attempt(.delete(pod.key, DeleteOptions(uid: pod.metadata.uid))) {
      report("Delete", pod, failure: nil, &draft)
    }
  }

  /// Puts the labels back that tell which pod it is.
  private func mend(_ replica: Replica, _ draft: inout Draft) {
    var pod = replica.pod
    StatefulPod.setIdentity(of: &pod, replica.ordinal)
    if draft.attempt(.update(pod)) { report("Update", pod, failure: nil, &draft) }
  }

  private func report(
    _ verb: String, _ pod: Pod, failure: String?, _ draft: inout Draft
  ) {
    let subject = "\(verb) Pod \(pod.metadata.name) in StatefulSet \(set.metadata.name)"
    if let failure {
      draft.note(.warning, "Failed\(verb)", "\(subject) failed error: \(failure)", about: set)
    } else {
      draft.note(.normal, "Successful\(verb)", "\(subject) successful", about: set)
    }
  }

  mutating func noteFailure() { hasFailed = true }
}
