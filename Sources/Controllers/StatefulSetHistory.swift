import Objects
import Store

/// The versions of its template that a StatefulSet keeps: the one its pods come from, and the one
/// they are to come from.
struct StatefulSetHistory {
  private let set: StatefulSet
  /// Lower revisions first.
  private var revisions: [ControllerRevision]
  private(set) var current: ControllerRevision
  private(set) var update: ControllerRevision
  private(set) var collisions: Int

  init(of set: StatefulSet, _ revisions: [ControllerRevision]) {
    self.set = set
    self.revisions = revisions.sorted(by: ControllerRevision.isOlder)
    collisions = set.status.collisionCount ?? 0
    current = ControllerRevision()
    update = ControllerRevision()
  }

  /// Sees to it that the wanted template is the newest revision; false when that was refused.
  mutating func settle(_ draft: inout Draft) -> Bool {
    // Behind the last number comes the first, as in Go: the API refuses it.
    let number = (revisions.last?.revision ?? 0) &+ 1
    if let kept = revisions.last(where: { $0.keeps(set.spec.template) }) {
      update = kept
      if kept.key != revisions.last?.key {
        // It was in use before: it becomes the newest again.
        update.revision = number
        guard draft.attempt(.update(update)) else { return false }
      }
    } else {
      guard create(number, &draft) else { return false }
    }
    current = revisions.first { $0.metadata.name == set.status.currentRevision } ?? update
    if current.key == update.key { current = update }
    return true
  }

  /// Creates the revision; a name that another template has already is passed over.
  private mutating func create(_ number: Int, _ draft: inout Draft) -> Bool {
    for _ in 0..<16 {
      let hash = TemplateHash.text(
        of: set.spec.template, collisions: collisions == 0 ? nil : collisions)
      update = ControllerRevision(
        of: set, set.spec.template, revision: number, hash: hash,
        under: RevisionLabel.ofStatefulSets)
      do throws(Rejection) {
        try draft.submit(.create(update))
        return true
      } catch {
        guard case .alreadyExists = error else { return false }
        if let stored = draft.state[update.key] as? ControllerRevision,
          stored.keeps(set.spec.template)
        {
          update = stored
          return true
        }
        collisions += 1
      }
    }
    return false
  }

  /// Forgets the oldest versions beyond the limit that nothing is made from.
  func cleanUp(_ pods: [Pod], _ draft: inout Draft) {
    let living = Set(
      [current.metadata.name, update.metadata.name]
        + pods.compactMap { $0.metadata.labels[RevisionLabel.hash] })
    let unused = revisions.filter { !living.contains($0.metadata.name) }
    let surplus = unused.count - (set.spec.revisionHistoryLimit ?? 10)
    for revision in unused.prefix(max(0, surplus)) {
      draft.attempt(.delete(revision.key, DeleteOptions()))
    }
  }
}
