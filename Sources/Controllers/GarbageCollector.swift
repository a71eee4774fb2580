import Engine
import Objects
import Store

/// Removes what belongs to owners that are gone, and lets owners go that wait for what they own.
struct GarbageCollector: ControlLoop {
  static let name = "garbage-collector-controller"
  static let watched: Set<Kind>? = nil

  static let foreground = "foregroundDeletion"
  static let orphan = "orphan"

  init() {}

  func observe(_ change: Change, in state: ClusterState, at now: SimTime) -> [Look] {
    guard let object = change.object else { return [] }
    if let after = change.after {
      let references = after.metadata.ownerReferences
      let isHeld = after.metadata.isDeleting && !after.metadata.finalizers.isEmpty
      let hasNewOwners = references != change.before?.metadata.ownerReferences ?? []
      guard isHeld || hasNewOwners && !references.isEmpty else { return [] }
      return [(change.key, now)]
    }
    // What it owned has lost an owner; what owned it may have waited for this.
    let owned = state.ownedKeys(by: object.metadata.uid)
    let owners = object.metadata.ownerReferences.compactMap {
      Self.owner($0, of: object, in: state)?.key
    }
    return (owned + owners).map { ($0, now) }
  }

  func reconcile(_ object: ObjectKey?, _ draft: inout Draft) {
    guard let object, let stored = draft.state[object] else { return }
    if stored.metadata.isDeleting {
      if stored.metadata.finalizers.contains(Self.orphan) { letGo(stored, &draft) }
      if stored.metadata.finalizers.contains(Self.foreground) { clearAway(stored, &draft) }
    } else if !stored.metadata.ownerReferences.isEmpty {
      collect(stored, &draft)
    }
  }

  /// The owner a reference means, if that very object is still there.
  private static func owner(
    _ reference: OwnerReference, of object: any APIObject, in state: ClusterState
  ) -> (any APIObject)? {
    guard let kind = Kind(rawValue: reference.kind) else { return nil }
    let key = ObjectKey(kind, namespace: object.metadata.namespace, name: reference.name)
    guard let owner = state[key], owner.metadata.uid == reference.uid else { return nil }
    return owner
  }

  /// Takes the owner's name off everything it owns, then lets it go.
  private func letGo(_ owner: any APIObject, _ draft: inout Draft) {
    for key in draft.state.ownedKeys(by: owner.metadata.uid) {
      guard var owned = draft.state[key] else { continue }
      owned.metadata.ownerReferences.removeAll { $0.uid == owner.metadata.uid }
      draft.attempt(.update(owned))
    }
    remove(Self.orphan, from: owner, &draft)
  }

  /// Deletes what an owner waits for; lets the owner go when nothing is left.
  private func clearAway(_ owner: any APIObject, _ draft: inout Draft) {
    let uid = owner.metadata.uid
    let waitedFor = draft.state.ownedKeys(by: uid).compactMap { draft.state[$0] }.filter { owned in
      owned.metadata.ownerReferences.contains { $0.uid == uid && $0.blockOwnerDeletion == true }
    }
    if waitedFor.isEmpty {
      remove(Self.foreground, from: owner, &draft)
    } else {
      for owned in waitedFor where !owned.metadata.isDeleting {
        draft.look(owned.key, at: draft.now)
      }
    }
  }

  private func remove(_ finalizer: String, from owner: any APIObject, _ draft: inout Draft) {
    guard var owner = draft.state[owner.key] else { return }
    owner.metadata.finalizers.removeAll { $0 == finalizer }
    draft.attempt(.update(owner))
  }

  /// An owner in another namespace is none at all; at least it is said.
  private func reportStranger(
    _ reference: OwnerReference, of object: any APIObject, _ draft: inout Draft
  ) {
    guard let kind = Kind(rawValue: reference.kind), kind.isNamespaced,
      draft.state.keys(kind).contains(where: {
        $0.name == reference.name && draft.state[$0]?.metadata.uid == reference.uid
      })
    else { return }
    let namespace = object.metadata.namespace
    draft.note(
      .warning, "OwnerRefInvalidNamespace",
      "ownerRef [\(reference.apiVersion)/\(reference.kind), namespace: \(namespace), name: "
        + "\(reference.name), uid: \(reference.uid)] does not exist in namespace \"\(namespace)\"",
      about: object)
  }

  /// Deletes an object none of whose owners needs it; otherwise drops the references to owners
  /// that are gone or going.
  private func collect(_ object: any APIObject, _ draft: inout Draft) {
    // What belongs to no namespace cannot be owned by something in one: nobody dares to judge.
    let kinds = object.metadata.ownerReferences.compactMap { Kind(rawValue: $0.kind) }
    if !object.kind.isNamespaced, kinds.contains(where: \.isNamespaced) { return }
    var solid: [OwnerReference] = []
    var hasWaitingOwner = false
    for reference in object.metadata.ownerReferences {
      if Kind(rawValue: reference.kind) == nil {
        // An owner of a kind that is not simulated is taken to be there.
        solid.append(reference)
      } else if let owner = Self.owner(reference, of: object, in: draft.state) {
        let isWaiting =
          owner.metadata.isDeleting && owner.metadata.finalizers.contains(Self.foreground)
          && reference.blockOwnerDeletion == true
        if isWaiting { hasWaitingOwner = true } else { solid.append(reference) }
      } else {
        reportStranger(reference, of: object, &draft)
      }
    }
    if solid.isEmpty {
      let hasDependents = !draft.state.ownedKeys(by: object.metadata.uid).isEmpty
      var options = DeleteOptions(uid: object.metadata.uid)
      if hasWaitingOwner && hasDependents { options.propagation = .foreground }
      draft.attempt(.delete(object.key, options))
    } else if solid.count < object.metadata.ownerReferences.count {
      var object = object
      object.metadata.ownerReferences = solid
      draft.attempt(.update(object))
    }
  }
}
