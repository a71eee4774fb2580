import Objects
import Store

/// How controllers and what they control find each other: by selector first, by owner reference
/// for good.
enum Claims {
  /// Adopts the orphans that match and lets go of what matches no longer; returns what `owner`
  /// controls then, by name.
  static func claim<T: APIObject>(
    for owner: any APIObject, selector: LabelSelector, orphans: Orphans,
    _ type: T.Type, where isWanted: (T) -> Bool, _ draft: inout Draft
  ) -> [T] {
    let uid = owner.metadata.uid
    var claimed: [T] = []
    let owned = draft.state.owned(by: uid, type)
    for object in owned where object.metadata.controller?.uid == uid && isWanted(object) {
      if selector.matches(object.metadata.labels) {
        claimed.append(object)
      } else if !owner.metadata.isDeleting {
        release(object, from: uid, &draft)
      }
    }
    if owner.metadata.isDeleting { return claimed }
    let found = orphans.matching(
      selector, in: owner.metadata.namespace, of: draft.state, as: type)
    for orphan in found where isWanted(orphan) {
      if let adopted = adopt(orphan, by: owner, &draft) { claimed.append(adopted) }
    }
    return claimed.sorted { $0.metadata.name < $1.metadata.name }
  }

  private static func release<T: APIObject>(_ object: T, from uid: String, _ draft: inout Draft) {
    var object = object
    object.metadata.ownerReferences.removeAll { $0.uid == uid }
    draft.attempt(.update(object))
  }

  private static func adopt<T: APIObject>(
    _ object: T, by owner: any APIObject, _ draft: inout Draft
  ) -> T? {
    var object = object
    object.metadata.ownerReferences.append(OwnerReference(controller: owner))
    return draft.attempt(.update(object)) ? draft.state[object.key] as? T : nil
  }
}
