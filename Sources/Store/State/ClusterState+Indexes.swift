import HashTreeCollections
import Objects

extension ClusterState {
  /// Puts an object in place of what is under its key, keeping every index in step.
  mutating func put(_ object: any APIObject) {
    if let event = object.narrowed(to: Event.self), put(event) { return }
    let key = object.key
    let old = objects.updateValue(object, forKey: key)
    if old == nil { keysByKind[key.kind, default: SortedKeys()].insert(key) }
    reindex(key, from: old, to: object)
  }

  /// Puts an event where the others about the same thing are, if it has its name from there.
  private mutating func put(_ event: Event) -> Bool {
    guard eventBook.put(event) else {
      eventBook.remove(event.key)
      return false
    }
    removeObject(event.key)
    return true
  }

  /// Takes over a write that was made, and judged, in another copy of this state. What is handed
  /// out once, such as addresses, is not noted: nothing should be written here any more.
  public mutating func follow(_ change: Change) {
    if let object = change.after { put(object) } else { remove(change.key) }
    revision = change.revision
  }

  mutating func remove(_ key: ObjectKey) {
    if key.kind == .event, eventBook.remove(key) { return }
    removeObject(key)
  }

  private mutating func removeObject(_ key: ObjectKey) {
    guard let old = objects.removeValue(forKey: key) else { return }
    Self.drop(key, under: key.kind, from: &keysByKind)
    reindex(key, from: old, to: nil)
  }

  /// Moves a key from where its old version is listed to where the new one belongs; most writes
  /// change nothing of that.
  private mutating func reindex(
    _ key: ObjectKey, from old: (any APIObject)?, to new: (any APIObject)?
  ) {
    if key.kind == .pod {
      Self.move(
        key, from: old?.narrowed(to: Pod.self)?.spec.nodeName,
        to: new?.narrowed(to: Pod.self)?.spec.nodeName, in: &podsByNode)
      network.move(key, from: old, to: new)
    } else if key.kind == .endpointSlice || key.kind == .service {
      network.move(key, from: old, to: new)
    }
    let before = old?.metadata.ownerReferences ?? []
    let after = new?.metadata.ownerReferences ?? []
    if before == after { return }
    for owner in before { Self.drop(key, under: owner.uid, from: &ownedByUID) }
    for owner in after { ownedByUID[owner.uid, default: SortedKeys()].insert(key) }
  }

  private static func move(
    _ key: ObjectKey, from old: String?, to new: String?,
    in keys: inout TreeDictionary<String, SortedKeys>
  ) {
    if old == new { return }
    if let old { drop(key, under: old, from: &keys) }
    if let new { keys[new, default: SortedKeys()].insert(key) }
  }

  private static func drop<Index: Hashable>(
    _ key: ObjectKey, under index: Index, from keys: inout TreeDictionary<Index, SortedKeys>
  ) {
    keys[index, default: SortedKeys()].remove(key)
    if keys[index]?.isEmpty ?? true { keys[index] = nil }
  }
}
