import Engine
import Objects
import Store

extension Rollout {
  /// Annotations that say something about the Deployment itself and are not handed down.
  private static let keptBack = [
    "kubectl.kubernetes.io/last-applied-configuration",
    RevisionAnnotation.revision,
    RevisionAnnotation.history,
    RevisionAnnotation.desiredReplicas,
    RevisionAnnotation.maxReplicas,
    "deprecated.deployment.rollback.to",
  ]

  /// The most characters the list of earlier revisions may have.
  private static let historyLength = 2000

  /// Sees to it that the wanted template has its ReplicaSet, if `creating`, and that this one has
  /// the highest revision.
  mutating func syncRevision(creating: Bool, _ draft: inout Draft) {
    // Anybody may annotate a set; behind the last number comes the first, as in Go.
    let revision = (oldSets.map(\.revision).max() ?? 0) &+ 1
    if newSet != nil {
      keepRevision(revision, &draft)
    } else if creating {
      create(revision, &draft)
    }
  }

  private mutating func keepRevision(_ revision: Int, _ draft: inout Draft) {
    guard var set = newSet else { return }
    annotate(&set, revision: revision)
    set.spec.minReadySeconds = deployment.spec.minReadySeconds
    if set != newSet {
      guard draft.attempt(.update(set)), let stored = draft.state[set.key] as? ReplicaSet else {
        return
      }
      newSet = stored
      set = stored
    }
    writeRevision("\(set.revision)", &draft)
    guard deployment.progressDeadline != nil, deployment.status.conditions["Progressing"] == nil
    else { return }
    deployment.status.conditions.replace(
      Condition.rollout(
        "Progressing", .isTrue, "FoundNewReplicaSet",
        "Found new replica set \"\(set.metadata.name)\"", at: draft.now))
    draft.attempt(.updateStatus(deployment))
    refresh(draft)
  }

  private mutating func create(_ revision: Int, _ draft: inout Draft) {
    var set = blankSet()
    let total = oldSets.map(\.size).reduce(0, +)
    let size =
      deployment.isRolling ? arithmetic.newSize(from: 0, total: total) : arithmetic.replicas
    set.spec.replicas = size
    annotate(&set, revision: revision)
    set.noteReplicas(arithmetic)
    do throws(Rejection) {
      newSet = try draft.submit(.create(set)) as? ReplicaSet
    } catch {
      fail(error, creating: set, &draft)
      return
    }
    if size > 0 {
      draft.note(
        .normal, "ScalingReplicaSet",
        "Scaled up replica set \(set.metadata.name) from 0 to \(size)", about: deployment)
    }
    writeRevision("\(revision)", &draft)
    guard deployment.progressDeadline != nil else { return }
    deployment.status.conditions.replace(
      Condition.rollout(
        "Progressing", .isTrue, "NewReplicaSetCreated",
        "Created new replica set \"\(set.metadata.name)\"", at: draft.now))
    draft.attempt(.updateStatus(deployment))
    refresh(draft)
  }

  private func blankSet() -> ReplicaSet {
    let hash = TemplateHash.text(
      of: deployment.spec.template, collisions: deployment.status.collisionCount)
    var set = ReplicaSet()
    set.metadata = ObjectMeta(
      name: "\(deployment.metadata.name)-\(hash)", namespace: deployment.metadata.namespace)
    set.metadata.ownerReferences = [OwnerReference(controller: deployment)]
    set.spec.template = deployment.spec.template
    set.spec.template.metadata.labels[TemplateHash.label] = hash
    set.metadata.labels = set.spec.template.metadata.labels
    set.spec.selector = deployment.spec.selector
    set.spec.selector.matchLabels[TemplateHash.label] = hash
    set.spec.minReadySeconds = deployment.spec.minReadySeconds
    return set
  }

  private mutating func fail(
    _ rejection: Rejection, creating set: ReplicaSet, _ draft: inout Draft
  ) {
    let namespace = draft.state.get(Namespace.self, deployment.metadata.namespace)
    if namespace?.metadata.isDeleting ?? true { return }
    hasFailed = true
    if rejection == .alreadyExists(set.key) {
      // Another template has this hash: the count makes the next attempt's differ.
      deployment.status.collisionCount = (deployment.status.collisionCount ?? 0) + 1
      draft.attempt(.updateStatus(deployment))
      return
    }
    let message = "Failed to create new replica set \"\(set.metadata.name)\": \(rejection.message)"
    if deployment.progressDeadline != nil {
      deployment.status.conditions.replace(
        Condition.rollout(
          "Progressing", .isFalse, "ReplicaSetCreateError", message, at: draft.now))
      draft.attempt(.updateStatus(deployment))
    }
    draft.note(.warning, "ReplicaSetCreateError", message, about: deployment)
  }

  /// Hands the Deployment's annotations down and raises the revision, remembering the old one: a
  /// set that is used again was rolled back to.
  private func annotate(_ set: inout ReplicaSet, revision: Int) {
    for (key, value) in deployment.metadata.annotations where !Self.keptBack.contains(key) {
      set.metadata.annotations[key] = value
    }
    let old = set.metadata.annotations[RevisionAnnotation.revision]
    guard set.revision < revision else { return }
    set.metadata.annotations[RevisionAnnotation.revision] = "\(revision)"
    guard let old else { return }
    var revisions = (set.metadata.annotations[RevisionAnnotation.history] ?? "")
      .split(separator: ",").map(String.init)
    revisions.append(old)
    while revisions.joined(separator: ",").count > Self.historyLength { revisions.removeFirst() }
    set.metadata.annotations[RevisionAnnotation.history] = revisions.joined(separator: ",")
  }

  private mutating func writeRevision(_ revision: String, _ draft: inout Draft) {
    guard deployment.metadata.annotations[RevisionAnnotation.revision] != revision else { return }
    deployment.metadata.annotations[RevisionAnnotation.revision] = revision
    draft.attempt(.update(deployment))
    refresh(draft)
  }

  /// Takes over what is stored now, so that the next write is not refused as out of date.
  mutating func refresh(_ draft: Draft) {
    if let stored = draft.state[deployment.key] as? Deployment { deployment = stored }
  }
}
