import Engine
import Objects
import Store

/// Makes the claims of pods whose volumes come and go with them.
struct EphemeralVolumeController: ControlLoop {
  static let name = "ephemeral-volume-controller"
  static let component = "ephemeral_volume"
  static let watched: Set<Kind>? = [.pod]

  init() {}

  func observe(_ change: Change, in state: ClusterState, at now: SimTime) -> [Look] {
    guard let (before, after) = change.sides(Pod.self), before == nil, let after,
      after.spec.volumes.contains(where: { $0.claimTemplate != nil })
    else { return [] }
    return [(change.key, now)]
  }

  func reconcile(_ object: ObjectKey?, _ draft: inout Draft) {
    guard let object, let pod = draft.state.pod(object), !pod.metadata.isDeleting else { return }
    for volume in pod.spec.volumes {
      guard let template = volume.claimTemplate, let name = volume.claimName(in: pod) else {
        continue
      }
      let key = ObjectKey(
        .persistentVolumeClaim, namespace: pod.metadata.namespace, name: name)
      guard draft.state[key] == nil else { continue }
      var problems: [FieldProblem] = []
      var claim = PersistentVolumeClaim.read(template, problems: &problems)
      claim.metadata.name = name
      claim.metadata.namespace = pod.metadata.namespace
      claim.metadata.ownerReferences = [OwnerReference(controller: pod)]
      draft.attempt(.create(claim))
    }
  }
}
