import HashTreeCollections
import Objects

extension ClusterState {
  /// Puts an object in place of what is under its key, keeping every index in step.
  mutating func put(_ object: any APIObject) {
    let key = object.key
    if let old = objects[key] { dropFromIndexes(old) }
    objects[key] = object
    keysByKind[key.kind, default: SortedKeys()].insert(key)
    if let pod = object as? Pod {
      podsByNode[pod.spec.nodeName, default: SortedKeys()].insert(key)
    }
    for owner in object.metadata.ownerReferences {
      ownedByUID[owner.uid, default: SortedKeys()].insert(key)
    }
    if let event = object as? Event {
      eventsByObject[Self.subject(of: event), default: SortedKeys()].insert(key)
    }
  }

  /// Takes over a write that was made, and judged, in another copy of this state. What is handed
  /// out once, such as addresses, is not noted: nothing should be written here any more.
  public mutating func follow(_ change: Change) {
    if let object = change.after { put(object) } else { remove(change.key) }
    revision = change.revision
  }

  mutating func remove(_ key: ObjectKey) {
    guard let old = objects[key] else { return }
    dropFromIndexes(old)
    objects[key] = nil
    Self.drop(key, under: key.kind, from: &keysByKind)
  }

  private mutating func dropFromIndexes(_ object: any APIObject) {
    let key = object.key
    if let pod = object as? Pod { Self.drop(key, under: pod.spec.nodeName, from: &podsByNode) }
    for owner in object.metadata.ownerReferences {
      Self.drop(key, under: owner.uid, from: &ownedByUID)
    }
    if let event = object as? Event {
      Self.drop(key, under: Self.subject(of: event), from: &eventsByObject)
    }
  }

  private static func drop<Index: Hashable>(
    _ key: ObjectKey, under index: Index, from keys: inout TreeDictionary<Index, SortedKeys>
  ) {
    keys[index]?.remove(key)
    if keys[index]?.keys.isEmpty ?? false { keys[index] = nil }
  }

  private static func subject(of event: Event) -> String {
    event.involvedObject.uid ?? event.involvedObject.name ?? ""
  }
}
