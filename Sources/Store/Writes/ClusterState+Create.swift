import Engine
import HashTreeCollections
import Objects

extension ClusterState {
  mutating func create(
    _ proposed: any APIObject, by actor: Actor, at now: SimTime, using random: inout SeededRandom,
    managers: FieldManagers? = nil
  ) throws(Rejection) -> Written? {
    var object = proposed
    try name(&object, using: &random)
    if object.kind.isNamespaced, object.metadata.namespace.isEmpty {
      object.metadata.namespace = "default"
    }
    if !object.kind.isNamespaced { object.metadata.namespace = "" }
    if self[object.key] != nil { throw .alreadyExists(object.key) }
    object.metadata.uid = uid(for: object, using: &random)
    object.metadata.creationTimestamp = now.wholeSecond
    object.metadata.deletionTimestamp = nil
    object.metadata.deletionGracePeriodSeconds = nil
    object.metadata.generation = object.kind.countsGenerations ? 1 : 0
    setDefaults(of: &object)
    object.metadata.managedFields = []
    object.metadata.managers =
      managers ?? self.managers(creating: object, by: actor, at: now)
    do throws(Rejection) {
      try admit(&object, replacing: nil, by: actor, at: now, using: &random)
    } catch {
      // This early a name that is drawn is not there yet: the sentence names what it begins with.
      guard case .forbidden(let key, let why) = error, key == object.key,
        proposed.metadata.name.isEmpty, let base = proposed.metadata.generateName
      else { throw error }
      throw .forbidden(ObjectKey(key.kind, namespace: key.namespace, name: base), why: why)
    }
    try validate(object, replacing: nil)
    warn(about: object, replacing: nil, by: actor)
    try enforceSecurity(on: object, replacing: nil)
    try enforceLimits(on: object, replacing: nil, at: now)
    let stored = store(object)
    return Written(verb: .created, key: stored.key, before: nil, after: stored)
  }

  /// Endpoints only repeat, for older clients, what slices say: they take no part in the chance
  /// that everything else is named by.
  private func uid(for object: any APIObject, using random: inout SeededRandom) -> String {
    guard object.kind == .endpoints else { return random.uuid() }
    var own = SeededRandom(seed: UInt64(revision))
    return own.uuid()
  }

  /// Draws a name for an object that only says how its name begins.
  private func name(
    _ object: inout any APIObject, using random: inout SeededRandom
  ) throws(Rejection) {
    guard object.metadata.name.isEmpty else { return }
    guard let base = object.metadata.generateName else {
      throw .invalid(
        kind: object.kind, name: "",
        problems: [
          FieldProblem(
            FieldPath("metadata", "name"), .required(why: "name or generateName is required"))
        ])
    }
    // Kubernetes cuts the base so that the whole name stays within 63 characters.
    object.metadata.name = base.prefix(58) + random.suffix()
  }
}
