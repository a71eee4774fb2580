import Engine
import Objects
import Store

/// How many pods of each sort an owner controls, kept in step with every change: an owner of ten
/// thousand would otherwise have to go through all of them each time one becomes ready.
struct PodTally: Sendable {
  /// What decides whether a pod counts, as of when the counting began.
  struct Standard: Sendable, Equatable {
    let owner: String
    let selector: LabelSelector
    /// What the template's pods are labelled with.
    let labels: LabelSelector

    init<Owner: PodKeeper>(_ owner: Owner) {
      self.owner = owner.metadata.uid
      selector = owner.podSelector
      labels = LabelSelector(matchLabels: owner.podTemplate.metadata.labels)
    }
  }

  let standard: Standard
  /// Neither ended nor on their way out.
  private(set) var active = 0
  /// Of those, the ones with all labels of the template.
  private(set) var labelled = 0
  private(set) var ready = 0
  /// On their way out, but not ended.
  private(set) var terminating = 0
  /// Owned, but not controlled, or not picked by the selector.
  private(set) var strangers = 0
  /// The last write that has been counted.
  private var revision: Int

  /// Counts what there is.
  init(_ standard: Standard, in state: ClusterState) {
    self.standard = standard
    revision = state.revision
    for pod in state.owned(by: standard.owner, Pod.self) { count(pod, 1) }
  }

  /// Takes note of a change to a pod; one that has been counted already changes nothing.
  mutating func observe(_ before: Pod?, _ after: Pod?, revision: Int) {
    guard revision > self.revision else { return }
    self.revision = revision
    if let before { count(before, -1) }
    if let after { count(after, 1) }
  }

  private mutating func count(_ pod: Pod, _ step: Int) {
    guard pod.metadata.ownerReferences.contains(where: { $0.uid == standard.owner }) else { return }
    guard pod.metadata.controller?.uid == standard.owner,
      standard.selector.matches(pod.metadata.labels)
    else {
      strangers += step
      return
    }
    if pod.isActive {
      active += step
      if standard.labels.matches(pod.metadata.labels) { labelled += step }
      if pod.isReady { ready += step }
    } else if pod.metadata.isDeleting, !pod.hasEnded {
      terminating += step
    }
  }
}
