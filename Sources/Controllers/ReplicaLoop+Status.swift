import Engine
import Objects
import Store

extension ReplicaLoop {
  /// Writes down how many pods there are after this look, and asks for the next look when one of
  /// them is going to count as available.
  func updateStatus(
    of set: Owner, _ tally: PodTally?, _ failure: Failure?, _ draft: inout Draft
  ) {
    guard var current = draft.state[set.key] as? Owner else { return }
    if let tally {
      current.status = Self.status(of: current, tally)
    } else {
      goThroughPods(of: &current, &draft)
    }
    Self.setFailure(failure, on: &current, at: draft.now)
    draft.attempt(.updateStatus(current))
  }

  private func goThroughPods(of set: inout Owner, _ draft: inout Draft) {
    let selector = set.podSelector
    let owned = draft.state.owned(by: set.metadata.uid, Pod.self)
      .filter { selector.matches($0.metadata.labels) }
    let active = owned.filter(\.isActive)
    set.status = Self.status(of: set, active: active, at: draft.now)
    if Owner.countsTerminating {
      set.status.terminatingReplicas = owned.count { $0.metadata.isDeleting && !$0.hasEnded }
    }
    let minReadySeconds = set.minReadySeconds
    let moments = active.compactMap { $0.availableFrom(minReadySeconds: minReadySeconds) }
    if let next = moments.filter({ $0 > draft.now }).min() { draft.look(set.key, at: next) }
  }

  private static func status(of set: Owner, _ tally: PodTally) -> ReplicaSetStatus {
    var status = set.status
    status.replicas = tally.active
    status.fullyLabeledReplicas = tally.labelled
    status.readyReplicas = tally.ready
    status.availableReplicas = tally.ready
    status.observedGeneration = set.metadata.generation
    if Owner.countsTerminating { status.terminatingReplicas = tally.terminating }
    return status
  }

  static func status(
    of set: Owner, active: [Pod], at now: SimTime
  ) -> ReplicaSetStatus {
    var status = set.status
    let labels = LabelSelector(matchLabels: set.podTemplate.metadata.labels)
    let minReadySeconds = set.minReadySeconds
    status.replicas = active.count
    status.fullyLabeledReplicas = active.count { labels.matches($0.metadata.labels) }
    status.readyReplicas = active.count(where: \.isReady)
    status.availableReplicas = active.count {
      $0.isAvailable(minReadySeconds: minReadySeconds, at: now)
    }
    status.observedGeneration = set.metadata.generation
    return status
  }

  private static func setFailure(_ failure: Failure?, on set: inout Owner, at now: SimTime) {
    if let failure {
      // The first failure stays until pods can be created again.
      if set.status.conditions["ReplicaFailure"] != nil { return }
      set.status.conditions.append(
        Condition(
          "ReplicaFailure", .isTrue, reason: failure.reason, message: failure.message,
          at: now.wholeSecond))
    } else {
      set.status.conditions.removeAll { $0.type == "ReplicaFailure" }
    }
  }
}
