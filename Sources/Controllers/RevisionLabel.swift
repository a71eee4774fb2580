import Objects

/// Where DaemonSets and StatefulSets note which revision something belongs to.
enum RevisionLabel {
  /// On pods, and on the revisions of DaemonSets.
  static let hash = "controller-revision-hash"
  /// On the revisions of StatefulSets.
  static let ofStatefulSets = "controller.kubernetes.io/hash"
}

extension ControllerRevision {
  /// A new revision of what `owner` makes its pods from, named after `hash`.
  init(
    of owner: any APIObject, _ template: PodTemplate, revision: Int, hash: String,
    under label: String
  ) {
    self.init()
    metadata = ObjectMeta(
      name: "\(owner.metadata.name)-\(hash)", namespace: owner.metadata.namespace,
      labels: template.metadata.labels, annotations: owner.metadata.annotations)
    metadata.labels[label] = hash
    metadata.ownerReferences = [OwnerReference(controller: owner)]
    data = Self.data(of: template)
    self.revision = revision
  }
}
