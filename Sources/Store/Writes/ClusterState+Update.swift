import Engine
import HashTreeCollections
import Objects

extension ClusterState {
  mutating func update(
    _ proposed: any APIObject, by actor: Actor, at now: SimTime, using random: inout SeededRandom,
    managers: FieldManagers? = nil
  ) throws(Rejection) -> Written? {
    guard let stored = self[proposed.key] else { throw .notFound(proposed.key) }
    try check(proposed, against: stored)
    if actor.isKubelet, let renewed = proposed as? Lease, let lease = stored as? Lease,
      renewed.metadata.ownerReferences == lease.metadata.ownerReferences
    {
      return renew(lease, as: renewed, by: actor, at: now)
    }
    var object = Self.withStatus(proposed, of: stored)
    keepIdentity(of: stored, in: &object)
    setDefaults(of: &object)
    let note = NotedWrite(
      wanted: object, part: .whole, actor: actor, time: now,
      managers: managers ?? Self.givenManagers(proposed))
    try admit(&object, replacing: stored, by: actor, at: now, using: &random)
    try validate(object, replacing: stored)
    warn(about: object, replacing: stored, by: actor)
    try enforceSecurity(on: object, replacing: stored)
    try enforceGrowth(of: object, replacing: stored)
    try enforceLimits(on: object, replacing: stored, at: now)
    if object.kind.countsGenerations, !Self.wantsSame(object, stored) {
      object.metadata.generation += 1
    }
    return finish(object, replacing: stored, note)
  }

  /// What a kubelet writes into its lease needs no checking: it is the same but for the time. It
  /// may be written down later than it was done.
  private mutating func renew(
    _ stored: Lease, as renewed: Lease, by actor: Actor, at now: SimTime
  ) -> Written? {
    var lease = stored
    lease.spec = renewed.spec
    lease.pace = renewed.pace
    return finish(
      lease, replacing: stored,
      NotedWrite(
        wanted: lease, part: .whole, actor: actor, time: lease.spec.renewTime?.time ?? now,
        managers: nil))
  }

  /// The record that a document brings along, as when it is put back whole.
  private static func givenManagers(_ object: any APIObject) -> FieldManagers? {
    if object.metadata.managedFields.isEmpty { return nil }
    var managers = FieldManagers()
    managers.entries = object.metadata.managedFields.compactMap { FieldManagers.Entry($0) }
    return managers
  }

  mutating func updateStatus(
    _ proposed: any APIObject, by actor: Actor, at now: SimTime, managers: FieldManagers? = nil
  ) throws(Rejection) -> Written? {
    guard let stored = self[proposed.key] else { throw .notFound(proposed.key) }
    try check(proposed, against: stored)
    let object = Self.withStatus(stored, of: proposed)
    let note = NotedWrite(
      wanted: object, part: .status, actor: actor, time: now, managers: managers)
    return finish(object, replacing: stored, note)
  }

  /// Stores what changed. An object on its way out that nobody holds any longer goes now.
  mutating func finish(
    _ object: any APIObject, replacing stored: any APIObject, _ note: NotedWrite
  ) -> Written? {
    var object = object
    if let known = note.managers { object.metadata.managers = known }
    if object.metadata.isDeleting, isReleased(object) {
      revision += 1
      remove(object.key)
      return Written(verb: .deleted, key: object.key, before: stored, after: nil)
    }
    if object.isEqual(to: stored) { return nil }
    object.metadata.managers = managers(of: stored, after: note)
    let after = store(object)
    return Written(verb: .updated, key: after.key, before: stored, after: after)
  }

  func check(
    _ proposed: any APIObject, against stored: any APIObject
  ) throws(Rejection) {
    let key = proposed.key
    if !proposed.metadata.uid.isEmpty, proposed.metadata.uid != stored.metadata.uid {
      throw .conflict(
        key,
        why: "Precondition failed: UID in precondition: \(proposed.metadata.uid), "
          + "UID in object meta: \(stored.metadata.uid)")
    }
    let version = proposed.metadata.resourceVersion
    if version != 0, version != stored.metadata.resourceVersion {
      throw .conflict(
        key,
        why: "the object has been modified; please apply your changes to the latest version and "
          + "try again")
    }
  }

  private func keepIdentity(of stored: any APIObject, in object: inout any APIObject) {
    object.metadata.uid = stored.metadata.uid
    object.metadata.resourceVersion = stored.metadata.resourceVersion
    object.metadata.generation = stored.metadata.generation
    object.metadata.creationTimestamp = stored.metadata.creationTimestamp
    object.metadata.deletionTimestamp = stored.metadata.deletionTimestamp
    object.metadata.deletionGracePeriodSeconds = stored.metadata.deletionGracePeriodSeconds
    object.metadata.managedFields = []
    object.metadata.managers = stored.metadata.managers
  }

  /// `object` with the status of `other`, which is of the same kind.
  static func withStatus<T: APIObject>(_ object: T, of other: any APIObject) -> any APIObject {
    guard let other = other as? T else { return object }
    return object.withStatus(of: other)
  }

  static func wantsSame<T: APIObject>(_ object: T, _ other: any APIObject) -> Bool {
    guard let other = other as? T else { return false }
    return object.wantsSame(as: other)
  }

  mutating func bind(
    _ key: ObjectKey, to node: String, at now: SimTime
  ) throws(Rejection) -> Written? {
    guard let stored = pod(key) else { throw .notFound(key) }
    if stored.metadata.isDeleting {
      throw .conflict(key, why: "pod \(key.name) is being deleted, cannot be assigned to a host")
    }
    guard stored.spec.nodeName.isEmpty else {
      throw .conflict(
        key, why: "pod \(key.name) is already assigned to node \"\(stored.spec.nodeName)\"")
    }
    var pod = stored
    pod.spec.nodeName = node
    pod.takeTopology(from: self.node(node))
    pod.status.conditions.set(PodCondition("PodScheduled", .isTrue, at: now.wholeSecond))
    pod.status.nominatedNodeName = nil
    let after = store(pod)
    return Written(verb: .updated, key: key, before: stored, after: after)
  }
}
