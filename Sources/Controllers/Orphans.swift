import HashTreeCollections
import Objects
import Store

/// The objects of one kind that nobody controls, so that a controller can look for some to adopt
/// without going through all objects.
struct Orphans: Sendable {
  private var keys = TreeSet<ObjectKey>()

  /// Takes note of a change to an object of the kind.
  mutating func observe(_ change: Change) {
    if change.leavesOrphan, change.after?.metadata.isDeleting == false {
      keys.insert(change.key)
    } else if !keys.isEmpty {
      keys.remove(change.key)
    }
  }

  /// The orphans of a namespace that `selector` picks, in the order of their names.
  func matching<T: APIObject>(
    _ selector: LabelSelector, in namespace: String, of state: ClusterState, as type: T.Type
  ) -> [T] {
    let found = keys.filter { $0.namespace == namespace }.sorted()
    return found.compactMap { state[$0] as? T }
      .filter { selector.matches($0.metadata.labels) }
  }
}
