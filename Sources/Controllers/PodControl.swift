import Engine
import Objects
import Store

/// How controllers create and delete pods, and what they report about it.
enum PodControl {
  /// The pod a template makes for its owner, which still lacks a name.
  static func pod(from template: PodTemplate, for owner: any APIObject) -> Pod {
    var pod = Pod()
    pod.metadata.generateName = "\(owner.metadata.name)-"
    pod.metadata.namespace = owner.metadata.namespace
    pod.metadata.labels = template.metadata.labels
    pod.metadata.annotations = template.metadata.annotations
    pod.metadata.finalizers = template.metadata.finalizers
    pod.metadata.ownerReferences = [OwnerReference(controller: owner)]
    pod.$spec = template.$spec
    return pod
  }

  /// Creates a pod with a drawn name; nil when it was refused. A namespace that is ending refuses
  /// without a report.
  static func create(_ pod: Pod, for owner: any APIObject, _ draft: inout Draft) -> Pod? {
    do throws(Rejection) {
      let made = try draft.submit(.create(pod)) as? Pod
      let name = made?.metadata.name ?? ""
      draft.note(.normal, "SuccessfulCreate", "Created pod: \(name)", about: owner)
      return made
    } catch {
      if isEnding(owner.metadata.namespace, in: draft.state) { return nil }
      draft.note(.warning, "FailedCreate", "Error creating: \(error.message)", about: owner)
      return nil
    }
  }

  static func delete(_ pod: Pod, for owner: any APIObject, _ draft: inout Draft) {
    guard draft.attempt(.delete(pod.key, DeleteOptions(uid: pod.metadata.uid))) else { return }
    draft.note(.normal, "SuccessfulDelete", "Deleted pod: \(pod.metadata.name)", about: owner)
  }

  static func isEnding(_ namespace: String, in state: ClusterState) -> Bool {
    state.get(Namespace.self, namespace)?.metadata.isDeleting ?? true
  }
}
