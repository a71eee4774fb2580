import Objects
import Store

/// The versions of a template: ReplicaSets keep those of a Deployment, ControllerRevisions those of
/// DaemonSets and StatefulSets.
struct RolloutHistory: Sendable {
  struct Revision: Sendable {
    var number: Int
    /// With the label that tells revisions apart, where the kind has one.
    var template: PodTemplate
    var changeCause: String?

    /// What kept it.
    var keeper: any APIObject

    /// As `rollout history` shows it: that of a Deployment with the reason that was written down.
    var shown: PodTemplate {
      var template = template
      if let changeCause, keeper is ReplicaSet {
        template.metadata.annotations[RolloutHistory.cause] = changeCause
      }
      return template
    }

    /// Without that label: what the owner itself would say.
    var wanted: PodTemplate {
      var template = template
      template.metadata.labels["pod-template-hash"] = nil
      return template
    }
  }

  static let annotation = "deployment.kubernetes.io/revision"
  fileprivate static let cause = "kubernetes.io/change-cause"

  /// What is shown of a revision as a document: the ReplicaSet that keeps it, or the owner as it is
  /// now with the template of then.
  func document(of revision: Revision) -> any APIObject {
    guard !(revision.keeper is ReplicaSet),
      var document = owner.withPodTemplate({ $0 = revision.template })
    else { return revision.keeper }
    document.metadata.resourceVersion = owner.metadata.resourceVersion
    return document
  }

  let owner: any APIObject
  /// Oldest first.
  let revisions: [Revision]

  init(of owner: any APIObject, in context: Context) {
    self.owner = owner
    let uid = owner.metadata.uid
    if owner is Deployment {
      revisions = context.state.owned(by: uid, ReplicaSet.self).compactMap { set in
        set.metadata.annotations[Self.annotation].flatMap { Int($0) }.map {
          Revision(
            number: $0, template: set.spec.template,
            changeCause: set.metadata.annotations[Self.cause], keeper: set)
        }
      }.sorted { $0.number < $1.number }
    } else {
      let kept = context.state.owned(by: uid, ControllerRevision.self)
      revisions = kept.sorted(by: ControllerRevision.isOlder).compactMap { revision in
        revision.template.map {
          Revision(
            number: revision.revision, template: $0,
            changeCause: revision.metadata.annotations[Self.cause], keeper: revision)
        }
      }
    }
  }
}
