import Engine
import Objects
import Store

/// One look at a Deployment and its ReplicaSets: what is known of them now, and the next step.
///
/// Each look takes one step, new pods up or old pods down; the ReplicaSets' answers ask for the
/// next look.
struct Rollout {
  var deployment: Deployment
  let arithmetic: RolloutArithmetic
  /// The ReplicaSet with the wanted template; nil while there is none.
  var newSet: ReplicaSet?
  /// All others, oldest first.
  var oldSets: [ReplicaSet]
  /// Whether this look may already resize sets for the sake of an update.
  var mayStep = true
  var hasStepped = false
  /// Whether something was refused that should be tried again.
  var hasFailed = false

  init(of deployment: Deployment, sets: [ReplicaSet]) {
    self.deployment = deployment
    arithmetic = RolloutArithmetic(of: deployment)
    let oldestFirst = sets.sorted(by: Self.isOlder)
    newSet = oldestFirst.first { Self.isMade($0, from: deployment.spec.template) }
    let uid = newSet?.metadata.uid
    oldSets = oldestFirst.filter { $0.metadata.uid != uid }
  }

  var allSets: [ReplicaSet] { oldSets + (newSet.map { [$0] } ?? []) }
  var activeOldSets: [ReplicaSet] { oldSets.filter { $0.size > 0 } }

  /// Whether the set's template is the wanted one, but for the hash the controller added.
  private static func isMade(_ set: ReplicaSet, from template: PodTemplate) -> Bool {
    var ours = set.spec.template
    var wanted = template
    ours.metadata.labels[TemplateHash.label] = nil
    wanted.metadata.labels[TemplateHash.label] = nil
    return ours == wanted
  }

  /// Older sets first; those of one second in the order of their revisions.
  static func isOlder(_ left: ReplicaSet, _ right: ReplicaSet) -> Bool {
    let created = (left.metadata.creationTimestamp, right.metadata.creationTimestamp)
    if let before = created.0, let after = created.1, before != after { return before < after }
    if left.revision != right.revision { return left.revision < right.revision }
    return left.metadata.name < right.metadata.name
  }

  mutating func advance(_ draft: inout Draft) {
    if deployment.metadata.isDeleting {
      writeStatus(tracksProgress: false, &draft)
      return
    }
    notePause(&draft)
    if deployment.spec.paused ?? false {
      syncRevision(creating: false, &draft)
      scale(&draft)
      cleanUp(&draft)
      writeStatus(tracksProgress: false, &draft)
      return
    }
    syncRevision(creating: false, &draft)
    if isScaling {
      scale(&draft)
      writeStatus(tracksProgress: false, &draft)
    } else if deployment.isRolling {
      roll(&draft)
    } else {
      recreate(&draft)
    }
  }

  /// Whether the Deployment was scaled since its sets were last written.
  private var isScaling: Bool {
    allSets.contains { set in
      guard set.size > 0, let desired = set.desiredReplicas else { return false }
      return desired != arithmetic.replicas
    }
  }

  /// Puts the freshest version of a set in its place.
  mutating func replace(_ set: ReplicaSet) {
    if newSet?.metadata.uid == set.metadata.uid {
      newSet = set
    } else if let place = oldSets.firstIndex(where: { $0.metadata.uid == set.metadata.uid }) {
      oldSets[place] = set
    }
  }
}
