import Objects

/// How far a rollout is, in kubectl's words.
enum RolloutVerdict {
  case going(String)
  case done(String)
  case failed(Failure)

  /// `revision` other than 0 is the only one of a Deployment that is waited for.
  init(on object: any APIObject, revision: Int) {
    if let deployment = object as? Deployment {
      self = Self.verdict(on: deployment, revision: revision)
    } else if let set = object as? DaemonSet {
      self = Self.verdict(on: set)
    } else if let set = object as? StatefulSet {
      self = Self.verdict(on: set)
    } else {
      self = .failed(.error("no status viewer has been implemented for \(object.kind.rawValue)"))
    }
  }

  private static func verdict(on deployment: Deployment, revision: Int) -> RolloutVerdict {
    let name = deployment.metadata.name
    let status = deployment.status
    let number = deployment.metadata.annotations[RolloutHistory.annotation].flatMap { Int($0) }
    if revision > 0, let number, number != revision {
      return .failed(
        .error("desired revision (\(revision)) is different from the running revision (\(number))"))
    }
    guard deployment.metadata.generation <= status.observedGeneration else {
      return .going("Waiting for deployment spec update to be observed...")
    }
    if status.conditions["Progressing"]?.reason == "ProgressDeadlineExceeded" {
      return .failed(.error("deployment \"\(name)\" exceeded its progress deadline"))
    }
    let start = "Waiting for deployment \"\(name)\" rollout to finish: "
    let wanted = deployment.spec.replicas ?? 1
    if status.updatedReplicas < wanted {
      return .going(
        start + "\(status.updatedReplicas) out of \(wanted) new replicas have been updated...")
    }
    if status.replicas > status.updatedReplicas {
      return .going(
        start + "\(status.replicas - status.updatedReplicas) old replicas are pending "
          + "termination...")
    }
    if status.availableReplicas < status.updatedReplicas {
      return .going(
        start + "\(status.availableReplicas) of \(status.updatedReplicas) updated replicas are "
          + "available...")
    }
    return .done("deployment \"\(name)\" successfully rolled out")
  }

  private static let onlyRolling = RolloutVerdict.failed(
    .error("rollout status is only available for RollingUpdate strategy type"))

  private static func verdict(on set: DaemonSet) -> RolloutVerdict {
    guard set.spec.updateStrategy.type == .rollingUpdate else { return onlyRolling }
    let status = set.status
    guard set.metadata.generation <= status.observedGeneration else {
      return .going("Waiting for daemon set spec update to be observed...")
    }
    let start = "Waiting for daemon set \"\(set.metadata.name)\" rollout to finish: "
    let wanted = status.desiredNumberScheduled
    if status.updatedNumberScheduled < wanted {
      return .going(
        start + "\(status.updatedNumberScheduled) out of \(wanted) new pods have been updated...")
    }
    if status.numberAvailable < wanted {
      return .going(
        start + "\(status.numberAvailable) of \(wanted) updated pods are available...")
    }
    return .done("daemon set \"\(set.metadata.name)\" successfully rolled out")
  }

  private static func verdict(on set: StatefulSet) -> RolloutVerdict {
    guard set.spec.updateStrategy.type == .rollingUpdate else { return onlyRolling }
    let status = set.status
    guard status.observedGeneration > 0, set.metadata.generation <= status.observedGeneration
    else { return .going("Waiting for statefulset spec update to be observed...") }
    let wanted = set.spec.replicas ?? 1
    if status.readyReplicas < wanted {
      return .going("Waiting for \(wanted - status.readyReplicas) pods to be ready...")
    }
    if let partition = set.spec.updateStrategy.rollingUpdate?.partition {
      if status.updatedReplicas < wanted - partition {
        return .going(
          "Waiting for partitioned roll out to finish: \(status.updatedReplicas) out of "
            + "\(wanted - partition) new pods have been updated...")
      }
      return .done(
        "partitioned roll out complete: \(status.updatedReplicas) new pods have been updated...")
    }
    if status.updateRevision != status.currentRevision {
      return .going(
        "waiting for statefulset rolling update to complete \(status.updatedReplicas) pods at "
          + "revision \(status.updateRevision)...")
    }
    return .done(
      "statefulset rolling update complete \(status.currentReplicas) pods at revision "
        + "\(status.currentRevision)...")
  }
}
