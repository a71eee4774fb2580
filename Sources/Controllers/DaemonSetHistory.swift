import Objects
import Store

/// The versions of its template that a DaemonSet keeps.
struct DaemonSetHistory {
  private let set: DaemonSet
  private var current: [ControllerRevision]
  /// Lower revisions first.
  private var old: [ControllerRevision]

  init(of set: DaemonSet, _ revisions: [ControllerRevision]) {
    self.set = set
    let sorted = revisions.sorted(by: ControllerRevision.isOlder)
    current = sorted.filter { $0.keeps(set.spec.template) }
    old = sorted.filter { !$0.keeps(set.spec.template) }
  }

  /// Sees to it that the wanted template is kept under the highest number; returns its hash, or
  /// nil when another template has the name already and the next attempt must take another.
  mutating func settle(_ pods: [Pod], _ draft: inout Draft) -> String? {
    // Behind the last number comes the first, as in Go: the API refuses it.
    let number = (old.map(\.revision).max() ?? 0) &+ 1
    guard var kept = current.last else { return create(number, &draft) }
    let hash = kept.metadata.labels[RevisionLabel.hash] ?? kept.metadata.name
    if current.count > 1 { mergeDuplicates(into: kept, hash, pods, &draft) }
    if kept.revision < number {
      kept.revision = number
      draft.attempt(.update(kept))
    }
    return hash
  }

  private func create(_ number: Int, _ draft: inout Draft) -> String? {
    let hash = TemplateHash.text(of: set.spec.template, collisions: set.status.collisionCount)
    let revision = ControllerRevision(
      of: set, set.spec.template, revision: number, hash: hash, under: RevisionLabel.hash)
    do throws(Rejection) {
      try draft.submit(.create(revision))
      return hash
    } catch {
      guard case .alreadyExists = error, let stored = draft.state[revision.key] else { return nil }
      if (stored as? ControllerRevision)?.keeps(set.spec.template) ?? false { return hash }
      var counted = set
      counted.status.collisionCount = (set.status.collisionCount ?? 0) + 1
      draft.attempt(.updateStatus(counted))
      return nil
    }
  }

  private func mergeDuplicates(
    into kept: ControllerRevision, _ hash: String, _ pods: [Pod], _ draft: inout Draft
  ) {
    let others = current.filter { $0.key != kept.key }
    let hashes = others.compactMap { $0.metadata.labels[RevisionLabel.hash] }
    for pod in pods where hashes.contains(pod.metadata.labels[RevisionLabel.hash] ?? "") {
      var pod = pod
      pod.metadata.labels[RevisionLabel.hash] = hash
      draft.attempt(.update(pod))
    }
    for other in others { draft.attempt(.delete(other.key, DeleteOptions())) }
  }

  /// Forgets the oldest versions beyond the limit that no pod is made from.
  func cleanUp(_ pods: [Pod], _ draft: inout Draft) {
    var surplus = old.count - (set.spec.revisionHistoryLimit ?? 10)
    guard surplus > 0 else { return }
    let living = Set(pods.compactMap { $0.metadata.labels[RevisionLabel.hash] })
    for revision in old where surplus > 0 {
      if living.contains(revision.metadata.labels[RevisionLabel.hash] ?? "") { continue }
      draft.attempt(.delete(revision.key, DeleteOptions()))
      surplus -= 1
    }
  }
}
