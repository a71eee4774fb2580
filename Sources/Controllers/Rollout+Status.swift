import Engine
import Objects
import Store

extension Rollout {
  /// Writes down how far the Deployment is. `tracksProgress` says whether this look may find the
  /// rollout progressing or stuck.
  mutating func writeStatus(tracksProgress: Bool, _ draft: inout Draft) {
    let old = deployment.status
    var status = currentStatus(at: draft.now)
    if tracksProgress {
      trackProgress(&status, at: draft.now)
      if let failure = replicaFailure {
        status.conditions.replace(failure)
      } else {
        status.conditions.removeAll { $0.type == "ReplicaFailure" }
      }
    }
    deployment.status = status
    if status != old { draft.attempt(.updateStatus(deployment)) }
    if tracksProgress, let deadline = deadlineMoment(status) {
      draft.look(deployment.key, at: max(deadline, draft.now + .seconds(1)))
    }
  }

  func isComplete(_ status: DeploymentStatus) -> Bool {
    status.updatedReplicas == arithmetic.replicas && status.replicas == arithmetic.replicas
      && status.availableReplicas == arithmetic.replicas
      && status.observedGeneration >= deployment.metadata.generation
  }

  private func currentStatus(at now: SimTime) -> DeploymentStatus {
    var status = deployment.status
    let sets = allSets
    status.observedGeneration = deployment.metadata.generation
    status.replicas = sets.map(\.status.replicas).reduce(0, +)
    status.updatedReplicas = newSet?.status.replicas ?? 0
    status.readyReplicas = sets.map(\.status.readyReplicas).reduce(0, +)
    status.availableReplicas = sets.map(\.status.availableReplicas).reduce(0, +)
    status.unavailableReplicas = max(
      0, sets.map(\.size).reduce(0, +) - status.availableReplicas)
    status.terminatingReplicas = sets.compactMap(\.status.terminatingReplicas).reduce(0, +)
    let isAvailable = status.availableReplicas >= arithmetic.minAvailable
    status.conditions.replace(
      isAvailable
        ? .rollout(
          "Available", .isTrue, "MinimumReplicasAvailable",
          "Deployment has minimum availability.", at: now)
        : .rollout(
          "Available", .isFalse, "MinimumReplicasUnavailable",
          "Deployment does not have minimum availability.", at: now))
    return status
  }

  /// Says in the Progressing condition whether the rollout is done, gets on, or is stuck.
  private func trackProgress(_ status: inout DeploymentStatus, at now: SimTime) {
    guard deployment.progressDeadline != nil else {
      status.conditions.removeAll { $0.type == "Progressing" }
      return
    }
    let current = deployment.status.conditions["Progressing"]
    let wasDone = current?.reason == "NewReplicaSetAvailable"
    if wasDone, status.replicas == status.updatedReplicas { return }
    let subject =
      newSet.map { "ReplicaSet \"\($0.metadata.name)\"" }
      ?? "Deployment \"\(deployment.metadata.name)\""
    if isComplete(status) {
      status.conditions.replace(
        .rollout(
          "Progressing", .isTrue, "NewReplicaSetAvailable",
          "\(subject) has successfully progressed.", at: now))
    } else if isProgressing(status) {
      // Any progress counts: the moment is renewed even when the reason stays.
      var condition = Condition.rollout(
        "Progressing", .isTrue, "ReplicaSetUpdated", "\(subject) is progressing.", at: now)
      if let current, current.status == .isTrue {
        condition.lastTransitionTime = current.lastTransitionTime
      }
      status.conditions.removeAll { $0.type == "Progressing" }
      status.conditions.append(condition)
    } else if isTimedOut(current, at: now) {
      status.conditions.replace(
        .rollout(
          "Progressing", .isFalse, "ProgressDeadlineExceeded",
          "\(subject) has timed out progressing.", at: now))
    }
  }

  /// Whether more is done than when the status was last written.
  private func isProgressing(_ status: DeploymentStatus) -> Bool {
    let old = deployment.status
    return status.updatedReplicas > old.updatedReplicas
      || status.replicas - status.updatedReplicas < old.replicas - old.updatedReplicas
      || status.readyReplicas > old.readyReplicas
      || status.availableReplicas > old.availableReplicas
  }

  private func isTimedOut(_ condition: Condition?, at now: SimTime) -> Bool {
    guard let condition, let deadline = deployment.progressDeadline else { return false }
    if condition.reason == "NewReplicaSetAvailable" { return false }
    if condition.reason == "ProgressDeadlineExceeded" { return true }
    guard let updated = condition.lastUpdateTime else { return false }
    return updated + .seconds(Int64(deadline)) < now
  }

  /// When a rollout that shows no progress is to be looked at as stuck; nil when it is done or
  /// known to be stuck.
  private func deadlineMoment(_ status: DeploymentStatus) -> SimTime? {
    guard let deadline = deployment.progressDeadline,
      let condition = status.conditions["Progressing"], let updated = condition.lastUpdateTime,
      condition.reason != "ProgressDeadlineExceeded", condition.reason != "NewReplicaSetAvailable",
      !isComplete(status)
    else { return nil }
    return updated + .seconds(Int64(deadline) + 1)
  }

  /// The new set's failure to create pods, else the first of an old one's.
  private var replicaFailure: Condition? {
    let sets = (newSet.map { [$0] } ?? []) + oldSets
    guard
      var failure = sets.lazy.compactMap({ $0.status.conditions["ReplicaFailure"] }).first
    else { return nil }
    failure.lastUpdateTime = failure.lastTransitionTime
    return failure
  }

  /// Says in the Progressing condition that the Deployment was paused or resumed: time spent
  /// paused is not time without progress.
  mutating func notePause(_ draft: inout Draft) {
    guard deployment.progressDeadline != nil else { return }
    let reason = deployment.status.conditions["Progressing"]?.reason
    if reason == "ProgressDeadlineExceeded" { return }
    let isPaused = deployment.spec.paused ?? false
    if isPaused == (reason == "DeploymentPaused") { return }
    deployment.status.conditions.replace(
      isPaused
        ? .rollout(
          "Progressing", .unknown, "DeploymentPaused", "Deployment is paused", at: draft.now)
        : .rollout(
          "Progressing", .unknown, "DeploymentResumed", "Deployment is resumed", at: draft.now))
    draft.attempt(.updateStatus(deployment))
    refresh(draft)
  }
}

extension Condition {
  /// A Deployment's condition, which also tells when it was last looked at.
  static func rollout(
    _ type: String, _ status: ConditionStatus, _ reason: String, _ message: String, at now: SimTime
  ) -> Condition {
    var condition = Condition(
      type, status, reason: reason, message: message, at: now.wholeSecond)
    condition.lastUpdateTime = now.wholeSecond
    return condition
  }
}

extension [Condition] {
  /// Puts `condition` at the end in place of the one of its type, as the Deployment controller
  /// does; one that says the same, for the same reason, is left as it is.
  mutating func replace(_ condition: Condition) {
    var condition = condition
    if let current = self[condition.type], current.status == condition.status {
      if current.reason == condition.reason { return }
      condition.lastTransitionTime = current.lastTransitionTime
    }
    removeAll { $0.type == condition.type }
    append(condition)
  }
}
